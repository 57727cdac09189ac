//! The plan for the first step as a guide carries it, computed ahead.

use super::belief::{Belief, Known};
use super::model::Model;
use super::plan::{Expected, Move, Plan};
use super::search::{budget, plan};
use crate::guide::{First, Guide};
use std::rc::Rc;

impl First {
    /// Computes it.
    pub fn of(guide: &Guide) -> Option<First> {
        let model = Rc::new(Model::of(guide));
        let Plan { next, expected, at_least, unasked } =
            plan(&model, &Belief::new(&model, Known::default())?, budget(&model));
        let step = match next {
            Move::Service => None,
            Move::Question(idx) => Some(guide.questions.get(idx)?.id.clone()),
            Move::Repair(idx) => Some(guide.repairs.get(idx)?.id.clone()),
        };
        let Expected { minutes, fixed, steps } = expected;
        Some(First { numbers: fingerprint(&model), step, minutes, fixed, steps, at_least, unasked })
    }

    /// The plan that it stands for; nothing if it was computed from other numbers.
    pub fn plan(&self, guide: &Guide, model: &Model) -> Option<Plan> {
        if self.numbers != fingerprint(model) {
            return None;
        }
        let next = match &self.step {
            None => Move::Service,
            Some(id) => {
                let question = guide.question_idx(id).map(Move::Question);
                question.or_else(|| guide.repair_idx(id).map(Move::Repair))?
            }
        };
        let expected = Expected { minutes: self.minutes, fixed: self.fixed, steps: self.steps };
        Some(Plan { next, expected, at_least: self.at_least, unasked: self.unasked })
    }
}

/// A number that differs where any number of the model differs, but for one chance in four billion (FNV-1a,
/// <http://www.isthe.com/chongo/tech/comp/fnv/>).
fn fingerprint(model: &Model) -> u32 {
    let repairs = model.repairs.iter().flat_map(|it| {
        let (question, choices) = it.only_if.map_or((0, 0), |(question, choices)| (question + 1, choices.bits()));
        let question = u64::try_from(question).unwrap_or(0);
        let fixed = [it.minutes.to_bits(), it.needs.bits(), it.voids.bits(), question, choices];
        fixed.into_iter().chain(bits(&it.fixes))
    });
    let questions = model
        .questions
        .iter()
        .flat_map(|it| [it.minutes.to_bits()].into_iter().chain(it.choices.iter().flat_map(|it| bits(it))));
    let rest = [model.service.to_bits()].into_iter().chain(bits(&model.preparations));
    let numbers = bits(&model.weights).chain(repairs).chain(questions).chain(rest);
    numbers
        .flat_map(u64::to_le_bytes)
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn bits(numbers: &[f64]) -> impl Iterator<Item = u64> {
    numbers.iter().map(|it| it.to_bits())
}
