//! What surrounds every step: title, progress, links, trail.

use super::super::direction::direction;
use super::super::state::Session;
use super::super::step::{Order, Outcome, Step, StepId};
use super::super::words::Word;
use super::{
    Action, Body, CouldBe, Screen, change, dangers, ends, languages, outlook, question, repair, review, shared,
};
use crate::session::Event;

/// How far the person has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Steps done, of `max`.
    pub value: usize,
    /// All steps.
    pub max: usize,
    /// The same in words; nothing where the person has come part of a way that nobody has counted.
    pub text: Option<String>,
}

/// What was answered so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    /// Its heading.
    pub heading: String,
    /// One row per answer.
    pub rows: Vec<TrailRow>,
    /// Starting again, and forgetting.
    pub actions: Vec<Action>,
    /// What is stored where.
    pub hint: Option<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct TrailRow {
    /// The step.
    pub text: String,
    /// What was answered.
    pub result: String,
    /// What that has made more or less likely; empty if it changed little.
    pub moved: String,
    /// Shows the step again.
    pub change: Action,
    /// The label of `change` for those who do not see the row around it.
    pub change_label: String,
}

/// The words behind an answer for what it made more likely, and less.
const IN_THE_TRAIL: [Word; 2] = [Word::MadeMoreLikely, Word::MadeLessLikely];

impl Screen {
    pub(in crate::session) fn new(session: &Session) -> Screen {
        let step = session.step();
        let (heading, body) = heading_and_body(session, &step);
        let progress = progress(session, &step);
        Screen {
            key: session.screen_key(),
            language: session.guide.language.clone(),
            direction: direction(&session.guide.language),
            title: session.guide.title.clone(),
            progress_label: session.settings.words.text(Word::Progress).to_owned(),
            links_label: session.settings.words.text(Word::Links).to_owned(),
            aside: aside(session, &step),
            banner: shared::banner(session),
            intro: intro(session, &step),
            count: count(session, &step, &progress),
            progress,
            heading,
            ahead: outlook_ahead(session, &step),
            remark: remark(session, &step),
            changed: changed(session, &step),
            told: told(session, &step),
            body,
            could_be: could_be(session, &step),
            links: links(session, &step),
            trail: trail(session),
            languages: languages::screen(session),
            printed: if session.saved.evidence.is_empty() {
                String::new()
            } else {
                session.record().text(session.settings.words)
            },
        }
    }
}

/// What the guide does for the person, or why the danger check comes again.
fn intro(session: &Session, step: &Step<'_>) -> String {
    if session.saved.evidence.is_empty() {
        return session.guide.intro.clone();
    }
    let why = session.why_again().filter(|_| *step == Step::Dangers);
    why.map_or_else(String::new, |it| session.settings.words.text(it).to_owned())
}

fn heading_and_body(session: &Session, step: &Step<'_>) -> (String, Body) {
    let word = |word| session.settings.words.text(word).to_owned();
    match step {
        Step::Dangers => {
            let question = session.guide.danger_question.clone();
            (question.unwrap_or_else(|| word(Word::DangerQuestion)), Body::Dangers(dangers::check(session)))
        }
        Step::Question(it) => (it.text.clone(), Body::Question(question::screen(session, it))),
        Step::Repair(it) => (it.text.clone(), Body::Repair(Box::new(repair::screen(session, it)))),
        Step::Review => (word(Word::ReviewHeading), Body::Review(review::screen(session))),
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
    let (minutes, wait) = match step {
        Step::Question(question) => (question.minutes, &question.wait),
        Step::Repair(repair) => (repair.minutes, &repair.wait),
        Step::Dangers | Step::Review | Step::Service | Step::Outcome(_) => return String::new(),
    };
    let at_it = words.with_number(Word::Minutes, minutes.ceil());
    let waiting = wait.as_ref().map(|it| words.with_number(Word::MinutesOfWaiting, it.minutes));
    match waiting {
        Some(waiting) if minutes > 0.0 => format!("{at_it} + {waiting}"),
        Some(waiting) => waiting,
        None => at_it,
    }
}

fn outlook_ahead(session: &Session, step: &Step<'_>) -> String {
    match step {
        Step::Question(_) | Step::Repair(_) => outlook::ahead(session),
        Step::Dangers | Step::Review | Step::Service | Step::Outcome(_) => String::new(),
    }
}

fn remark(session: &Session, step: &Step<'_>) -> Option<(String, Action)> {
    match step {
        Step::Question(_) | Step::Repair(_) | Step::Service => review::remark(session),
        Step::Dangers | Step::Review | Step::Outcome(_) => None,
    }
}

fn changed(session: &Session, step: &Step<'_>) -> String {
    match step {
        Step::Question(_)
        | Step::Repair(_)
        | Step::Review
        | Step::Service
        | Step::Outcome(Outcome::Fixed(_) | Outcome::Service) => change::line(session),
        Step::Dangers | Step::Outcome(Outcome::Stopped) => String::new(),
    }
}

/// What the device has answered since the person has.
fn told(session: &Session, step: &Step<'_>) -> Vec<(String, Action)> {
    if matches!(step, Step::Dangers | Step::Review | Step::Outcome(_)) {
        return Vec::new();
    }
    let n_told = session.saved.evidence.iter().rev().take_while(|it| it.is_read).count();
    let rows = trail_rows(session);
    let told = rows.len() - n_told;
    rows.into_iter().skip(told).map(|row| (format!("{} {}", row.text, row.result), row.change)).collect()
}

fn could_be(session: &Session, step: &Step<'_>) -> Option<CouldBe> {
    match step {
        Step::Question(_) | Step::Repair(_) | Step::Service | Step::Outcome(Outcome::Service) => {
            outlook::could_be(session)
        }
        Step::Dangers | Step::Review | Step::Outcome(Outcome::Fixed(_) | Outcome::Stopped) => None,
    }
}

fn progress(session: &Session, step: &Step<'_>) -> Progress {
    match session.settings.order {
        Order::Best => progress_in_minutes(session, step),
        Order::Article => progress_in_steps(session, step),
    }
}

/// The minutes spent, of those and the ones that are expected.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a saturating cast is what a meter needs")]
fn progress_in_minutes(session: &Session, step: &Step<'_>) -> Progress {
    let left = match step {
        // Nothing is planned before the danger check, so that it is there at once.
        Step::Dangers => 1.0,
        Step::Question(_) | Step::Repair(_) | Step::Review => {
            session.plan().map_or(0.0, |it| it.expected.home_minutes(session.guide.service.minutes)).max(1.0)
        }
        Step::Service | Step::Outcome(_) => 0.0,
    };
    let value = (session.spent_minutes() * 10.0).round() as usize;
    Progress { value, max: (value + (left * 10.0).round() as usize).max(1), text: None }
}

/// The article's steps, with support as the last.
#[allow(clippy::cast_precision_loss, reason = "no article has so many steps")]
fn progress_in_steps(session: &Session, step: &Step<'_>) -> Progress {
    let repairs = session.guide.article();
    let max = repairs.len() + 1;
    let (value, is_counted) = match step {
        Step::Dangers => (0, false),
        Step::Repair(repair) => (repairs.iter().position(|it| it.id == repair.id).map_or(max, |idx| idx + 1), true),
        Step::Question(_) | Step::Service => (max, true),
        Step::Review | Step::Outcome(_) => (max, false),
    };
    let words = session.settings.words;
    let text = words.with_texts(Word::StepOf, &words.number(max as f64), &words.number(value as f64));
    Progress { value, max, text: is_counted.then_some(text) }
}

/// Where the person is: of so many steps, or at what kind of step where nobody knows how many there will be.
fn count(session: &Session, step: &Step<'_>, progress: &Progress) -> String {
    let word = |word| session.settings.words.text(word).to_owned();
    match step {
        Step::Dangers if session.saved.evidence.is_empty() => word(Word::BeforeWeStart),
        Step::Dangers if session.why_again().is_some() => word(Word::BeforeYouGoOn),
        Step::Question(_) => progress.text.clone().unwrap_or_else(|| word(Word::KindQuestion)),
        Step::Repair(_) => progress.text.clone().unwrap_or_else(|| word(Word::KindRepair)),
        Step::Service => progress.text.clone().unwrap_or_else(|| word(Word::KindService)),
        Step::Dangers | Step::Review | Step::Outcome(_) => String::new(),
    }
}

/// A countdown of another step goes on, so there is a way to it.
fn link_to_countdown(session: &Session, step: &Step<'_>) -> Option<Action> {
    let waiting = session.progress()?.step;
    let is_shown = step.id().is_some_and(|it| it == waiting);
    let is_behind_check = session.is_check_due() && session.counted_down().as_ref() != Some(&waiting);
    let label = session.settings.words.text(Word::ToCountdown).to_owned();
    (!is_shown && !is_behind_check).then_some(Action { label, event: Event::StepRequested(waiting) })
}

fn links(session: &Session, step: &Step<'_>) -> Vec<Action> {
    let words = session.settings.words;
    let mut links = Vec::new();
    if session.can_go_back() {
        links.push(Action { label: words.text(Word::Back).to_owned(), event: Event::WentBack });
    }
    links.extend(link_to_countdown(session, step));
    match step {
        Step::Question(_) | Step::Repair(_) => {
            links.extend(link_to_dangers(session));
            links.push(link_to_support(session));
        }
        // Whoever only looks need not answer it.
        Step::Dangers if session.is_check_between() => links.push(link_to_support(session)),
        Step::Service => links.extend(link_to_dangers(session)),
        Step::Outcome(_) => {
            links.push(Action { label: words.text(Word::Restart).to_owned(), event: Event::Restarted });
        }
        Step::Dangers | Step::Review => (),
    }
    links
}

fn link_to_support(session: &Session) -> Action {
    let label = session.settings.words.text(Word::ToSupport).to_owned();
    Action { label, event: Event::StepRequested(StepId::Service) }
}

fn link_to_dangers(session: &Session) -> Option<Action> {
    let label = session.settings.words.text(Word::ReportDanger).to_owned();
    let event = Event::StepRequested(StepId::Dangers);
    (!session.guide.dangers.is_empty()).then_some(Action { label, event })
}

fn trail(session: &Session) -> Option<Trail> {
    let saved = &session.saved;
    if saved.evidence.is_empty() && saved.ticked.is_empty() && saved.wait.is_none() {
        return None;
    }
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let mut actions = vec![Action { label: word(Word::Restart), event: Event::Restarted }];
    // The session of somebody else is stored nowhere.
    let is_stored = session.settings.is_stored && session.shared.is_none();
    if is_stored {
        actions.push(Action { label: word(Word::Forget), event: Event::Forgotten });
    }
    let hint = is_stored.then(|| kept_for(session));
    Some(Trail { heading: word(Word::Trail), rows: trail_rows(session), actions, hint })
}

/// How long the answers are kept.
fn kept_for(session: &Session) -> String {
    let words = session.settings.words;
    match session.settings.kept_for.get() {
        1 => words.text(Word::ForgetHintADay).to_owned(),
        days => words.with_number(Word::ForgetHint, days),
    }
}

/// What was found, one row each, in the order of time.
pub(super) fn trail_rows(session: &Session) -> Vec<TrailRow> {
    let words = session.settings.words;
    let entries = session.record().entries;
    let rows = session.saved.evidence.iter().zip(entries).enumerate().map(|(idx, (observation, entry))| TrailRow {
        change_label: words.with_text(Word::ChangeThis, &entry.text),
        change: Action {
            label: words.text(Word::Change).to_owned(),
            event: Event::StepRequested(observation.finding.step()),
        },
        text: entry.text,
        result: entry.result_text,
        moved: outlook::moved(session, session.moved_by(idx), IN_THE_TRAIL),
    });
    rows.collect()
}
