//! `docs/threats.md` names the test of each line. Each of them is there, under the name that the page gives it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;

fn read(file: &str) -> Option<String> {
    fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).ok()
}

/// What stands between these two marks in a text.
fn between(text: &str, open: char, close: char) -> Vec<&str> {
    text.split(open).skip(1).filter_map(|it| it.split_once(close)).map(|(it, _)| it).collect()
}

/// The files that a cell names, each with the names of its tests.
fn tests_of(cell: &str) -> Vec<(&str, Vec<&str>)> {
    let parts = cell.split("; ").flat_map(|it| it.split(", `"));
    let named = parts.filter_map(|it| Some((it.trim_start_matches('`').split_once('`')?.0, between(it, '“', '”'))));
    named.filter(|(file, _)| [".rs", ".mjs"].iter().any(|it| file.ends_with(it))).collect()
}

#[test]
fn each_line_of_the_table_names_tests_that_are_there() {
    let page = read("docs/threats.md").unwrap();
    let table =
        page.split_once("| from | cannot | held by |\n|---|---|---|\n").unwrap().1.split_once("\n\n").unwrap().0;
    let rows: Vec<_> = table.lines().collect();
    assert!(rows.len() > 30);
    for row in rows {
        let cell = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let tests = tests_of(cell);
        assert!(!tests.is_empty() || cell.contains("`cargo xtask"), "no test: {row}");
        for (file, names) in tests {
            let path = if file.ends_with(".mjs") { format!("tests/e2e/{file}") } else { file.to_owned() };
            let text = read(&path).unwrap_or_else(|| panic!("{path} is not there: {row}"));
            // A name may be made of parts, such as one for each kind of document.
            for part in names.iter().flat_map(|it| it.split('…')).map(str::trim).filter(|it| !it.is_empty()) {
                assert!(text.contains(part), "{path} has no “{part}”");
            }
        }
    }
}
