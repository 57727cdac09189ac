//! Answers that do not fit together, to look at again.

use super::super::state::Session;
use super::super::step::StepId;
use super::super::words::Word;
use super::{Action, TrailRow, frame};
use crate::session::{Event, Finding};

/// Answers that do not fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewScreen {
    /// What the matter is.
    pub text: String,
    /// The answers.
    pub rows: Vec<TrailRow>,
    /// They are right.
    pub go_on: Action,
}

pub(super) fn screen(session: &Session) -> ReviewScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let is_possible = session.belief().is_some();
    let go_on = if is_possible {
        Action { label: word(Word::AnswersAreRight), event: Event::WentBack }
    } else {
        let event = Event::StepRequested(StepId::Service);
        Action { label: session.guide.service.text.clone(), event }
    };
    ReviewScreen {
        text: word(if is_possible { Word::AnswersAreRare } else { Word::AnswersAreImpossible }),
        rows: rows(session),
        go_on,
    }
}

/// The answers to questions; what was tried does not say what is wrong by itself.
fn rows(session: &Session) -> Vec<TrailRow> {
    let rows = session.saved.evidence.iter().zip(frame::trail_rows(session));
    rows.filter(|(it, _)| matches!(it.finding, Finding::Answered(..))).map(|(_, row)| row).collect()
}

/// The remark on any other step that some answers rarely go together, with the way to them.
pub(super) fn remark(session: &Session) -> Option<(String, Action)> {
    let words = session.settings.words;
    let action =
        || Action { label: words.text(Word::LookAgain).to_owned(), event: Event::StepRequested(StepId::Review) };
    session.is_in_conflict().then(|| (words.text(Word::AnswersRarelyMeet).to_owned(), action()))
}
