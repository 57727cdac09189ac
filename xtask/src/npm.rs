//! The npm package, in `pkg`: an ES module, its WebAssembly as a file of its own, and the types of the element.

use crate::toolbox::Toolbox;
use crate::{assets, places, trunk};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

const WASM: &str = "fault-finder_bg.wasm";
/// The class of the element, and what it is made of.
const MODULES: [&str; 5] = ["contrast.js", "element.js", "first_step.js", "pause.js", "shadow.js"];

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
    let wasm = package.join(WASM);
    run(toolbox.command("wasm-opt").args(trunk::wasm_options()?).arg(&wasm).arg("-o").arg(&wasm))?;

    copy_all(&root.join("npm"), &package)?;
    for folder in ["guides", "locales"] {
        copy_all(&root.join(folder), &package.join(folder))?;
    }
    for module in MODULES {
        copy(&root.join("src/element").join(module), &package)?;
    }
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root.join(file), &package)?;
    }
    let assets = assets::assets(toolbox, true)?;
    fs::write(package.join("assets.js"), format!("export const ASSETS = {assets};\n"))?;
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    ensure!(command.status()?.success(), "{} failed", command.get_program().to_string_lossy());
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_file() {
            copy(&path, to)?;
        }
    }
    Ok(())
}

/// Copies a text into a folder, with the version of the widget filled in.
fn copy(file: &Path, folder: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?.replace("{version}", fault_finder::VERSION);
    fs::write(folder.join(file.file_name().unwrap_or_default()), text)?;
    Ok(())
}
