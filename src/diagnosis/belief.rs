//! What is believed of the faults by now.

use super::model::{Model, RepairModel};
use super::set::Set;

/// What was done and answered so far. The order does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Known {
    /// The repairs that were tried, in vain.
    pub tried: Set,
    /// The repairs that the person cannot do. That is no evidence.
    pub impossible: Set,
    /// The preparations that were made.
    pub prepared: Set,
    /// The questions that were answered, each with the position of its choice, in the order of the questions.
    pub answers: Vec<(usize, usize)>,
    /// The questions that the person is not sure about. That is no evidence.
    pub unsure: Set,
}

impl Known {
    /// With one more answer, in place of an older one to the same question.
    #[must_use]
    pub fn with_answer(&self, question: usize, choice: usize) -> Known {
        let mut known = self.clone();
        known.answers.retain(|(it, _)| *it != question);
        let place = known.answers.partition_point(|(it, _)| *it < question);
        known.answers.insert(place, (question, choice));
        known
    }

    /// With one more repair tried in vain.
    #[must_use]
    pub fn with_repair(&self, idx: usize, repair: &RepairModel) -> Known {
        let mut known = self.clone();
        known.tried = known.tried.with(idx);
        known.prepared = known.prepared.union(repair.needs);
        known
    }

    /// Without the answers to these questions, which can be asked again: a repair that was really tried has voided them.
    ///
    /// The plan does not look that far ahead. An answer that is lost on the way would make the odds of a branch better
    /// than those of its parent for no reason, and the plan would try a repair in order to forget.
    #[must_use]
    pub fn forgetting(&self, questions: Set) -> Known {
        let mut known = self.clone();
        known.answers.retain(|(question, _)| !questions.contains(*question));
        known.unsure = known.unsure.without(questions);
        known
    }

    /// The choice that was taken, if the question was answered.
    pub fn choice(&self, question: usize) -> Option<usize> {
        self.answers.iter().find(|(it, _)| *it == question).map(|(_, choice)| *choice)
    }
}

/// What is known, and the odds of the faults that follow from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// What is known.
    pub known: Known,
    /// The odds of each fault; they sum to 1.
    pub odds: Vec<f64>,
}

impl Belief {
    /// The odds are the weights times the chance of all that is known, had it been this fault (Bayes' rule); nothing if
    /// no fault explains what is known.
    pub fn new(model: &Model, known: Known) -> Option<Belief> {
        let mut odds = model.weights.clone();
        for repair in known.tried.iter().filter_map(|it| model.repairs.get(it)) {
            failed(&mut odds, repair);
        }
        for (question, choice) in &known.answers {
            answered(&mut odds, model.choice(*question, *choice));
        }
        Belief { known, odds }.normalized()
    }

    /// After one more repair was tried in vain; nothing if it cures for certain.
    pub(super) fn after_repair(&self, idx: usize, repair: &RepairModel) -> Option<Belief> {
        let mut after = Belief { known: self.known.with_repair(idx, repair), odds: self.odds.clone() };
        failed(&mut after.odds, repair);
        after.normalized()
    }

    /// After one more answer; nothing if it is impossible.
    pub(super) fn after_answer(&self, model: &Model, question: usize, choice: usize) -> Option<Belief> {
        let mut after = Belief { known: self.known.with_answer(question, choice), odds: self.odds.clone() };
        answered(&mut after.odds, model.choice(question, choice));
        after.normalized()
    }

    fn normalized(mut self) -> Option<Belief> {
        let sum: f64 = self.odds.iter().sum();
        if !(sum > 0.0 && sum.is_finite()) {
            return None;
        }
        for it in &mut self.odds {
            *it /= sum;
        }
        Some(self)
    }

    /// The chance that this repair cures now.
    pub fn cured(&self, repair: &RepairModel) -> f64 {
        self.odds.iter().zip(&repair.fixes).map(|(odds, chance)| odds * chance).sum()
    }

    /// The chance that this question is answered with this choice now.
    pub fn answered(&self, model: &Model, question: usize, choice: usize) -> f64 {
        self.odds.iter().zip(model.choice(question, choice)).map(|(odds, chance)| odds * chance).sum()
    }

    /// The repairs that can be tried now, and may help.
    pub fn open_repairs<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = (usize, &'a RepairModel)> {
        let closed = self.known.tried.union(self.known.impossible);
        let is_open = move |(idx, repair): &(usize, &RepairModel)| {
            !closed.contains(*idx) && self.allows(repair) && self.cured(repair) > 0.0
        };
        model.repairs.iter().enumerate().filter(is_open)
    }

    /// The questions that can be asked now.
    pub fn open_questions<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = usize> + 'a {
        let is_open = |it: &usize| !self.known.unsure.contains(*it) && self.known.choice(*it).is_none();
        (0..model.questions.len()).filter(is_open)
    }

    /// The minutes that a repair takes now, with the preparations that are not made yet.
    pub fn minutes(&self, repair: &RepairModel, model: &Model) -> f64 {
        let missing = repair.needs.without(self.known.prepared);
        repair.minutes + missing.iter().filter_map(|it| model.preparations.get(it)).sum::<f64>()
    }

    fn allows(&self, repair: &RepairModel) -> bool {
        match repair.only_if {
            Some((question, choices)) => self.known.choice(question).is_some_and(|it| choices.contains(it)),
            None => true,
        }
    }
}

fn failed(odds: &mut [f64], repair: &RepairModel) {
    odds.iter_mut().zip(&repair.fixes).for_each(|(odds, chance)| *odds *= 1.0 - chance);
}

fn answered(odds: &mut [f64], choice: &[f64]) {
    odds.iter_mut().zip(choice).for_each(|(odds, chance)| *odds *= chance);
}
