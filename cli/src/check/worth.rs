//! Questions that the plan never asks and repairs that it never tries, and why.

use super::finding::Lint;
use super::numbers::{fixes_nothing, is_possible, tells_nothing};
use crate::plan::{after, followed};
use crate::planner::{Planner, is_large};
use crate::simulate::met;
use fault_finder::diagnosis::{Belief, Known, Model, Move, RepairModel, Set};
use fault_finder::guide::Guide;

/// How many people are walked.
const PEOPLE: u32 = 2_000;

pub(super) fn lints(guide: &Guide) -> Vec<Lint> {
    let planner = Planner::of(Model::of(guide));
    if is_large(&planner.model) {
        let message = "this guide is too large to walk people through it here; `fault-finder simulate` takes the time";
        return vec![Lint::remark("large", "guide", message)];
    }
    let Some(start) = Belief::new(&planner.model, Known::default()) else { return Vec::new() };
    let (asked, tried) = met(guide, &planner, PEOPLE);
    let judge = Judge { guide, planner: &planner, start: &start, best: followed(&planner, &start), asked };
    let questions = (0..guide.questions.len()).filter(|it| !asked.contains(*it)).filter_map(|it| judge.question(it));
    let repairs = (0..guide.repairs.len()).filter(|it| !tried.contains(*it)).filter_map(|it| judge.repair(it));
    questions.chain(repairs).collect()
}

struct Judge<'a> {
    guide: &'a Guide,
    planner: &'a Planner,
    start: &'a Belief,
    /// The minutes that the plan takes from the start.
    best: f64,
    asked: Set,
}

impl Judge<'_> {
    /// Questions that tell nothing are told of elsewhere.
    fn question(&self, idx: usize) -> Option<Lint> {
        let question = self.planner.model.questions.get(idx).filter(|it| !tells_nothing(&self.planner.model, it))?;
        let more = after(self.planner, self.start, Move::Question(idx)) - self.best;
        let price = price(question.minutes, more);
        let message = format!("none of {PEOPLE} people was asked this: asked first, {price}");
        Some(Lint::warning("never-asked", format!("questions[{idx}]"), message))
    }

    /// Repairs that fix nothing or are never possible are told of elsewhere.
    fn repair(&self, idx: usize) -> Option<Lint> {
        let model = &self.planner.model;
        let repair = model.repairs.get(idx).filter(|it| !fixes_nothing(model, it) && is_possible(model, it))?;
        let message = format!("none of {PEOPLE} people was asked to try this: {}", self.why(idx, repair)?);
        Some(Lint::warning("never-tried", format!("repairs[{idx}]"), message))
    }

    fn why(&self, idx: usize, repair: &RepairModel) -> Option<String> {
        let price = |belief: &Belief, best: f64| {
            let more = after(self.planner, belief, Move::Repair(idx)) - best;
            price(belief.minutes(repair, &self.planner.model), more)
        };
        let Some((question, choices)) = repair.only_if else {
            return Some(format!("tried first, {}", price(self.start, self.best)));
        };
        let id = &self.guide.questions.get(question)?.id;
        let opened = self.opened(question, choices)?;
        let never = if self.asked.contains(question) { "" } else { "its question is never asked, and " };
        let price = price(&opened, followed(self.planner, &opened));
        Some(format!("{never}even once \"{id}\" has opened it, {price}"))
    }

    /// What is believed after the likeliest answer that makes a repair possible.
    fn opened(&self, question: usize, choices: Set) -> Option<Belief> {
        let model = &self.planner.model;
        let chance = |choice: &usize| self.start.answered(model, question, *choice);
        let likeliest = choices.iter().max_by(|one, other| chance(one).total_cmp(&chance(other)))?;
        Belief::new(model, Known::default().with_answer(question, likeliest))
    }
}

/// What a step takes against what it saves, where the whole takes so many minutes more with it.
fn price(takes: f64, more: f64) -> String {
    let saves = takes - more;
    let saves = if saves < 0.005 { "nothing".to_owned() } else { format!("{saves:.2} later on") };
    format!("it takes {takes:.1} minutes and saves {saves}")
}
