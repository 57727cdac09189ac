//! Input that is built to hurt: whatever comes in by any of the doors, it is refused with its place or taken, within its
//! limits, and nothing breaks.
//!
//! What must hold for any input stands in `fuzz/src/doors.rs`, which the fuzz targets share; what they have found stays
//! in `fuzz/corpus/`.

use crate::common;
#[path = "../fuzz/src/doors.rs"]
mod doors;

use common::{EARBUDS, LAMP, Person, read};
use fault_finder::guide::{MOST_BYTES, Value as Document, check_limits, read_value};
use fault_finder::session::{Event, Saved};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

type Door = fn(&[u8]);

const DOORS: [(&str, Door); 6] = [
    ("guide", doors::guide),
    ("edited", doors::edited),
    ("translation", doors::translation),
    ("link", doors::link),
    ("stored", doors::stored),
    ("device", doors::device),
];

/// Goes in by every door.
fn enter(data: &[u8]) {
    for (_, door) in DOORS {
        door(data);
    }
}

#[test]
fn what_fuzzing_begins_with_and_has_found_breaks_nothing() {
    for (name, door) in DOORS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
        assert!(files.len() >= 6, "{} is as good as empty", folder.display());
        for file in files {
            println!("{}", file.display());
            door(&std::fs::read(&file).unwrap());
        }
    }
}

/// What is told of a text that exceeds a limit, and how far one had to read to say so.
fn excess(text: &str) -> (String, usize) {
    let excess = check_limits(text).unwrap_err();
    (excess.error.to_string(), excess.at)
}

/// A document of about a megabyte that begins and goes on like this.
fn megabyte(start: &str, piece: &str) -> String {
    let text = start.to_owned() + &piece.repeat((MOST_BYTES - start.len()) / piece.len());
    assert!(text.len() > MOST_BYTES - piece.len());
    text
}

#[test]
fn a_megabyte_that_is_built_to_hurt_is_refused_where_it_begins_to() {
    let a = "a.".repeat(31) + "a";
    let nested = "[0]".repeat(32);
    for (text, told, at) in [
        (megabyte("", "["), format!("{nested}: this must be at most 32 levels deep"), 32),
        (megabyte("", "{\"a\":"), format!("{a}: this must be at most 32 levels deep"), 32 * 5),
        (megabyte("\"", "x"), "guide: this must have at most 10,000 characters, but it has 999999".to_owned(), 0),
        (megabyte("{\"faults\":[", "{},{},{},"), "faults: this must be a list of at most 1,000".to_owned(), 3_011),
        (megabyte("{\"faults\":[{},", "{},"), "faults: this must be a list of at most 1,000".to_owned(), 3_011),
        (megabyte("[", "[0,0,0,0,0,0,0,0,0],"), "guide: this must be a list of at most 1,000".to_owned(), 20_001),
        (
            megabyte("{\"a\":[", &format!("[{}0],", "0,".repeat(900))),
            "guide: this must be a document of at most 50,000 values".to_owned(),
            100_001,
        ),
    ] {
        assert_eq!(excess(&text), (told, at), "{}", &text[..40]);
        // No other way in would take it either.
        enter(text.as_bytes());
    }
    let (told, _) = excess(&" ".repeat(MOST_BYTES + 1));
    assert_eq!(told, "guide: this must be at most 1,000,000 bytes long");
}

/// A document in which something has this size.
type OfSize<'a> = &'a dyn Fn(usize) -> String;

#[test]
fn what_keeps_to_a_limit_passes_and_one_more_does_not() {
    let list = |n: usize| format!("{{\"repairs\":[0,{{\"notes\":[{}]}}]}}", vec!["0"; n].join(","));
    let fields = |n: usize| {
        let fields: Vec<_> = (0..n).map(|it| format!("\"{it}\":0")).collect();
        format!("{{\"sources\":{{{}}}}}", fields.join(","))
    };
    let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
    let text = |n: usize| format!("{{\"repairs\":[{{}},{{\"text\":\"{}\"}}]}}", "é".repeat(n));
    let escaped = |n: usize| format!("[\"{}\"]", "\\u00e9".repeat(n));
    let quoted = |n: usize| format!("[\"{}\"]", "\\\"".repeat(n));
    let image = |n: usize| format!("{{\"pictures\":{{\"a\":{{\"image\":\"{}\"}}}}}}", "x".repeat(n));
    let name = |n: usize| format!("{{\"faults\":[{{\"{}\":0}}]}}", "ж".repeat(n));
    let cases: [(usize, OfSize<'_>, &str); 8] = [
        (1_000, &list, "repairs[1].notes: this must be a list of at most 1,000"),
        (1_000, &fields, "sources: this must be an object of at most 1,000 fields"),
        (32, &deep, &format!("{}: this must be at most 32 levels deep", "[0]".repeat(32))),
        (10_000, &text, "repairs[1].text: this must have at most 10,000 characters, but it has 10001"),
        (10_000, &escaped, "[0]: this must have at most 10,000 characters, but it has 10001"),
        (10_000, &quoted, "[0]: this must have at most 10,000 characters, but it has 10001"),
        (100_000, &image, "pictures.a.image: this must have at most 100,000 characters, but it has 100001"),
        (200, &name, "faults[0]: this must have at most 200 characters in each name, but it has 201"),
    ];
    for (limit, text, told) in cases {
        assert_eq!(check_limits(&text(limit)).err(), None, "{told}");
        assert_eq!(excess(&text(limit + 1)).0, told);
        assert!(serde_json::from_str::<Value>(&text(limit + 1)).is_ok(), "it is JSON");
    }
}

/// Brackets in texts open nothing, and what is no JSON is left to the parser.
#[test]
fn a_text_that_only_looks_deep_passes() {
    for text in [
        &format!("[\"{}\"]", "[".repeat(9_000)),
        &format!("[\"\\\\\",\"{}\\\"\"]", "{\\\"a\\\":".repeat(1_000)),
        &"[]".repeat(5_000),
        &"]".repeat(MOST_BYTES),
        &" ".repeat(MOST_BYTES),
        "",
        "\"",
        "\"\\",
        "\"\\u",
        "{\"a",
        "\u{feff}{}",
        EARBUDS,
        LAMP,
    ] {
        assert_eq!(check_limits(text).err(), None, "{}", text.chars().take(40).collect::<String>());
    }
}

/// The lamp's guide with one value replaced.
fn lamp(pointer: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(LAMP).unwrap();
    *document.pointer_mut(pointer).unwrap() = value;
    document.to_string()
}

fn told(text: &str) -> Vec<String> {
    read(text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// So many things like the first of a list, each with an id of its own.
fn many(pointer: &str, count: usize) -> Value {
    let document: Value = serde_json::from_str(LAMP).unwrap();
    let one = document.pointer(pointer).unwrap()[0].clone();
    let with_id = |it: usize| {
        let mut one = one.clone();
        one["id"] = json!(format!("number-{it}"));
        one
    };
    (0..count).map(with_id).collect()
}

#[test]
fn more_than_a_plan_can_look_at_is_told_with_its_place() {
    let has = |text: &str, wanted: &str| {
        let told = told(text);
        assert!(told.iter().any(|it| it == wanted), "{wanted} is not among {told:?}");
    };
    has(&lamp("/faults", many("/faults", 501)), "faults: this must be a list of at most 500");
    let choices = many("/questions/0/choices", 65);
    has(&lamp("/questions/0/choices", choices), "questions[0].choices: this must be a list of at most 64");
    let mut questions = many("/questions", 8);
    for it in questions.as_array_mut().unwrap() {
        it["choices"] = many("/questions/0/choices", 63);
    }
    has(&lamp("/questions", questions), "questions: this must be a list with at most 500 choices in all");
    let long = "x".repeat(101);
    has(&lamp("/id", json!(long)), "id: this must have at most 100 characters, but it has 101");
    has(&lamp("/repairs/1/id", json!(long)), "repairs[1].id: this must have at most 100 characters, but it has 101");
}

#[test]
fn a_hundred_errors_are_told_and_the_rest_is_counted() {
    let told = told(&lamp(
        "/faults",
        json!(vec![json!({ "id": "", "weight": -1, "text": "", "why": { "text": "", "source": "x" } }); 400]),
    ));
    assert_eq!(told.len(), 101);
    // The first has no twin; each has no id, a weight below 0 and no source; the list is without weights; and what
    // named the lamp's own faults: two rows of odds would not do, but three repairs.
    assert_eq!(told[100], format!("guide: {} more errors are not listed here", 399 + 3 * 400 + 1 + 4 - 100));
}

/// Lists that no limit has kept out, because the document has come by another way, are not compared without end.
#[test]
fn a_hundred_thousand_faults_are_checked_in_good_time() {
    let mut document: Document = serde_json::from_str(LAMP).unwrap();
    let Document::List(faults) = field(&mut document, "faults") else { panic!("faults are a list") };
    faults.resize(100_000, faults[0].clone());
    assert_eq!(read_value(&document).unwrap_err().len(), 101);
}

fn field<'a>(document: &'a mut Document, name: &str) -> &'a mut Document {
    let Document::Object(fields) = document else { panic!("this is no object") };
    &mut fields.iter_mut().find(|it| it.0 == name).unwrap().1
}

#[test]
fn numbers_that_overflow_are_told_with_their_place() {
    for (pointer, number, wanted) in [
        ("/faults/0/weight", "1.7e308", "faults[0].weight: this must be between 0 and 1,000,000,000"),
        ("/repairs/1/wait/minutes", "4294967295", "repairs[1].wait.minutes: this must be between 1 and 1,000,000"),
    ] {
        let text = lamp(pointer, json!("HERE")).replace("\"HERE\"", number);
        assert_eq!(told(&text), [wanted]);
    }
    let first = |numbers: &str| {
        let first = format!("{{\"first\":{{\"numbers\":1,\"step\":\"plug\",{numbers}}},");
        told(&LAMP.replacen('{', &first, 1))
    };
    assert!(first("\"minutes\":1,\"fixed\":1,\"steps\":1,\"at_least\":1,\"unasked\":1").is_empty());
    let wrong = first("\"minutes\":1e9,\"fixed\":2,\"steps\":1e300,\"at_least\":-1,\"unasked\":1e7");
    assert_eq!(
        wrong,
        [
            "first.minutes: this must be between 0 and 1,000,000",
            "first.at_least: this must be between 0 and 1,000,000",
            "first.unasked: this must be between 0 and 1,000,000",
            "first.fixed: this must be between 0 and 1",
            "first.steps: this must be between 0 and 128",
        ]
    );
}

/// Browsers read a number that is too large as infinity, where the reader on this side refuses it.
#[test]
fn infinity_is_told_with_its_place() {
    let mut document: Document = serde_json::from_str(LAMP).unwrap();
    *field(field(&mut document, "service"), "minutes") = Document::Number(f64::INFINITY);
    let errors = read_value(&document).unwrap_err();
    assert_eq!(errors[0].to_string(), "service.minutes: this must be a number below 1e308");
}

/// A session at support that has some of everything, as it is stored.
fn stored() -> Value {
    let mut person = Person::asked(LAMP);
    person.press("None of these").press("Still dark").press("Yes");
    person.send(Event::InstructionToggled("bulb".to_owned(), "out".to_owned()));
    serde_json::to_value(person.session.saved()).unwrap()
}

#[test]
fn a_stored_session_that_no_walk_leaves_behind_is_unreadable() {
    let good = stored();
    assert!(serde_json::from_value::<Saved>(good.clone()).is_ok());
    let observation = |it: usize| json!({ "at": 1, "finding": { "not-sure": format!("q{it}") } });
    let observations = |n: usize| (0..n).map(observation).collect::<Value>();
    let unit = json!({ "unit": "case", "level": { "known": 5 }, "charging": "no" });
    let reading =
        |n_units: usize| json!({ "at": 1, "reading": { "source": "serial", "units": vec![unit.clone(); n_units] } });
    let ticked = |n: usize| json!(vec![["plug", "push"]; n]);
    let dangers = |n: usize| json!([{ "at": 1, "finding": { "danger": vec!["a"; n] } }]);
    let day = 8_640_000_000_000_000_i64;
    let wait = |started: i64| json!({ "step": "cool", "started": started });
    for (field, kept, refused) in [
        ("evidence", observations(200), observations(201)),
        ("evidence", json!([observation(1), observation(2)]), json!([observation(1), observation(1)])),
        ("evidence", json!([{ "at": 0, "finding": "no-danger" }]), json!([{ "at": -1, "finding": "no-danger" }])),
        ("evidence", dangers(1_000), dangers(1_001)),
        ("readings", json!(vec![reading(4); 24]), json!(vec![reading(4); 25])),
        ("readings", json!([reading(4)]), json!([reading(5)])),
        ("ticked", ticked(1_000), ticked(1_001)),
        ("details", json!({ "serial": "é".repeat(40) }), json!({ "serial": "é".repeat(41) })),
        ("language", json!("x".repeat(200)), json!("x".repeat(201))),
        ("guide", json!("é".repeat(200)), json!("é".repeat(201))),
        ("started", json!(day), json!(day + 1)),
        ("wait", wait(day), wait(day + 1)),
    ] {
        let read = |value: &Value| {
            let mut document = good.clone();
            document[field] = value.clone();
            serde_json::from_value::<Saved>(document).is_ok()
        };
        assert!(read(&kept), "{field} is within its limit");
        assert!(!read(&refused), "{field} is beyond its limit");
    }
}

/// What a person ticks is kept as far as it can be read again.
#[test]
fn ticking_without_end_leaves_a_session_that_can_be_read() {
    let mut guide: Value = serde_json::from_str(LAMP).unwrap();
    guide["dangers"] = json!([]);
    guide["repairs"][0]["instructions"] = (0..600).map(|it| json!({ "id": format!("a{it}"), "text": "Do." })).collect();
    guide["repairs"][1]["instructions"] = (0..600).map(|it| json!({ "id": format!("b{it}"), "text": "Do." })).collect();
    let ids: Vec<String> = (0..2).map(|it| guide["repairs"][it]["id"].as_str().unwrap().to_owned()).collect();
    let mut person = Person::at(&guide.to_string());
    for (repair, letter) in ids.iter().zip(["a", "b"]) {
        for it in 0..600 {
            person.send(Event::InstructionToggled(repair.clone(), format!("{letter}{it}")));
        }
        person.press("Still dark");
    }
    let saved = person.session.saved();
    assert_eq!(saved.ticked.len(), 1_000);
    assert_eq!(saved.ticked.last().unwrap().1, "b599", "what was ticked last is kept");
    let again = serde_json::to_string(saved).unwrap();
    assert_eq!(check_limits(&again).err(), None);
    assert_eq!(&serde_json::from_str::<Saved>(&again).unwrap(), saved);
}

/// A text of pieces that mean something in JSON.
fn jsonish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("{\"".to_owned()),
        Just("\":".to_owned()),
        Just("}".to_owned()),
        Just(",".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\u12".to_owned()),
        Just("1e999".to_owned()),
        Just("null".to_owned()),
        "[a-z]{1,4}",
        "\\PC{0,3}",
        (1..40_usize).prop_map(|it| "[".repeat(it)),
        (1..40_usize).prop_map(|it| "{\"a\":".repeat(it)),
        (1..1_200_usize).prop_map(|it| "0,".repeat(it)),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
}

/// JSON of any shape, up to a little more than the limits.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        (9_990..10_010_usize).prop_map(|it| "x".repeat(it).into()),
    ];
    let name = prop_oneof![
        Just("text".to_owned()),
        Just("title".to_owned()),
        Just("repairs".to_owned()),
        Just("plug".to_owned()),
        Just("instructions".to_owned()),
        Just("dangers".to_owned()),
        Just("image".to_owned()),
        Just("first".to_owned()),
        "[a-z]{0,3}",
    ];
    leaf.prop_recursive(34, 60, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..4).prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

/// A real document with some of its bytes changed, cut off or repeated.
fn damaged(text: String) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5_u8, any::<u8>());
    prop::collection::vec(change, 0..6).prop_map(move |changes| {
        let mut bytes = text.clone().into_bytes();
        for (one, other, kind, byte) in changes {
            if bytes.is_empty() {
                break;
            }
            let (from, to) = (
                one.index(bytes.len()).min(other.index(bytes.len())),
                one.index(bytes.len()).max(other.index(bytes.len())),
            );
            match kind {
                0 => bytes[from] = byte,
                1 => drop(bytes.drain(from..to)),
                2 => bytes.truncate(to),
                3 => bytes[from] = b"[]{}\",:0-e."[usize::from(byte) % 11],
                _ => {
                    let piece = bytes[from..to].to_vec();
                    bytes.splice(from..from, piece);
                }
            }
        }
        bytes
    })
}

proptest! {
    // Each goes to every door.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn noise_at_every_door_breaks_nothing(noise in prop::collection::vec(any::<u8>(), 0..300)) {
        enter(&noise);
    }

    #[test]
    fn what_looks_like_json_at_every_door_breaks_nothing(text in jsonish()) {
        enter(text.as_bytes());
    }

    #[test]
    fn json_of_any_shape_at_every_door_breaks_nothing(document in any_json()) {
        let text = document.to_string();
        enter(text.as_bytes());
    }

    #[test]
    fn a_translation_of_hostile_words_breaks_nothing(
        words in any_json(),
        place in prop::sample::select(vec!["title", "repairs", "dangers", "verdict", "service"]),
    ) {
        doors::translation(json!({ "id": "desk-lamp-dark", place: words }).to_string().as_bytes());
    }
}

proptest! {
    #[test]
    fn a_damaged_guide_breaks_nothing(text in damaged(LAMP.to_owned())) {
        doors::guide(&text);
    }

    #[test]
    fn a_guide_with_hostile_changes_breaks_nothing(changes in prop::collection::vec(any::<u8>(), 0..40)) {
        doors::edited(&changes);
    }

    #[test]
    fn a_damaged_stored_session_breaks_nothing(text in damaged(stored().to_string())) {
        doors::stored(&text);
    }
}
