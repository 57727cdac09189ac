//! Which first step the search looks at next.
//!
//! The most optimistic first step is not the best one, and looking at it alone leaves the others unjudged. So every
//! second look goes to the first steps in turn, in rounds; from round to round the better half goes on ("sequential
//! halving": Z. Karnin, T. Koren, O. Somekh, "Almost Optimal Exploration in Multi-Armed Bandits", ICML 2013).

use crate::guide::sort;

/// The first steps that are still in the running.
#[derive(Debug)]
pub(super) struct Rounds {
    running: Vec<Runner>,
    n_states_each: usize,
    n_states_at_end: usize,
}

/// A first step.
#[derive(Debug)]
struct Runner {
    /// Its position among all first steps.
    branch: usize,
    /// The states that were looked at for it in this round.
    n_states: usize,
}

impl Rounds {
    /// Rounds for so many first steps, within so many states.
    pub(super) fn new(n_branches: usize, n_states: usize) -> Rounds {
        let n_rounds = usize::try_from(usize::BITS - n_branches.leading_zeros()).unwrap_or(1).max(1);
        let each = n_states / n_rounds;
        let running = (0..n_branches).map(|branch| Runner { branch, n_states: 0 }).collect();
        Rounds { running, n_states_each: each, n_states_at_end: each }
    }

    /// Goes on to the round that so many states belong to, by the minutes that each first step leads to.
    pub(super) fn advance(&mut self, n_states: usize, minutes: impl Fn(usize) -> f64) {
        while n_states >= self.n_states_at_end && self.running.len() > 1 {
            self.n_states_at_end += self.n_states_each;
            sort(&mut self.running, |one, other| minutes(one.branch) < minutes(other.branch));
            self.running.truncate(self.running.len().div_ceil(2));
            self.running.iter_mut().for_each(|it| it.n_states = 0);
        }
    }

    /// The first step that was looked at least in this round, among those that are open.
    pub(super) fn next(&self, is_open: impl Fn(usize) -> bool) -> Option<usize> {
        let open = self.running.iter().filter(|it| is_open(it.branch));
        open.min_by_key(|it| it.n_states).map(|it| it.branch)
    }

    /// So many states more were looked at for a first step.
    pub(super) fn count(&mut self, branch: usize, n_states: usize) {
        if let Some(it) = self.running.iter_mut().find(|it| it.branch == branch) {
            // A look that finds nothing new has been a look.
            it.n_states += n_states.max(1);
        }
    }
}
