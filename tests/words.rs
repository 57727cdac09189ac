//! The widget's own words in other languages: each file has all of them, with what is filled in.

use fault_finder::guide::Value;
use fault_finder::session::{LANGUAGES, Numbers, Plural, Time, Word, Words};
use std::fs;

fn locale(tag: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("locales/{tag}.json")).unwrap()).unwrap()
}

/// The marks of what is filled in, such as `{n}`, in alphabetical order.
fn marks(text: &str) -> Vec<&str> {
    let mut marks: Vec<_> = text.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|(mark, _)| mark).collect();
    marks.sort_unstable();
    marks
}

fn check(tag: &str) {
    let locale = locale(tag);
    assert_eq!(locale.text("language"), Some(tag));
    let words = locale.field("words").unwrap();
    let english = Words::default();
    for word in Word::ALL {
        let name = word.name();
        let own = words.field(name).unwrap_or_else(|| panic!("{tag} lacks {name}"));
        let forms = match own {
            Value::Text(text) => vec![("other", text.as_str())],
            Value::Object(forms) => forms.iter().map(|(it, text)| (it.as_str(), text.as_text().unwrap())).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) => panic!("{tag}, {name}: no text"),
        };
        assert!(forms.iter().any(|(form, _)| *form == "other"), "{tag}, {name}");
        for (form, text) in forms {
            assert!(!text.trim().is_empty(), "{tag}, {name}");
            // One and two may be words.
            let is_free = matches!(form, "zero" | "one" | "two");
            let wanted = marks(english.text(*word));
            let is_right = marks(text) == wanted || (is_free && wanted == ["n"] && marks(text).is_empty());
            assert!(is_right, "{tag}, {name}: {text}");
        }
    }
    let Value::Object(fields) = words else { panic!("{tag}: no words") };
    for (name, _) in fields {
        assert!(Word::ALL.iter().any(|it| it.name() == name), "{tag}: nobody says {name}");
    }
}

#[test]
fn each_language_says_all_that_english_says() {
    for (tag, _) in LANGUAGES.iter().skip(1) {
        check(tag);
    }
}

/// Numbers as a language with a form of its own for two has them.
#[allow(clippy::float_cmp, reason = "two is exactly two")]
const NUMBERS: Numbers = Numbers {
    plural: |_, number| if (number - 2.0).abs() < f64::EPSILON { Plural::Two } else { Plural::Other },
    written: |tag, number| format!("{tag}{number}"),
    moment: |tag, time, offset_minutes| format!("{tag} {}", time.iso(offset_minutes)),
};

fn read(text: &str) -> Option<Words> {
    Words::read(&serde_json::from_str(text).unwrap(), NUMBERS)
}

#[test]
fn a_word_takes_the_form_that_its_number_asks_for() {
    let words = read(r#"{ "language": "xx", "words": { "Minutes": { "two": "zwo", "other": "{n} x" } } }"#).unwrap();
    assert_eq!([2, 3].map(|it| words.with_number(Word::Minutes, it)), ["zwo", "xx3 x"]);
    assert_eq!(words.text(Word::Minutes), "{n} x");
}

#[test]
fn a_moment_is_written_as_the_language_has_it() {
    let time = Time(1_795_339_800_000);
    let words = read(r#"{ "language": "xx", "words": {} }"#).unwrap();
    assert_eq!(words.moment(time, 60), "xx 2026-11-22T10:30:00+01:00");
    assert_eq!(Words::default().moment(time, 60), "22 November 2026, 10:30");
    assert_eq!(Words::default().moment(Time(0), 0), "1 January 1970, 00:00");
}

#[test]
fn what_a_language_lacks_is_english_and_what_nobody_says_is_passed_over() {
    let words = read(r#"{ "language": "xx", "words": { "Back": "kcaB", "Yonder": "?" } }"#).unwrap();
    assert_eq!([Word::Back, Word::Change].map(|it| words.text(it)), ["kcaB", "Change"]);
    assert_eq!([words.tag(), Words::default().tag()], ["xx", "en"]);
    assert!(read("{}").is_none());
}

#[test]
fn what_is_filled_in_keeps_its_own_direction_where_the_rest_is_written_from_the_right() {
    let words = read(r#"{ "language": "ar", "words": {} }"#).unwrap();
    assert_eq!(words.with_text(Word::ChangeThis, "USB"), "Change: \u{2068}USB\u{2069}");
}
