//! The plan at every point of a walk, each computed once.

use fault_finder::diagnosis::{Belief, Known, Model, Move, Plan, budget, plan};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

/// Plans, by what is known. All threads share them.
#[derive(Debug)]
pub(crate) struct Planner {
    /// The numbers that the plans are computed from.
    pub(crate) model: Model,
    n_states: usize,
    seen: Mutex<HashMap<Known, Plan>>,
}

/// Guides with more steps than this take long for each plan. No guide that the field has published is larger.
const MOST_STEPS: usize = 40;

/// Whether a guide is so large that only few plans can be made of it in good time.
pub(crate) fn is_large(model: &Model) -> bool {
    model.repairs.len() + model.questions.len() > MOST_STEPS
}

impl Planner {
    /// The plans that the widget makes.
    pub(crate) fn of(model: Model) -> Planner {
        let n_states = budget(&model);
        Planner::new(model, n_states)
    }

    /// Plans that look at so many states each.
    pub(crate) fn new(model: Model, n_states: usize) -> Planner {
        Planner { model, n_states, seen: Mutex::default() }
    }

    /// The plan; nothing where no fault explains what is known.
    pub(crate) fn plan(&self, known: &Known) -> Option<Plan> {
        let seen = || self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let found = seen().get(known).copied();
        if found.is_some() {
            return found;
        }
        let belief = Belief::new(&self.model, known.clone())?;
        let plan = plan(&Rc::new(self.model.clone()), &belief, self.n_states);
        seen().insert(known.clone(), plan);
        Some(plan)
    }

    /// The next step; service where no fault explains what is known.
    pub(crate) fn next(&self, known: &Known) -> Move {
        self.plan(known).map_or(Move::Service, |it| it.next)
    }
}
