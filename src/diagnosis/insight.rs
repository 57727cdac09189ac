//! What a person can be told of a belief, beyond the next step.

use super::belief::{Belief, Known};
use super::bounds;
use super::model::Model;
use crate::guide::sort;

/// Answers fit together badly if they would come together by chance so many times as often as they do. Of people who
/// answer as the odds of the built-in guide say, about one in a hundred meets such answers.
const CONFLICT: f64 = 4.0;

impl Belief {
    /// The faults by their odds, the likeliest first.
    pub fn ranked(&self) -> Vec<(usize, f64)> {
        let mut ranked: Vec<_> = self.odds.iter().copied().enumerate().collect();
        sort(&mut ranked, |one, other| one.1 > other.1);
        ranked
    }

    /// The two faults that the answer to a question tells apart: the one whose odds it moves furthest on average, and
    /// the one that moves furthest the other way by the answer that moves the first one most.
    pub fn told_apart(&self, model: &Model, question: usize) -> Option<(usize, usize)> {
        let by_choice: Vec<Vec<f64>> = model.questions.get(question)?.choices.iter().map(|it| self.moves(it)).collect();
        let by_fault = |fault: usize| by_choice.iter().filter_map(move |it| it.get(fault).copied());
        let (one, distance) = first_most((0..self.odds.len()).map(|it| (it, by_fault(it).map(f64::abs).sum())))?;
        if distance <= 0.0 {
            return None;
        }
        let (choice, _) = first_most(by_fault(one).map(f64::abs).enumerate())?;
        let moves = by_choice.get(choice)?;
        let away = -moves.get(one)?.signum();
        let (other, _) = first_most(moves.iter().map(|it| it * away).enumerate())?;
        Some((one, other))
    }

    /// How far a choice moves the odds of each fault, times how often it is the answer.
    fn moves(&self, choice: &[f64]) -> Vec<f64> {
        let chance: f64 = self.odds.iter().zip(choice).map(|(odds, likelihood)| odds * likelihood).sum();
        self.odds.iter().zip(choice).map(|(odds, likelihood)| odds * (likelihood - chance)).collect()
    }

    /// The chance that one of the repairs that can still be tried cures, all tried.
    pub fn curable(&self, model: &Model) -> f64 {
        let missed = |(fault, odds): (usize, &f64)| {
            let chances = self.open_repairs(model).map(|(_, it)| it.fixes.get(fault).copied().unwrap_or(0.0));
            odds * chances.map(|chance| 1.0 - chance).product::<f64>()
        };
        1.0 - self.odds.iter().enumerate().map(missed).sum::<f64>()
    }

    /// The minutes that the answer to a question saves on average where nothing more is asked, without those that it
    /// takes to find it.
    pub fn saves(&self, model: &Model, question: usize) -> f64 {
        let minutes = |it: &Belief| bounds::upper(model, it).0.minutes;
        let after = |choice: usize| {
            let after = self.after_answer(model, question, choice)?;
            Some(self.answered(model, question, choice) * minutes(&after))
        };
        let n_choices = model.questions.get(question).map_or(0, |it| it.choices.len());
        minutes(self) - (0..n_choices).filter_map(after).sum::<f64>()
    }

    /// The repair that cures most per minute now, for someone who does not want service yet.
    pub fn most_efficient(&self, model: &Model) -> Option<usize> {
        bounds::most_efficient(model, self).map(|(idx, _)| idx)
    }

    /// Whether a repair can be tried, as far as the answers go.
    pub fn could_try(&self, model: &Model, repair: usize) -> bool {
        let condition = model.repairs.get(repair).and_then(|it| it.only_if);
        condition.is_none_or(|(question, choices)| self.known.choice(question).is_none_or(|it| choices.contains(it)))
    }
}

impl Known {
    /// Whether no fault explains the answers well. It is said of answers only: that a repair fails is no surprise.
    ///
    /// The measure is how much more often the answers would come together by chance than they do (F. V. Jensen,
    /// B. Chamberlain, T. Nordahl, F. Jensen, "Analysis in HUGIN of data conflict", UAI 1990).
    pub fn is_in_conflict(&self, model: &Model) -> bool {
        let sum: f64 = model.weights.iter().sum();
        let chance = |of: &dyn Fn(usize) -> f64| {
            model.weights.iter().enumerate().map(|(fault, weight)| weight / sum * of(fault)).sum::<f64>()
        };
        let single =
            |answer: &(usize, usize), fault: usize| model.choice(answer.0, answer.1).get(fault).copied().unwrap_or(0.0);
        let together = chance(&|fault| self.answers.iter().map(|it| single(it, fault)).product());
        let by_chance: f64 = self.answers.iter().map(|it| chance(&|fault| single(it, fault))).product();
        together <= 0.0 || by_chance > CONFLICT * together
    }
}

/// The most of all; of equals the first, in the order of the guide.
fn first_most(all: impl Iterator<Item = (usize, f64)>) -> Option<(usize, f64)> {
    all.reduce(|most, it| if it.1 > most.1 { it } else { most })
}
