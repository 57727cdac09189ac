//! The numbers from which people are drawn, and what a step really takes.

use super::person::Person;
use fault_finder::diagnosis::{Model, Set};
use fault_finder::guide::{Guide, Wait};

/// The world as the simulation has it. It starts as the guide says and can be made to differ from it.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    /// The numbers of the guide, the minutes of reading taken off.
    pub(crate) model: Model,
    /// For each question, the choices that are signs of a danger.
    pub(crate) dangers: Vec<Set>,
    /// The chance that a person is not sure of an answer.
    pub(crate) not_sure: f64,
    /// How much the answers are blurred: 0 leaves them as the guide says, 1 makes all choices equal.
    pub(crate) noise: f64,
}

impl Truth {
    /// The guide's own numbers.
    pub(crate) fn of(guide: &Guide, model: &Model) -> Truth {
        let mut model = model.clone();
        for (it, repair) in model.repairs.iter_mut().zip(&guide.repairs) {
            it.minutes = repair.minutes + counted(repair.wait.as_ref());
        }
        for (it, question) in model.questions.iter_mut().zip(&guide.questions) {
            it.minutes = question.minutes + counted(question.wait.as_ref());
        }
        let signs = |it: &fault_finder::guide::Question| {
            it.choices.iter().enumerate().filter(|(_, it)| !it.dangers.is_empty()).map(|(idx, _)| idx).collect()
        };
        Truth { model, dangers: guide.questions.iter().map(signs).collect(), not_sure: 0.0, noise: 0.0 }
    }

    /// The chance of each choice of a question, with this fault.
    pub(crate) fn chances(&self, question: usize, fault: usize) -> impl Iterator<Item = f64> {
        let choices = self.model.questions.get(question).map_or(&[][..], |it| &it.choices);
        let even = 1.0 / choices.iter().map(|_| 1.0).sum::<f64>();
        let chance = move |it: &Vec<f64>| it.get(fault).copied().unwrap_or(0.0);
        choices.iter().map(move |it| (1.0 - self.noise) * chance(it) + self.noise * even)
    }

    /// The minutes of a person who is told their fault, sees which repairs are possible and has all preparations at
    /// hand. No order of questions and repairs gets below, in the mean.
    ///
    /// With the fault told, its cures in the order of chance per minute are best, each where it saves something against
    /// what follows.
    pub(crate) fn told(&self, person: &Person) -> f64 {
        let mut cures: Vec<Cure> = self.cures(person).collect();
        cures.sort_by(|one, other| (other.minutes * one.chance).total_cmp(&(one.minutes * other.chance)));
        // Seen from the end: what is expected, and what this person meets.
        let (_, met) = cures.iter().fold((self.model.service, self.model.service), |(then, met), it| {
            let tried = it.minutes + (1.0 - it.chance) * then;
            if tried >= then {
                return (then, met);
            }
            (tried, it.minutes + if person.cures.contains(it.idx) { 0.0 } else { met })
        });
        met
    }

    fn cures(&self, person: &Person) -> impl Iterator<Item = Cure> {
        self.model.repairs.iter().enumerate().filter_map(|(idx, repair)| {
            let chance = repair.fixes.get(person.fault).copied().filter(|it| *it > 0.0)?;
            person.can_try(&self.model, idx).then_some(Cure { idx, minutes: repair.minutes, chance })
        })
    }
}

/// A repair that can cure a fault that is known.
struct Cure {
    idx: usize,
    minutes: f64,
    chance: f64,
}

/// The minutes of a wait that count as the person's own.
fn counted(wait: Option<&Wait>) -> f64 {
    wait.map_or(0.0, |it| f64::from(it.minutes) * it.share)
}
