//! The plan: a best-first search over what can be tried and asked, between two bounds.
//!
//! Each state has a lower and an upper bound. Half of the looks go to the state whose bounds matter most to the start,
//! the other half to the first steps in turn (`rounds.rs`). Where the bounds of the start meet, the plan is exact. The budget is a count of states, never a clock, so that a plan is
//! the same on every machine, and the same whether it was made at once or in slices.

use super::belief::{Belief, Known};
use super::bounds::{self, Cures};
use super::model::Model;
use super::plan::{Expected, MET, Move, Plan};
use super::rounds::Rounds;
use std::collections::HashMap;
use std::rc::Rc;

/// The states that a plan for a guide of ordinary size looks at. `docs/methods.md` has what more or fewer of them give.
pub const N_STATES: usize = 2_000;
/// The states that a plan for the largest guides looks at.
const N_STATES_LARGEST: usize = 200;
/// What is ordinary: faults, times the repairs squared, which is what a look at a state costs.
const ORDINARY_COST: usize = 12 * 12 * 12;
/// What is better by less than this share is a tie, and the order of the guide decides.
const TIE: f64 = 1e-9;
/// Of plans that differ by less than this share, the one with the fewest steps is easier on the person.
const NEAR: f64 = 2e-3;
/// How many looks a search may take for each state of its budget.
const LOOKS_PER_STATE: usize = 4;
/// The state that the plan is for.
const START: usize = 0;

/// About how many states a plan for this model should look at, so that it takes about the same time for any model.
pub fn budget(model: &Model) -> usize {
    let cost = model.weights.len().saturating_mul(model.repairs.len()).saturating_mul(model.repairs.len());
    (N_STATES * ORDINARY_COST / cost.max(1)).clamp(N_STATES_LARGEST, N_STATES)
}

/// The best plan that is found within about this many states.
pub fn plan(model: &Rc<Model>, belief: &Belief, n_states: usize) -> Plan {
    let mut search = Search::new(model.clone(), belief.clone(), n_states);
    search.run(n_states);
    search.plan()
}

/// A plan in the making.
#[derive(Debug)]
pub struct Search {
    model: Rc<Model>,
    cures: Cures,
    states: Vec<State>,
    seen: HashMap<Known, usize>,
    /// About how many states it may look at in all.
    n_most: usize,
    n_looks: usize,
    /// Once the start was looked at.
    rounds: Option<Rounds>,
}

/// A belief that may come up.
#[derive(Debug)]
struct State {
    belief: Belief,
    /// No plan takes fewer minutes.
    lower: f64,
    /// The best plan that is known by now.
    upper: Expected,
    /// How it starts.
    next: Move,
    /// What can be done, once it was looked at.
    branches: Option<Vec<Branch>>,
}

/// Something that can be done.
#[derive(Debug)]
struct Branch {
    made: Move,
    minutes: f64,
    cured: f64,
    /// The states that it leads to, each with its chance.
    to: Vec<(f64, usize)>,
}

impl Search {
    /// A search that has looked at nothing yet, and may look at about so many states.
    pub fn new(model: Rc<Model>, belief: Belief, n_most: usize) -> Search {
        let cures = bounds::cures(&model);
        let (states, seen) = (Vec::new(), HashMap::new());
        let mut search = Search { model, cures, states, seen, n_most, n_looks: 0, rounds: None };
        search.state(belief);
        search
    }

    /// Goes on for about so many states; says whether there is more to look at.
    ///
    /// It ends: each round of the loop is a look, and the looks are counted.
    pub fn run(&mut self, n_states: usize) -> bool {
        let n_at_end = self.states.len().saturating_add(n_states);
        let n_looks_at_end = self.n_looks.saturating_add(n_states);
        while self.is_unfinished() && self.states.len() < n_at_end && self.n_looks < n_looks_at_end {
            self.look();
        }
        self.is_unfinished()
    }

    /// Whether the start is open and the budget is not spent. A look finds at least one new state unless all that it
    /// leads to was seen before, so looks are limited as states are, and more generously.
    fn is_unfinished(&self) -> bool {
        let n_most_looks = self.n_most.saturating_mul(LOOKS_PER_STATE);
        self.states.len() < self.n_most && self.n_looks < n_most_looks && self.is_open(START)
    }

    /// Looks at one more state.
    fn look(&mut self) {
        let n_before = self.states.len();
        self.n_looks += 1;
        let first = if self.n_looks.is_multiple_of(2) { self.first_in_turn() } else { None };
        let path = self.path_to_open(first);
        // A state that was looked at before, and whose branches were settled from elsewhere, needs no second look.
        if let Some(last) = path.last().copied().filter(|it| self.get(*it).branches.is_none()) {
            self.expand(last);
        }
        path.iter().rev().for_each(|it| self.tighten(*it));
        if let (Some(rounds), Some(first)) = (&mut self.rounds, first) {
            rounds.count(first, self.states.len() - n_before);
        }
    }

    /// The first step whose turn it is, by its position among all.
    fn first_in_turn(&mut self) -> Option<usize> {
        let begun = self.rounds.take();
        let branches = self.get(START).branches.as_ref()?;
        let mut rounds = begun.unwrap_or_else(|| Rounds::new(branches.len(), self.n_most));
        rounds.advance(self.states.len(), |it| branches.get(it).map_or(f64::INFINITY, |it| self.upper(it).minutes));
        let limit = self.get(START).upper.minutes;
        let is_open = |it: &Branch| self.lower(it) < limit && it.to.iter().any(|(_, to)| self.is_open(*to));
        let first = rounds.next(|it| branches.get(it).is_some_and(is_open));
        self.rounds = Some(rounds);
        first
    }

    /// The best plan that is known by now.
    pub fn plan(&self) -> Plan {
        let start = self.get(START);
        let (unasked, _) = bounds::upper(&self.model, &start.belief);
        let best = Plan { next: start.next, expected: start.upper, at_least: start.lower, unasked: unasked.minutes };
        self.shortest_near(best)
    }

    /// Among the plans that are as good as the best but for a trifle, the one with the fewest steps.
    fn shortest_near(&self, best: Plan) -> Plan {
        let limit = best.expected.minutes * (1.0 + NEAR);
        let mut shortest = best;
        // A plan that hands over at once has no steps; it must be the best to be advised.
        let branches = self.get(START).branches.iter().flatten().filter(|_| best.next != Move::Service);
        for branch in branches {
            let expected = self.upper(branch);
            if expected.minutes <= limit && expected.steps < shortest.expected.steps - TIE {
                shortest = Plan { next: branch.made, expected, ..best };
            }
        }
        shortest
    }

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
        let lower = bounds::lower(&self.model, &self.cures, &belief);
        let (upper, next) = bounds::upper(&self.model, &belief);
        let state = self.states.len();
        self.seen.insert(belief.known.clone(), state);
        self.states.push(State { belief, lower: lower.min(upper.minutes), upper, next, branches: None });
        state
    }

    fn is_open(&self, state: usize) -> bool {
        let State { lower, upper, .. } = self.get(state);
        upper.minutes - lower > MET * upper.minutes
    }

    /// From the start along this first step, or else the most promising one, and on along the most promising branches;
    /// at each fork to where the bounds matter most.
    fn path_to_open(&self, first: Option<usize>) -> Vec<usize> {
        let mut path = vec![START];
        let mut at = START;
        let mut first = first;
        while let Some(branches) = &self.get(at).branches {
            let promising = match first.take() {
                Some(first) => branches.get(first),
                None => branches.iter().min_by(|one, other| self.lower(one).total_cmp(&self.lower(other))),
            };
            let open = promising.iter().flat_map(|it| &it.to).filter(|(_, to)| self.is_open(*to));
            let gap = |(chance, to): &(f64, usize)| chance * (self.get(*to).upper.minutes - self.get(*to).lower);
            let Some((_, next)) = open.max_by(|one, other| gap(one).total_cmp(&gap(other))) else { break };
            path.push(*next);
            at = *next;
        }
        path
    }

    fn lower(&self, branch: &Branch) -> f64 {
        branch.minutes + branch.to.iter().map(|(chance, to)| chance * self.get(*to).lower).sum::<f64>()
    }

    fn upper(&self, branch: &Branch) -> Expected {
        let then = branch.to.iter().map(|(chance, to)| (*chance, self.get(*to).upper));
        Expected::after_step(branch.minutes, branch.cured, then)
    }

    /// Looks at all that can be done in a state.
    fn expand(&mut self, state: usize) {
        let model = self.model.clone();
        let belief = self.get(state).belief.clone();
        let mut branches = Vec::new();
        for (idx, repair) in belief.open_repairs(&model) {
            let cured = belief.cured(repair);
            let failed = belief.after_repair(idx, repair).map(|it| (1.0 - cured, self.state(it)));
            let (made, minutes) = (Move::Repair(idx), belief.minutes(repair, &model));
            branches.push(Branch { made, minutes, cured, to: failed.into_iter().collect() });
        }
        for (idx, question) in belief.open_questions(&model).filter_map(|it| Some((it, model.questions.get(it)?))) {
            let mut answer = |choice| {
                let after = belief.after_answer(&model, idx, choice)?;
                Some((belief.answered(&model, idx, choice), self.state(after)))
            };
            let to = (0..question.choices.len()).filter_map(&mut answer).collect();
            branches.push(Branch { made: Move::Question(idx), minutes: question.minutes, cured: 0.0, to });
        }
        self.get_mut(state).branches = Some(branches);
    }

    /// Brings a state's bounds up to date with the states it leads to.
    fn tighten(&mut self, state: usize) {
        let State { upper, next, branches, .. } = self.get(state);
        let Some(branches) = branches else { return };
        let lower = branches.iter().map(|it| self.lower(it)).fold(self.model.service, f64::min);
        let (mut upper, mut next) = (*upper, *next);
        for branch in branches {
            let expected = self.upper(branch);
            if expected.minutes < upper.minutes * (1.0 - TIE) {
                (upper, next) = (expected, branch.made);
            }
        }
        let state = self.get_mut(state);
        state.lower = state.lower.max(lower).min(upper.minutes);
        state.upper = upper;
        state.next = next;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Known;
    use super::*;

    /// Each state counts as closed within a tolerance, so that a start may stay open whose states are all closed.
    #[test]
    fn a_search_whose_start_never_closes_ends() {
        let model = Rc::new(Model {
            weights: vec![1.0],
            repairs: Vec::new(),
            questions: Vec::new(),
            preparations: Vec::new(),
            service: 1.0,
        });
        let belief = Belief::new(&model, Known::default());
        for slice in [1, 7, usize::MAX] {
            let mut search = Search::new(model.clone(), belief.clone().unwrap(), N_STATES);
            let start = search.get_mut(START);
            start.branches = Some(Vec::new());
            start.upper.minutes = 10.0;
            let mut n_slices = 0;
            while search.run(slice) {
                n_slices += 1;
            }
            assert!(search.is_open(START) && n_slices <= N_STATES * LOOKS_PER_STATE);
        }
    }
}
