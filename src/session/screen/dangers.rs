//! The danger check, and the end that a danger brings.

use super::super::evidence::Finding;
use super::super::state::Session;
use super::super::words::Word;
use super::{Action, DangerRow, DangersScreen, StoppedDanger, StoppedScreen, ends, picture, record, sources};
use crate::guide::Danger;
use crate::session::Event;

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
