//! A guide in another language: the same document with other words.
//!
//! A translation is a JSON document of the same shape that holds words only. Where the guide has a list of things with
//! ids, it has an object with those ids; where all that is to be said of a thing is its `text`, it has that text alone.

use super::value::Value;

/// The fields that hold words. A translation changes nothing else.
pub const WORD_FIELDS: [&str; 19] = [
    "text",
    "title",
    "intro",
    "question",
    "fixed",
    "not_fixed",
    "done",
    "prepare",
    "help",
    "why",
    "heading",
    "over",
    "action",
    "first",
    "second",
    "region",
    "danger_question",
    "advice",
    "language",
];

/// A field whose parts are called like words, but hold ids.
pub const WITHOUT_WORDS: &str = "only_if";

/// Puts the words of a translation in the place of those of a guide. What it lacks stays, and so does what is no word.
pub fn translate(guide: &mut Value, translation: &Value) {
    let Value::Object(words) = translation else { return };
    for (name, words) in words.iter().filter(|(name, _)| name != WITHOUT_WORDS) {
        match guide {
            Value::Object(fields) => {
                let field = fields.iter_mut().find(|(it, _)| it == name);
                if let Some((_, value)) = field {
                    replace(value, words, WORD_FIELDS.contains(&name.as_str()));
                }
            }
            Value::List(items) => {
                let item = items.iter_mut().find(|it| it.text("id") == Some(name));
                if let Some(item) = item {
                    replace(item, words, false);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => (),
        }
    }
}

fn replace(value: &mut Value, words: &Value, holds_words: bool) {
    match (value, words) {
        (Value::Text(text), Value::Text(words)) if holds_words => text.clone_from(words),
        (Value::List(items), Value::List(words)) => {
            for (item, words) in items.iter_mut().zip(words) {
                replace(item, words, holds_words);
            }
        }
        (value @ Value::Object(_), Value::Text(_)) => {
            translate(value, &Value::Object(vec![("text".to_owned(), words.clone())]));
        }
        (value, words) => translate(value, words),
    }
}
