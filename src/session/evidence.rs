//! What is known by now, in the order in which it became known.

use super::step::StepId;
use super::time::Time;
use serde::Serialize;

/// One thing now known, and since when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Observation {
    /// When the person said so.
    pub at: Time,
    /// What.
    pub finding: Finding,
    /// Whether the device itself has told, and not the person.
    pub is_read: bool,
}

/// What an observation says. The guide's ids name things, never their position, so that a later version of the guide
/// still understands what was stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// None of the dangers is there.
    NoDanger,
    /// There is danger. The ids of those that the person named; none if they only said that there is one.
    Danger(Vec<String>),
    /// A question was answered: its id, and the id of the choice.
    Answered(String, String),
    /// The person is not sure about a question; holds its id. That is no evidence.
    NotSure(String),
    /// A repair was tried, or not: its id, and what came of it.
    Tried(String, TryResult),
    /// A question or a repair is to come later.
    PutOff(StepId),
    /// The person wants to go on although support was advised.
    KeptTrying,
    /// The person has turned to support.
    HandedOver,
    /// The device works, at the time when only support was left.
    ServiceFixed,
}

/// What came of a repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TryResult {
    /// The device works.
    Fixed,
    /// It was done, and the device does not work.
    NotFixed,
    /// It had been done before, and the device does not work.
    AlreadyDone,
    /// It was not done, because the person cannot.
    CannotDo,
}

impl TryResult {
    /// All, in the order in which they are offered.
    pub const ALL: [TryResult; 4] =
        [TryResult::Fixed, TryResult::NotFixed, TryResult::AlreadyDone, TryResult::CannotDo];

    /// The name in events, records and the JavaScript face.
    pub fn id(self) -> &'static str {
        match self {
            TryResult::Fixed => "fixed",
            TryResult::NotFixed => "not-fixed",
            TryResult::AlreadyDone => "already-done",
            TryResult::CannotDo => "cannot-do",
        }
    }
}
