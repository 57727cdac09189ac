//! `reproduce`: makes the release once more, from a copy of its sources in another folder, and compares the two byte for
//! byte.

mod files;

use crate::toolbox::command;
use crate::{bundle, copy, places, setup, toolchain};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::{env, fs, process};

/// What is no source.
const LEFT_OUT: [&str; 5] = [".git", "dist", "node_modules", "pkg", "target"];
/// Where Cargo keeps what it has built for a release: for this machine, and for the web.
const PROFILES: [&str; 2] = ["release", "wasm32-unknown-unknown/release"];
/// What Cargo keeps there of each package.
const KEPT: [&str; 3] = [".fingerprint", "build", "deps"];
/// What Trunk runs after a build, which would have Cargo build the chores in the other folder as well.
const HOOK: &str = "command = \"cargo\"\ncommand_arguments = [\"xtask\", \"embed\"]";

/// Sets up, makes the release, and makes it again from nothing.
pub fn reproduce() -> Result<()> {
    bundle::build(&setup::for_serving()?)?;
    let other = Other::new()?;
    other.compare()
}

/// Makes a release that is built again. The crates that it depends on are taken as they were built: their sources stand
/// in one place for both. The widget itself, and the linking of all of it into one file, are done anew.
pub fn check() -> Result<()> {
    let other = Other::new()?;
    other.take_dependencies()?;
    other.compare()
}

/// The other folder.
struct Other {
    /// What is cleared away in the end.
    outer: PathBuf,
    /// Where the copy of the repository is: another name, length and depth, and another time on every file.
    root: PathBuf,
}

impl Other {
    fn new() -> Result<Other> {
        let outer = env::temp_dir().join(format!("fault-finder-again-{}", process::id()));
        let root = outer.join("in another folder").join("that-has-a-longer-name");
        copy::tree(&places::root(), &root, &|name| !LEFT_OUT.contains(&name))?;
        let (config, program) = (root.join("Trunk.toml"), program()?);
        let text = fs::read_to_string(&config)?;
        ensure!(text.contains(HOOK), "Trunk.toml has another hook");
        // JSON writes a text as TOML does.
        let hook = format!("command = {}\ncommand_arguments = [\"embed\"]", serde_json::json!(program));
        fs::write(config, text.replace(HOOK, &hook))?;
        Ok(Other { outer, root })
    }

    fn take_dependencies(&self) -> Result<()> {
        for folder in PROFILES.iter().flat_map(|it| KEPT.iter().map(move |kept| format!("{it}/{kept}"))) {
            let from = places::built(&folder);
            if from.is_dir() {
                let is_theirs = |name: &str| !name.replace('_', "-").contains("fault-finder");
                copy::tree_with_times(&from, &self.root.join("target").join(folder), &is_theirs)?;
            }
        }
        Ok(())
    }

    fn compare(&self) -> Result<()> {
        let mut again = command(&program()?.to_string_lossy());
        again.args(["bundle", "--unweighed"]).current_dir(&self.root).env("CARGO_TARGET_DIR", self.root.join("target"));
        ensure!(again.status()?.success(), "the release can not be built in {}", self.root.display());
        let (here, there) = (files::of_release(&places::root())?, files::of_release(&self.root)?);
        let different = files::different(&here, &there);
        ensure!(different.is_empty(), "built in {}, these are others: {}", self.root.display(), different.join(", "));
        let named = files::naming(&here, &shared_paths()?);
        ensure!(named.is_empty(), "these name a folder of this machine: {}", named.join(", "));
        println!("A release that is built in two folders has the same {} files.", here.len());
        Ok(fs::remove_dir_all(&self.outer)?)
    }
}

/// This program. Where it was built anew meanwhile, as the tests of all packages do, Linux calls it deleted.
fn program() -> Result<PathBuf> {
    let path = env::current_exe()?;
    let name = path.to_string_lossy();
    Ok(name.strip_suffix(" (deleted)").map_or_else(|| path.clone(), PathBuf::from))
}

/// The folders that both builds read from, so a comparison would not show them: other machines have others.
fn shared_paths() -> Result<[PathBuf; 2]> {
    let rust = toolchain::folder().context("rustc does not say where it is")?;
    Ok([places::cargo_home().join("registry"), rust.join("lib").join("rustlib")])
}
