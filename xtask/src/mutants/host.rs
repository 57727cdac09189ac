//! `mutants host`: faults in the pure rooms, which cargo-mutants finds and plants by itself, in a copy of its own.

use crate::child::{answer, run_logged};
use crate::toolbox::{Toolbox, command};
use crate::{places, versions};
use anyhow::{Context, Result, bail, ensure};
use std::fs;

/// The rooms that build on this machine.
const ROOMS: [&str; 4] = ["guide", "diagnosis", "battery", "session"];
/// There are thousands of faults, and each is a build and a run of the tests.
const SHARD: &str = "1/40";
/// How long the tests may take with a fault, in seconds: one may make them go on for ever.
const TIMEOUT: &str = "600";

/// Tries one part of all faults. What became of them is left in `target/mutants`.
pub fn host(arguments: &[&str]) -> Result<()> {
    let shard = match arguments {
        [] => SHARD,
        ["--shard", shard] => *shard,
        [..] => bail!("`mutants host` takes nothing, or --shard K/N with K from 0 to N - 1"),
    };
    ensure!(is_shard(shard), "--shard wants two numbers such as {SHARD}, the first one less, not “{shard}”");
    let out = places::built("mutants");
    fs::create_dir_all(&out)?;
    let mut command = provide()?.command("cargo");
    command.args(["mutants", "--package", "fault-finder", "--no-shuffle"]);
    // Each part has some of each room.
    command.args(["--sharding", "round-robin", "--shard", shard]);
    for room in ROOMS {
        command.args(["--file", &format!("src/{room}/**/*.rs")]);
    }
    // Of the tests, these are built and run: the others need a browser.
    command.args(["--cargo-arg=--test=host", "--timeout", TIMEOUT, "--output"]).arg(&out);
    let is_caught = command.status().context("cargo-mutants does not start")?.success();
    ensure!(is_caught, "not each fault was caught; see {}", out.join("mutants.out").display());
    Ok(())
}

fn is_shard(shard: &str) -> bool {
    let numbers = shard.split_once('/').map(|(one, all)| (one.parse::<usize>(), all.parse::<usize>()));
    matches!(numbers, Some((Ok(one), Ok(all))) if one < all)
}

/// Installs what is missing, and says so.
fn provide() -> Result<Toolbox> {
    let folder = places::tool("cargo-mutants", versions::CARGO_MUTANTS);
    let mut toolbox = Toolbox::default();
    toolbox.add(folder.join("bin"));
    let found = answer(toolbox.command("cargo").args(["mutants", "--version"])).unwrap_or_default();
    if !found.split_whitespace().any(|it| it == versions::CARGO_MUTANTS) {
        let mut install = command("cargo");
        install.args(["install", "--locked", "--force", "--version", versions::CARGO_MUTANTS, "--root"]).arg(&folder);
        install.arg("cargo-mutants").current_dir(std::env::temp_dir());
        run_logged(&format!("cargo-mutants {}", versions::CARGO_MUTANTS), &mut install)?;
    }
    Ok(toolbox)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_so_many_from_zero_on() {
        assert!(is_shard(SHARD) && is_shard("0/1") && is_shard("39/40"));
        assert!(["", "1", "40/40", "0/0", "-1/4", "1/x", "1/2/3"].iter().all(|it| !is_shard(it)));
    }
}
