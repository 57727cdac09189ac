//! `reproduce`: makes the release once more, from a copy of its sources in another folder, and compares the two byte for
//! byte.

mod files;

use crate::elsewhere::Elsewhere;
use crate::{bundle, places, setup, toolchain};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::{env, fs};

/// What Trunk runs after a build, which would have Cargo build the chores in the other folder as well.
const HOOK: &str = "command = \"cargo\"\ncommand_arguments = [\"xtask\", \"embed\"]";

/// Sets up, makes the release, and makes it again from nothing.
pub fn reproduce() -> Result<()> {
    bundle::build(&setup::for_serving()?)?;
    compare(other()?)
}

/// Makes a release that is built again, with its dependencies as they were built. The widget itself, and the linking of
/// all of it into one file, are done anew.
pub fn check() -> Result<()> {
    let other = other()?;
    other.take_dependencies()?;
    compare(other)
}

/// The sources in a folder of another name, length and depth, where this program makes the scripts.
fn other() -> Result<Elsewhere> {
    let other = Elsewhere::new("fault-finder-again", "in another folder/that-has-a-longer-name")?;
    let (config, program) = (other.root().join("Trunk.toml"), program()?);
    let text = fs::read_to_string(&config)?;
    ensure!(text.contains(HOOK), "Trunk.toml has another hook");
    // JSON writes a text as TOML does.
    let hook = format!("command = {}\ncommand_arguments = [\"embed\"]", serde_json::json!(program));
    fs::write(config, text.replace(HOOK, &hook))?;
    Ok(other)
}

fn compare(other: Elsewhere) -> Result<()> {
    let mut again = other.command(&program()?.to_string_lossy());
    let root = other.root();
    ensure!(
        again.args(["bundle", "--unweighed"]).status()?.success(),
        "the release can not be built in {}",
        root.display()
    );
    let (here, there) = (files::of_release(&places::root())?, files::of_release(root)?);
    let different = files::different(&here, &there);
    ensure!(different.is_empty(), "built in {}, these are others: {}", root.display(), different.join(", "));
    let named = files::naming(&here, &shared_paths()?);
    ensure!(named.is_empty(), "these name a folder of this machine: {}", named.join(", "));
    println!("A release that is built in two folders has the same {} files.", here.len());
    other.remove()
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
