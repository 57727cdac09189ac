//! What else could come next.

use crate::planner::{Planner, is_large};
use fault_finder::diagnosis::{Belief, Known, Move};
use rayon::prelude::*;

/// For branches that fewer people come to, what the plan itself expects is near enough.
const RAREST: f64 = 0.01;

/// A step that could come next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Alternative {
    /// The step.
    pub(crate) made: Move,
    /// The expected minutes, if the plan is followed once it is made.
    pub(crate) minutes: f64,
}

/// All that could come next, the best first.
pub(crate) fn alternatives(planner: &Planner, belief: &Belief) -> Vec<Alternative> {
    let model = &planner.model;
    let repairs = belief.open_repairs(model).map(|(idx, _)| Move::Repair(idx));
    let moves = repairs.chain(belief.open_questions(model).map(Move::Question)).chain([Move::Service]);
    let moves: Vec<Move> = moves.collect();
    let minutes = |made: Move| Alternative { made, minutes: after(planner, belief, made) };
    let mut all: Vec<_> = moves.into_par_iter().map(minutes).collect();
    all.sort_by(|one, other| one.minutes.total_cmp(&other.minutes));
    all
}

/// The expected minutes, if this is done now and the plan is followed from there.
pub(crate) fn after(planner: &Planner, belief: &Belief, made: Move) -> f64 {
    minutes(planner, belief, made, 1.0)
}

/// The expected minutes, if the plan is followed: each step is planned anew, as it is for a person.
///
/// A plan does not look at all that can come to pass, so that what it expects at the start is more than what those meet
/// who follow it. For a very large guide, there is no time to find out.
pub(crate) fn followed(planner: &Planner, belief: &Belief) -> f64 {
    from(planner, &belief.known, 1.0)
}

fn from(planner: &Planner, known: &Known, chance: f64) -> f64 {
    // What can not come to pass takes no time.
    let Some(plan) = planner.plan(known) else { return 0.0 };
    match Belief::new(&planner.model, known.clone()) {
        Some(belief) if chance >= RAREST && !plan.is_exact() && !is_large(&planner.model) => {
            minutes(planner, &belief, plan.next, chance)
        }
        Some(_) | None => plan.expected.minutes,
    }
}

fn minutes(planner: &Planner, belief: &Belief, made: Move, chance: f64) -> f64 {
    let model = &planner.model;
    let then = |share: f64, known: Known| share * from(planner, &known, chance * share);
    match made {
        Move::Service => model.service,
        Move::Repair(idx) => model.repairs.get(idx).map_or(0.0, |repair| {
            let failed = then(1.0 - belief.cured(repair), belief.known.with_repair(idx, repair));
            belief.minutes(repair, model) + failed
        }),
        Move::Question(idx) => model.questions.get(idx).map_or(0.0, |question| {
            let answer = |choice| then(belief.answered(model, idx, choice), belief.known.with_answer(idx, choice));
            question.minutes + (0..question.choices.len()).map(answer).sum::<f64>()
        }),
    }
}
