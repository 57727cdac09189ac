//! `embed`: makes the scripts that run in a page of what Trunk has built. Trunk runs it after each build.

use crate::toolbox::Toolbox;
use crate::wasm_text::WasmText;
use crate::{assets, glue, hashes, places, shorten};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The script that a page includes. It takes the place of wasm-bindgen's.
pub const SCRIPT: &str = "fault-finder.js";
/// The script with the WebAssembly, which the first one loads.
pub const WASM_SCRIPT: &str = fault_finder_cli::pack::WASM;
const WASM: &str = "fault-finder_bg.wasm";
/// What the frame of the second script imports wasm-bindgen's from.
const GLUE: &str = "glue.js";

/// Puts wasm-bindgen's script and the WebAssembly into one script, and the class of the element into another; both are
/// short in a release.
pub fn embed() -> Result<()> {
    let built = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context("only Trunk runs this, after a build")?;
    let is_short = env::var_os("TRUNK_PROFILE").is_some_and(|it| it == "release");
    let (wasm, script, glue) = (built.join(WASM), built.join(SCRIPT), built.join(GLUE));
    let bindings = fs::read_to_string(&script).with_context(|| format!("{} is missing", script.display()))?;
    let bindings = if is_short { shorten::names(&wasm, &bindings)? } else { bindings };
    let bindings = glue::guarded(&bindings, &format!("{}/", frame("").display()))?;
    fs::write(&glue, format!("{bindings}\nexport {{ wasm_bindgen }};\n"))?;
    let second = wasm_script(&WasmText::new(&fs::read(&wasm)?), &glue, is_short)?;
    fs::write(&script, class_script(&hashes::integrity(second.as_bytes()), is_short)?)?;
    fs::write(built.join(WASM_SCRIPT), second)?;
    // They are in the script now.
    fs::remove_file(wasm)?;
    fs::remove_file(glue)?;
    Ok(())
}

fn class_script(integrity: &str, is_short: bool) -> Result<String> {
    let toolbox = Toolbox::default();
    let assets = assets::assets(&toolbox, is_short)?;
    let names = [("VERSION", text(fault_finder::VERSION)), ("WASM", text(WASM_SCRIPT)), ("INTEGRITY", text(integrity))];
    let values: Vec<_> = names.into_iter().chain([("ASSETS", assets)]).collect();
    Ok(titled(
        "the script that defines <fault-finder>",
        &shorten::bundle(&toolbox, &frame("bundle.js"), &values, None, is_short)?,
    ))
}

fn wasm_script(wasm: &WasmText, glue: &Path, is_short: bool) -> Result<String> {
    let values = [
        ("VERSION", text(fault_finder::VERSION)),
        ("TABLE", text(&wasm.table)),
        ("N_BYTES", wasm.n_bytes.to_string()),
        ("CHECKSUM", wasm.checksum.to_string()),
        ("HASHES", hashes::later(&places::root())?.to_string()),
    ];
    let script = shorten::bundle(&Toolbox::default(), &frame("wasm.js"), &values, Some(glue), is_short)?;
    // It is long, and may hold anything.
    let script = replaced(&script, "{wasm}", &wasm.text)?;
    Ok(titled("the WebAssembly of <fault-finder>, and what it calls", &script))
}

fn frame(name: &str) -> PathBuf {
    places::root().join("src/element").join(name)
}

fn titled(what: &str, script: &str) -> String {
    format!("/*! Fault Finder {}: {what}. MIT OR Apache-2.0 */\n{script}", fault_finder::VERSION)
}

/// A text as a script writes it.
pub fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn replaced(text: &str, what: &str, by: &str) -> Result<String> {
    ensure!(text.matches(what).count() == 1, "“{what}” does not stand there once");
    Ok(text.replacen(what, by, 1))
}
