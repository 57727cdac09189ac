//! The names by which the JavaScript face answers a step.

use crate::session::{Event, TryResult};

/// The event for an answer given by name: a step's id and one of its choices.
///
/// `dangers` knows `none` and `found`; `service` knows `handed-over` and `fixed`; a repair knows the names of
/// [`TryResult`].
pub(super) fn event(step: &str, choice: &str) -> Option<Event> {
    match (step, choice) {
        ("dangers", "none") => Some(Event::DangersDenied),
        ("dangers", "found") => Some(Event::DangersReported),
        ("service", "handed-over") => Some(Event::HandedOver),
        ("service", "fixed") => Some(Event::ServiceFixed),
        _ => {
            let result = TryResult::ALL.into_iter().find(|it| it.id() == choice)?;
            Some(Event::Tried(step.to_owned(), result))
        }
    }
}
