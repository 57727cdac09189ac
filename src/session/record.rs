//! The record: what was found and tried, when and with what result, for a support agent.

use super::details::Details;
use super::evidence::{Finding, Observation, TryResult};
use super::reading::Taken;
use super::screen::{levels_line, listed_faults, short_frequency};
use super::state::Session;
use super::step::{self, Outcome, StepId};
use super::update::{KEEP_TRYING, LATER, NOT_SURE};
use super::words::Word;
use crate::battery::Reading;
use crate::guide::Fault;
use serde::Serialize;

/// What was found and tried in a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The format of this document: 1.
    pub format: u32,
    /// The product, as the guide names it.
    pub product: String,
    /// The problem, as the guide names it.
    pub title: String,
    /// The guide's id.
    pub guide: String,
    /// The guide's version.
    pub guide_version: String,
    /// When the session started: ISO 8601 with the person's offset from UTC.
    pub started: String,
    /// `open`, `fixed`, `service` or `stopped`.
    pub outcome: &'static str,
    /// What it could be, the likeliest first; empty where nothing was computed, or where it does not matter any more.
    pub could_be: Vec<Odds>,
    /// What was found and tried, in the order of time.
    pub entries: Vec<Entry>,
    /// The battery levels that were read, in the order of time.
    pub readings: Vec<ReadingEntry>,
    /// What the person has added about the device.
    pub details: Details,
}

/// How often it is a fault, in cases like this one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Odds {
    /// The id of the fault; nothing for all that are not listed, together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// The fault in words.
    pub text: String,
    /// How often, in words, such as `4 of 10`.
    pub share: String,
}

/// One line of a record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// `dangers`, the id of the question or the repair, or `service`.
    pub step: String,
    /// The step in words.
    pub text: String,
    /// The name of the result, such as `not-fixed`, or the id of the choice.
    pub result: String,
    /// The result in words.
    pub result_text: String,
    /// Whether the device itself has told it, and not the person.
    pub is_read: bool,
    /// When: ISO 8601 with the person's offset from UTC.
    pub at: String,
}

/// Battery levels in a record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadingEntry {
    /// When: ISO 8601 with the person's offset from UTC.
    pub at: String,
    /// How they came, and what was read of each unit.
    pub reading: Reading,
    /// The levels in words.
    pub text: String,
}

impl Record {
    pub(super) fn new(session: &Session) -> Record {
        let guide = &session.guide;
        let saved = &session.saved;
        let offset = session.settings.offset_minutes;
        let entry = |it: &Observation| entry(session, it, it.at.iso(offset));
        let reading = |it: &Taken| ReadingEntry {
            at: it.at.iso(offset),
            reading: it.reading.clone(),
            text: levels_line(session.settings.words, it),
        };
        let outcome = step::outcome(&saved.evidence);
        Record {
            format: 1,
            product: guide.product.clone(),
            title: guide.title.clone(),
            guide: guide.id.clone(),
            guide_version: guide.version.clone(),
            started: saved.started.iso(offset),
            could_be: match &outcome {
                None | Some(Outcome::Service) => could_be(session),
                Some(Outcome::Fixed(_) | Outcome::Stopped) => Vec::new(),
            },
            outcome: outcome.map_or("open", |it| it.id()),
            entries: saved.evidence.iter().map(entry).collect(),
            readings: saved.readings.iter().map(reading).collect(),
            details: saved.details.clone(),
        }
    }

    /// The record as a JSON document to read and to save.
    pub fn json(&self) -> String {
        // What is made of texts and small numbers always becomes JSON.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

fn could_be(session: &Session) -> Vec<Odds> {
    let words = session.settings.words;
    let odds = |(fault, odds): (Option<&Fault>, f64)| Odds {
        fault: fault.map(|it| it.id.clone()),
        text: fault.map_or_else(|| words.text(Word::RarerCauses), |it| &it.text).to_owned(),
        share: short_frequency(words, odds),
    };
    listed_faults(session).into_iter().map(odds).collect()
}

/// What was answered, in words.
pub(super) fn result_text(session: &Session, observation: &Observation) -> String {
    entry(session, observation, String::new()).result_text
}

/// One line of the record in words.
fn entry(session: &Session, observation: &Observation, at: String) -> Entry {
    let Observation { finding, is_read, .. } = observation;
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let (result, result_text) = match finding {
        Finding::NoDanger => ("none".to_owned(), word(Word::DangersNone)),
        Finding::Danger(ids) => ("found".to_owned(), dangers(session, ids)),
        Finding::Answered(question, choice) => {
            let found = session.guide.question(question).and_then(|it| it.choice(choice));
            (choice.clone(), found.map_or_else(|| choice.clone(), |it| it.text.clone()))
        }
        Finding::NotSure(_) => (NOT_SURE.to_owned(), word(Word::ResultNotSure)),
        Finding::Tried(_, result) => (result.id().to_owned(), word(result_word(*result))),
        Finding::PutOff(_) => (LATER.to_owned(), word(Word::ResultPutOff)),
        Finding::KeptTrying => (KEEP_TRYING.to_owned(), word(Word::ResultKeptTrying)),
        Finding::HandedOver => ("handed-over".to_owned(), word(Word::ResultHandedOver)),
        Finding::ServiceFixed => (TryResult::Fixed.id().to_owned(), word(Word::ResultFixed)),
    };
    let step = finding.step();
    let text = match &step {
        StepId::Dangers => word(Word::DangerCheck),
        StepId::Question(id) => session.guide.question(id).map_or_else(|| id.clone(), |it| it.text.clone()),
        StepId::Repair(id) => session.guide.repair(id).map_or_else(|| id.clone(), |it| it.text.clone()),
        StepId::Review | StepId::Service => session.guide.service.text.clone(),
    };
    let result_text = if *is_read { words.with_text(Word::ResultRead, &result_text) } else { result_text };
    Entry { step: step.id().to_owned(), text, result, result_text, is_read: *is_read, at }
}

fn dangers(session: &Session, ids: &[String]) -> String {
    let known = session.guide.dangers.iter().filter(|it| ids.contains(&it.id));
    let texts: Vec<_> = known.map(|it| it.text.as_str()).collect();
    if texts.is_empty() {
        session.settings.words.text(Word::DangersUnnamed).to_owned()
    } else {
        texts.join(session.settings.words.text(Word::Semicolon))
    }
}

fn result_word(result: TryResult) -> Word {
    match result {
        TryResult::Fixed => Word::ResultFixed,
        TryResult::NotFixed => Word::ResultNotFixed,
        TryResult::AlreadyDone => Word::ResultAlreadyDone,
        TryResult::CannotDo => Word::ResultCannotDo,
    }
}
