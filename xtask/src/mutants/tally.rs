//! What has become of mutants: a line for each, a file with all, and which share was caught.

use super::list::{Expected, Mutant, kind};
use crate::places;
use anyhow::{Result, ensure};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;

/// Of a hundred that can be built, so many are to be caught.
const LEAST_CAUGHT: usize = 95;

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A test has failed.
    Caught,
    /// All tests that were named have passed.
    Missed,
    /// It cannot be built.
    NotViable,
    /// A test that was named fails without it, so it was not tried.
    NotTried,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Verdict::Caught => "caught",
            Verdict::Missed => "MISSED",
            Verdict::NotViable => "not viable",
            Verdict::NotTried => "NOT TRIED",
        }
    }
}

/// A mutant that was tried, as `dist/reports/mutants.json` tells it.
#[derive(Serialize)]
struct Row {
    name: String,
    file: String,
    tests: Vec<String>,
    verdict: Verdict,
    /// Whether it was known that no test catches it.
    is_known: bool,
    /// The tests that have failed, as far as they were run.
    failed: Vec<String>,
    seconds: u64,
}

/// All that were tried so far.
#[derive(Default)]
pub struct Tally {
    rows: Vec<Row>,
}

impl Tally {
    /// Adds one, prints it, and keeps what is known so far.
    pub fn add(&mut self, mutant: &Mutant, verdict: Verdict, failed: Vec<String>, seconds: u64) -> Result<()> {
        println!("{:<10} {seconds:>4} s  {}, {}", verdict.word(), mutant.name, mutant.file);
        self.rows.push(Row {
            name: mutant.name.clone(),
            file: mutant.file.clone(),
            tests: mutant.tests.clone(),
            verdict,
            is_known: mutant.expected == Expected::Missed,
            failed,
            seconds,
        });
        let reports = places::dist().join("reports");
        fs::create_dir_all(&reports)?;
        Ok(fs::write(reports.join("mutants.json"), format!("{:#}\n", serde_json::to_value(&self.rows)?))?)
    }

    /// Prints the shares. Fails where what was expected of one is wrong.
    pub fn close(&self) -> Result<()> {
        let mut kinds: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in &self.rows {
            for test in &row.tests {
                let rows = kinds.entry(kind(test)).or_default();
                if rows.last().is_none_or(|it| it.name != row.name) {
                    rows.push(row);
                }
            }
        }
        println!();
        for (kind, rows) in &kinds {
            println!("  {kind:<14} {}", Share::of(rows).words());
        }
        println!("  {:<14} {}", "all", self.share().words());
        let surprises: Vec<&str> = self.rows.iter().filter_map(Row::surprise).collect();
        ensure!(surprises.is_empty(), "not as xtask/mutants.json expects it: {}", surprises.join(", "));
        Ok(())
    }

    fn share(&self) -> Share {
        Share::of(&self.rows.iter().collect::<Vec<_>>())
    }

    /// Fails where too few were caught. Of a few that somebody has chosen, that says nothing.
    pub fn is_enough(&self) -> Result<()> {
        let Share { caught, viable } = self.share();
        ensure!(100 * caught >= LEAST_CAUGHT * viable, "fewer than {LEAST_CAUGHT} % were caught");
        Ok(())
    }
}

impl Row {
    /// Its name, where it is not what was expected of it. One that cannot be built tells nothing about the tests.
    fn surprise(&self) -> Option<&str> {
        let is_expected = match self.verdict {
            Verdict::Caught => !self.is_known,
            Verdict::Missed => self.is_known,
            Verdict::NotViable => true,
            Verdict::NotTried => false,
        };
        (!is_expected).then_some(&self.name)
    }
}

/// How many were caught of those that can be built.
struct Share {
    caught: usize,
    viable: usize,
}

impl Share {
    fn of(rows: &[&Row]) -> Share {
        let count = |verdict| rows.iter().filter(|it| it.verdict == verdict).count();
        let caught = count(Verdict::Caught);
        Share { caught, viable: caught + count(Verdict::Missed) }
    }

    fn words(&self) -> String {
        let percent = (100 * self.caught).checked_div(self.viable).unwrap_or(100);
        format!("{} of {} caught, {percent} %", self.caught, self.viable)
    }
}
