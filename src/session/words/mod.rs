//! What the widget itself says. English is built in; other languages are read from `locales/` when they are wanted. What
//! a guide says is in the guide.

mod numbers;
mod read;
mod word;

pub use numbers::{Numbers, Plural};
pub use word::Word;

use super::direction::direction;
use super::time::Time;

/// The languages that the widget's own words are written in: their tags, and their names in themselves.
pub const LANGUAGES: [(&str, &str); 6] =
    [("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español"), ("ja", "日本語"), ("ar", "العربية")];

/// Around a text that is filled in: it is written in its own direction, and changes none around it.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static Table);

/// What one language says.
#[derive(Debug)]
struct Table {
    tag: String,
    /// Whether a native speaker has looked at it.
    is_reviewed: bool,
    /// In the order of [`Word::ALL`]; a word without a text of its own is English.
    texts: Vec<Option<Text>>,
    numbers: Numbers,
}

/// A text, with the forms that it takes beside numbers.
#[derive(Clone, Debug)]
struct Text {
    /// As it is, and beside all numbers that have no form of their own.
    other: String,
    forms: Vec<(Plural, String)>,
}

static ENGLISH: Table =
    Table { tag: String::new(), is_reviewed: true, texts: Vec::new(), numbers: Numbers::of_english() };

impl Default for Words {
    fn default() -> Words {
        Words(&ENGLISH)
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Words {
    /// The language, as a BCP 47 tag.
    pub fn tag(self) -> &'static str {
        if self.0.tag.is_empty() { "en" } else { &self.0.tag }
    }

    /// Whether a native speaker has looked at these words.
    pub fn is_reviewed(self) -> bool {
        self.0.is_reviewed
    }

    /// The text of a word.
    pub fn text(self, word: Word) -> &'static str {
        self.own(word).map_or(word.english(), |it| &it.other)
    }

    /// The text of a word whose `{n}` is this number.
    pub fn with_number(self, word: Word, number: impl Into<f64>) -> String {
        let number = number.into();
        let text = self.own(word).map_or(word.english(), |it| it.beside(self.0.numbers.plural(self.tag(), number)));
        text.replace("{n}", &self.number(number))
    }

    /// The text of a word whose `{text}` is this text.
    pub fn with_text(self, word: Word, text: &str) -> String {
        self.fill(self.text(word), "{text}", text)
    }

    /// The text of a word whose `{text}` and `{n}` are these texts.
    pub fn with_texts(self, word: Word, text: &str, n: &str) -> String {
        let filled = self.fill(self.text(word), "{n}", n);
        self.fill(&filled, "{text}", text)
    }

    /// A number as it is written in this language.
    pub fn number(self, number: impl Into<f64>) -> String {
        self.0.numbers.written(self.tag(), number.into())
    }

    /// Day and time of day as they are written in this language, where the person is so many minutes ahead of UTC.
    pub fn moment(self, time: Time, offset_minutes: i32) -> String {
        self.0.numbers.moment(self.tag(), time, offset_minutes)
    }

    fn own(self, word: Word) -> Option<&'static Text> {
        self.0.texts.get(word as usize)?.as_ref()
    }

    /// A text as it stands within another. Where a language is written from the right, it may be one that is not.
    pub fn apart(self, text: &str) -> String {
        let [open, close] = ISOLATE;
        if direction(self.tag()) == "rtl" { format!("{open}{text}{close}") } else { text.to_owned() }
    }

    fn fill(self, sentence: &str, mark: &str, text: &str) -> String {
        sentence.replace(mark, &self.apart(text))
    }
}

impl Text {
    fn beside(&self, plural: Plural) -> &str {
        self.forms.iter().find(|(it, _)| *it == plural).map_or(&self.other, |(_, text)| text)
    }
}
