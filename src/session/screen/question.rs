//! Something to find out.

use super::super::state::Session;
use super::super::step::StepId;
use super::super::words::Word;
use super::{Action, Picture, ReadingScreen, SourceRow, WaitScreen, picture, reading, sources, wait};
use crate::guide::{Choice, Question};
use crate::session::Event;

/// Something to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionScreen {
    /// What to look at.
    pub picture: Option<Picture>,
    /// How to find out.
    pub help: String,
    /// The waiting it needs.
    pub wait: Option<WaitScreen>,
    /// The answers.
    pub choices: Vec<ChoiceRow>,
    /// Not sure, and later.
    pub others: Vec<Action>,
    /// The way to have levels read instead.
    pub reading: Option<Box<ReadingScreen>>,
    /// Two or three words before the reason.
    pub why_label: String,
    /// Why it is asked; may be empty.
    pub why: String,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where the question comes from.
    pub sources: Vec<SourceRow>,
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// Gives it.
    pub action: Action,
    /// What the light shows that it speaks of: `green`, `orange`, `red`, `flashing`, `off` or `on`.
    pub light: Option<&'static str>,
}

pub(super) fn screen(session: &Session, question: &Question) -> QuestionScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let choice = |it: &Choice| ChoiceRow {
        action: Action { label: it.text.clone(), event: Event::Answered(question.id.clone(), it.id.clone()) },
        light: it.light.map(picture::light),
    };
    let checks = question.wait.iter().flat_map(|it| &it.checks).map(|it| it.source.as_str());
    let read = question.reading.iter().filter(|_| session.battery().is_some()).map(|it| it.source.as_str());
    QuestionScreen {
        picture: picture::named(session, question.picture.as_ref()),
        help: question.help.clone(),
        wait: question.wait.as_ref().map(|it| wait::screen(session, &question.id, it)),
        choices: question.choices.iter().map(choice).collect(),
        others: vec![
            Action { label: word(Word::NotSure), event: Event::NotSure(question.id.clone()) },
            Action { label: word(Word::Later), event: Event::PutOff(StepId::Question(question.id.clone())) },
        ],
        reading: reading::screen(session, Some(question)),
        why_label: word(Word::WhyAsk),
        why: why(session, question),
        sources_label: word(Word::Sources),
        sources: sources::rows(session, [question.source.as_str()].into_iter().chain(checks).chain(read)),
    }
}

/// What the answer tells, and what asking saves.
fn why(session: &Session, question: &Question) -> String {
    let words = session.settings.words;
    let apart = |one: &str, other: &str| words.with_texts(Word::TellsApart, one, other);
    let told = session.told_apart(&question.id).map(|(one, other)| apart(&one.text, &other.text));
    let saved = session.plan().map(|it| (it.unasked - it.expected.minutes).round()).filter(|it| *it >= 1.0);
    let saved = saved.map(|it| words.with_number(if it < 2.0 { Word::SavesAMinute } else { Word::SavesMinutes }, it));
    told.into_iter().chain(saved).collect::<Vec<_>>().join(" ")
}
