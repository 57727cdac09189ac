//! The plan: a best-first search over what can be tried and asked, between two bounds.
//!
//! Each state has a lower and an upper bound; the state whose bounds matter most to the start is looked at next. Where
//! the bounds of the start meet, the plan is exact. The budget is a count of states, never a clock, so that a plan is
//! the same on every machine.

use super::belief::{Belief, Known};
use super::bounds::{self, Cures};
use super::model::Model;
use super::plan::{MET, Move, Plan};
use std::collections::HashMap;

/// What is better by less than this share is a tie, and the order of the guide decides.
const TIE: f64 = 1e-9;

/// The best plan that is found within about this many states.
pub fn plan(model: &Model, belief: &Belief, n_states: usize) -> Plan {
    let mut search = Search { model, cures: bounds::cures(model), states: Vec::new(), seen: HashMap::new() };
    let start = search.state(belief.clone());
    while search.states.len() < n_states && search.is_open(start) {
        let path = search.path_to_open(start);
        // A state that was looked at before, and whose branches were settled from elsewhere, needs no second look.
        let last = path.last().copied().filter(|it| search.get(*it).branches.is_none());
        if let Some(last) = last {
            search.expand(last);
        }
        path.iter().rev().for_each(|it| search.tighten(*it));
    }
    let State { lower, upper, next, .. } = search.get(start);
    Plan { next: *next, minutes: *upper, at_least: *lower }
}

/// A belief that may come up, with its bounds in minutes.
struct State {
    belief: Belief,
    lower: f64,
    upper: f64,
    /// How the plan of the upper bound starts.
    next: Move,
    /// What can be done, once it was looked at.
    branches: Option<Vec<Branch>>,
}

/// Something that can be done.
struct Branch {
    made: Move,
    minutes: f64,
    /// The states that it leads to, each with its chance.
    to: Vec<(f64, usize)>,
}

struct Search<'a> {
    model: &'a Model,
    cures: Cures,
    states: Vec<State>,
    seen: HashMap<Known, usize>,
}

impl Search<'_> {
    #[allow(clippy::indexing_slicing, reason = "positions come from `state` only, and no state is ever removed")]
    fn get(&self, state: usize) -> &State {
        &self.states[state]
    }

    #[allow(clippy::indexing_slicing, reason = "positions come from `state` only, and no state is ever removed")]
    fn get_mut(&mut self, state: usize) -> &mut State {
        &mut self.states[state]
    }

    /// The state of a belief. The same things tried and answered lead to the same state, in whatever order.
    fn state(&mut self, belief: Belief) -> usize {
        if let Some(seen) = self.seen.get(&belief.known) {
            return *seen;
        }
        let lower = bounds::lower(self.model, &self.cures, &belief);
        let (upper, next) = bounds::upper(self.model, &belief);
        let state = self.states.len();
        self.seen.insert(belief.known.clone(), state);
        self.states.push(State { belief, lower: lower.min(upper), upper, next, branches: None });
        state
    }

    fn is_open(&self, state: usize) -> bool {
        let State { lower, upper, .. } = self.get(state);
        upper - lower > MET * upper
    }

    /// From the start along the most promising branch, at each fork to where the bounds matter most.
    fn path_to_open(&self, start: usize) -> Vec<usize> {
        let mut path = vec![start];
        let mut at = start;
        while let Some(branches) = &self.get(at).branches {
            let promising = branches.iter().min_by(|one, other| self.lower(one).total_cmp(&self.lower(other)));
            let open = promising.iter().flat_map(|it| &it.to).filter(|(_, to)| self.is_open(*to));
            let gap = |(chance, to): &(f64, usize)| chance * (self.get(*to).upper - self.get(*to).lower);
            let Some((_, next)) = open.max_by(|one, other| gap(one).total_cmp(&gap(other))) else { break };
            path.push(*next);
            at = *next;
        }
        path
    }

    fn lower(&self, branch: &Branch) -> f64 {
        branch.minutes + branch.to.iter().map(|(chance, to)| chance * self.get(*to).lower).sum::<f64>()
    }

    fn upper(&self, branch: &Branch) -> f64 {
        branch.minutes + branch.to.iter().map(|(chance, to)| chance * self.get(*to).upper).sum::<f64>()
    }

    /// Looks at all that can be done in a state.
    fn expand(&mut self, state: usize) {
        let model = self.model;
        let belief = self.get(state).belief.clone();
        let mut branches = Vec::new();
        for (idx, repair) in belief.open_repairs(model) {
            let failed = (1.0 - belief.cured(repair), belief.known.with_repair(idx, repair));
            let to = self.possible([failed]);
            branches.push(Branch { made: Move::Repair(idx), minutes: belief.minutes(repair, model), to });
        }
        for (idx, question) in belief.open_questions(model).filter_map(|it| Some((it, model.questions.get(it)?))) {
            let answer = |choice| (belief.answered(model, idx, choice), belief.known.with_answer(idx, choice));
            let to = self.possible((0..question.choices.len()).map(answer));
            branches.push(Branch { made: Move::Question(idx), minutes: question.minutes, to });
        }
        self.get_mut(state).branches = Some(branches);
    }

    /// The states of what may come to pass, each with its chance.
    fn possible(&mut self, outcomes: impl IntoIterator<Item = (f64, Known)>) -> Vec<(f64, usize)> {
        let beliefs =
            outcomes.into_iter().filter_map(|(chance, known)| Some((chance, Belief::new(self.model, known)?)));
        let beliefs: Vec<_> = beliefs.collect();
        beliefs.into_iter().map(|(chance, belief)| (chance, self.state(belief))).collect()
    }

    /// Brings a state's bounds up to date with the states it leads to.
    fn tighten(&mut self, state: usize) {
        let State { upper, next, branches, .. } = self.get(state);
        let Some(branches) = branches else { return };
        let lower = branches.iter().map(|it| self.lower(it)).fold(self.model.service, f64::min);
        let (mut upper, mut next) = (*upper, *next);
        for branch in branches {
            let branch_upper = self.upper(branch);
            if branch_upper < upper - TIE * upper {
                (upper, next) = (branch_upper, branch.made);
            }
        }
        let state = self.get_mut(state);
        state.lower = state.lower.max(lower).min(upper);
        state.upper = upper;
        state.next = next;
    }
}
