//! The plan against trying everything.

use crate::planner::Planner;
use fault_finder::diagnosis::{Belief, least_minutes};

/// More than this many states take too long.
const MOST_STATES: f64 = 2e6;

/// What the plan takes more than the best, or why nobody can say.
pub(super) fn exact(planner: &Planner, belief: &Belief) -> String {
    let states = states(planner, belief);
    if states > MOST_STATES {
        return format!(
            "Trying everything would mean up to {states:.0e} states; only up to {MOST_STATES:.0e} come to an end in good \
             time. The lower bound above holds.\n"
        );
    }
    let least = least_minutes(&planner.model, belief);
    let found = planner.plan(&belief.known).map_or(0.0, |it| it.expected.minutes);
    let excess = 100.0 * (found / least - 1.0).max(0.0);
    format!(
        "Trying everything (up to {states:.0} states) finds {least:.3} minutes; the plan takes {excess:.3} % more.\n"
    )
}

/// Each repair is open or tried, each question is open or has one of its answers.
fn states(planner: &Planner, belief: &Belief) -> f64 {
    let Planner { model, .. } = planner;
    let is_open = |it: &usize| !belief.known.tried.contains(*it) && !belief.known.impossible.contains(*it);
    let repairs: f64 = (0..model.repairs.len()).filter(is_open).map(|_| 2.0).product();
    let questions = belief.open_questions(model).filter_map(|it| model.questions.get(it));
    repairs * questions.map(|it| 1.0 + it.choices.iter().map(|_| 1.0).sum::<f64>()).product::<f64>()
}
