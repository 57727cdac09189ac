//! The first step that is shown before the WebAssembly is there says what the session says. That it looks so as well is
//! seen in browsers, which also write it anew: `tests/e2e/element/first-step.test.mjs`.

use crate::common;

use common::{EARBUDS, Person};
use fault_finder::session::{Body, Screen, Settings};
use serde_json::Value;
use std::collections::BTreeSet;

const FIRST_STEP: &str = include_str!("../guides/first-steps/sony-wf-1000xm4-not-charging.json");
const DRAWN_ANEW: &str = "RENEW_FIRST_STEP=1 writes it anew";

/// The texts of a node and of all in it.
fn collect<'a>(node: &'a Value, texts: &mut BTreeSet<&'a str>) {
    match node {
        Value::String(text) => drop(texts.insert(text)),
        Value::Array(parts) if parts.first().is_some_and(Value::is_string) => {
            parts.iter().skip(2).for_each(|it| collect(it, texts));
        }
        Value::Array(nodes) => nodes.iter().for_each(|it| collect(it, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
    }
}

fn texts(node: &Value) -> BTreeSet<&str> {
    let mut texts = BTreeSet::new();
    collect(node, &mut texts);
    texts
}

fn says(node: &Value, screen: &Screen) {
    let Body::Dangers(dangers) = &screen.body else { panic!("the session begins with the danger check") };
    let buttons = [&dangers.primary].into_iter().chain(&dangers.secondary).map(|it| &it.label);
    let rows = dangers.rows.iter().map(|it| &it.text);
    let around = [&screen.title, &screen.intro, &screen.count, &screen.heading, &dangers.stop, &dangers.advice];
    let texts = texts(node);
    for text in around.into_iter().chain(rows).chain(buttons) {
        assert!(texts.contains(&**text), "“{text}” is missing; {DRAWN_ANEW}");
    }
}

#[test]
fn it_says_what_the_session_says_first() {
    let first_step: Value = serde_json::from_str(FIRST_STEP).unwrap();
    let mut person = Person::asked(EARBUDS);
    let screen = person.screen();
    says(&first_step["step"], &screen);
    let Body::Dangers(dangers) = &screen.body else { panic!("the session begins with the danger check") };
    person.send(dangers.rows[0].event.clone());
    let Body::Dangers(ticked) = person.screen().body else { panic!("it is still there") };
    assert!(ticked.secondary.is_none());
    assert_eq!(texts(&first_step["ticked"]), BTreeSet::from([&*ticked.primary.label]), "{DRAWN_ANEW}");
}

#[test]
fn it_apologises_as_the_session_does_where_no_other_step_will_come() {
    let first_step: Value = serde_json::from_str(FIRST_STEP).unwrap();
    assert_eq!(first_step["apology"], Value::from(Settings::default().apology()), "{DRAWN_ANEW}");
}
