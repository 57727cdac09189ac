//! `check`: what it finds, where, and what the program ends with.

use crate::common::{EARBUDS, LAMP, document, file, lamp_with, run, status, text};
use fault_finder_cli::check::{Finding, Severity, check, check_translation};
use fault_finder_cli::document::Document;
use std::path::Path;

fn findings(text: &str) -> Vec<Finding> {
    check(&document(text))
}

fn rules(text: &str) -> Vec<(&'static str, String)> {
    findings(text).into_iter().map(|it| (it.rule, it.place)).collect()
}

/// Asserts that this is found at this place, and returns what is said.
fn found(text: &str, rule: &str, place: &str) -> String {
    let found = findings(text).into_iter().find(|it| it.rule == rule && it.place == place);
    found.unwrap_or_else(|| panic!("{rule} at {place} is not among {:?}", rules(text))).message
}

#[test]
fn guides_that_are_right_have_no_error_and_the_lamp_no_warning() {
    assert!(findings(EARBUDS).iter().all(|it| it.severity != Severity::Error));
    assert_eq!(rules(LAMP), [("reading-level", "guide".to_owned())]);
}

fn in_translation(translation: &str) -> Vec<(&'static str, String)> {
    let found = check_translation(&document(LAMP), &document(translation));
    found.into_iter().map(|it| (it.rule, it.place)).collect()
}

#[test]
fn a_translation_is_held_against_its_guide() {
    let translation = |more: &str| format!(r#"{{ "format": 1, "id": "desk-lamp-dark", "language": "de"{more} }}"#);
    let found = in_translation(&translation(r#", "title": "", "faults": { "unplugged": { "text": "Kein Strom" } }"#));
    let has = |rule: &'static str, place: &str| found.contains(&(rule, place.to_owned()));
    assert!(has("untranslated", "guide") && has("untranslated", "title") && has("untranslated", "faults"));
    assert!(has("untranslated", "faults.unplugged"), "its reason is missing: {found:?}");
    let odd = in_translation(&translation(r#", "minutes": "5", "faults": { "yonder": "?" }, "repairs": "x""#));
    let has = |rule: &'static str, place: &str| odd.contains(&(rule, place.to_owned()));
    assert!(has("no-such-words", "minutes") && has("no-such-words", "faults.yonder") && has("translation", "repairs"));
    assert_eq!(in_translation(&translation("").replace("dark", "bright")).first().unwrap().1, "id");
    assert_eq!(in_translation("{").first().unwrap().0, "json");
}

#[test]
fn the_built_in_guide_says_all_in_every_language() {
    let path = Path::new("../guides/sony-wf-1000xm4-not-charging.json");
    let guide = Document::load(path).unwrap();
    let translations = guide.translations_beside(path).unwrap();
    assert_eq!(translations.len(), 5);
    for translation in translations {
        let found = check_translation(&guide, &translation);
        let odd: Vec<_> = found.iter().filter(|it| it.severity != Severity::Remark).collect();
        assert!(odd.is_empty(), "{}: {odd:?}", translation.name);
        assert_eq!(guide.translated(&translation).unwrap().language, translation.name.split('.').rev().nth(1).unwrap());
    }
}

/// The place of a finding, as the line and column of the text that it is about.
#[test]
fn a_place_is_found_in_the_file() {
    let position = |text: &str, place: &str, mark: &str| {
        let finding = findings(text).into_iter().find(|it| it.place == place).unwrap();
        assert_eq!(&text[finding.span.clone()], mark, "{place}");
        let before = &text[..finding.span.start];
        assert_eq!(finding.line, before.lines().count().max(1), "{place}");
        assert_eq!(finding.column, before.chars().rev().take_while(|it| *it != '\n').count() + 1, "{place}");
    };
    position(&lamp_with("\"hot\": 0.8", "\"hot\": 8"), "repairs[1].fixes.hot", "8");
    position(&lamp_with("\"hot\": 0.8", "\"odd\": 0.1, \"odd.id[0]\": 0.8"), "repairs[1].fixes.odd.id[0]", "0.8");
    position(&lamp_with("[0.2, 0.8]", "[0.2, 0.9]"), "questions[0].odds.unplugged", "\"unplugged\"");
    position(&lamp_with("\"minutes\": 4,", "\"minutes\": 40,"), "repairs[1].wait.checks[0].minutes", "40");
    position(
        &lamp_with("{ \"id\": \"push\", \"text\": \"Push the plug in.\" }", "{ \"id\": \"push\" }"),
        "repairs[0].instructions[0]",
        "\"push\"",
    );
    position(&lamp_with("\"title\": \"Desk lamp stays dark\",", ""), "guide", "\"desk-lamp-dark\"");
}

#[test]
fn a_file_that_is_no_guide_is_told_with_its_position() {
    let first = |text: &str| findings(text).into_iter().next().unwrap();
    let missing_comma = first("{\n  \"format\": 1\n  \"id\": 2\n}");
    assert_eq!((missing_comma.rule, missing_comma.line, missing_comma.column), ("json", 3, 3));
    assert!(missing_comma.message.contains("expected `,`"), "{}", missing_comma.message);
    assert_eq!((first("").line, first("").column), (1, 1));
    assert_eq!(first("// a comment\n{}").rule, "json");
    assert_eq!(first("\u{fe0f}é").rule, "json");
    assert_eq!(first("[1, 2]").rule, "guide");
    assert_eq!(first(&"[".repeat(100_000)).rule, "limit");
    assert_eq!(first("{}").message, "the field \"format\" is missing");
}

#[test]
fn what_the_numbers_can_not_mean_is_told() {
    let nothing_fixes = lamp_with("\"fixes\": { \"hot\": 0.8 }", "\"fixes\": {}");
    found(&nothing_fixes, "only-service", "faults[2]");
    found(&nothing_fixes, "fixes-nothing", "repairs[1].fixes");
    found(&lamp_with("\"weight\": 0.1", "\"weight\": 0"), "weight-0", "faults[2].weight");
    found(&lamp_with("[0.2, 0.8]", "[0.9, 0.1]"), "tells-nothing", "questions[0].odds");
    let never_yes = lamp_with("[0.9, 0.1]", "[0, 1]").replace("[0.2, 0.8]", "[0, 1]");
    found(&never_yes, "never-possible", "repairs[2].only_if");
    found(&never_yes, "only-service", "faults[1]");
}

#[test]
fn a_first_step_that_was_made_from_other_numbers_is_told() {
    let other = EARBUDS
        .replace("\"id\": \"not-seated\",\n      \"weight\": 0.13", "\"id\": \"not-seated\",\n      \"weight\": 0.14");
    assert_ne!(other, EARBUDS);
    let message = found(&other, "first-outdated", "first");
    assert!(message.contains("\"what-fails\" comes first"), "{message}");
    assert!(rules(EARBUDS).iter().all(|(rule, _)| *rule != "first-outdated"));
}

#[test]
fn a_question_that_is_never_asked_has_its_price_told() {
    // Nothing depends on the answer any more, and it takes longer than service.
    let dear = lamp_with("\"minutes\": 1,\n      \"text\": \"Does", "\"minutes\": 100,\n      \"text\": \"Does")
        .replace("\"only_if\": { \"question\": \"other-device\", \"is\": [\"yes\"] },", "");
    let message = found(&dear, "never-asked", "questions[0]");
    assert!(message.contains("asked first, it takes 100.2 minutes and saves"), "{message}");
}

#[test]
fn a_repair_that_is_never_worth_it_has_its_price_told() {
    let dear = lamp_with("\"minutes\": 0,\n      \"wait\"", "\"minutes\": 70,\n      \"wait\"");
    let message = found(&dear, "never-tried", "repairs[1]");
    assert!(message.contains("tried first, it takes 75.2 minutes and saves"), "{message}");
    let unasked = lamp_with("\"minutes\": 1,\n      \"text\": \"Does", "\"minutes\": 100,\n      \"text\": \"Does");
    let message = found(&unasked, "never-tried", "repairs[2]");
    assert!(message.contains("its question is never asked"), "{message}");
}

#[test]
fn the_earbuds_have_one_question_and_one_repair_that_are_never_worth_it() {
    let found = rules(EARBUDS);
    assert!(found.contains(&("never-tried", "repairs[3]".to_owned())), "{found:?}");
    assert!(found.contains(&("only-service", "faults[7]".to_owned())), "{found:?}");
}

#[test]
fn sources_and_words_are_looked_over() {
    let source = |more: &str| lamp_with("\"sources\": {", &format!("\"sources\": {{ {more},"));
    let unused = source(r#""book": { "title": "A book", "trust": "reported", "model": "other" }"#);
    found(&unused, "unused-source", "sources.book");
    found(&unused, "no-link", "sources.book");
    let mail = lamp_with("\"url\": \"https://acme.example/manual\"", "\"url\": \"mailto:help@acme.example\"");
    found(&mail, "no-page", "sources.manual.url");
    let http = lamp_with("\"url\": \"https://acme.example/manual\"", "\"url\": \"http://acme.example/manual\"");
    found(&http, "guide", "sources.manual.url");
    found(&lamp_with("\"By phone\"", "\"Worldwide\""), "same-words", "service.contacts[1].region");
    found(&lamp_with("\"text\": \"Plug it in\"", "\"text\": \"Change the bulb\""), "same-words", "repairs[2].text");
    found(&lamp_with("\"Plug it in\"", &format!("\"{}\"", "Plug it in. ".repeat(9))), "too-long", "repairs[0].text");
    let hard = "Electromagnetic incompatibilities occasionally necessitate comprehensive investigation. ".repeat(40);
    let message = found(&lamp_with("They mend lamps.", &hard), "reading-level", "guide");
    assert!(message.contains("at 8 or below"), "{message}");
}

#[test]
fn pictures_are_looked_over() {
    let pictures = |more: &str| lamp_with("\"service\": {", &format!("\"pictures\": {{ {more} }}, \"service\": {{"));
    let drawing = r#""text": "A lamp.", "size": [20, 10], "strokes": [["line", "M1 1h2"]]"#;
    found(&pictures(&format!("\"a\": {{ {drawing} }}")), "unused-picture", "pictures.a");
    let image = r#""a": { "text": "A lamp.", "image": "https://acme.example/lamp.svg" }"#;
    found(&pictures(image), "fetched-image", "pictures.a.image");
    let twice = pictures(&format!("\"a\": {{ {drawing} }}, \"b\": {{ {drawing} }}"));
    found(&twice, "same-words", "pictures.b.text");
    let shown = pictures(&format!("\"a\": {{ {drawing} }}"))
        .replace("\"text\": \"Push the plug in.\"", "\"text\": \"Push the plug in.\", \"picture\": \"a\"");
    assert_eq!(rules(&shown), rules(LAMP));
    found(&pictures(r#""a": { "text": " ", "image": "http://a.example" }"#), "guide", "pictures.a.image");
}

#[test]
fn fields_that_nobody_reads_are_told() {
    found(&lamp_with("\"only_if\"", "\"onlyif\""), "unknown-field", "repairs[2].onlyif");
    found(&lamp_with("\"service\": {", "\"service\": { \"text\": \"Twice\","), "field-twice", "service.text");
    let comment = lamp_with("\"service\": {", "\"service\": { \"// text\": \"A comment\",");
    assert_eq!(rules(&comment), rules(LAMP));
    let no_dangers = lamp_with("\"dangers\": [\n    {", "\"// dangers\": [\n    {");
    found(&no_dangers, "no-dangers", "guide");
}

#[test]
fn the_program_ends_with_what_it_found() {
    let (good, warned) = (file("good.json", LAMP), file("warned.json", &lamp_with("\"only_if\"", "\"onlyif\"")));
    let bad = file("bad.json", &lamp_with("\"hot\": 0.8", "\"hot\": 8"));
    let [good, warned, bad] = [&good, &warned, &bad].map(|it| it.to_str().unwrap());
    let check = |arguments: &[&str], expected: i32| {
        let output = run(&[&["check"], arguments].concat());
        assert_eq!(status(&output), expected, "{arguments:?}");
        output
    };
    check(&[good], 0);
    check(&[good, warned], 0);
    check(&["--strict", good], 0);
    check(&["--strict", good, warned], 1);
    check(&[], 2);
    let missing = check(&["no-such-file.json"], 1);
    assert!(text(&missing.stderr).starts_with("no-such-file.json can not be read"));
    let shown = check(&[good, bad], 1);
    let shown = text(&shown.stdout);
    assert!(shown.contains(&format!("{bad}:96:25")), "{shown}");
    assert!(shown.contains("96 |       \"fixes\": { \"hot\": 8 },"), "{shown}");
    assert!(!shown.contains('\u{1b}'), "there are colors for nobody");
    let json: serde_json::Value = serde_json::from_slice(&check(&["--json", bad], 1).stdout).unwrap();
    let first = &json[0]["findings"][0];
    assert_eq!((first["severity"].as_str(), first["line"].as_u64()), (Some("error"), Some(96)), "{json:#}");
}

/// The widget refuses it in the same words, so that an author sees here what a reader would.
#[test]
fn what_exceeds_a_limit_is_told_with_its_place_and_position() {
    let many = vec!["\n{}"; 1_001].join(",");
    let long = format!("{{\n \"title\": \"{}\" }}", "é".repeat(10_001));
    for (text, place, message, position) in [
        (format!("{{\"faults\":[{many}]}}"), "faults", "this must be a list of at most 1,000", (1_002, 1)),
        (long, "title", "this must have at most 10,000 characters, but it has 10001", (2, 11)),
        (" [".repeat(500_000), &"[0]".repeat(32), "this must be at most 32 levels deep", (1, 66)),
    ] {
        let found = findings(&text);
        let [Finding { rule, line, column, .. }] = &found[..] else { panic!("{found:?}") };
        assert_eq!((*rule, found[0].place.as_str(), found[0].message.as_str()), ("limit", place, message));
        assert_eq!((*line, *column), position);
        assert_eq!(in_translation(&text), [("limit", place.to_owned())]);
        let told = document(&text).guide().unwrap_err();
        assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), [format!("{place}: {message}")]);
        let path = file("excess.json", &text);
        let output = run(&["check", path.to_str().unwrap()]);
        assert_eq!(status(&output), 1);
        assert!(self::text(&output.stdout).contains(message), "{}", self::text(&output.stdout));
        assert!(output.stdout.len() < 20_000, "a line that is long is not printed whole");
        let output = run(&["print", path.to_str().unwrap()]);
        assert!(self::text(&output.stderr).contains(&format!("{place}: {message}")));
    }
}
