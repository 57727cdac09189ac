//! The languages to choose from.

use super::super::state::Session;
use super::super::words::{LANGUAGES, Word};
use crate::session::Event;

/// The languages to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguagesScreen {
    /// Its heading, with the language at hand.
    pub heading: String,
    /// One row per language.
    pub rows: Vec<LanguageRow>,
    /// How good the translation is, or that there is none; may be empty.
    pub remark: String,
}

/// A language to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageRow {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Whether it is the one at hand.
    pub is_chosen: bool,
    /// Chooses it.
    pub event: Event,
}

pub(super) fn screen(session: &Session) -> Option<LanguagesScreen> {
    let settings = &session.settings;
    let words = settings.words;
    let row = |tag: &String| LanguageRow {
        tag: tag.clone(),
        name: name(tag),
        is_chosen: *tag == session.guide.language,
        event: Event::LanguageChosen(tag.clone()),
    };
    let remark = if session.lacks_language {
        words.text(Word::LanguageFailed)
    } else if settings.is_reviewed && words.is_reviewed() {
        ""
    } else {
        words.text(Word::NotReviewed)
    };
    (settings.languages.len() > 1).then(|| LanguagesScreen {
        heading: format!("{}{}{}", words.text(Word::Language), words.text(Word::Colon), name(&session.guide.language)),
        rows: settings.languages.iter().map(row).collect(),
        remark: remark.to_owned(),
    })
}

/// The name of a language in itself; of one that the widget does not speak, the tag.
fn name(tag: &str) -> String {
    LANGUAGES.iter().find(|(it, _)| *it == tag).map_or(tag, |(_, name)| name).to_owned()
}
