//! Changes what wasm-bindgen has made, so that no page can get between the WebAssembly and the browser.

use anyhow::{Result, ensure};

/// What stands in wasm-bindgen's script, and what is to stand there.
const CHANGES: [(&str, &str); 2] =
    [("wasm = instance.exports;", "wasm = guarded(instance.exports);"), ("ret = arg0.document;", "ret = page;")];

/// The script with the document that no element of the page stands in for (`src/element/page.js`), and with calls that end
/// the WebAssembly where they throw (`src/element/guard.js`). Those two are in this folder.
///
/// Fails where another version of wasm-bindgen has written it otherwise.
pub fn guarded(script: &str, folder: &str) -> Result<String> {
    let imports = [("guarded", "guard.js"), ("page", "page.js")];
    let imports = imports.map(|(what, file)| format!("import {{ {what} }} from \"{folder}{file}\";\n")).concat();
    let mut script = script.to_owned();
    for (from, to) in CHANGES {
        ensure!(script.matches(from).count() == 1, "“{from}” does not stand once in wasm-bindgen's script");
        script = script.replace(from, to);
    }
    Ok(imports + &script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_is_written_otherwise_is_an_error() {
        let script = "const ret = arg0.document; wasm = instance.exports;";
        let guarded_script = guarded(script, "./").unwrap();
        assert!(guarded_script.ends_with("const ret = page; wasm = guarded(instance.exports);"), "{guarded_script}");
        assert!(guarded(&script.replace("instance", "it"), "./").is_err());
        assert!(guarded(&format!("{script}{script}"), "./").is_err());
    }
}
