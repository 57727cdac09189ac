//! What the element promises is written in several places: for people, for editors and for compilers. They must agree.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn read(file: &str) -> String {
    fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The words that stand behind each `mark` in a text.
fn words_behind(mark: &str, text: &str) -> BTreeSet<String> {
    let word = |rest: &str| rest.chars().take_while(|it| it.is_ascii_lowercase() || *it == '-').collect();
    text.split(mark).skip(1).map(word).collect()
}

/// The names of one kind of member in the manifest, without what all of them begin with.
fn manifest(kind: &str, prefix: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(&read("npm/custom-elements.json")).unwrap();
    let members = manifest.pointer(&format!("/modules/0/declarations/0/{kind}")).unwrap().as_array().unwrap();
    let name = |it: &Value| it.pointer("/name").unwrap().as_str().unwrap().strip_prefix(prefix).unwrap().to_owned();
    members.iter().map(name).collect()
}

#[test]
fn each_custom_property_is_in_the_manifest_and_in_the_table() {
    let tokens = words_behind("--fault-finder-", &read("styles/tokens.css"));
    assert!(tokens.len() > 10);
    assert_eq!(manifest("cssProperties", "--fault-finder-"), tokens);
    assert_eq!(words_behind("| `--fault-finder-", &read("EMBEDDING.md")), tokens);
}

#[test]
fn the_colours_of_the_theming_page_are_those_of_the_widget() {
    let (page, tokens) = (read("pages/theming.js"), read("styles/tokens.css"));
    let colours = page.split_once("COLOURS = {").unwrap().1.split_once('}').unwrap().0;
    let rows: Vec<(String, &str)> = colours
        .lines()
        .filter_map(|it| it.trim().trim_end_matches(',').split_once(": "))
        .map(|(name, value)| (name.trim_matches('"').to_owned(), value.trim_matches('"')))
        .collect();
    let light = |name: &str| format!("var(--fault-finder-{name}, light-dark(");
    let wanted: Vec<String> = words_behind("--fault-finder-", &tokens).into_iter().collect();
    let wanted = wanted.into_iter().filter(|it| tokens.contains(&light(it)));
    assert_eq!(rows.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>(), wanted.collect());
    for (name, value) in rows {
        assert!(tokens.contains(&format!("{}{value}, ", light(&name))), "{name} is not {value}");
        assert!(read("EMBEDDING.md").contains(&format!("| `{value}` |")), "{name}: {value} is not in the table");
    }
}

#[test]
fn each_attribute_is_in_the_manifest_the_types_and_the_table() {
    let element = read("src/element/element.js");
    let list = |name: &str| {
        let list = element.split_once(&format!("const {name} = [")).unwrap().1.split_once(']').unwrap().0;
        list.split(", ").map(|it| it.trim_matches('"').to_owned()).collect::<BTreeSet<_>>()
    };
    let attributes = &list("OBSERVED") | &list("REFLECTED");
    assert_eq!(manifest("attributes", ""), attributes);
    let (types, table) = (read("npm/index.d.ts"), read("EMBEDDING.md"));
    for it in attributes {
        let is_typed = types.contains(&format!("\n  {it}?: ")) || types.contains(&format!("\n  \"{it}\"?: "));
        assert!(is_typed && table.contains(&format!("\n| `{it}` | ")), "{it}");
    }
}

#[test]
fn each_event_is_in_the_manifest_the_types_and_the_table() {
    let events = words_behind("\"fault-finder-", &read("src/app/notice.rs"));
    assert!(events.len() > 5);
    assert_eq!(manifest("events", "fault-finder-"), events);
    assert_eq!(words_behind("\n  \"fault-finder-", &read("npm/index.d.ts")), events);
    assert_eq!(words_behind("\n| `fault-finder-", &read("EMBEDDING.md")), events);
    assert_eq!(words_behind("\"fault-finder-", &format!("\"fault-finder-{}", frame_events())), events);
}

/// The events that come out of a frame, as a list in the style of the others.
fn frame_events() -> String {
    let script = read("frame/contract.js");
    let list = script.split_once("EVENTS = [\"").unwrap().1.split_once(']').unwrap().0;
    list.replace("\", \"", "\"fault-finder-")
}

#[test]
fn each_method_and_property_is_in_the_manifest_the_types_and_the_table() {
    let (types, table) = (read("npm/index.d.ts"), read("EMBEDDING.md"));
    let members = manifest("members", "");
    assert!(members.len() > 10);
    for it in members {
        let is_typed = [format!("\n  {it}("), format!("\n  {it}: "), format!("\n  readonly {it}: ")];
        assert!(is_typed.iter().any(|it| types.contains(it)), "{it} has no type");
        assert!(table.contains(&format!("`{it}`")) || table.contains(&format!("| `{it}(")), "{it} is in no table");
    }
}

#[test]
fn the_frame_takes_each_attribute() {
    let script = read("frame/contract.js");
    let list = script.split_once("SETTINGS = [").unwrap().1.split_once(']').unwrap().0;
    let settings = list.split(", ").map(|it| it.trim_matches('"').to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(settings, manifest("attributes", ""));
}

#[test]
fn the_frame_lets_out_all_that_an_event_tells() {
    let (frame, notice) = (read("frame/frame.js"), read("src/app/notice.rs"));
    let fields = |text: &str, start: &str, end: &str| {
        let fields = text.split_once(start).unwrap().1.split_once(end).unwrap().0;
        let names = fields.lines().filter(|it| !it.trim().starts_with(['/', '#'])).filter_map(|it| it.split_once(':'));
        names.map(|(name, _)| name.trim().to_owned()).collect::<BTreeSet<_>>()
    };
    let told = fields(&notice, "struct Detail<'a> {", "\n}");
    assert!(told.len() > 5);
    assert_eq!(fields(&frame, "const DETAIL = {", "\n}"), told);
}

#[test]
fn each_field_that_is_stored_is_told_to_those_who_answer_for_data_protection() {
    use fault_finder::session::{Days, Session, Settings, Time};
    let guide =
        fault_finder::guide::read(&mut serde_json::Deserializer::from_str(&read("tests/fixtures/desk-lamp.json")));
    let session = Session::new(std::rc::Rc::new(guide.unwrap()), Settings::default(), Time(0));
    let stored = serde_json::to_value(session.saved()).unwrap();
    let page = read("EMBEDDING.md");
    let section = page.split_once("## What is stored and what leaves the page").unwrap().1;
    let table = section.split_once("| field | holds |").unwrap().1.split_once("\n\n").unwrap().0;
    let told: BTreeSet<String> = table
        .lines()
        .filter_map(|it| it.strip_prefix("| `")?.split_once(" |"))
        .flat_map(|(names, _)| names.split(", "))
        .map(|it| it.trim_matches('`').to_owned())
        .collect();
    assert_eq!(told, stored.as_object().unwrap().keys().cloned().collect());
    assert!(section.contains(&format!("It is kept for {} days", Days::MOST)));
    let key = |file: &str, mark: &str| read(file).contains(mark) && section.contains("`fault-finder:<guide id>`");
    assert!(key("src/app/storage.rs", "\"fault-finder:\"") && key("src/element/stored.js", "`fault-finder:${guide}`"));
}
