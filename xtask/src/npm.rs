//! The npm package, in `pkg`: an ES module, its WebAssembly as a file of its own, and the types of the element.

use crate::toolbox::Toolbox;
use crate::{assets, copy, glue, hashes, places};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

const WASM: &str = "fault-finder_bg.wasm";
/// The class of the element, and what it is made of.
const MODULES: [&str; 21] = [
    "advice.js",
    "apology.js",
    "bars.js",
    "calls.js",
    "contrast.js",
    "element.js",
    "first_step.js",
    "guard.js",
    "keys.js",
    "language.js",
    "limit.js",
    "moments.js",
    "page.js",
    "pause.js",
    "plain_guide.js",
    "properties.js",
    "refuse.js",
    "shadow.js",
    "shared.js",
    "stored.js",
    "tab_stop.js",
];

/// Makes the package of a release build.
pub fn write(toolbox: &Toolbox) -> Result<()> {
    let (root, package) = (places::root(), places::package());
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir(&package)?;
    let mut bindgen = toolbox.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "fault-finder", "--out-dir"]);
    ensure!(bindgen.arg(&package).arg(places::built(places::WASM)).status()?.success(), "wasm-bindgen failed");
    let script = package.join("fault-finder.js");
    fs::write(&script, glue::guarded(&fs::read_to_string(&script)?, "./")?)?;
    optimize(&package.join(WASM))?;

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

/// Puts what wasm-opt has made for Trunk in the place of the WebAssembly that it was made of, which takes a third of
/// the build to make once more.
fn optimize(wasm: &Path) -> Result<()> {
    let read =
        |tool: &str| fs::read(places::built(&format!("{tool}/release/{WASM}"))).context("Trunk has left nothing");
    ensure!(fs::read(wasm)? == read("wasm-bindgen")?, "wasm-bindgen makes another WebAssembly for Trunk");
    Ok(fs::write(wasm, read("wasm-opt")?)?)
}
