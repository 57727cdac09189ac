//! The tools that come as crates, each built from source as a lock file says. Each lives in a folder of the cache that
//! is named by its version, or by our lock.

use crate::child::run_logged;
use crate::toolbox::{self, Toolbox, command, has_version};
use crate::{locks, places, versions};
use anyhow::{Result, bail, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

const TRUNK: &str = "trunk";

/// A tool that Cargo can install.
///
/// Neither a program on PATH that gives the same version nor one that comes ready built is taken: nobody signs any of
/// these, and what they are built of is unknown.
pub struct Tool {
    name: &'static str,
    /// The programs that must be there; each answers `--version`.
    programs: &'static [&'static str],
    version: String,
    lock: Lock,
    /// What Cargo is told of its features.
    features: &'static [&'static str],
}

/// Which lock file says what a tool is built of.
enum Lock {
    /// The one that its authors publish with it.
    Theirs,
    /// The one of a package in this repository, which depends on it.
    Ours(PathBuf),
}

/// What it takes to build and serve the page.
pub fn for_serving() -> Result<Vec<Tool>> {
    let wasm_bindgen = Tool {
        name: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: versions::wasm_bindgen()?,
        lock: Lock::Ours(locks::wasm_bindgen()),
        features: &[],
    };
    // By default it can ask the network for newer versions of itself, and fetch tools; neither is ever wanted here.
    let trunk = theirs(TRUNK, &[TRUNK], versions::TRUNK, &["--no-default-features"]);
    Ok(vec![trunk, wasm_bindgen])
}

/// What it takes beside that to test in browsers.
pub fn for_testing() -> Result<Vec<Tool>> {
    let wasm_pack = theirs("wasm-pack", &["wasm-pack"], versions::WASM_PACK, &[]);
    let geckodriver = theirs("geckodriver", &["geckodriver"], versions::GECKODRIVER, &[]);
    Ok(for_serving()?.into_iter().chain([wasm_pack, geckodriver]).collect())
}

fn theirs(
    name: &'static str,
    programs: &'static [&'static str],
    version: &str,
    features: &'static [&'static str],
) -> Tool {
    Tool { name, programs, version: version.to_owned(), lock: Lock::Theirs, features }
}

/// Adds the tools to a toolbox, and builds those that are missing, all at once: the largest has parts that only one
/// processor at a time can work on. `meanwhile` is run beside that; it is not, where nothing is missing.
pub fn provide(toolbox: &mut Toolbox, tools: &[Tool], meanwhile: impl FnOnce() -> Result<()> + Send) -> Result<()> {
    let missing: Vec<&Tool> = tools.iter().filter(|it| !it.is_there()).collect();
    if !missing.is_empty() {
        thread::scope(|scope| {
            let builds: Vec<_> = missing.iter().map(|it| scope.spawn(|| it.install(jobs_of(it)))).collect();
            let other = scope.spawn(meanwhile);
            let ended = builds
                .into_iter()
                .chain([other])
                .map(|it| it.join().unwrap_or_else(|_| bail!("setup: a build broke off")));
            ended.collect::<Result<Vec<()>>>()
        })?;
        // What is left of the builds is large, and the next version would not use it.
        let _ = fs::remove_dir_all(build_folder());
    }
    for tool in tools {
        toolbox.add(tool.folder()?.join("bin"));
    }
    Ok(())
}

/// Trunk takes longest by far, and what is built beside it leaves it the half of the processors.
fn jobs_of(tool: &Tool) -> usize {
    if tool.name == TRUNK { toolbox::processors() } else { toolbox::half_of_processors() }
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
    fn is_there(&self) -> bool {
        let has =
            |folder: &Path| self.programs.iter().all(|it| has_version(&folder.join("bin").join(it), &self.version));
        self.folder().is_ok_and(|it| has(&it))
    }

    fn install(&self, jobs: usize) -> Result<()> {
        let what = format!("{} {}", self.name, self.version);
        run_logged(&what, self.cargo_install(&self.folder()?).args(["--jobs", &jobs.to_string()]))?;
        ensure!(self.is_there(), "setup: {what} was installed, but does not run");
        Ok(())
    }

    /// A build that is quick rather than small: the tools are run far less often than a fresh machine is set up.
    fn cargo_install(&self, folder: &Path) -> Command {
        let mut command = command("cargo");
        command.args(["install", "--locked", "--force", "--root"]).arg(folder).args(self.features);
        match &self.lock {
            Lock::Theirs => command.args(["--version", &self.version, self.name]),
            Lock::Ours(package) => command.arg("--path").arg(package),
        };
        // Neither flags meant for our own build nor the settings of this repository may reach the tool.
        command.current_dir(env::temp_dir());
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", build_folder().join(self.name));
        let settings = [
            ("OPT_LEVEL", "0"),
            ("LTO", "off"),
            ("CODEGEN_UNITS", "16"),
            ("DEBUG", "0"),
            ("PANIC", "abort"),
            ("STRIP", "symbols"),
        ];
        for (setting, value) in settings {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        command
    }
}

/// Each tool has a folder of its own in it: two that share one wait for each other.
fn build_folder() -> PathBuf {
    places::cache().join("build")
}
