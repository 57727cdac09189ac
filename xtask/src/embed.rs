//! `embed`: makes the one script that a page includes of what Trunk has built. Trunk runs it after each build.

use crate::wasm_text::WasmText;
use crate::{places, shorten};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::{env, fs};

/// The script, which takes the place of wasm-bindgen's.
pub const SCRIPT: &str = "fault-finder.js";
const WASM: &str = "fault-finder_bg.wasm";

/// Puts wasm-bindgen's script, the class of the element and the WebAssembly into one script, which is short in a release.
pub fn embed() -> Result<()> {
    let built = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context("only Trunk runs this, after a build")?;
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|it| it == "release");
    let read = |path: PathBuf| fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()));
    let source = places::root().join("src/element");
    let wasm = built.join(WASM);
    let glue = read(built.join(SCRIPT))?;
    let glue = if is_release { shorten::names(&wasm, &glue)? } else { glue };
    let parts = Parts {
        frame: read(source.join("bundle.js"))?,
        contrast: read(source.join("contrast.js"))?,
        element: read(source.join("element.js"))?,
        glue,
    };
    let script = parts.script(&WasmText::new(&fs::read(&wasm)?), is_release)?;
    fs::write(built.join(SCRIPT), script)?;
    // It is in the script now.
    fs::remove_file(wasm)?;
    Ok(())
}

struct Parts {
    frame: String,
    contrast: String,
    element: String,
    glue: String,
}

impl Parts {
    fn script(&self, wasm: &WasmText, is_short: bool) -> Result<String> {
        // All of it is one script, in which nothing is imported.
        let element = replaced(&self.element, "import { contrastErrors } from \"./contrast.js\";\n", "")?;
        let element = replaced(&element, "export function define", "function define")?;
        let contrast = replaced(&self.contrast, "export function contrastErrors", "function contrastErrors")?;
        // What comes last is long, and may hold anything.
        let script = self.frame.replace("{version}", fault_finder::VERSION);
        let script = replaced(&script, "{element}", &format!("{}\n{}", contrast.trim(), element.trim()))?;
        let script = replaced(&script, "{glue}", self.glue.trim())?;
        let script = replaced(&script, "{table}", &wasm.table)?;
        let script = replaced(&script, "{n bytes}", &wasm.n_bytes.to_string())?;
        let script = replaced(&script, "{checksum}", &wasm.checksum.to_string())?;
        let script = if is_short { shorten::script(&script)? } else { script };
        replaced(&script, "{wasm}", &wasm.text)
    }
}

fn replaced(text: &str, what: &str, by: &str) -> Result<String> {
    ensure!(text.matches(what).count() == 1, "“{what}” does not stand there once");
    Ok(text.replacen(what, by, 1))
}
