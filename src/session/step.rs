//! Which step comes next, derived from the guide and the evidence.

use super::evidence::{Finding, Observation, TryResult};
use super::state::Session;
use crate::diagnosis::{Belief, Move};
use crate::guide::{Question, Repair};
use serde::Serialize;

/// In which order the steps come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The plan decides: what saves most time comes first.
    #[default]
    Best,
    /// As the written article has them. Nothing is asked.
    Article,
}

impl Order {
    /// The names that the `order` attribute knows.
    pub const NAMES: [&str; 2] = ["best", "article"];

    /// The order with this name.
    pub fn from_name(name: &str) -> Option<Order> {
        match name {
            "best" => Some(Order::Best),
            "article" => Some(Order::Article),
            _ => None,
        }
    }
}

/// Names a step that a person can be on, and come back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepId {
    /// The danger check.
    Dangers,
    /// The question with this id.
    Question(String),
    /// The repair with this id.
    Repair(String),
    /// Looking at answers again that do not fit together.
    Review,
    /// Turning to support.
    Service,
}

impl StepId {
    /// The name in events and in the JavaScript face: the id of a question or a repair, `dangers`, `review` or
    /// `service`.
    pub fn id(&self) -> &str {
        match self {
            StepId::Dangers => "dangers",
            StepId::Question(id) | StepId::Repair(id) => id,
            StepId::Review => "review",
            StepId::Service => "service",
        }
    }
}

impl Finding {
    /// The step at which it was found.
    pub(super) fn step(&self) -> StepId {
        match self {
            Finding::NoDanger | Finding::Danger(_) => StepId::Dangers,
            Finding::Answered(question, _) | Finding::NotSure(question) => StepId::Question(question.clone()),
            Finding::Tried(repair, _) => StepId::Repair(repair.clone()),
            Finding::PutOff(step) => step.clone(),
            Finding::KeptTrying | Finding::HandedOver | Finding::ServiceFixed => StepId::Service,
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
    Question(&'a Question),
    Repair(&'a Repair),
    Review,
    Service,
    Outcome(Outcome),
}

impl Step<'_> {
    /// Its name; an outcome is no step to come back to.
    pub(super) fn id(&self) -> Option<StepId> {
        match self {
            Step::Dangers => Some(StepId::Dangers),
            Step::Question(it) => Some(StepId::Question(it.id.clone())),
            Step::Repair(it) => Some(StepId::Repair(it.id.clone())),
            Step::Review => Some(StepId::Review),
            Step::Service => Some(StepId::Service),
            Step::Outcome(_) => None,
        }
    }
}

/// The next step of a session.
pub(super) fn next<'a>(session: &'a Session, evidence: &[Observation]) -> Step<'a> {
    if let Some(outcome) = outcome(evidence) {
        return Step::Outcome(outcome);
    }
    let knows_no_danger = evidence.iter().any(|it| it.finding == Finding::NoDanger);
    if !session.guide.dangers.is_empty() && !knows_no_danger {
        return Step::Dangers;
    }
    match session.settings.order {
        Order::Best => best(session, evidence),
        Order::Article => written(session, evidence),
    }
}

/// What the plan says.
fn best<'a>(session: &'a Session, evidence: &[Observation]) -> Step<'a> {
    let Some((known, plan)) = session.plans.for_evidence(&session.guide, evidence) else {
        // What was tried in vain may be more than any fault explains; that is no wrong answer.
        return if session.is_in_conflict() { Step::Review } else { Step::Service };
    };
    let kept_trying = evidence.iter().any(|it| it.finding == Finding::KeptTrying);
    let made = match plan.next {
        Move::Service if kept_trying => {
            let belief = Belief::new(&session.plans.model, known);
            belief.and_then(|it| it.most_efficient(&session.plans.model)).map_or(Move::Service, Move::Repair)
        }
        made @ (Move::Service | Move::Repair(_) | Move::Question(_)) => made,
    };
    let step = match made {
        Move::Service => None,
        Move::Repair(idx) => session.guide.repairs.get(idx).map(Step::Repair),
        Move::Question(idx) => session.guide.questions.get(idx).map(Step::Question),
    };
    step.unwrap_or(Step::Service)
}

/// The first of the article that was not tried, and what was put off at its end.
fn written<'a>(session: &'a Session, evidence: &[Observation]) -> Step<'a> {
    let open: Vec<_> = session.guide.article().into_iter().filter(|it| result_of(evidence, &it.id).is_none()).collect();
    let is_put_off = |it: &Repair| {
        let put_off = Finding::PutOff(StepId::Repair(it.id.clone()));
        evidence.iter().any(|it| it.finding == put_off)
    };
    let next = open.iter().find(|it| !is_put_off(it)).or_else(|| open.first());
    next.map_or(Step::Service, |it| Step::Repair(it))
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
            Finding::NoDanger
            | Finding::Answered(..)
            | Finding::NotSure(_)
            | Finding::Tried(..)
            | Finding::PutOff(_)
            | Finding::KeptTrying
            | Finding::HandedOver => continue,
        };
        ended = Some(outcome);
    }
    ended
}

/// What came of a repair, if it was tried.
pub(super) fn result_of(evidence: &[Observation], repair: &str) -> Option<TryResult> {
    evidence.iter().find_map(|it| match &it.finding {
        Finding::Tried(id, result) if id == repair => Some(*result),
        Finding::NoDanger
        | Finding::Danger(_)
        | Finding::Answered(..)
        | Finding::NotSure(_)
        | Finding::Tried(..)
        | Finding::PutOff(_)
        | Finding::KeptTrying
        | Finding::HandedOver
        | Finding::ServiceFixed => None,
    })
}
