//! Changes what wasm-bindgen has made, so that no page can get between the WebAssembly and the browser.

use anyhow::{Result, ensure};

/// What stands in wasm-bindgen's script, how often, and what is to stand there.
const CHANGES: [(&str, usize, &str); 5] = [
    ("wasm = instance.exports;", 1, "wasm = guarded(instance.exports);"),
    ("ret = arg0.document;", 1, "ret = page;"),
    ("ret = arg0.queueMicrotask;", 1, "ret = microtask;"),
    (" queueMicrotask(arg0);", 1, " microtask(arg0);"),
    // A page's own timers and idle callbacks may call what was cancelled long ago.
    ("state.cnt++;", 2, "if (!state.cnt) return; state.cnt++;"),
];

/// The script with the document that no element of the page stands in for (`src/element/page.js`), with calls that end
/// the WebAssembly where they throw (`src/element/guard.js`), and with callbacks that do nothing once they are dropped.
/// Those two files are in this folder.
///
/// Fails where another version of wasm-bindgen has written it otherwise.
pub fn guarded(script: &str, folder: &str) -> Result<String> {
    let imports =
        [("clearInterval, clearTimeout, guarded, microtask, setInterval, setTimeout", "guard.js"), ("page", "page.js")];
    let imports = imports.map(|(what, file)| format!("import {{ {what} }} from \"{folder}{file}\";\n")).concat();
    let mut script = script.to_owned();
    for (from, n, to) in CHANGES {
        let is = script.matches(from).count();
        ensure!(is == n, "“{from}” stands {is} times in wasm-bindgen's script, and not {n} times");
        script = script.replace(from, to);
    }
    Ok(imports + &script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_is_written_otherwise_is_an_error() {
        let script = CHANGES.map(|(from, n, _)| from.repeat(n)).concat();
        let guarded_script = guarded(&script, "./").unwrap();
        assert!(guarded_script.ends_with(&CHANGES.map(|(_, n, to)| to.repeat(n)).concat()), "{guarded_script}");
        assert!(guarded(&script.replace("instance", "it"), "./").is_err());
        assert!(guarded(&format!("{script}{script}"), "./").is_err());
    }
}
