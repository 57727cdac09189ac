//! `fuzz`: runs the fuzz targets in `fuzz/`, which need a nightly Rust. They are no part of the tests.

use crate::child::{answer, run_logged};
use crate::toolbox::{Toolbox, command, has_version};
use crate::{places, versions};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Each target, and how long its inputs may be, in bytes. What is longer than a limit of the widget is tested elsewhere.
const TARGETS: [(&str, &str); 6] = [
    ("guide", "4096"),
    ("edited", "64"),
    ("translation", "4096"),
    ("link", "1024"),
    ("stored", "4096"),
    ("device", "512"),
];
const RUNS: &str = "1000000";

/// Runs one target or all, each so many times. What is found is left in `fuzz/artifacts/`.
pub fn fuzz(arguments: &[&str]) -> Result<()> {
    let (name, runs) = match arguments {
        [] => (None, RUNS),
        ["--runs", runs] => (None, *runs),
        [name] => (Some(*name), RUNS),
        [name, "--runs", runs] => (Some(*name), *runs),
        [..] => anyhow::bail!("Usage: cargo xtask fuzz [target] [--runs N]"),
    };
    let chosen: Vec<_> = TARGETS.iter().filter(|(it, _)| name.is_none_or(|name| name == *it)).collect();
    ensure!(!chosen.is_empty(), "the fuzz targets are {}", TARGETS.map(|(it, _)| it).join(", "));
    ensure!(runs.parse::<u64>().is_ok(), "--runs wants a number, not “{runs}”");
    let toolbox = provide()?;
    for (target, longest) in chosen {
        run(&toolbox, target, longest, runs)?;
    }
    Ok(())
}

fn run(toolbox: &Toolbox, target: &str, longest: &str, runs: &str) -> Result<()> {
    println!("fuzz: {target}, {runs} runs");
    // What libFuzzer keeps on the way is large; a finding is copied into the corpus by hand.
    let found = places::root().join("fuzz/target/corpus").join(target);
    fs::create_dir_all(&found)?;
    let mut command = cargo(toolbox);
    // The code is safe Rust, in which a sanitizer would find nothing and take half the time.
    command.args(["fuzz", "run", "--sanitizer", "none", target]).arg(found);
    command.arg(places::root().join("fuzz/corpus").join(target));
    command.args(["--", &format!("-runs={runs}"), &format!("-max_len={longest}"), "-timeout=10"]);
    ensure!(command.status().context("cargo-fuzz does not start")?.success(), "fuzz: {target} has found something");
    Ok(())
}

/// Installs what is missing, and says so.
fn provide() -> Result<Toolbox> {
    if answer(command("rustc").args(["+nightly", "--version"])).is_none() {
        let install = ["toolchain", "install", "nightly", "--profile", "minimal"];
        run_logged("nightly Rust", command("rustup").args(install))?;
    }
    let folder = places::tool("cargo-fuzz", versions::CARGO_FUZZ);
    let program = folder.join("bin/cargo-fuzz");
    if !has_version(&program, versions::CARGO_FUZZ) {
        run_logged(&format!("cargo-fuzz {}", versions::CARGO_FUZZ), &mut install(&folder))?;
    }
    let mut toolbox = Toolbox::default();
    toolbox.add(folder.join("bin"));
    Ok(toolbox)
}

fn install(folder: &PathBuf) -> Command {
    let mut command = command("cargo");
    command.args(["install", "--locked", "--force", "--version", versions::CARGO_FUZZ, "--root"]).arg(folder);
    command.arg("cargo-fuzz").current_dir(std::env::temp_dir());
    command
}

/// The nightly Cargo. The chore itself was started by another one, which says so to all that it starts.
fn cargo(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("rustup");
    command.args(["run", "nightly", "cargo"]).env_remove("RUSTUP_TOOLCHAIN").env_remove("RUSTC");
    command
}
