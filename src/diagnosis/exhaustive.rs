//! Expected minutes by following every branch to its end: the judge of the plan and of other methods. On the host only.

use super::belief::{Belief, Known};
use super::model::Model;
use super::plan::Move;
use std::collections::HashMap;

/// The least expected minutes from this belief to a working device or through service, by trying everything. Only small
/// models come to an end.
pub fn least_minutes(model: &Model, belief: &Belief) -> f64 {
    let all = |belief: &Belief| {
        let repairs = belief.open_repairs(model).map(|(idx, _)| Move::Repair(idx));
        [Move::Service].into_iter().chain(repairs).chain(belief.open_questions(model).map(Move::Question)).collect()
    };
    minutes(model, belief, &all, &mut HashMap::new())
}

/// The expected minutes if each step is chosen like this.
pub fn expected_minutes(model: &Model, belief: &Belief, choose: impl Fn(&Belief) -> Move) -> f64 {
    minutes(model, belief, &|it| vec![choose(it)], &mut HashMap::new())
}

/// What can be done with a belief.
type Choices<'a> = &'a dyn Fn(&Belief) -> Vec<Move>;

fn minutes(model: &Model, belief: &Belief, choices: Choices<'_>, seen: &mut HashMap<Known, f64>) -> f64 {
    if let Some(minutes) = seen.get(&belief.known) {
        return *minutes;
    }
    let each = choices(belief).into_iter().map(|it| minutes_of(model, belief, it, choices, seen));
    let least = each.fold(f64::INFINITY, f64::min);
    seen.insert(belief.known.clone(), least);
    least
}

fn minutes_of(model: &Model, belief: &Belief, made: Move, choices: Choices<'_>, seen: &mut HashMap<Known, f64>) -> f64 {
    // What cannot come to pass costs nothing.
    let mut after = |known| Belief::new(model, known).map_or(0.0, |it| minutes(model, &it, choices, seen));
    match made {
        Move::Service => model.service,
        Move::Repair(idx) => model.repairs.get(idx).map_or(0.0, |repair| {
            let failed = after(belief.known.with_repair(idx, repair));
            belief.minutes(repair, model) + (1.0 - belief.cured(repair)) * failed
        }),
        Move::Question(idx) => model.questions.get(idx).map_or(0.0, |question| {
            let answer = |choice| belief.answered(model, idx, choice) * after(belief.known.with_answer(idx, choice));
            question.minutes + (0..question.choices.len()).map(answer).sum::<f64>()
        }),
    }
}
