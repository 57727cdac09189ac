//! What comes from npm: what makes a release, and the packages of the tests in real browsers and of the benchmark.

use crate::child::{answer, run_logged};
use crate::setup::Need;
use crate::toolbox::{Toolbox, command, find_on_path, has_version};
use crate::{copy, locks, places, versions};
use anyhow::{Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What npm locks the packages of a folder by.
const LOCK: &str = "package-lock.json";

/// What a person has to install.
pub fn needs() -> Vec<Need> {
    let node = Need { what: "Node.js 20 or newer, with npm", debian: "nodejs npm", homebrew: "node" };
    if has_node() && find_on_path("npm").is_some() { Vec::new() } else { vec![node] }
}

/// What makes a release build small: the WebAssembly, and the script around it. Each program, and what it calls its
/// version itself.
const PROGRAMS: [(&str, &str); 2] = [("wasm-opt", versions::WASM_OPT), ("esbuild", versions::ESBUILD)];

/// Provides the programs that a release build runs, as they are locked.
///
/// One on PATH is not taken, though it may give the same version: what it is made of is unknown, and a release is made
/// of what it writes.
pub fn provide_programs(toolbox: &mut Toolbox) -> Result<()> {
    let folder = of_release()?;
    let programs = folder.join("node_modules/.bin");
    let are_there = || PROGRAMS.iter().all(|(name, version)| has_version(&programs.join(name), version));
    if !are_there() {
        fs::create_dir_all(&folder)?;
        for file in ["package.json", LOCK] {
            copy::exactly(&locks::npm().join(file), &folder)?;
        }
        run_logged("wasm-opt and esbuild", npm("ci").current_dir(&folder))?;
        // npm leaves out an optional package that has another hash, and esbuild's program is one for each platform.
        let lock = locks::npm().join(LOCK);
        ensure!(are_there(), "setup: wasm-opt or esbuild does not run, or is not the one of {}", lock.display());
    }
    toolbox.add(programs);
    Ok(())
}

/// The folder that the packages are installed in which make a release.
pub fn of_release() -> Result<PathBuf> {
    locks::installed("npm", &locks::npm().join(LOCK))
}

/// Installs the packages of the tests in real browsers.
pub fn provide_end_to_end() -> Result<()> {
    provide_locked("packages of tests/e2e", &places::end_to_end())
}

/// Installs the packages of the walk in the oldest browser.
pub fn provide_oldest() -> Result<()> {
    provide_locked("packages of tests/oldest", &places::oldest())
}

/// Installs the packages of the benchmark.
pub fn provide_bench() -> Result<()> {
    provide_locked("packages of bench", &places::bench())
}

/// Installs the packages of a folder where they are missing or older than their lock.
fn provide_locked(what: &str, folder: &Path) -> Result<()> {
    // npm writes this file last, so it also tells a finished installation from one that was cut short.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    let locked = changed(&folder.join(LOCK));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    run_logged(what, npm("ci").current_dir(folder))
}

/// npm without the scripts of packages: they could run anything.
fn npm(task: &str) -> Command {
    let mut command = command("npm");
    command.args([task, "--ignore-scripts", "--no-audit", "--no-fund"]);
    command
}

fn has_node() -> bool {
    let version = answer(command("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|it| it.parse::<u32>().ok());
    major.is_some_and(|it| it >= versions::NODE_AT_LEAST)
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|it| it.modified()).ok()
}
