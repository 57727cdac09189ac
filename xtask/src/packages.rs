//! What comes from npm: wasm-opt, esbuild, and the packages of the tests in real browsers and of the benchmark.

use crate::child::{answer, run_logged};
use crate::setup::Need;
use crate::toolbox::{Toolbox, command, find_on_path, has_version};
use crate::{places, versions};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// What a person has to install.
pub fn needs() -> Vec<Need> {
    let node = Need { what: "Node.js 20 or newer, with npm", debian: "nodejs npm", homebrew: "node" };
    if has_node() && find_on_path("npm").is_some() { Vec::new() } else { vec![node] }
}

/// A program that is a package.
struct Program {
    package: &'static str,
    version: &'static str,
    name: &'static str,
    /// What it calls its version itself.
    answer: &'static str,
}

/// What makes a release build small: the WebAssembly, and the script around it.
const PROGRAMS: [Program; 2] = [
    Program { package: "binaryen", version: versions::BINARYEN, name: "wasm-opt", answer: versions::WASM_OPT },
    Program { package: "esbuild", version: versions::ESBUILD, name: "esbuild", answer: versions::ESBUILD },
];

/// Provides the programs that a release build runs.
pub fn provide_programs(toolbox: &mut Toolbox) -> Result<()> {
    PROGRAMS.iter().try_for_each(|it| it.provide(toolbox))
}

impl Program {
    fn provide(&self, toolbox: &mut Toolbox) -> Result<()> {
        let &Program { package, version, name, answer } = self;
        if find_on_path(name).is_some_and(|it| has_version(&it, answer)) {
            return Ok(());
        }
        let folder = places::tool(package, version);
        let programs = folder.join("node_modules/.bin");
        if !has_version(&programs.join(name), answer) {
            fs::create_dir_all(&folder)?;
            let what = format!("{name} {answer}");
            run_logged(&what, npm("install").arg("--prefix").arg(&folder).arg(format!("{package}@{version}")))?;
            ensure!(has_version(&programs.join(name), answer), "setup: {what} does not run");
        }
        toolbox.add(programs);
        Ok(())
    }
}

/// Installs the packages of the tests in real browsers.
pub fn provide_end_to_end() -> Result<()> {
    provide_locked("packages of tests/e2e", &places::end_to_end())
}

/// Installs the packages of the benchmark.
pub fn provide_bench() -> Result<()> {
    provide_locked("packages of bench", &places::bench())
}

/// Installs the packages of a folder where they are missing or older than their lock.
fn provide_locked(what: &str, folder: &Path) -> Result<()> {
    // npm writes this file last, so it also tells a finished installation from one that was cut short.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    let locked = changed(&folder.join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    run_logged(what, npm("ci").current_dir(folder))
}

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
