//! The tools that come as crates, each built from source as a lock file says. Each lives in a folder of the cache that
//! is named by its version, or by our lock.

use crate::child::run_logged;
use crate::toolbox::{Toolbox, command, has_version};
use crate::{locks, places, versions};
use anyhow::{Result, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that Cargo can install.
///
/// Neither a program on PATH that gives the same version nor one that comes ready built is taken: nobody signs any of
/// these, and what they are built of is unknown.
struct Tool {
    name: &'static str,
    /// The programs that must be there; each answers `--version`.
    programs: &'static [&'static str],
    version: String,
    lock: Lock,
}

/// Which lock file says what a tool is built of.
enum Lock {
    /// The one that its authors publish with it.
    Theirs,
    /// The one of a package in this repository, which depends on it.
    Ours(PathBuf),
}

/// What it takes to build and serve the page.
pub fn for_serving(toolbox: &mut Toolbox) -> Result<()> {
    let wasm_bindgen = Tool {
        name: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: versions::wasm_bindgen()?,
        lock: Lock::Ours(locks::wasm_bindgen()),
    };
    provide(toolbox, &[wasm_bindgen, theirs("trunk", &["trunk"], versions::TRUNK)])
}

/// What it takes beside that to test in browsers.
pub fn for_testing(toolbox: &mut Toolbox) -> Result<()> {
    let wasm_pack = theirs("wasm-pack", &["wasm-pack"], versions::WASM_PACK);
    let geckodriver = theirs("geckodriver", &["geckodriver"], versions::GECKODRIVER);
    provide(toolbox, &[wasm_pack, geckodriver])
}

fn theirs(name: &'static str, programs: &'static [&'static str], version: &str) -> Tool {
    Tool { name, programs, version: version.to_owned(), lock: Lock::Theirs }
}

fn provide(toolbox: &mut Toolbox, tools: &[Tool]) -> Result<()> {
    let mut was_built = false;
    for tool in tools {
        let folder = tool.folder()?;
        if !tool.is_in(&folder.join("bin")) {
            tool.install(&folder)?;
            was_built = true;
        }
        toolbox.add(folder.join("bin"));
    }
    if was_built {
        // What is left of the builds is large, and the next version would not use it.
        let _ = fs::remove_dir_all(build_folder());
    }
    Ok(())
}

impl Tool {
    /// Where it is installed: never where one was that no lock held.
    fn folder(&self) -> Result<PathBuf> {
        match &self.lock {
            Lock::Theirs => Ok(places::tool(self.name, &format!("{}-locked", self.version))),
            Lock::Ours(package) => locks::installed(self.name, &package.join("Cargo.lock")),
        }
    }

    /// The check is the program itself, so an installation that was cut short does not count.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|it| has_version(&folder.join(it), &self.version))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let what = format!("{} {}", self.name, self.version);
        run_logged(&what, &mut self.cargo_install(folder))?;
        ensure!(self.is_in(&folder.join("bin")), "setup: {what} was installed, but does not run");
        Ok(())
    }

    /// A build that is quick rather than small: the tools are run far less often than a fresh machine is set up.
    fn cargo_install(&self, folder: &Path) -> Command {
        let mut command = command("cargo");
        command.args(["install", "--locked", "--force", "--root"]).arg(folder);
        match &self.lock {
            Lock::Theirs => command.args(["--version", &self.version, self.name]),
            Lock::Ours(package) => command.arg("--path").arg(package),
        };
        // Neither flags meant for our own build nor the settings of this repository may reach the tool.
        command.current_dir(env::temp_dir());
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", build_folder());
        for (setting, value) in
            [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("STRIP", "symbols")]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        command
    }
}

/// Shared by all tools, so that what two of them depend on is built once.
fn build_folder() -> PathBuf {
    places::cache().join("build")
}
