//! The npm package, in `pkg`: an ES module, its WebAssembly as a file of its own, and the types of the element.

use crate::toolbox::Toolbox;
use crate::{assets, copy, glue, hashes, places, trunk};
use anyhow::{Result, ensure};
use std::fs;
use std::process::Command;

const WASM: &str = "fault-finder_bg.wasm";
/// The class of the element, and what it is made of.
const MODULES: [&str; 7] =
    ["contrast.js", "element.js", "first_step.js", "guard.js", "page.js", "pause.js", "shadow.js"];

/// Makes the package of a release build.
pub fn write(toolbox: &Toolbox) -> Result<()> {
    let (root, package) = (places::root(), places::package());
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir(&package)?;
    let mut bindgen = toolbox.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "fault-finder", "--out-dir"]);
    run(bindgen.arg(&package).arg(places::built(places::WASM)))?;
    let script = package.join("fault-finder.js");
    fs::write(&script, glue::guarded(&fs::read_to_string(&script)?, "./")?)?;
    let wasm = package.join(WASM);
    run(toolbox.command("wasm-opt").args(trunk::wasm_options()?).arg(&wasm).arg("-o").arg(&wasm))?;

    copy::all(&root.join("npm"), &package, copy::with_version)?;
    for folder in ["guides", "locales"] {
        copy::all(&root.join(folder), &package.join(folder), copy::with_version)?;
    }
    for module in MODULES {
        copy::with_version(&root.join("src/element").join(module), &package)?;
    }
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy::with_version(&root.join(file), &package)?;
    }
    let assets = assets::assets(toolbox, true)?;
    let hashes = hashes::later(&package)?;
    fs::write(
        package.join("assets.js"),
        format!("export const ASSETS = {assets};\nexport const HASHES = {hashes};\n"),
    )?;
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    ensure!(command.status()?.success(), "{} failed", command.get_program().to_string_lossy());
    Ok(())
}
