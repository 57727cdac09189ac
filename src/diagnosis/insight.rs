//! What a person can be told of a belief, beyond the next step.

use super::belief::{Belief, Known};
use super::bounds;
use super::model::Model;

/// Answers fit together badly if they would come together by chance so many times as often as they do. Of people who
/// answer as the odds of the built-in guide say, about one in a hundred meets such answers.
const CONFLICT: f64 = 4.0;

impl Belief {
    /// The faults by their odds, the likeliest first.
    pub fn ranked(&self) -> Vec<(usize, f64)> {
        let mut ranked: Vec<_> = self.odds.iter().copied().enumerate().collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
        ranked
    }

    /// The fault that the answer to a question tells most about: the one whose odds it moves furthest on average.
    pub fn most_told(&self, model: &Model, question: usize) -> Option<usize> {
        let choices = &model.questions.get(question)?.choices;
        let moved = |(fault, odds): (usize, &f64)| {
            let by_choice = |choice: &Vec<f64>| {
                let chance: f64 = self.odds.iter().zip(choice).map(|(odds, chance)| odds * chance).sum();
                (odds * choice.get(fault).copied().unwrap_or(0.0) - odds * chance).abs()
            };
            (fault, choices.iter().map(by_choice).sum::<f64>())
        };
        let told = self.odds.iter().enumerate().map(moved).filter(|(_, moved)| *moved > 0.0);
        // The first of equals, in the order of the guide.
        told.reduce(|best, it| if it.1 > best.1 { it } else { best }).map(|(fault, _)| fault)
    }

    /// The chance that one of the repairs that can still be tried cures, all tried.
    pub fn curable(&self, model: &Model) -> f64 {
        let missed = |(fault, odds): (usize, &f64)| {
            let chances = self.open_repairs(model).map(|(_, it)| it.fixes.get(fault).copied().unwrap_or(0.0));
            odds * chances.map(|chance| 1.0 - chance).product::<f64>()
        };
        1.0 - self.odds.iter().enumerate().map(missed).sum::<f64>()
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
