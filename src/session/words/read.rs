//! Reads the words of a language from its file in `locales/`.

use super::{Numbers, Plural, Table, Text, Word, Words};
use crate::guide::Value;

impl Words {
    /// The words in a file. What it lacks is English; names that are not known are passed over, so that a file and a
    /// widget of different versions go together. Nothing where the document is no such file.
    ///
    /// They stay for the life of the page, so a language is to be read once.
    pub fn read(document: &Value, numbers: Numbers) -> Option<Words> {
        let tag = document.text("language")?.to_owned();
        let words = document.field("words")?;
        let texts = Word::ALL.iter().map(|it| words.field(it.name()).and_then(Text::read)).collect();
        let is_reviewed = document.field("reviewed_by").is_some();
        Some(Words(Box::leak(Box::new(Table { tag, is_reviewed, texts, numbers }))))
    }
}

impl Text {
    /// A text, or one text for each form.
    fn read(value: &Value) -> Option<Text> {
        match value {
            Value::Text(text) => Some(Text { other: text.clone(), forms: Vec::new() }),
            Value::Object(fields) => {
                let form = |(name, text): &(String, Value)| Some((Plural::named(name), text.as_text()?.to_owned()));
                let forms: Vec<_> = fields.iter().filter_map(form).collect();
                let other = forms.iter().find(|(it, _)| *it == Plural::Other)?.1.clone();
                Some(Text { other, forms })
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) => None,
        }
    }
}
