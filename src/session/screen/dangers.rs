//! The danger check, and the end that a danger brings.

use super::super::evidence::Finding;
use super::super::state::Session;
use super::super::words::Word;
use super::{Action, Link, Picture, RecordScreen, SourceRow, ends, picture, record, sources};
use crate::guide::Danger;
use crate::session::Event;

/// The danger check.
#[derive(Clone, Debug, PartialEq)]
pub struct DangersScreen {
    /// The dangers.
    pub rows: Vec<DangerRow>,
    /// Two or three words before the advice.
    pub stop: String,
    /// What to do at any danger.
    pub advice: String,
    /// The answer most people give now.
    pub primary: Action,
    /// Whether `primary` leads on to the danger's advice.
    pub is_danger: bool,
    /// The other answer, if there is one.
    pub secondary: Option<Action>,
}

/// One danger.
#[derive(Clone, Debug, PartialEq)]
pub struct DangerRow {
    /// What the person would notice.
    pub text: String,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// Ticks or unticks it.
    pub event: Event,
}

/// A danger ended the session.
#[derive(Clone, Debug, PartialEq)]
pub struct StoppedScreen {
    /// What to do at any danger.
    pub advice: String,
    /// The dangers that were reported; all, if nobody said which.
    pub dangers: Vec<StoppedDanger>,
    /// Where to turn.
    pub contact: Option<Link>,
    /// Sent when the link is followed.
    pub handed_over: Event,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where the advice comes from.
    pub sources: Vec<SourceRow>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// A danger that was reported.
#[derive(Clone, Debug, PartialEq)]
pub struct StoppedDanger {
    /// The danger.
    pub text: String,
    /// What it looks like; only where the person has named it.
    pub picture: Option<Picture>,
    /// What to do about it, in order.
    pub advice: Vec<String>,
}

pub(super) fn check(session: &Session) -> DangersScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let row = |danger: &Danger| DangerRow {
        text: danger.text.clone(),
        picture: picture::named(session, danger.picture.as_ref()),
        is_ticked: session.marked.contains(&danger.id),
        event: Event::DangerToggled(danger.id.clone()),
    };
    let is_danger = !session.marked.is_empty();
    let (primary, secondary) = if is_danger {
        (Action { label: word(Word::DangersShowButton), event: Event::DangersReported }, None)
    } else {
        let yes = Action { label: word(Word::DangersYesButton), event: Event::DangersReported };
        (Action { label: word(Word::DangersNoneButton), event: Event::DangersDenied }, Some(yes))
    };
    DangersScreen {
        rows: session.guide.dangers.iter().map(row).collect(),
        stop: word(Word::Stop),
        advice: advice(session),
        primary,
        is_danger,
        secondary,
    }
}

pub(super) fn stopped(session: &Session) -> StoppedScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let (reported, are_named) = reported(session);
    // Where nobody said which, there are many, and pictures would push the advice away.
    let picture = |it: &Danger| picture::named(session, it.picture.as_ref().filter(|_| are_named));
    let general = session.guide.danger_advice.iter().map(|it| it.source.as_str());
    let ids = general.chain(reported.iter().map(|it| it.source.as_str()));
    let (contact, _) = ends::contacts(session);
    StoppedScreen {
        advice: advice(session),
        sources: sources::rows(session, ids),
        dangers: reported
            .into_iter()
            .map(|it| StoppedDanger { text: it.text.clone(), picture: picture(it), advice: it.advice.clone() })
            .collect(),
        contact,
        handed_over: Event::HandedOver,
        sources_label: word(Word::Sources),
        record: record::screen(session),
    }
}

/// The dangers that the person named, and that they did; all of them if they only said that there is one.
fn reported(session: &Session) -> (Vec<&Danger>, bool) {
    let is_named = |danger: &&Danger| {
        session.saved.evidence.iter().any(|it| matches!(&it.finding, Finding::Danger(ids) if ids.contains(&danger.id)))
    };
    let dangers = &session.guide.dangers;
    let named: Vec<_> = dangers.iter().filter(is_named).collect();
    if named.is_empty() { (dangers.iter().collect(), false) } else { (named, true) }
}

fn advice(session: &Session) -> String {
    session.guide.danger_advice.as_ref().map(|it| it.text.clone()).unwrap_or_default()
}
