//! `mutants web`: the faults that are listed, each with the tests that ought to catch it.

use super::list::{self, Expected, Mutant, Suite, suite};
use super::tally::{Tally, Verdict};
use super::trial::Trial;
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

const FLAGS: [&str; 2] = ["--list", "--trusting"];

/// Whether a test passes without a fault, by its name and its browsers.
type Sound<'a> = BTreeMap<(&'a str, &'a str), bool>;

/// Tries the faults that are named, or all.
pub fn web(arguments: &[&str]) -> Result<()> {
    let (flags, names): (Vec<&str>, Vec<&str>) = arguments.iter().partition(|it| it.starts_with("--"));
    ensure!(flags.iter().all(|it| FLAGS.contains(it)), "`mutants web` knows {} only", FLAGS.join(" and "));
    let mutants = list::chosen(&names)?;
    if flags.contains(&"--list") {
        mutants.iter().for_each(tell);
        return Ok(());
    }
    let trial = Trial::new()?;
    let (mutants, others): (Vec<Mutant>, Vec<Mutant>) = mutants.into_iter().partition(|it| trial.can_run(it));
    for Mutant { name, .. } in others {
        println!("{name} is left out, because its tests need what is not to be had here");
    }
    let sound = if flags.contains(&"--trusting") { Sound::new() } else { sound(&trial, &mutants)? };
    let mut tally = Tally::default();
    for mutant in &mutants {
        let started = Instant::now();
        let is_sound = |test: &String| sound.get(&(test.as_str(), mutant.browsers.as_str())) != Some(&false);
        let (verdict, failed) =
            if mutant.tests.iter().all(is_sound) { trial.judge(mutant)? } else { (Verdict::NotTried, Vec::new()) };
        tally.add(mutant, verdict, failed, started.elapsed().as_secs())?;
    }
    trial.end()?;
    tally.close()?;
    if names.is_empty() { tally.is_enough() } else { Ok(()) }
}

fn tell(mutant: &Mutant) {
    let Mutant { name, file, was, is, tests, expected, reason, .. } = mutant;
    println!("{name}, {file}: {}\n  - {was}\n  + {is}", tests.join(", "));
    if *expected == Expected::Missed {
        println!("  Not caught so far. {}", reason.as_deref().unwrap_or_default());
    }
}

/// Runs each test that is named once without a fault: what fails then as well would seem to catch all.
fn sound<'a>(trial: &Trial, mutants: &'a [Mutant]) -> Result<Sound<'a>> {
    let named = |it: &'a Mutant| it.tests.iter().map(|test| (test.as_str(), it.browsers.as_str()));
    let tests: BTreeSet<(&str, &str)> = mutants.iter().flat_map(named).collect();
    println!("{} tests without a fault ...", tests.len());
    if tests.iter().any(|(test, _)| matches!(suite(test), Ok(Suite::Browsers(_)))) {
        trial.build()?;
    }
    let mut sound = Sound::new();
    for (test, browsers) in tests {
        let passes = trial.passes(test, browsers)?;
        if !passes {
            println!("FAILS without a fault: {test} ({browsers})");
        }
        sound.insert((test, browsers), passes);
    }
    Ok(sound)
}
