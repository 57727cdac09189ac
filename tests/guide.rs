//! Guides: the built-in one holds what it must, and what is wrong with another is told with its place.

use crate::common;

use common::{EARBUDS, LAMP, guide, read};
use fault_finder::guide::{GuideError, Trust};
use serde_json::{Value, json};

#[test]
fn the_built_in_guides_are_right() {
    for text in [EARBUDS, LAMP] {
        assert_eq!(read(text).err(), None);
    }
}

#[test]
fn the_built_in_guide_follows_the_six_stages_of_the_article() {
    let guide = guide(EARBUDS);
    let ids: Vec<_> = guide.article().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["seat", "charge-case", "dry-wipe", "firmware", "reset"]);
    let n_left = guide.repair("reset").unwrap().instructions.iter().position(|it| it.id.contains("right")).unwrap();
    assert_eq!(n_left, 6, "six parts with the left earbud; the seventh is the same with the right");
    assert!(!guide.service.contacts.is_empty());
}

#[test]
fn the_reset_of_the_article_is_marked_as_not_confirmed() {
    let guide = guide(EARBUDS);
    let reset = guide.repair("reset").unwrap();
    let trust = |source: &String| guide.sources.get(source).unwrap().trust;
    assert_eq!(trust(&reset.source), Trust::Article);
    let links_help_guide =
        |source: &String| guide.sources.get(source).unwrap().url.as_deref().is_some_and(|it| it.contains("helpguide"));
    assert!(reset.notices.iter().any(|it| trust(&it.source) == Trust::Article));
    assert!(reset.notices.iter().any(|it| links_help_guide(&it.source)));
}

#[test]
fn the_weights_of_the_built_in_guide_sum_to_one() {
    let sum: f64 = guide(EARBUDS).faults.iter().map(|it| it.weight).sum();
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
}

#[test]
fn every_number_of_the_built_in_guide_has_its_reason() {
    let reasons = include_str!("../docs/numbers.md");
    let guide = guide(EARBUDS);
    let faults = guide.faults.iter().map(|it| &it.id);
    let steps = guide.questions.iter().map(|it| &it.id).chain(guide.repairs.iter().map(|it| &it.id));
    for id in faults.chain(steps) {
        assert!(reasons.contains(&format!("| `{id}` |")), "docs/numbers.md has no reason for {id}");
    }
}

#[test]
fn every_source_of_the_built_in_guide_is_used() {
    let document: Value = serde_json::from_str(EARBUDS).unwrap();
    let mut used = Vec::new();
    collect_sources(&document, &mut used);
    for id in document["sources"].as_object().unwrap().keys() {
        assert!(used.contains(id), "the source {id} stands behind nothing");
    }
}

fn collect_sources(value: &Value, used: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(id) if name.ends_with("source") => used.push(id.clone()),
                    _ => collect_sources(value, used),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| collect_sources(it, used)),
        _ => (),
    }
}

/// Reads the lamp's guide with one value replaced, or removed where the value is null, and compares what is told.
fn check(pointer: &str, value: Value, expected: &[&str]) {
    check_of(LAMP, pointer, value, expected);
}

fn check_of(guide: &str, pointer: &str, value: Value, expected: &[&str]) {
    let mut document: Value = serde_json::from_str(guide).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value.is_null() => drop(fields.remove(name)),
        Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} lies in {other}"),
    }
    let errors = read(&document.to_string()).unwrap_err();
    assert_eq!(errors.iter().map(in_words).collect::<Vec<_>>(), expected, "with {pointer} changed");
}

/// The error without line and column, which the reader on this side of the fence adds.
fn in_words(error: &GuideError) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap().to_owned()
}

#[test]
fn a_wrong_shape_is_told_with_its_place() {
    check("/repairs/1/text", Value::Null, &["repairs[1]: the field \"text\" is missing"]);
    check("/title", Value::Null, &["guide: the field \"title\" is missing"]);
    check("/repairs/2/minutes", json!("three"), &["repairs[2].minutes: this must be a number, but it is a text"]);
    check(
        "/sources/manual/trust",
        json!("high"),
        &["sources.manual.trust: \"high\" is not known here; there are: official, reported, article, judgement"],
    );
    check("/format", json!(2), &["format: format 2 is not known here; this version reads format 1"]);
}

#[test]
fn a_claim_without_a_source_and_a_source_without_its_trust_are_told() {
    for (pointer, place) in [
        ("/dangers/0", "dangers[0]"),
        ("/danger_advice", "danger_advice"),
        ("/faults/0/why", "faults[0].why"),
        ("/questions/0", "questions[0]"),
        ("/repairs/0", "repairs[0]"),
        ("/repairs/0/why", "repairs[0].why"),
        ("/repairs/0/notices/0", "repairs[0].notices[0]"),
        ("/service/claims/0", "service.claims[0]"),
    ] {
        let expected = format!("{place}: the field \"source\" is missing");
        check_of(EARBUDS, &format!("{pointer}/source"), Value::Null, &[&expected]);
    }
    check_of(EARBUDS, "/sources/article/trust", Value::Null, &["sources.article: the field \"trust\" is missing"]);
}

#[test]
fn text_that_is_no_json_is_told() {
    let errors = read("{ \"format\": 1,").unwrap_err();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].to_string().contains("EOF while parsing"), "{}", errors[0]);
}

#[test]
fn what_has_a_wait_cannot_be_answered_in_the_middle_of_another() {
    check(
        "/questions/0/meanwhile",
        json!("yes"),
        &["questions[0].meanwhile: this must be true or false, but it is a text"],
    );
    let wait = json!({ "minutes": 2, "share": 1, "text": "Wait.", "over": "Look." });
    let mut document: Value = serde_json::from_str(LAMP).unwrap();
    document["questions"][0]["meanwhile"] = json!(true);
    assert_eq!(read(&document.to_string()).err(), None);
    let expected = ["questions[0].meanwhile: this must be absent where the question has a wait"];
    check_of(&document.to_string(), "/questions/0/wait", wait, &expected);
}

#[test]
fn an_id_that_does_not_exist_is_told_with_its_place() {
    check(
        "/repairs/2/fixes/contacts",
        json!(0.5),
        &["repairs[2].fixes.contacts: there is no fault with the id \"contacts\""],
    );
    check("/repairs/0/source", json!("x"), &["repairs[0].source: there is no source with the id \"x\""]);
    check("/repairs/0/voids/0", json!("x"), &["repairs[0].voids[0]: there is no question with the id \"x\""]);
    check("/repairs/0/notes/0", json!("x"), &["repairs[0].notes[0]: there is no note with the id \"x\""]);
    check("/repairs/2/needs/0", json!("x"), &["repairs[2].needs[0]: there is no preparation with the id \"x\""]);
    check(
        "/repairs/2/only_if/question",
        json!("x"),
        &["repairs[2].only_if.question: there is no question with the id \"x\""],
    );
    check("/repairs/2/only_if/is/0", json!("x"), &["repairs[2].only_if.is[0]: there is no choice with the id \"x\""]);
    check("/questions/0/odds/x", json!([0.5, 0.5]), &["questions[0].odds.x: there is no fault with the id \"x\""]);
    check("/dangers/1/source", json!("x"), &["dangers[1].source: there is no source with the id \"x\""]);
}

#[test]
fn an_id_that_stands_twice_is_told_with_its_place() {
    let twice = |id: &str| format!("the id \"{id}\" is used twice in this list");
    check("/dangers/1/id", json!("sparks"), &[&format!("dangers[1].id: {}", twice("sparks"))]);
    check("/repairs/1/id", json!("plug"), &[&format!("repairs[1].id: {}", twice("plug"))]);
    check(
        "/repairs/0/instructions/1/id",
        json!("push"),
        &[&format!("repairs[0].instructions[1].id: {}", twice("push"))],
    );
    check("/questions/0/choices/1/id", json!("yes"), &[&format!("questions[0].choices[1].id: {}", twice("yes"))]);
    check("/repairs/1/article", json!(1), &[&format!("repairs[1].article: {}", twice("1"))]);
}

#[test]
fn odds_that_make_no_sense_are_told_with_their_place() {
    check(
        "/questions/0/odds/*",
        json!([0.9, 0.2]),
        &["questions[0].odds.*: the odds of a row must sum to 1; these sum to 1.1"],
    );
    check(
        "/questions/0/odds/unplugged",
        json!([1.0]),
        &["questions[0].odds.unplugged: this row has 1 odds for 2 choices"],
    );
    check(
        "/questions/0/odds/*",
        json!([1.5, -0.5]),
        &[
            "questions[0].odds.*[0]: this must be between 0 and 1",
            "questions[0].odds.*[1]: this must be between 0 and 1",
        ],
    );
    check(
        "/questions/0/odds/*",
        Value::Null,
        &["questions[0].odds: no row of odds for bulb-dead, hot, and no \"*\" row for the rest"],
    );
    check("/repairs/0/fixes/unplugged", json!(1.2), &["repairs[0].fixes.unplugged: this must be between 0 and 1"]);
    check("/faults/0/weight", json!(-1), &["faults[0].weight: this must be between 0 and 1,000,000,000"]);
}

#[test]
fn a_link_that_is_not_allowed_is_told_with_its_place() {
    for link in
        ["javascript:alert(1)", "java\nscript:alert(1)", " https://a.example", "http://a.example", "data:,x", ""]
    {
        let problem = format!("\"{link}\" is not allowed; a link starts with https://, mailto: or tel:");
        check("/service/contacts/0/url", json!(link), &[&format!("service.contacts[0].url: {problem}")]);
        check("/sources/manual/url", json!(link), &[&format!("sources.manual.url: {problem}")]);
    }
}

/// Reads the lamp's guide with this picture, shown by its first repair, and compares what is told of its fields.
fn check_picture(picture: &Value, expected: &[&str]) {
    let mut document: Value = serde_json::from_str(LAMP).unwrap();
    document["repairs"][0]["picture"] = json!("lamp");
    document["pictures"] = json!({ "lamp": picture });
    let errors = read(&document.to_string()).err().unwrap_or_default();
    let told: Vec<_> = errors.iter().map(in_words).collect();
    let expected: Vec<_> = expected.iter().map(|it| format!("pictures.lamp{it}")).collect();
    assert_eq!(told, expected, "{picture}");
}

#[test]
fn what_is_wrong_with_a_picture_is_told_with_its_place() {
    let check = check_picture;
    let drawing = |style: &str, data: &str| json!({ "text": "A lamp.", "size": [20, 10], "strokes": [[style, data]] });
    check(&drawing("line accent flash", "M1 1h2"), &[]);
    let words = "there are: line, fine, cord, dash, body, shade, deep, ground, cloth, gold, light, halo, accent, \
                 orange, green, red, flash, up, down, push, wipe, now, then";
    for (style, word) in [("neon", "neon"), ("line  red", ""), ("", ""), ("line;red", "line;red")] {
        let told = format!(".strokes[0][0]: \"{word}\" is not known here; {words}");
        check(&drawing(style, "M1 1h2"), &[&told]);
    }
    let kinds = ": this must be a picture with size and strokes, or else with an image";
    check(&json!({ "text": "A lamp." }), &[kinds]);
    check(&json!({ "text": "A lamp.", "size": [20, 10], "image": "https://a.example/a.png" }), &[kinds]);
    check(&json!({ "text": "A lamp.", "strokes": [["line", "M1 1h2"]] }), &[kinds]);
    check(&json!({ "text": " ", "image": "https://a.example/a.png" }), &[".text: this must not be empty"]);
    let size = ".size: this must be a width and a height, each between 1 and 1,000";
    for wrong in [json!([20]), json!([0, 10]), json!([20, 1001]), json!([20, 10, 5])] {
        check(&json!({ "text": "A lamp.", "size": wrong, "strokes": [["line", "M1 1h2"]] }), &[size]);
    }
    let strokes = ".strokes: this must be a list of 1 to 64 strokes";
    let many = vec![["line", "M1 1h2"]; 65];
    check(&json!({ "text": "A lamp.", "size": [20, 10] }), &[strokes]);
    check(&json!({ "text": "A lamp.", "size": [20, 10], "strokes": many }), &[strokes]);
    check(
        &json!({ "text": "A lamp.", "size": [20, 10], "strokes": [["line"]] }),
        &[".strokes[0]: this must be a list of two"],
    );
    let three = json!({ "text": "A lamp.", "size": [20, 10], "strokes": [["line", "M1 1", "M2 2"]] });
    check(&three, &[".strokes[0]: this must be a list of two"]);
}

#[test]
fn path_data_is_read_as_browsers_read_it() {
    let drawing = |data: &str| json!({ "text": "A lamp.", "size": [20, 10], "strokes": [["line", data]] });
    let good = [
        "M1 1",
        "m1,1",
        "M 1 , 1 L 2 2",
        "M1 1 2 2",
        "M1-1l.5.5-.5-1z",
        "M1 1h2v-3H4",
        "M1 1c1 1 2 2 3 3s1 1 2 2",
        "M1 1q1 1 2 2t3 3zm2 2",
        "M1 1a2 2 0 0 1 4 0 2 2 0 1 0-4 0z",
    ];
    for data in good {
        check_picture(&drawing(data), &[]);
    }
    let told = ".strokes[0][1]: this must be path data: commands of SVG, M first, each with its numbers; at most 2,000 \
                characters";
    let bad = [
        "",
        " ",
        "L1 1",
        "1 1",
        "M1",
        "M1 1 2",
        "M",
        "M1 1h",
        "M1 1z2",
        "M1 1b2",
        "M1,,1",
        "M1 1,",
        "M,1 1",
        "M1 1e3 2",
        "M1. 1",
        "M--1 1",
        "M+1 1",
        "M1 1h123456789",
        "M1 1a2 2 0 01 4 0 1",
        "M1 1a2 2 0 2 1 4 0",
        "M1 1c1 1 2 2 3",
        "M1 1\u{a0}h2",
        "M1 1\nh2",
        "M1 1 url(#a)",
        "M1 1\"onload=\"x",
        "M1 1<script>",
        "M1 1é",
        "m1 1٣",
    ];
    for data in bad {
        check_picture(&drawing(data), &[told]);
    }
    check_picture(&drawing(&format!("M1 1{}", "h1".repeat(999))), &[told]);
}

#[test]
fn an_image_is_an_https_link_or_an_svg_in_its_url() {
    let image = |url: &str| json!({ "text": "A lamp.", "image": url });
    for url in ["https://a.example/a.png", "data:image/svg+xml,%3Csvg/%3E", "data:image/svg+xml;base64,PHN2Zy8+"] {
        check_picture(&image(url), &[]);
    }
    let told = ".image: this must be an https link, or a data:image/svg+xml URL of at most 100,000 characters";
    let long = format!("data:image/svg+xml,{}", "a".repeat(100_000));
    let bad = [
        "http://a.example",
        "data:text/html,x",
        "data:image/svg+xmlx",
        "javascript:x",
        "mailto:a@a.example",
        "a.png",
        "",
        "https://a b",
        &long,
    ];
    for url in bad {
        check_picture(&image(url), &[told]);
    }
}

#[test]
fn a_picture_that_does_not_exist_is_told_with_its_place() {
    let told = |place: &str| format!("{place}.picture: there is no picture with the id \"x\"");
    for place in ["dangers[1]", "questions[0]", "repairs[1]", "repairs[0].instructions[1]"] {
        let pointer = format!("/{}/picture", place.replace(['[', '.'], "/").replace(']', ""));
        check(&pointer, json!("x"), &[&told(place)]);
    }
    check(
        "/questions/0/choices/0/light",
        json!("blue"),
        &[
            "questions[0].choices[0].light: \"blue\" is not known here; there are: green, orange, red, flashing, off, on",
        ],
    );
}

/// A picture that is drawn but shown nowhere, and a physical step that has none, are both mistakes.
#[test]
fn the_built_in_guide_shows_each_of_its_pictures() {
    let guide = guide(EARBUDS);
    let shown: Vec<_> = EARBUDS.split("\"picture\": \"").skip(1).filter_map(|it| it.split('"').next()).collect();
    for (name, picture) in guide.pictures.iter() {
        assert!(shown.contains(&name), "{name} is shown nowhere");
        assert!(picture.text.ends_with('.') && picture.text.len() < 100, "{name}: {}", picture.text);
    }
    let without: Vec<_> = guide.repairs.iter().filter(|it| it.picture.is_none()).map(|it| it.id.as_str()).collect();
    assert_eq!(without, ["firmware", "reset"], "the reset has a picture at each of its instructions");
    assert!(guide.dangers.iter().all(|it| it.picture.is_some()));
}

#[test]
fn numbers_and_lists_out_of_range_are_told_with_their_place() {
    check("/repairs", json!([]), &["repairs: this must not be empty"]);
    check("/service/contacts", json!([]), &["service.contacts: this must not be empty"]);
    check("/service/minutes", json!(0), &["service.minutes: this must be more than 0 and at most 1,000,000"]);
    check(
        "/repairs/1/wait/minutes",
        json!(0),
        &[
            "repairs[1].wait.minutes: this must be between 1 and 1,000,000",
            "repairs[1].wait.checks[0].minutes: this must be after the check before it and before the end of the wait",
        ],
    );
    check("/repairs/0/text", json!(" "), &["repairs[0].text: this must not be empty"]);
    check("/danger_advice", Value::Null, &["danger_advice: this must not be empty"]);
    check("/verdict/fixed", json!(""), &["verdict.fixed: this must not be empty"]);
}

#[test]
fn what_makes_no_sense_about_readings_is_told_with_its_place() {
    let check = |pointer: &str, value: Value, expected: &[&str]| check_of(EARBUDS, pointer, value, expected);
    let service = "battery.serial_service: this must be the id of a service, in full and in lower case";
    for id in ["180f", "956C7B26-D49A-4BA8-B03F-B17D393CB6E2", "956c7b26d49a4ba8b03fb17d393cb6e2", ""] {
        check("/battery/serial_service", json!(id), &[service]);
    }
    check("/battery/prepare", json!(""), &["battery.prepare: this must not be empty"]);
    check("/battery/names/0", json!(" "), &["battery.names[0]: this must not be empty"]);
    check("/battery/remark/source", json!("x"), &["battery.remark.source: there is no source with the id \"x\""]);
    let ways = "battery: this must be an object with a serial_service, with names, or with both";
    check("/battery", json!({ "prepare": "x", "remark": { "text": "x", "source": "article" } }), &[ways]);
    let absent = [1, 3, 10]
        .map(|idx| format!("questions[{idx}].reading: this must be absent where the guide has no field \"battery\""));
    check("/battery", Value::Null, &absent.each_ref().map(String::as_str));

    let place = "questions[1].reading";
    let told = |rest: &str| format!("{place}{rest}");
    let ranges = "this must be the lowest and the highest number of a range that overlaps no other";
    check("/questions/1/reading/units", json!([]), &[&told(".units: this must not be empty")]);
    check(
        "/questions/1/reading/units/0",
        json!("lid"),
        &[&told(".units[0]: \"lid\" is not known here; there are: left, right, case, whole")],
    );
    check("/questions/1/reading/minutes", json!(-1), &[&told(".minutes: this must be between 0 and 1,000,000")]);
    check(
        "/questions/1/reading/choices/blue",
        json!([101, 200]),
        &[&told(".choices.blue: there is no choice with the id \"blue\"")],
    );
    check("/questions/1/reading/choices/green", json!([50, 31]), &[&told(&format!(".choices.green: {ranges}"))]);
    check(
        "/questions/1/reading/choices/green",
        json!([30, 100]),
        &[&told(&format!(".choices.green: {ranges}")), &told(&format!(".choices.orange: {ranges}"))],
    );
    check(
        "/questions/3/reading/between",
        Value::Null,
        &["questions[3].reading.between: this must be two numbers of minutes, the smaller one first"],
    );
    check("/questions/3/reading/second", json!(""), &["questions[3].reading.second: this must not be empty"]);
    check(
        "/questions/1/choices/2/dangers",
        json!(["red-light"]),
        &[&told(".choices.none: this must be a choice that is no sign of danger")],
    );
}
