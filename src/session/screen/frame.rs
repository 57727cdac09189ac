//! What surrounds every step: title, progress, links, trail.

use super::super::state::Session;
use super::super::step::{Outcome, Step, StepId};
use super::super::words::Word;
use super::{Action, Body, Progress, Screen, Trail, TrailRow, dangers, ends, repair};
use crate::session::Event;

impl Screen {
    pub(in crate::session) fn new(session: &Session) -> Screen {
        let step = session.step();
        let (heading, body) = heading_and_body(session, &step);
        Screen {
            key: session.screen_key(),
            language: session.guide.language.clone(),
            title: session.guide.title.clone(),
            progress_label: session.settings.words.text(Word::Progress).to_owned(),
            links_label: session.settings.words.text(Word::Links).to_owned(),
            aside: aside(session, &step),
            progress: progress(session, &step),
            count: count(session, &step),
            heading,
            body,
            links: links(session, &step),
            trail: trail(session),
        }
    }
}

fn heading_and_body(session: &Session, step: &Step<'_>) -> (String, Body) {
    let word = |word| session.settings.words.text(word).to_owned();
    match step {
        Step::Dangers => {
            let question = session.guide.danger_question.clone();
            (question.unwrap_or_else(|| word(Word::DangerQuestion)), Body::Dangers(dangers::check(session)))
        }
        Step::Repair(it) => (it.text.clone(), Body::Repair(repair::screen(session, it))),
        Step::Service => (session.guide.service.text.clone(), Body::Service(ends::service(session))),
        Step::Outcome(Outcome::Service) => (word(Word::HandedOverHeading), Body::Service(ends::handed_over(session))),
        Step::Outcome(Outcome::Fixed(by)) => {
            (session.guide.verdict.done.clone(), Body::Fixed(ends::fixed(session, by)))
        }
        Step::Outcome(Outcome::Stopped) => (word(Word::StoppedHeading), Body::Stopped(dangers::stopped(session))),
    }
}

fn aside(session: &Session, step: &Step<'_>) -> String {
    let words = session.settings.words;
    match step {
        Step::Repair(repair) => words.with_number(Word::Minutes, repair.total_minutes().ceil()),
        Step::Dangers | Step::Service | Step::Outcome(_) => String::new(),
    }
}

/// The article's steps, with support as the last.
fn progress(session: &Session, step: &Step<'_>) -> Progress {
    let repairs = session.guide.article();
    let max = repairs.len() + 1;
    let value = match step {
        Step::Dangers => 0,
        Step::Repair(repair) => repairs.iter().position(|it| it.id == repair.id).map_or(max, |idx| idx + 1),
        Step::Service | Step::Outcome(_) => max,
    };
    Progress { value, max }
}

fn count(session: &Session, step: &Step<'_>) -> String {
    let words = session.settings.words;
    let Progress { value, max } = progress(session, step);
    match step {
        Step::Dangers if session.saved.evidence.is_empty() => words.text(Word::BeforeWeStart).to_owned(),
        Step::Repair(_) | Step::Service => words.with_number(Word::StepOf, value).replace("{text}", &max.to_string()),
        Step::Dangers | Step::Outcome(_) => String::new(),
    }
}

/// A countdown of another step goes on, so there is a way to it.
fn link_to_countdown(session: &Session, step: &Step<'_>) -> Option<Action> {
    let waiting = session.progress()?.repair;
    let is_shown = matches!(step, Step::Repair(it) if it.id == waiting.id);
    let label = session.settings.words.text(Word::ToCountdown).to_owned();
    let event = Event::StepRequested(StepId::Repair(waiting.id.clone()));
    (!is_shown).then_some(Action { label, event })
}

fn links(session: &Session, step: &Step<'_>) -> Vec<Action> {
    let words = session.settings.words;
    let mut links = Vec::new();
    if session.can_go_back() {
        links.push(Action { label: words.text(Word::Back).to_owned(), event: Event::WentBack });
    }
    links.extend(link_to_countdown(session, step));
    match step {
        Step::Repair(_) | Step::Service if !session.guide.dangers.is_empty() => {
            let event = Event::StepRequested(StepId::Dangers);
            links.push(Action { label: words.text(Word::ReportDanger).to_owned(), event });
        }
        Step::Outcome(_) => {
            links.push(Action { label: words.text(Word::Restart).to_owned(), event: Event::Restarted });
        }
        Step::Dangers | Step::Repair(_) | Step::Service => (),
    }
    links
}

fn trail(session: &Session) -> Option<Trail> {
    let saved = &session.saved;
    if saved.evidence.is_empty() && saved.ticked.is_empty() && saved.wait.is_none() {
        return None;
    }
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let entries = session.record().entries;
    let rows = saved.evidence.iter().zip(entries).map(|(observation, entry)| {
        let step = observation.finding.step();
        TrailRow {
            change_label: words.with_text(Word::ChangeThis, &entry.text),
            change: Action { label: word(Word::Change), event: Event::StepRequested(step) },
            text: entry.text,
            result: entry.result_text,
        }
    });
    let mut actions = vec![Action { label: word(Word::Restart), event: Event::Restarted }];
    if session.settings.is_stored {
        actions.push(Action { label: word(Word::Forget), event: Event::Forgotten });
    }
    let hint = session.settings.is_stored.then(|| word(Word::ForgetHint));
    Some(Trail { heading: word(Word::Trail), rows: rows.collect(), actions, hint })
}
