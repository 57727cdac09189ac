//! The plans of a session, each made once.
//!
//! A plan follows from what is known alone, so keeping it is only a matter of time: none is ever out of date, and one
//! that is missing is made when it is asked for.

use super::evidence::Observation;
use super::known;
use crate::diagnosis::{Belief, Known, Model, Move, Plan, Search, budget};
use crate::guide::Guide;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The plans that were made, and the one in the making.
#[derive(Debug)]
pub(super) struct Plans {
    pub(super) model: Rc<Model>,
    /// Whether they are for a person whose device has told its battery levels.
    pub(super) has_read: bool,
    /// Nothing stands where no fault explains what is known.
    made: RefCell<HashMap<Known, Option<Plan>>>,
    at_work: RefCell<Option<(Known, Search)>>,
}

impl Plans {
    /// The plans for a guide; the first one may stand in it.
    pub(super) fn new(guide: &Guide, has_read: bool) -> Plans {
        let model = if has_read { Model::with_readings(guide) } else { Model::of(guide) };
        let first = guide.first.as_ref().and_then(|it| it.plan(guide, &model));
        let made = first.map(|it| (Known::default(), Some(it))).into_iter().collect();
        Plans { model: Rc::new(model), has_read, made: RefCell::new(made), at_work: RefCell::default() }
    }

    /// What is known from evidence, and the plan for it; nothing if no fault explains it.
    ///
    /// What was put off is left out for as long as something else is worth doing.
    pub(super) fn for_evidence(&self, guide: &Guide, evidence: &[Observation]) -> Option<(Known, Plan)> {
        let known = known::known(guide, &self.model, evidence);
        if let Some(now) = known::known_for_now(guide, &known, evidence)
            && let Some(plan) = self.plan(&now)
            && plan.next != Move::Service
        {
            return Some((now, plan));
        }
        let plan = self.plan(&known)?;
        Some((known, plan))
    }

    /// Works for about so many states on the plans that evidence asks for; says whether there was anything to do.
    pub(super) fn work_for_evidence(&self, guide: &Guide, evidence: &[Observation], n_states: usize) -> bool {
        let known = known::known(guide, &self.model, evidence);
        let now = known::known_for_now(guide, &known, evidence);
        now.is_some_and(|it| self.work(&it, n_states)) || self.work(&known, n_states)
    }

    /// The plan for what is known; nothing if no fault explains it.
    pub(super) fn plan(&self, known: &Known) -> Option<Plan> {
        while self.work(known, usize::MAX) {}
        self.made.borrow().get(known).copied().flatten()
    }

    /// Works for about so many states on a plan; says whether there was anything to do.
    fn work(&self, known: &Known, n_states: usize) -> bool {
        if self.made.borrow().contains_key(known) {
            return false;
        }
        let begun = self.at_work.take().filter(|(it, _)| it == known);
        let fresh = || {
            Belief::new(&self.model, known.clone()).map(|it| Search::new(self.model.clone(), it, budget(&self.model)))
        };
        let plan = match begun.map(|(_, search)| search).or_else(fresh) {
            Some(mut search) => {
                if search.run(n_states) {
                    self.at_work.replace(Some((known.clone(), search)));
                    return true;
                }
                Some(search.plan())
            }
            None => None,
        };
        self.made.borrow_mut().insert(known.clone(), plan);
        true
    }
}
