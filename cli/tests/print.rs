//! `print` and `new`: documents that hold what the guide says, and a guide to start from.

use crate::common::{EARBUDS, LAMP, document, file, guide, run, status, text};
use fault_finder_cli::check::{Severity, check};
use fault_finder_cli::new::new;
use fault_finder_cli::print;
use serde_json::Value;

/// Only letters and digits, so that line breaks and escapes do not count.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn every_format_holds_every_sentence() {
    for document in [EARBUDS, LAMP] {
        let mut sentences = Vec::new();
        collect(&serde_json::from_str(document).unwrap(), &mut sentences);
        assert!(sentences.len() > 20);
        let guide = guide(document);
        for printed in [print::html(&guide), print::markdown(&guide), print::text(&guide)] {
            let printed = letters(&printed);
            for sentence in &sentences {
                let missing =
                    !printed.contains(&letters(sentence)) && !printed.contains(&letters(&print::escaped(sentence)));
                assert!(!missing, "this is missing: {sentence}");
            }
        }
    }
}

/// Every text that is meant to be read.
fn collect(value: &Value, sentences: &mut Vec<String>) {
    value.as_array().into_iter().flatten().for_each(|it| collect(it, sentences));
    for (name, value) in value.as_object().into_iter().flatten() {
        match name.as_str() {
            "text" | "over" | "intro" | "title" | "heading" | "help" => {
                sentences.extend(value.as_str().map(str::to_owned));
            }
            "advice" => {
                sentences.extend(value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
            }
            // What only a page can do or show is of no use on paper.
            "battery" | "pictures" => (),
            _ => collect(value, sentences),
        }
    }
}

#[test]
fn plain_text_keeps_to_its_columns_and_markdown_to_its_marks() {
    let text = print::text(&guide(EARBUDS));
    let too_long = text.lines().find(|it| it.chars().count() > 78 && !it.contains("https://"));
    assert_eq!(too_long, None);
    assert!(text.starts_with("WF-1000XM4 not charging\n=======================\n"), "{}", &text[..80]);
    let markdown = print::markdown(&guide(LAMP));
    assert!(markdown.contains("## 3. Change the bulb\n"), "{markdown}");
    assert!(markdown.contains("\n#### ") || markdown.contains("\n### The old one\n\n1. Turn it out.\n"), "{markdown}");
    assert!(markdown.contains("- [Worldwide](<https://acme.example/help>)\n"), "{markdown}");
}

#[test]
fn the_program_prints_each_format() {
    let path = file("print.json", LAMP);
    let lamp = path.to_str().unwrap();
    for (format, start) in [("html", "<section"), ("markdown", "# Desk lamp"), ("text", "Desk lamp stays dark\n====")] {
        let output = run(&["print", lamp, "--format", format]);
        assert_eq!(status(&output), 0);
        assert!(text(&output.stdout).starts_with(start), "{format}");
    }
    assert_eq!(status(&run(&["print", lamp, "--format", "pdf"])), 2);
    assert_eq!(status(&run(&["print", "no-such-file.json"])), 1);
}

#[test]
fn a_new_guide_has_nothing_to_warn_of_and_every_command_takes_it() {
    let skeleton = new("acme-kettle").unwrap();
    let findings = check(&document(&skeleton));
    assert!(findings.iter().all(|it| it.severity == Severity::Remark), "{findings:#?}");
    let path = file("new.json", "");
    std::fs::remove_file(&path).unwrap();
    let name = path.to_str().unwrap();
    assert_eq!(status(&run(&["new", "acme-kettle", "--out", name])), 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), skeleton);
    // It is never written over.
    assert_eq!(status(&run(&["new", "acme-kettle", "--out", name])), 1);
    assert_eq!(status(&run(&["check", "--strict", name])), 0);
    assert_eq!(status(&run(&["plan", name])), 0);
    assert_eq!(status(&run(&["simulate", name, "--people", "20"])), 0);
    assert_eq!(text(&run(&["new", "acme-kettle"]).stdout), skeleton);
}

#[test]
fn an_id_that_is_none_is_refused() {
    for id in ["", "Acme Kettle", "a/b", "a\"b"] {
        assert!(new(id).is_err(), "{id}");
    }
}

#[test]
fn help_is_there_for_every_command() {
    for command in ["check", "simulate", "plan", "print", "new"] {
        let output = run(&[command, "--help"]);
        assert_eq!(status(&output), 0);
        assert!(text(&output.stdout).contains("Usage: fault-finder"), "{command}");
    }
    assert_eq!(status(&run(&["fly"])), 2);
}
