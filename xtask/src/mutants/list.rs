//! The faults that are planted in what is not pure: `xtask/mutants.json`.

use crate::places;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fs;

/// What a name stands for that is before the colon in a test: the arguments to Cargo, before a filter.
const BY_CARGO: [(&str, &[&str]); 3] = [
    ("host", &["test", "--test", "host"]),
    ("cli", &["test", "--package", "fault-finder-cli", "--test", "host"]),
    ("xtask", &["test", "--package", "xtask"]),
];

/// A change to one line that a person could make, and that a user or a host could notice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutant {
    /// What is wrong then.
    pub name: String,
    /// The path of the file.
    pub file: String,
    /// What stands there, once.
    pub was: String,
    /// What stands there instead.
    pub is: String,
    /// What ought to catch it: a file in `tests/e2e/`, or a name and a filter such as `host:contract`.
    pub tests: Vec<String>,
    /// The browsers in which files of `tests/e2e/` are run.
    #[serde(default = "chromium")]
    pub browsers: String,
    /// What is known to become of it.
    #[serde(default)]
    pub expected: Expected,
    /// Why no test catches it.
    pub reason: Option<String>,
}

/// Whether a test catches a fault.
#[derive(Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    /// One does.
    #[default]
    Caught,
    /// None does, which is a gap.
    Missed,
}

fn chromium() -> String {
    "Chromium".to_owned()
}

/// How a test is run.
pub enum Suite<'a> {
    /// By Cargo, with these arguments and this filter.
    Cargo(&'static [&'static str], &'a str),
    /// In browsers: a file in `tests/e2e/`.
    Browsers(&'a str),
}

/// The suite of a test, as the list names it.
pub fn suite(test: &str) -> Result<Suite<'_>> {
    let Some((name, filter)) = test.split_once(':') else { return Ok(Suite::Browsers(test)) };
    let found = BY_CARGO.iter().find(|(it, _)| *it == name);
    let (_, arguments) = found.with_context(|| format!("“{test}” is run by nothing here"))?;
    Ok(Suite::Cargo(arguments, filter))
}

/// The kind of a test: what stands before the colon, or the folder in `tests/e2e/`.
pub fn kind(test: &str) -> &str {
    test.split([':', '/']).next().unwrap_or(test)
}

/// All that are listed.
pub fn all() -> Result<Vec<Mutant>> {
    let text =
        fs::read_to_string(places::root().join("xtask/mutants.json")).context("xtask/mutants.json is missing")?;
    serde_json::from_str(&text).context("xtask/mutants.json")
}

/// Those that have one of these names, or stand in a file whose path begins so; without a name, all.
pub fn chosen(names: &[&str]) -> Result<Vec<Mutant>> {
    let has = |mutant: &Mutant, name: &str| mutant.name == name || mutant.file.starts_with(name);
    let all = all()?;
    for name in names {
        ensure!(all.iter().any(|it| has(it, name)), "no mutant is called “{name}”, and none stands in such a file");
    }
    Ok(all.into_iter().filter(|it| names.is_empty() || names.iter().any(|name| has(it, name))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Where each file has a mutant: the folder, and how the names of its files end.
    const EACH: [(&str, &str); 8] = [
        ("src/element", ".js"),
        ("src/element", ".rs"),
        ("src/app", ".rs"),
        ("src/view", ".rs"),
        ("src/device", ".rs"),
        ("frame", ".js"),
        ("styles", ".css"),
        ("npm", ".js"),
    ];
    /// What else has one.
    const OTHERS: [&str; 9] = [
        "index.html",
        "pages/theming.js",
        "locales/",
        "guides/",
        "cli/src/pack.rs",
        "xtask/src/embed.rs",
        "xtask/src/glue.rs",
        "xtask/src/hashes.rs",
        "xtask/src/npm.rs",
    ];

    #[test]
    fn each_mutant_changes_one_place_in_one_line() {
        let mut names = BTreeSet::new();
        for Mutant { name, file, was, is, .. } in all().unwrap() {
            assert!(names.insert(name.clone()), "{name} is there twice");
            let text = fs::read_to_string(places::root().join(&file)).unwrap();
            assert_eq!(text.matches(&was).count(), 1, "{name}: how often {file} has “{was}”");
            assert!(was != is && !was.contains('\n') && !is.contains('\n'), "{name}: “{is}”");
        }
    }

    #[test]
    fn each_mutant_names_tests_that_are_there() {
        for Mutant { name, tests, .. } in all().unwrap() {
            assert!(!tests.is_empty(), "{name}");
            for test in &tests {
                let is_there = match suite(test).unwrap() {
                    Suite::Cargo(_, filter) => !filter.is_empty(),
                    Suite::Browsers(file) => places::end_to_end().join(file).is_file() && file.ends_with(".test.mjs"),
                };
                assert!(is_there, "{name}: {test}");
            }
        }
    }

    #[test]
    fn a_reason_says_why_a_mutant_is_missed_and_nothing_else() {
        for Mutant { name, expected, reason, .. } in all().unwrap() {
            assert_eq!(reason.is_some(), expected == Expected::Missed, "{name}");
        }
    }

    #[test]
    fn no_module_is_forgotten() {
        let files: BTreeSet<String> = all().unwrap().into_iter().map(|it| it.file).collect();
        for other in OTHERS {
            assert!(files.iter().any(|it| it.starts_with(other)), "{other} has no mutant");
        }
        for (folder, end) in EACH {
            for entry in fs::read_dir(places::root().join(folder)).unwrap() {
                let name = entry.unwrap().file_name().to_string_lossy().into_owned();
                // A door only names what is behind it.
                let has_one = files.contains(&format!("{folder}/{name}")) || name == "mod.rs";
                assert!(has_one || !name.ends_with(end), "{folder}/{name} has no mutant");
            }
        }
    }
}
