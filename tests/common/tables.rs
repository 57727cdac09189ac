//! Pages as people read them: the tables in `docs/` that name tests, and the lines of a document that may promise
//! something.

use std::fs;

/// The text of a file of this project.
pub(crate) fn text_of(file: &str) -> Option<String> {
    fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).ok()
}

/// The cells of each row of the tables that have this head.
pub(crate) fn rows<'a>(page: &'a str, head: &str) -> Vec<Vec<&'a str>> {
    let tables = page.split("\n\n").map(str::trim).filter(|it| it.lines().next() == Some(head));
    let cells = |row: &'a str| row.trim_start_matches("| ").trim_end_matches(" |").split(" | ").collect();
    tables.flat_map(|it| it.lines().skip(2)).map(cells).collect()
}

/// Fails where a test that this cell names is not there. Returns how many tests it names.
pub(crate) fn find_tests(cell: &str) -> usize {
    let tests = tests_of(cell);
    for (file, names) in &tests {
        let text = text_of(file).or_else(|| text_of(&format!("tests/e2e/{file}")));
        let text = text.unwrap_or_else(|| panic!("{file} is not there: {cell}"));
        // A name may be made of parts, such as one for each kind of document.
        for part in names.iter().flat_map(|it| it.split('…')).map(str::trim).filter(|it| !it.is_empty()) {
            assert!(text.contains(part), "{file} has no “{part}”: {cell}");
        }
    }
    tests.len()
}

/// The lines of a document as one reads them, and whether each may promise something: not the headings, the heads of
/// tables, the examples, and what the benchmark writes.
pub(crate) fn lines_of(document: &str) -> Vec<(String, bool)> {
    let is_rule = |it: &str| it.starts_with('|') && it.chars().all(|it| "|-: ".contains(it));
    let below = document.lines().skip(1).chain([""]);
    let mut is_example = false;
    let mut lines = Vec::new();
    for (line, below) in document.lines().zip(below) {
        let is_fence = line.starts_with("```") || line.starts_with("<!-- bench: ");
        is_example ^= is_fence;
        let is_head = line.starts_with('#') || is_rule(line) || is_rule(below);
        lines.push((plain(line), !(is_example || is_fence || is_head || line.is_empty())));
    }
    lines
}

/// A line or a cell without the marks of Markdown, and with single spaces.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace(['*', '`'], "").replace('|', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches("- ").to_owned()
}

/// The files that a cell names, each with the names of its tests.
fn tests_of(cell: &str) -> Vec<(&str, Vec<&str>)> {
    let parts = cell.split("; ").flat_map(|it| it.split(", `"));
    let named = parts.filter_map(|it| Some((it.trim_start_matches('`').split_once('`')?.0, between(it, '“', '”'))));
    named.filter(|(file, _)| [".rs", ".mjs"].iter().any(|it| file.ends_with(it))).collect()
}

/// What stands between these two marks in a text.
fn between(text: &str, open: char, close: char) -> Vec<&str> {
    text.split(open).skip(1).filter_map(|it| it.split_once(close)).map(|(it, _)| it).collect()
}
