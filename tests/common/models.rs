//! Random models, the same for the same seed.

#![allow(dead_code, unreachable_pub, reason = "not every test uses all")]

use fault_finder::diagnosis::{Model, QuestionModel, RepairModel};
use std::ops::RangeInclusive;

/// How sharp and how cheap the questions of a model are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Questions {
    /// Rather blunt, up to three minutes each.
    Ordinary,
    /// Sharp and cheap, so that most of a good plan is asking.
    Sharp,
}

/// How many of each a model has.
#[derive(Clone, Debug)]
pub struct Size {
    pub faults: RangeInclusive<usize>,
    pub repairs: RangeInclusive<usize>,
    pub questions: RangeInclusive<usize>,
}

impl Size {
    /// Small enough to try everything at once.
    pub const SMALL: Size = Size { faults: 2..=6, repairs: 1..=7, questions: 0..=3 };
    /// Small enough to try everything with patience.
    pub const MIDDLE: Size = Size { faults: 8..=8, repairs: 8..=8, questions: 5..=5 };
    /// As large as the guides of the field.
    pub const LARGE: Size = Size { faults: 12..=12, repairs: 12..=12, questions: 9..=9 };
}

/// A random model with dependent repairs, shared preparations and service.
pub fn random_model(random: &mut fastrand::Rng, size: &Size, kind: Questions) -> Model {
    let n_faults = random.usize(size.faults.clone());
    let n_preparations = random.usize(0..=2);
    let n_questions = random.usize(size.questions.clone());
    let weights = (0..n_faults).map(|_| random.f64() + 0.02).collect();
    let repair = |random: &mut fastrand::Rng| RepairModel {
        minutes: 0.5 + 20.0 * random.f64(),
        fixes: (0..n_faults).map(|_| if random.f64() < 0.4 { random.f64() } else { 0.0 }).collect(),
        needs: (0..n_preparations).filter(|_| random.f64() < 0.3).collect(),
        ..RepairModel::default()
    };
    let repairs = (0..random.usize(size.repairs.clone())).map(|_| repair(random)).collect();
    let questions = (0..n_questions).map(|_| random_question(random, n_faults, kind)).collect();
    let preparations = (0..n_preparations).map(|_| 5.0 * random.f64()).collect();
    Model { weights, repairs, questions, preparations, service: 10.0 + 80.0 * random.f64() }
}

fn random_question(random: &mut fastrand::Rng, n_faults: usize, kind: Questions) -> QuestionModel {
    let sharpness = match kind {
        Questions::Ordinary => 1.0,
        Questions::Sharp => 6.0,
    };
    let yes = |random: &mut fastrand::Rng| {
        let odds = ((random.f64() - 0.5) * sharpness * 4.0).exp();
        odds / (1.0 + odds)
    };
    let yes: Vec<f64> = (0..n_faults).map(|_| yes(random)).collect();
    let no = yes.iter().map(|it| 1.0 - it).collect();
    let minutes = match kind {
        Questions::Ordinary => 0.2 + 3.0 * random.f64(),
        Questions::Sharp => 0.1 + 0.5 * random.f64(),
    };
    QuestionModel { minutes, choices: vec![yes, no] }
}
