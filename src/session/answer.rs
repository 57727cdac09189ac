//! Answers by name, as a host page gives them.

use super::event::Event;
use super::evidence::TryResult;
use super::state::Session;
use super::step::StepId;
use super::update::{KEEP_TRYING, LATER, NOT_SURE};

impl Session {
    /// What a choice at a step means, both by the names that events and records have; nothing if there is no such
    /// choice.
    pub fn event_for(&self, step: &str, choice: &str) -> Option<Event> {
        match (step, choice) {
            ("dangers", "none") => Some(Event::DangersDenied),
            ("dangers", "found") => Some(Event::DangersReported),
            ("service", "handed-over") => Some(Event::HandedOver),
            ("service", "fixed") => Some(Event::ServiceFixed),
            ("service", KEEP_TRYING) => Some(Event::KeptTrying),
            _ if self.guide.question(step).is_some() => Some(question_event(step.to_owned(), choice)),
            _ => repair_event(step.to_owned(), choice),
        }
    }
}

fn question_event(question: String, choice: &str) -> Event {
    match choice {
        NOT_SURE => Event::NotSure(question),
        LATER => Event::PutOff(StepId::Question(question)),
        _ => Event::Answered(question, choice.to_owned()),
    }
}

fn repair_event(repair: String, choice: &str) -> Option<Event> {
    if choice == LATER {
        return Some(Event::PutOff(StepId::Repair(repair)));
    }
    let result = TryResult::ALL.into_iter().find(|it| it.id() == choice)?;
    Some(Event::Tried(repair, result))
}
