//! The least expected minutes by trying everything: the judge of the plan, for small models and on the host only.

use super::belief::{Belief, Known};
use super::model::Model;
use std::collections::HashMap;

/// The least expected minutes from this belief to a working device or to service.
pub fn least_minutes(model: &Model, belief: &Belief) -> f64 {
    least(model, belief, &mut HashMap::new())
}

fn least(model: &Model, belief: &Belief, seen: &mut HashMap<Known, f64>) -> f64 {
    if let Some(minutes) = seen.get(&belief.known) {
        return *minutes;
    }
    let mut best = model.service;
    for (idx, repair) in belief.open_repairs(model) {
        let after = after(model, belief.known.with_repair(idx, repair), seen);
        best = best.min(belief.minutes(repair, model) + (1.0 - belief.cured(repair)) * after);
    }
    for (idx, question) in belief.open_questions(model).filter_map(|it| Some((it, model.questions.get(it)?))) {
        let answer =
            |choice| belief.answered(model, idx, choice) * after(model, belief.known.with_answer(idx, choice), seen);
        best = best.min(question.minutes + (0..question.choices.len()).map(answer).sum::<f64>());
    }
    seen.insert(belief.known.clone(), best);
    best
}

/// What cannot come to pass costs nothing.
fn after(model: &Model, known: Known, seen: &mut HashMap<Known, f64>) -> f64 {
    Belief::new(model, known).map_or(0.0, |it| least(model, &it, seen))
}
