//! People who are drawn from a guide's own numbers.

use super::truth::Truth;
use fastrand::Rng;
use fault_finder::diagnosis::{Model, Set};

/// A person, and all that would come to pass for them, whatever they are asked and whatever they try. All is drawn
/// before they start, so that every order meets the same people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// The position of the fault of their device.
    pub(crate) fault: usize,
    /// For each question, the position of their choice.
    pub(crate) answers: Vec<usize>,
    /// The questions that they are not sure about.
    pub(crate) unsure: Set,
    /// The repairs that cure their device.
    pub(crate) cures: Set,
}

impl Person {
    /// Draws the same count of numbers whatever they are, so that a change of one chance changes nobody else.
    pub(crate) fn draw(random: &mut Rng, truth: &Truth) -> Person {
        let Truth { model, not_sure, .. } = truth;
        let fault = pick(random.f64() * model.weights.iter().sum::<f64>(), model.weights.iter().copied());
        let chances = |question: usize| truth.chances(question, fault);
        let answers = (0..model.questions.len()).map(|it| pick(random.f64(), chances(it))).collect::<Vec<_>>();
        let unsure = (0..model.questions.len()).filter(|_| random.f64() < *not_sure).collect();
        let drawn: Vec<(usize, f64)> = (0..model.repairs.len()).map(|it| (it, random.f64())).collect();
        let is_cure = |(idx, drawn): &(usize, f64)| *drawn < cure(model, *idx, fault, &answers);
        let cures = drawn.into_iter().filter(is_cure).map(|(idx, _)| idx).collect();
        Person { fault, answers, unsure, cures }
    }

    /// Whether they can try this repair, by what they would answer.
    pub(crate) fn can_try(&self, model: &Model, repair: usize) -> bool {
        model.repairs.get(repair).is_some_and(|it| is_possible(it.only_if, &self.answers))
    }
}

/// The chance that a repair cures. One whose condition does not hold cures nobody.
fn cure(model: &Model, repair: usize, fault: usize, answers: &[usize]) -> f64 {
    let repair = model.repairs.get(repair).filter(|it| is_possible(it.only_if, answers));
    repair.and_then(|it| it.fixes.get(fault)).copied().unwrap_or(0.0)
}

fn is_possible(only_if: Option<(usize, Set)>, answers: &[usize]) -> bool {
    only_if.is_none_or(|(question, choices)| answers.get(question).is_some_and(|it| choices.contains(*it)))
}

/// The position at which the chances reach what was drawn; the last that is possible, where they fall short by rounding.
fn pick(drawn: f64, chances: impl Iterator<Item = f64>) -> usize {
    let (mut sum, mut last) = (0.0, 0);
    for (idx, chance) in chances.enumerate().filter(|(_, it)| *it > 0.0) {
        sum += chance;
        last = idx;
        if drawn < sum {
            break;
        }
    }
    last
}
