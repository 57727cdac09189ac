//! Fixed walks through the built-in guide, for the host and for browsers: the same answers give the same steps.

use fault_finder::guide::Guide;
use fault_finder::session::{Notice, Session, Settings, StepId, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The walks, each with the steps that it takes.
pub(crate) const WALKS: &str = include_str!("../fixtures/same-plan.json");

/// One walk: what a person answers, and which steps that brings.
#[derive(Deserialize)]
pub(crate) struct Walk {
    /// The choice at a step, both by name. A question without one is answered with "not-sure", a repair without one did
    /// not help, and the walk ends at support, or at a step that comes again.
    answers: BTreeMap<String, String>,
    /// The names of the steps, with the outcome or the step that the walk ends at as the last.
    pub(crate) steps: Vec<String>,
}

/// The steps that the answers of a walk bring.
pub(crate) fn steps(guide: &Rc<Guide>, walk: &Walk) -> Vec<String> {
    let mut session = Session::new(guide.clone(), Settings::default(), Time(0));
    let mut steps = Vec::new();
    loop {
        let Notice::Step(step) = session.notice() else { panic!("the session stands at no step") };
        let is_again = steps.iter().any(|it| it == step.id());
        steps.push(step.id().to_owned());
        let Some(choice) = choice(walk, &step).filter(|_| !is_again) else { return steps };
        let event = session.event_for(step.id(), &choice).expect("there is such a choice");
        session.update(event, Time(0));
        if let Notice::Outcome(outcome) = session.notice() {
            steps.push(outcome.id().to_owned());
            return steps;
        }
    }
}

fn choice(walk: &Walk, step: &StepId) -> Option<String> {
    let otherwise = match step {
        StepId::Dangers => Some("none"),
        StepId::Question(_) => Some("not-sure"),
        StepId::Repair(_) => Some("not-fixed"),
        StepId::Review | StepId::Service => None,
    };
    walk.answers.get(step.id()).cloned().or(otherwise.map(str::to_owned))
}
