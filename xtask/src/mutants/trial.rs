//! Where faults are tried: a copy of the repository, which is built and tested there. What Cargo has built stays from one
//! fault to the next.

use super::list::{Mutant, Suite, suite};
use super::runs::{counts, failed, failed_by_cargo, run, run_until_one_fails};
use super::tally::Verdict;
use crate::bluetooth::Bluetooth;
use crate::browsers::Browsers;
use crate::elsewhere::Elsewhere;
use crate::toolbox::Toolbox;
use crate::{copy, places, setup, steps};
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What makes a release that takes a fraction of the time to build: the file, what stands there once, and what instead.
const IN_A_HURRY: [(&str, &str, &str); 3] = [
    ("Cargo.toml", "opt-level = \"z\"\nlto = true\ncodegen-units = 1\n", "opt-level = 1\nincremental = true\n"),
    // Nobody steps through the chores of the copy.
    ("Cargo.toml", "[profile.release]\n", "[profile.dev]\ndebug = false\n[profile.release]\n"),
    ("index.html", "-Oz --one-caller-inline-max-function-size=20 --flatten --rereloop -Oz ", ""),
];

/// Where the packages are that the tests in browsers need.
const PACKAGES: &str = "tests/e2e/node_modules";

/// The copy, and what it takes to run its tests.
pub struct Trial {
    elsewhere: Elsewhere,
    toolbox: Toolbox,
    browsers: Browsers,
    bluetooth: Option<Bluetooth>,
    /// The folder with what the programs say, a file for each run.
    logs: PathBuf,
}

impl Trial {
    /// Sets up, and makes the copy.
    pub fn new() -> Result<Trial> {
        let (toolbox, browsers, bluetooth) = setup::for_testing()?;
        let elsewhere = Elsewhere::new("fault-finder-mutants", "repository")?;
        for (file, was, is) in IN_A_HURRY {
            change(&elsewhere.root().join(file), was, is)?;
        }
        copy::as_link(&places::root().join(PACKAGES), &elsewhere.root().join(PACKAGES))?;
        let logs = places::dist().join("reports/mutants");
        fs::create_dir_all(&logs)?;
        Ok(Trial { elsewhere, toolbox, browsers, bluetooth, logs })
    }

    /// Whether there is here what its tests need: that browser, or a bus for fake devices.
    pub fn can_run(&self, mutant: &Mutant) -> bool {
        let needs_webkit = mutant.browsers.contains("WebKitGTK");
        let needs_bus = mutant.tests.iter().any(|it| it.starts_with("battery/serial/"));
        (!needs_webkit || self.browsers.webkit.is_some()) && (!needs_bus || self.bluetooth.is_some())
    }

    /// Makes everything that a release hands out, without a fault.
    pub fn build(&self) -> Result<()> {
        let log = self.log("without-a-fault")?;
        ensure!(run(&mut self.bundle(), &log)?, "the release can not be built; see {}", log.display());
        Ok(())
    }

    /// Whether a test passes without a fault, which is built.
    pub fn passes(&self, test: &str, browsers: &str) -> Result<bool> {
        let log = self.log(&format!("without-a-fault-{}", test.replace(['/', ':'], "-")))?;
        match suite(test)? {
            Suite::Browsers(_) => run(&mut self.in_browsers(&[test], browsers)?, &log),
            // Cargo is content where a filter fits no test.
            Suite::Cargo(arguments, filter) => {
                Ok(run(self.cargo(arguments).arg(filter), &log)? && !counts(&log)?.is_empty())
            }
        }
    }

    /// What becomes of a mutant, and the tests that have failed.
    pub fn judge(&self, mutant: &Mutant) -> Result<(Verdict, Vec<String>)> {
        let path = self.elsewhere.root().join(&mutant.file);
        let text = change(&path, &mutant.was, &mutant.is).with_context(|| mutant.name.clone())?;
        let verdict = self.try_out(mutant);
        fs::write(&path, text)?;
        verdict
    }

    /// Clears the copy away.
    pub fn end(self) -> Result<()> {
        self.elsewhere.remove()
    }

    fn try_out(&self, Mutant { name, tests, browsers, .. }: &Mutant) -> Result<(Verdict, Vec<String>)> {
        let log = self.log(name)?;
        let mut files = Vec::new();
        for test in tests {
            match suite(test)? {
                Suite::Browsers(file) => files.push(file),
                Suite::Cargo(arguments, filter) => {
                    if !run(self.cargo(arguments).arg("--no-run"), &log)? {
                        return Ok((Verdict::NotViable, Vec::new()));
                    }
                    if !run(self.cargo(arguments).arg(filter), &log)? {
                        return Ok((Verdict::Caught, failed_by_cargo(&log)?));
                    }
                }
            }
        }
        if files.is_empty() {
            return Ok((Verdict::Missed, Vec::new()));
        }
        if !run(&mut self.bundle(), &log)? {
            return Ok((Verdict::NotViable, Vec::new()));
        }
        let has_passed = run_until_one_fails(&mut self.in_browsers(&files, browsers)?, &log, &self.checked())?;
        Ok((if has_passed { Verdict::Missed } else { Verdict::Caught }, failed(&self.checked())))
    }

    /// The chores of the copy make its release: they may be what has the fault.
    fn bundle(&self) -> Command {
        self.cargo(&["xtask", "bundle", "--unweighed"])
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.elsewhere.command("cargo");
        command.args(arguments);
        command
    }

    fn in_browsers(&self, files: &[&str], browsers: &str) -> Result<Command> {
        let root = self.elsewhere.root();
        let folder = root.join("tests/e2e");
        // What an earlier run has checked says nothing of this one.
        File::create(self.checked())?;
        let bluetooth = self.bluetooth.as_ref();
        let mut command = steps::in_browsers(&folder.join("run.mjs"), &self.toolbox, &self.browsers, bluetooth)?;
        command.args(files.iter().map(|it| folder.join(it))).current_dir(root).env_remove("FORCE_COLOR");
        command.env("FAULT_FINDER_DIST", root.join("dist")).env("FAULT_FINDER_PKG", root.join("pkg"));
        command.env("FAULT_FINDER_CHECKED", self.checked()).env("BROWSERS", browsers);
        Ok(command)
    }

    /// Where the tests in browsers keep what they have checked.
    fn checked(&self) -> PathBuf {
        self.elsewhere.root().join("checked.jsonl")
    }

    /// An empty file for what is said.
    fn log(&self, name: &str) -> Result<PathBuf> {
        let path = self.logs.join(format!("{name}.log"));
        File::create(&path)?;
        Ok(path)
    }
}

/// Changes what stands once in a file, and gives the text as it was.
fn change(path: &Path, was: &str, is: &str) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))?;
    ensure!(text.matches(was).count() == 1, "{} has “{was}” not just once", path.display());
    fs::write(path, text.replacen(was, is, 1))?;
    Ok(text)
}
