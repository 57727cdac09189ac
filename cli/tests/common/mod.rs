//! What several tests share: guides, broken ones made from them, and the program.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "not every test uses all; a test may fail")]

use fault_finder::guide::Guide;
use fault_finder_cli::document::Document;
use std::path::PathBuf;
use std::process::{Command, Output};

pub const EARBUDS: &str = include_str!("../../../guides/sony-wf-1000xm4-not-charging.json");
pub const LAMP: &str = include_str!("../../../tests/fixtures/desk-lamp.json");

pub fn document(text: &str) -> Document {
    Document { name: "guide.json".to_owned(), text: text.to_owned() }
}

pub fn guide(text: &str) -> Guide {
    document(text).checked().unwrap()
}

/// The lamp with one piece of its text replaced.
pub fn lamp_with(old: &str, new: &str) -> String {
    assert_eq!(LAMP.matches(old).count(), 1, "{old}");
    LAMP.replace(old, new)
}

/// A file with this text; each test has names of its own.
pub fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("fault-finder-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path
}

/// Runs the program.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fault-finder")).args(arguments).output().unwrap()
}

pub fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
