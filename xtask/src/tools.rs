//! The tools that come as crates. Each lives in a folder of the cache that is named by its version.

use crate::child::run_logged;
use crate::toolbox::{Toolbox, command, find_on_path, has_version};
use crate::{places, versions};
use anyhow::Result;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that Cargo can install.
struct Tool {
    name: &'static str,
    /// The programs that must be there; each answers `--version`.
    programs: &'static [&'static str],
    version: String,
    lock: Lock,
}

/// Whose versions of its dependencies a tool is built with.
enum Lock {
    /// Those that its authors built it with.
    Theirs,
    /// The newest that fit. wasm-bindgen's own lock names a version that the registry no longer serves.
    Newest,
}

/// What it takes to build and serve the page.
pub fn for_serving(toolbox: &mut Toolbox) -> Result<()> {
    let wasm_bindgen = Tool {
        name: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: versions::wasm_bindgen()?,
        lock: Lock::Newest,
    };
    let trunk = Tool { name: "trunk", programs: &["trunk"], version: versions::TRUNK.to_owned(), lock: Lock::Theirs };
    provide(toolbox, &[wasm_bindgen, trunk])
}

/// What it takes beside that to test in browsers.
pub fn for_testing(toolbox: &mut Toolbox) -> Result<()> {
    let tool = |name, programs, version: &str| Tool { name, programs, version: version.to_owned(), lock: Lock::Newest };
    let wasm_pack = tool("wasm-pack", &["wasm-pack"], versions::WASM_PACK);
    let geckodriver = tool("geckodriver", &["geckodriver"], versions::GECKODRIVER);
    provide(toolbox, &[wasm_pack, geckodriver])
}

fn provide(toolbox: &mut Toolbox, tools: &[Tool]) -> Result<()> {
    let mut was_built = false;
    for tool in tools {
        if tool.is_on_path() {
            continue;
        }
        let folder = places::tool(tool.name, &tool.version);
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
    fn is_on_path(&self) -> bool {
        let on_path = |program: &&str| find_on_path(program).is_some_and(|it| has_version(&it, &self.version));
        self.programs.iter().all(on_path)
    }

    /// The check is the program itself, so an installation that was cut short does not count.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|it| has_version(&folder.join(it), &self.version))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let what = format!("{} {}", self.name, self.version);
        if find_on_path("cargo-binstall").is_some() {
            let fetched = run_logged(&format!("{what}, ready built"), &mut self.binstall(folder));
            if fetched.is_ok() && self.is_in(&folder.join("bin")) {
                return Ok(());
            }
        }
        run_logged(&what, &mut self.cargo_install(folder))?;
        anyhow::ensure!(self.is_in(&folder.join("bin")), "setup: {what} was installed, but does not run");
        Ok(())
    }

    fn binstall(&self, folder: &Path) -> Command {
        let mut command = command("cargo-binstall");
        command.args(["--no-confirm", "--force", "--disable-strategies", "compile", "--root"]).arg(folder);
        command.arg(format!("{}@{}", self.name, self.version));
        command
    }

    /// A build that is quick rather than small: the tools are run far less often than a fresh machine is set up.
    fn cargo_install(&self, folder: &Path) -> Command {
        let mut command = command("cargo");
        command.args(["install", "--force", "--version", &self.version, "--root"]).arg(folder);
        match self.lock {
            Lock::Theirs => command.args(["--locked", self.name]),
            Lock::Newest => command.arg(self.name),
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
