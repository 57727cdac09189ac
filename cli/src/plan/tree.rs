//! All that can come to pass if the plan is followed.

use super::words;
use crate::planner::Planner;
use crate::table::percent;
use fault_finder::diagnosis::{Belief, Known, Move, RepairModel};
use fault_finder::guide::Guide;

/// Branches that fewer people come to are cut.
const RAREST: f64 = 0.005;

/// A step, and all that can follow.
pub(super) struct Tree {
    /// The step.
    pub(super) made: Move,
    /// The expected minutes from here.
    pub(super) minutes: f64,
    /// What can follow.
    pub(super) branches: Vec<Branch>,
}

/// What can follow a step.
pub(super) struct Branch {
    /// What was answered, or whether it helped.
    pub(super) label: String,
    /// The share of people who come here.
    pub(super) chance: f64,
    /// Where it leads.
    pub(super) to: To,
}

/// Where a branch leads.
pub(super) enum To {
    /// The device works.
    Fixed,
    /// The answer is a sign of danger.
    Stopped,
    /// It goes on, but too few people come here to show how.
    Cut,
    /// The next step.
    Step(Tree),
}

/// The plan from here to its ends.
pub(super) fn tree(guide: &Guide, planner: &Planner, known: &Known) -> Tree {
    Grower { guide, planner }.tree(known, 1.0)
}

struct Grower<'a> {
    guide: &'a Guide,
    planner: &'a Planner,
}

impl Grower<'_> {
    fn tree(&self, known: &Known, chance: f64) -> Tree {
        let model = &self.planner.model;
        let (Some(plan), Some(belief)) = (self.planner.plan(known), Belief::new(model, known.clone())) else {
            return Tree { made: Move::Service, minutes: model.service, branches: Vec::new() };
        };
        let branches = match plan.next {
            Move::Service => Vec::new(),
            Move::Repair(idx) => {
                model.repairs.get(idx).map_or(Vec::new(), |it| self.after_repair(&belief, chance, idx, it))
            }
            Move::Question(idx) => self.after_question(&belief, chance, idx),
        };
        Tree { made: plan.next, minutes: plan.expected.minutes, branches }
    }

    fn after_repair(&self, belief: &Belief, chance: f64, idx: usize, repair: &RepairModel) -> Vec<Branch> {
        let cured = chance * belief.cured(repair);
        let known = belief.known.with_repair(idx, repair).forgetting(repair.voids);
        let helped = Branch { label: "it helped".to_owned(), chance: cured, to: To::Fixed };
        let label = "it did not help".to_owned();
        vec![helped, Branch { label, chance: chance - cured, to: self.to(&known, chance - cured) }]
    }

    fn after_question(&self, belief: &Belief, chance: f64, idx: usize) -> Vec<Branch> {
        let choices = self.guide.questions.get(idx).map_or(&[][..], |it| &it.choices);
        let branch = |(choice, it): (usize, &fault_finder::guide::Choice)| {
            let chance = chance * belief.answered(&self.planner.model, idx, choice);
            let to = if it.dangers.is_empty() {
                self.to(&belief.known.with_answer(idx, choice), chance)
            } else {
                To::Stopped
            };
            Branch { label: it.id.clone(), chance, to }
        };
        choices.iter().enumerate().map(branch).collect()
    }

    fn to(&self, known: &Known, chance: f64) -> To {
        if chance < RAREST { To::Cut } else { To::Step(self.tree(known, chance)) }
    }
}

/// The tree in lines, further in with each step.
pub(super) fn text(guide: &Guide, tree: &Tree) -> String {
    let mut lines = String::new();
    add(guide, &mut lines, tree, ("", 1.0), 0);
    format!("{lines}\nThe shares are of all people who start here. {}\n", cut())
}

/// What is said of branches that are not shown.
pub(super) fn cut() -> String {
    format!("Branches that fewer than {} come to end in \"...\".", percent(RAREST))
}

/// Adds a step that so many people come to, behind what leads there, and all that follows.
fn add(guide: &Guide, lines: &mut String, tree: &Tree, (label, chance): (&str, f64), depth: usize) {
    let Tree { made, minutes, branches } = tree;
    *lines += &line(chance, depth, &format!("{label}{} ({minutes:.1} minutes from here)", words(guide, *made)));
    for Branch { label, chance, to } in branches {
        match to {
            To::Fixed => *lines += &line(*chance, depth + 1, &format!("{label}: fixed")),
            To::Stopped => *lines += &line(*chance, depth + 1, &format!("{label}: a sign of danger, the end")),
            To::Cut => *lines += &line(*chance, depth + 1, &format!("{label}: ...")),
            To::Step(tree) => add(guide, lines, tree, (&format!("{label}: "), *chance), depth + 1),
        }
    }
}

fn line(chance: f64, depth: usize, text: &str) -> String {
    format!("{:>7}  {}{text}\n", percent(chance), "  ".repeat(depth))
}
