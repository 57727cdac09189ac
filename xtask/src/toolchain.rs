//! Rust itself: the wasm target and the components that `rust-toolchain.toml` names.

use crate::child::{answer, run_logged};
use crate::setup::Need;
use crate::toolbox::{command, find_on_path};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// What the widget is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a person has to install because rustup, which would do it, is not there.
pub fn needs() -> Vec<Need> {
    let rustup = Need { what: "Rust by rustup", debian: "https://rustup.rs", homebrew: "rustup" };
    if is_complete() || find_on_path("rustup").is_some() { Vec::new() } else { vec![rustup] }
}

/// Adds what the toolchain lacks.
pub fn complete() -> Result<()> {
    if is_complete() {
        return Ok(());
    }
    run_logged("rustup target add", command("rustup").args(["target", "add", TARGET]))?;
    run_logged("rustup component add", command("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

/// Fetches the sources of all dependencies, because Trunk builds without the network.
pub fn fetch_sources() -> Result<()> {
    if answer(command("cargo").args(["fetch", "--offline", "--target", TARGET])).is_some() {
        return Ok(());
    }
    run_logged("cargo fetch", command("cargo").arg("fetch"))
}

/// Where Rust is installed.
pub fn folder() -> Option<PathBuf> {
    answer(command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Where Rust's own sources are if they are installed, and what Rust calls that folder if they are not: editors install
/// them, and then their place gets into what is compiled.
pub fn sources() -> Option<(PathBuf, String)> {
    let about = answer(command("rustc").arg("-vV"))?;
    let hash = about.lines().find_map(|it| it.strip_prefix("commit-hash: "))?;
    Some((folder()?.join("lib/rustlib/src/rust"), format!("/rustc/{hash}")))
}

/// Whether the target and the tools are there. The files are looked for, not rustup's list, because that takes longer
/// and because Rust may come from elsewhere.
fn is_complete() -> bool {
    let library = answer(command("rustc").args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from);
    let tools = folder().map(|it| it.join("bin"));
    let has = |folder: &Path, tool: &str| folder.join(tool).is_file() || find_on_path(tool).is_some();
    library.is_some_and(|it| it.is_dir()) && tools.is_some_and(|it| has(&it, "rustfmt") && has(&it, "cargo-clippy"))
}
