//! Whether a translation of a guide says all that the guide says, and nothing else.

use super::finding::{Finding, Lint};
use super::position::Positions;
use crate::document::Document;
use fault_finder::guide::{WITHOUT_WORDS, WORD_FIELDS};
use serde_json::{Map, Value};

/// The fields that a translation has besides its words.
const HEAD: [&str; 5] = ["format", "id", "language", "reviewed_by", "$schema"];
/// A text that is as long as this is hardly the same in two languages.
const LONG: usize = 24;

/// All that is found in a translation, in the order of its file.
pub fn check_translation(guide: &Document, translation: &Document) -> Vec<Finding> {
    let positions = match Positions::new(&translation.text) {
        Ok(positions) => positions,
        Err(finding) => return vec![finding],
    };
    // Both are JSON: the guide was read before, and the translation just now.
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (guide, given) = (parse(&guide.text), parse(&translation.text));
    let mut lints = Vec::new();
    for field in ["format", "id"] {
        if guide.get(field) != given.get(field) {
            lints.push(Lint::error("translation", field, "this must be as in the guide"));
        }
    }
    compare(&words(&guide), &without_head(given), "", &mut lints);
    let mut findings: Vec<Finding> = lints.into_iter().map(|it| positions.finding(it)).collect();
    findings.sort_by_key(|it| (it.span.start, it.severity));
    findings
}

fn without_head(mut translation: Value) -> Value {
    if let Value::Object(fields) = &mut translation {
        fields.retain(|name, _| !HEAD.contains(&name.as_str()));
    }
    translation
}

/// The words of a guide, in the shape of a translation.
fn words(guide: &Value) -> Value {
    let words = of(guide, false);
    without_head(words.unwrap_or_default())
}

/// What there is to translate of a value; nothing if it holds no words.
fn of(value: &Value, is_word: bool) -> Option<Value> {
    match value {
        Value::String(text) => (is_word && !text.is_empty()).then(|| value.clone()),
        Value::Array(items) => {
            let ids: Option<Vec<&str>> = items.iter().map(|it| it["id"].as_str()).collect();
            match ids {
                Some(ids) if !ids.is_empty() => {
                    let fields = ids.iter().zip(items).filter_map(|(id, it)| Some(((*id).to_owned(), of(it, false)?)));
                    some_object(fields.collect())
                }
                Some(_) | None => {
                    let items: Vec<Value> = items.iter().filter_map(|it| of(it, is_word)).collect();
                    (!items.is_empty()).then_some(Value::Array(items))
                }
            }
        }
        Value::Object(fields) => {
            let word =
                |(name, it): (&String, &Value)| Some((name.clone(), of(it, WORD_FIELDS.contains(&name.as_str()))?));
            let fields = fields.iter().filter(|(name, _)| *name != WITHOUT_WORDS);
            let mut fields: Map<String, Value> = fields.filter_map(word).collect();
            match (fields.len(), fields.remove("text")) {
                (1, Some(text)) => Some(text),
                (_, text) => {
                    fields.extend(text.map(|it| ("text".to_owned(), it)));
                    some_object(fields)
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn some_object(fields: Map<String, Value>) -> Option<Value> {
    (!fields.is_empty()).then_some(Value::Object(fields))
}

fn compare(expected: &Value, given: &Value, place: &str, lints: &mut Vec<Lint>) {
    let here = || if place.is_empty() { "guide".to_owned() } else { place.to_owned() };
    let below = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
    match (expected, given) {
        (Value::Object(expected), Value::Object(given)) => {
            for (name, it) in expected {
                match given.get(name) {
                    Some(given) => compare(it, given, &below(name), lints),
                    None => lints.push(Lint::warning("untranslated", here(), format!("“{name}” is not translated"))),
                }
            }
            for name in given.keys().filter(|it| !expected.contains_key(*it)) {
                let message = "the guide has no words here, so these are not used";
                lints.push(Lint::warning("no-such-words", below(name), message));
            }
        }
        (Value::Array(expected), Value::Array(given)) => {
            if expected.len() != given.len() {
                let message = format!("these are {} texts, and {} in the guide", given.len(), expected.len());
                lints.push(Lint::warning("untranslated", here(), message));
            }
            for (idx, (expected, given)) in expected.iter().zip(given).enumerate() {
                compare(expected, given, &format!("{place}[{idx}]"), lints);
            }
        }
        (Value::String(_), Value::Object(_)) if given["text"].is_string() => {
            compare(expected, &given["text"], &below("text"), lints);
        }
        (Value::String(expected), Value::String(given)) => {
            if given.trim().is_empty() {
                lints.push(Lint::warning("untranslated", here(), "this is empty"));
            } else if expected == given && given.chars().count() >= LONG {
                lints.push(Lint::remark("same-as-original", here(), "this reads as it does in the guide"));
            }
        }
        (_, _) => lints.push(Lint::error("translation", here(), "the guide has something else here")),
    }
}
