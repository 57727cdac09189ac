//! `bench`: the widget beside the same flow in other frameworks, as `bench/` has them.

use crate::toolbox::Toolbox;
use crate::{bundle, markers, places, setup};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The markers in README.md.
const MARKERS: &str = "bench";

/// What can be asked for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    n_rounds: u32,
    output: Output,
}

/// Where the tables go besides the reports.
#[derive(Debug, PartialEq, Eq)]
enum Output {
    Reports,
    Readme,
}

/// Sets up, builds the widget, sees that its peers do the same as each other, and measures all of them.
pub fn bench(arguments: &[&str]) -> Result<()> {
    let options = Options::read(arguments)?;
    let (toolbox, chrome) = setup::for_bench()?;
    bundle::build(&toolbox)?;
    let node = |arguments: &[&str]| run(node(&toolbox, &chrome).args(arguments));
    node(&["--test", "--test-reporter=spec", "flow.test.mjs"]).context("what is compared is not the same flow")?;
    node(&["run.mjs", &options.n_rounds.to_string()])?;
    match options.output {
        Output::Reports => Ok(()),
        Output::Readme => write_readme(),
    }
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self> {
        let mut options = Self { n_rounds: 5, output: Output::Reports };
        let mut rest = arguments;
        loop {
            rest = match rest {
                [] => return Ok(options),
                ["--write", rest @ ..] => {
                    options.output = Output::Readme;
                    rest
                }
                ["--runs", number, rest @ ..] => {
                    options.n_rounds = number.parse().with_context(|| format!("`{number}` is not a number of runs"))?;
                    ensure!(options.n_rounds > 0, "one run is the least");
                    rest
                }
                [other, ..] => bail!("`{other}` is not an option of bench, which are `--runs N` and `--write`"),
            };
        }
    }
}

fn node(toolbox: &Toolbox, chrome: &Path) -> Command {
    let mut command = toolbox.command("node");
    command.current_dir(places::bench()).env("CHROME", chrome).env("FAULT_FINDER_DIST", places::dist());
    command
}

fn run(command: &mut Command) -> Result<()> {
    ensure!(command.status()?.success(), "the benchmark failed");
    Ok(())
}

fn write_readme() -> Result<()> {
    let path = places::root().join("README.md");
    let page = fs::read_to_string(&path).context("README.md can not be read")?;
    let table = fs::read_to_string(places::dist().join("reports/bench-short.md")).context("there is no table")?;
    fs::write(&path, markers::filled(&page, MARKERS, &table).context("in README.md")?)?;
    println!("README.md is written.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_in_any_order() {
        let defaults = Options { n_rounds: 5, output: Output::Reports };
        assert_eq!(Options::read(&[]).unwrap(), defaults);
        for arguments in [["--runs", "2", "--write"], ["--write", "--runs", "2"]] {
            assert_eq!(Options::read(&arguments).unwrap(), Options { n_rounds: 2, output: Output::Readme });
        }
    }

    #[test]
    fn what_is_no_option_is_told() {
        for arguments in [&["--runs"][..], &["--runs", "few"], &["--runs", "0"], &["README.md"]] {
            assert!(Options::read(arguments).is_err(), "{arguments:?}");
        }
    }

    #[test]
    fn the_readme_has_room_for_the_table() {
        let page = fs::read_to_string(places::root().join("README.md")).unwrap();
        assert!(markers::filled(&page, MARKERS, "table").is_ok());
    }
}
