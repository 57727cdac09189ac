//! Which step comes next, derived from the guide and the evidence.

use super::evidence::{Finding, Observation, TryResult};
use crate::guide::{Guide, Repair};

/// In which order the steps come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the written article has them.
    #[default]
    Article,
}

impl Order {
    /// The names that the `order` attribute knows.
    pub const NAMES: [&str; 1] = ["article"];

    /// The order with this name.
    pub fn from_name(name: &str) -> Option<Order> {
        (name == "article").then_some(Order::Article)
    }
}

/// Names a step that a person can be on, and come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepId {
    /// The danger check.
    Dangers,
    /// The repair with this id.
    Repair(String),
    /// Turning to support.
    Service,
}

impl StepId {
    /// The name in events and in the JavaScript face: a repair's id, `dangers` or `service`.
    pub fn id(&self) -> &str {
        match self {
            StepId::Dangers => "dangers",
            StepId::Repair(id) => id,
            StepId::Service => "service",
        }
    }
}

impl Finding {
    /// The step at which it was found.
    pub(super) fn step(&self) -> StepId {
        match self {
            Finding::NoDanger | Finding::Danger(_) => StepId::Dangers,
            Finding::Tried(repair, _) => StepId::Repair(repair.clone()),
            Finding::HandedOver | Finding::ServiceFixed => StepId::Service,
        }
    }
}

/// How a session ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The device works, thanks to this step.
    Fixed(StepId),
    /// Support has taken over.
    Service,
    /// A danger ended it.
    Stopped,
}

impl Outcome {
    /// The name in events and records.
    pub fn id(&self) -> &'static str {
        match self {
            Outcome::Fixed(_) => "fixed",
            Outcome::Service => "service",
            Outcome::Stopped => "stopped",
        }
    }

    /// The name of the step that brought it, where one did.
    pub fn step_id(&self) -> Option<&str> {
        match self {
            Outcome::Fixed(step) => Some(step.id()),
            Outcome::Service | Outcome::Stopped => None,
        }
    }
}

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step<'a> {
    Dangers,
    Repair(&'a Repair),
    Service,
    Outcome(Outcome),
}

/// The next step.
pub(super) fn next<'a>(guide: &'a Guide, evidence: &[Observation], order: Order) -> Step<'a> {
    if let Some(outcome) = outcome(evidence) {
        return Step::Outcome(outcome);
    }
    let knows_no_danger = evidence.iter().any(|it| it.finding == Finding::NoDanger);
    if !guide.dangers.is_empty() && !knows_no_danger {
        return Step::Dangers;
    }
    match order {
        Order::Article => guide
            .article()
            .into_iter()
            .find(|it| result_of(evidence, &it.id).is_none())
            .map_or(Step::Service, Step::Repair),
    }
}

/// How the session has ended, if it has. A danger outranks all; a working device outranks support.
pub(super) fn outcome(evidence: &[Observation]) -> Option<Outcome> {
    let mut ended = None;
    for observation in evidence {
        let outcome = match &observation.finding {
            Finding::Danger(_) => return Some(Outcome::Stopped),
            Finding::Tried(repair, TryResult::Fixed) => Outcome::Fixed(StepId::Repair(repair.clone())),
            Finding::ServiceFixed => Outcome::Fixed(StepId::Service),
            Finding::HandedOver if ended.is_none() => Outcome::Service,
            Finding::NoDanger | Finding::Tried(..) | Finding::HandedOver => continue,
        };
        ended = Some(outcome);
    }
    ended
}

/// What came of a repair, if it was tried.
pub(super) fn result_of(evidence: &[Observation], repair: &str) -> Option<TryResult> {
    evidence.iter().find_map(|it| match &it.finding {
        Finding::Tried(id, result) if id == repair => Some(*result),
        Finding::NoDanger | Finding::Danger(_) | Finding::Tried(..) | Finding::HandedOver | Finding::ServiceFixed => {
            None
        }
    })
}
