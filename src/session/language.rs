//! The language that the person has chosen.

use super::effect::Effect;
use super::state::Session;
use super::words::Word;

impl Session {
    /// The language in which it goes on.
    pub fn language(&self) -> &str {
        &self.guide.language
    }

    pub(super) fn choose_language(&mut self, tag: String) -> Vec<Effect> {
        if !self.settings.languages.contains(&tag) {
            return Vec::new();
        }
        self.lacks_language = false;
        self.saved.language = Some(tag);
        vec![Effect::Save, Effect::Speak]
    }

    pub(super) fn fail_language(&mut self) -> Vec<Effect> {
        self.lacks_language = true;
        // What is stored would fail at the next visit as well.
        self.saved.language = None;
        let said = self.settings.words.text(Word::LanguageFailed).to_owned();
        vec![Effect::Save, Effect::Announce(said)]
    }
}
