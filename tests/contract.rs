//! What the element promises is written in several places: for people, for editors and for compilers. They must agree,
//! and each promise to people has a test.

use crate::tables;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn read(file: &str) -> String {
    tables::text_of(file).unwrap()
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
    let (element, properties) = (read("src/element/element.js"), read("src/element/properties.js"));
    let within = |text: &str, start: &str, end: &str| -> BTreeSet<String> {
        let list = text.split_once(start).unwrap().1.split_once(end).unwrap().0;
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let observed = within(&element, "const OBSERVED = [", "]");
    let attributes = &observed | &within(&properties, "const TEXTS = {", "}");
    assert_eq!(manifest("attributes", ""), attributes);
    let (types, table) = (read("npm/index.d.ts"), read("EMBEDDING.md"));
    for it in attributes {
        let is_typed = types.contains(&format!("\n  {it}?: ")) || types.contains(&format!("\n  \"{it}\"?: "));
        assert!(is_typed && table.contains(&format!("\n| `{it}` | ")), "{it}");
    }
}

#[test]
fn the_errors_that_a_support_site_is_told_of_are_those_of_the_scripts() {
    let told = read("docs/hosts.md");
    for (words, file) in [
        ("could not be loaded", "second_script.js"),
        ("damaged, or of another version", "second_script.js"),
        ("nothing has come within", "shared.js"),
    ] {
        assert!(told.contains(&format!("`{words}")) && read(&format!("src/element/{file}")).contains(words), "{words}");
    }
    assert!(told.contains("After 25 seconds"));
    assert!(read("src/element/shared.js").contains("MOST_MS = 25_000"));
    assert!(told.contains("(`format`, now 1)") && read("src/session/saved.rs").contains("FORMAT: u32 = 1;"));
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

/// The limits that people are told are those of the code, and so is how far the built-in guide is from them.
#[test]
fn each_limit_of_a_document_is_the_one_of_the_code() {
    let (page, guide) = (read("EMBEDDING.md"), read("guides/sony-wf-1000xm4-not-charging.json"));
    let cells = |what: &str| {
        let row = page.lines().find(|it| it.starts_with(&format!("| {what}"))).unwrap();
        row.split('|').skip(2).map(|it| number(&it.replace(',', ""))).collect::<Vec<_>>()
    };
    let constant = |file: &str, name: &str| {
        let code = read(&format!("src/guide/{file}.rs"));
        let (_, value) = code.split_once(&format!("const {name}: ")).unwrap().1.split_once(" = ").unwrap();
        number(&value.replace('_', ""))
    };
    let [levels, entries, values, text, name] = measured(&serde_json::from_str(&guide).unwrap());
    for (what, limit, built_in) in [
        ("the document |", "MOST_BYTES", guide.len()),
        ("levels of lists", "DEEPEST", levels),
        ("entries of one list", "MOST_ENTRIES", entries),
        ("values of all kinds", "MOST_VALUES", values),
        ("one text |", "LONGEST_TEXT", text),
        ("the `image` of a picture", "LONGEST_IMAGE", 0),
        ("the name of a field", "LONGEST_NAME", name),
    ] {
        assert_eq!(cells(what)[..2], [constant("limits", limit), u64::try_from(built_in).unwrap()], "{what}");
    }
    for (what, limit) in [
        ("questions, repairs", "MOST"),
        ("faults |", "MOST_FAULTS"),
        ("choices of all questions", "MOST_CHOICES"),
        ("an id, the version", "LONGEST_ID"),
        ("minutes of a step", "MOST_MINUTES"),
        ("a weight |", "LARGEST_WEIGHT"),
        ("errors that are told", "MOST_TOLD"),
    ] {
        assert_eq!(cells(what)[0], constant("check", limit), "{what}");
    }
}

/// The number that a text begins with, such as 12 or 1e6; 0 where it begins with none.
fn number(text: &str) -> u64 {
    let is_part = |it: &char| it.is_ascii_digit() || *it == 'e';
    let digits: String = text.trim().chars().take_while(is_part).collect();
    let (digits, zeros) = digits.split_once('e').unwrap_or((&digits, "0"));
    digits.parse().map_or(0, |it: u64| it * 10_u64.pow(zeros.parse().unwrap()))
}

/// How deep a document is, the entries of its longest list or object, its values, and the characters of its longest
/// text and of its longest name.
fn measured(value: &Value) -> [usize; 5] {
    let (inner, name): (Vec<_>, _) = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => return [0, 0, 1, 0, 0],
        Value::String(text) => return [0, 0, 1, text.chars().count(), 0],
        Value::Array(items) => (items.iter().map(measured).collect(), None),
        Value::Object(fields) => {
            (fields.values().map(measured).collect(), fields.keys().map(|it| it.chars().count()).max())
        }
    };
    let most = |idx: usize| inner.iter().map(|it| it[idx]).max().unwrap_or_default();
    let n_values: usize = inner.iter().map(|it| it[2]).sum();
    [most(0) + 1, most(1).max(inner.len()), n_values + 1, most(3), most(4).max(name.unwrap_or_default())]
}

#[test]
fn each_line_of_the_documents_has_a_test_or_a_reason_for_having_none() {
    let (page, documents) = (read("docs/promises.md"), ["README.md", "EMBEDDING.md"].map(read));
    let lines: Vec<_> = documents.iter().flat_map(|it| tables::lines_of(it)).collect();
    // By their place among the lines: whether a line that was named promises something.
    let mut named = BTreeMap::new();
    for (head, is_promise) in
        [("| promise | test |", true), ("| promise | why no test |", true), ("| begins with | why |", false)]
    {
        for row in tables::rows(&page, head) {
            let [cell, reason] = row[..] else {
                panic!("docs/promises.md: this row has other than two cells: {row:?}")
            };
            let is_held =
                if head == "| promise | test |" { tables::find_tests(reason) > 0 } else { !reason.is_empty() };
            assert!(is_held, "docs/promises.md: name a test, as in `file`: “name of the test”, or a reason: {row:?}");
            for quote in cell.split('…').map(tables::plain) {
                let is_it = |it: &str| if is_promise { it.contains(&quote) } else { it.starts_with(&quote) };
                let found: Vec<_> = (0..lines.len()).filter(|idx| is_it(&lines[*idx].0)).collect();
                let [idx] = found[..] else {
                    panic!("docs/promises.md: “{quote}” stands in {} lines; quote words of one line", found.len())
                };
                let before = named.insert(idx, is_promise);
                assert!(
                    before.is_none_or(|it| it == is_promise),
                    "“{quote}”: its line promises something, and nothing"
                );
            }
        }
    }
    let forgotten = lines.iter().enumerate().filter(|(idx, (_, may_promise))| *may_promise && !named.contains_key(idx));
    let forgotten: Vec<_> = forgotten.map(|(_, (line, _))| line.as_str()).collect();
    assert!(
        forgotten.is_empty(),
        "docs/promises.md lacks these lines. Quote what they promise beside its test, or list them under “What \
         promises nothing”:\n{}",
        forgotten.join("\n")
    );
}
