//! How many instructions the core takes for what a person waits for, counted by Valgrind: unlike a time, a count is the
//! same on a busy machine.

use crate::setup::Need;
use crate::toolbox::{command, find_on_path};
use crate::{child, places};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::env::consts::OS;
use std::fs;
use std::path::PathBuf;

/// Each stage of `examples/counted`, and the one that it builds upon.
const STAGES: [(&str, &str); 5] =
    [("guide", "nothing"), ("plan", "guide"), ("screen", "plan"), ("decode", "nothing"), ("largest", "nothing")];
/// By how much a count may be above the one that is kept: compilers differ, and so do the seeds of hash maps.
const LEEWAY: f64 = 1.1;

type Counts = BTreeMap<String, u64>;

/// What is missing, where it can be installed.
pub fn needs() -> Vec<Need> {
    let valgrind = Need { what: "Valgrind, which counts instructions", debian: "valgrind", homebrew: "" };
    let is_missing = OS == "linux" && find_on_path("apt-get").is_some() && !is_there();
    is_missing.then_some(valgrind).into_iter().collect()
}

/// Whether it is to be had here.
pub fn is_there() -> bool {
    find_on_path("valgrind").is_some()
}

/// Counts, and fails where a stage takes more than it did.
pub fn check() -> Result<()> {
    let kept: Counts = serde_json::from_str(&fs::read_to_string(path())?).context("xtask/instructions.json")?;
    let counts = count()?;
    println!("{:<10} {:>12} {:>12}", "stage", "instructions", "kept");
    for (stage, count) in &counts {
        println!("{stage:<10} {count:>12} {:>12}", kept.get(stage).map_or_else(|| "none".to_owned(), u64::to_string));
    }
    let more = more(&counts, &kept);
    ensure!(more.is_empty(), "more instructions than before for: {}", more.join(", "));
    Ok(())
}

/// Counts, and keeps the counts to compare with.
pub fn write() -> Result<()> {
    ensure!(is_there(), "Valgrind is missing");
    fs::write(path(), format!("{}\n", serde_json::to_string_pretty(&count()?)?)).context("xtask/instructions.json")
}

/// The stages that take more than they did, or that are new.
fn more(counts: &Counts, kept: &Counts) -> Vec<String> {
    #[expect(clippy::cast_precision_loss, reason = "no count is that large")]
    let is_more =
        |(stage, count): &(&String, &u64)| kept.get(*stage).is_none_or(|kept| **count as f64 > LEEWAY * *kept as f64);
    counts.iter().filter(is_more).map(|(stage, _)| stage.clone()).collect()
}

fn count() -> Result<Counts> {
    let built = ["build", "--profile", "host", "--example", "counted"];
    ensure!(command("cargo").args(built).status()?.success(), "examples/counted can not be built");
    let one = |(stage, before): (&str, &str)| {
        let own = instructions(stage)?.checked_sub(instructions(before)?).context("a stage takes less than nothing")?;
        Ok((stage.to_owned(), own))
    };
    STAGES.into_iter().map(one).collect()
}

/// What the whole process takes up to a stage.
fn instructions(stage: &str) -> Result<u64> {
    let mut command = command("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]);
    let said = child::answer(command.arg(places::built("host/examples/counted")).arg(stage));
    counted(&said.with_context(|| format!("{stage} can not be counted"))?)
}

/// The number in `==123== Collected : 456789`.
fn counted(said: &str) -> Result<u64> {
    let line = said.lines().find_map(|it| it.split_once("Collected :")).context("Valgrind tells no count")?;
    line.1.trim().parse().context("Valgrind tells no number")
}

fn path() -> PathBuf {
    places::root().join("xtask/instructions.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(rows: &[(&str, u64)]) -> Counts {
        rows.iter().map(|(stage, it)| ((*stage).to_owned(), *it)).collect()
    }

    #[test]
    fn a_stage_may_take_a_little_more_and_not_much() {
        let kept = counts(&[("guide", 1000), ("plan", 1000)]);
        assert_eq!(more(&counts(&[("guide", 1099), ("plan", 1101), ("new", 1)]), &kept), ["new", "plan"]);
        assert!(more(&counts(&[("guide", 10)]), &kept).is_empty());
    }

    #[test]
    fn the_count_is_read_from_what_valgrind_says() {
        let said = "==7== Events    : Ir\n==7== Collected : 4711\n==7== \n";
        assert_eq!(counted(said).unwrap(), 4711);
        assert!(counted("==7== Events    : Ir\n").is_err());
    }
}
