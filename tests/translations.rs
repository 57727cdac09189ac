//! A guide in another language: its words change, and nothing else does.

use crate::common;

use common::LAMP;
use fault_finder::guide::{Guide, Value, read_value, translate};
use serde_json::json;

fn lamp_in(translation: &serde_json::Value) -> Guide {
    let mut document: Value = serde_json::from_str(LAMP).unwrap();
    translate(&mut document, &serde_json::from_value(translation.clone()).unwrap());
    read_value(&document).unwrap()
}

#[test]
fn words_are_replaced_by_ids_and_where_there_are_none_by_their_order() {
    let guide = lamp_in(&json!({
        "language": "de",
        "title": "Lampe bleibt dunkel",
        "faults": { "unplugged": "Der Stecker ist draußen" },
        "questions": { "other-device": { "choices": { "yes": "Ja" } } },
        "repairs": { "plug": { "why": "Ohne Strom kein Licht.", "instructions": { "push": { "text": "Drücken." } } } },
        "dangers": { "sparks": { "advice": ["Finger weg."] } },
        "service": { "contacts": [{ "region": "Deutschland" }] }
    }));
    assert_eq!((guide.language.as_str(), guide.title.as_str()), ("de", "Lampe bleibt dunkel"));
    assert_eq!(guide.fault("unplugged").unwrap().text, "Der Stecker ist draußen");
    let question = guide.question("other-device").unwrap();
    assert_eq!(["yes", "no"].map(|it| question.choice(it).unwrap().text.as_str()), ["Ja", "No"]);
    let plug = guide.repair("plug").unwrap();
    assert_eq!((plug.why.text.as_str(), plug.instructions[0].text.as_str()), ("Ohne Strom kein Licht.", "Drücken."));
    assert_eq!(guide.dangers[0].advice[0], "Finger weg.");
    assert_eq!(guide.service.contacts[0].region, "Deutschland");
}

#[test]
fn what_is_no_word_stays() {
    let lamp: Value = serde_json::from_str(LAMP).unwrap();
    let mut translated = lamp.clone();
    let numbers = json!({
        "id": "other",
        "format": 2,
        "faults": { "unplugged": { "weight": 5, "id": "other", "source": "x" }, "yonder": "?" },
        "repairs": { "plug": { "minutes": 5, "fixes": "x" } },
        "sources": [1, 2],
        "questions": { "other-device": { "text": { "text": "?" } } },
        "odds": 1
    });
    translate(&mut translated, &serde_json::from_value(numbers).unwrap());
    assert_eq!(translated, lamp);
}
