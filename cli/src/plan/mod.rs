//! `plan`: what comes next once this much is known, what to expect of it, and what else could come next.

mod alternatives;
mod dot;
mod evidence;
mod exact;
mod prices;
mod show;
mod tree;

pub(crate) use alternatives::{after, alternatives, followed};

use crate::planner::Planner;
use anyhow::bail;
use clap::{Args, ValueEnum};
use evidence::evidence;
use fault_finder::diagnosis::{Belief, Model, Move};
use fault_finder::guide::Guide;

/// What is known, and what to show.
#[derive(Args, Clone, Debug, Default)]
pub struct Settings {
    /// An answer that was given; `not-sure` stands for that of every question.
    #[arg(long = "answer", value_name = "QUESTION=CHOICE")]
    pub answers: Vec<String>,
    /// A repair that was tried, in vain.
    #[arg(long, value_name = "REPAIR")]
    pub tried: Vec<String>,
    /// A repair that the person can not do.
    #[arg(long, value_name = "REPAIR")]
    pub cannot: Vec<String>,
    /// Compare with trying everything, where that comes to an end.
    #[arg(long)]
    pub exact: bool,
    /// Show all that can come to pass, not only the next step.
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, default_missing_value = "text")]
    pub tree: Option<TreeForm>,
    /// Show how many minutes each question saves.
    #[arg(long)]
    pub prices: bool,
}

/// How to draw what can come to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TreeForm {
    /// Lines, further in with each step.
    Text,
    /// The language of Graphviz.
    Dot,
}

/// What the command prints.
pub fn plan(guide: &Guide, settings: &Settings) -> anyhow::Result<String> {
    let known = evidence(guide, settings)?;
    let planner = Planner::of(Model::of(guide));
    let Some(belief) = Belief::new(&planner.model, known) else {
        bail!(
            "No fault of this guide explains all of this together: one of its chances is 0 or 1 where it should not be."
        )
    };
    match settings.tree {
        Some(TreeForm::Text) => return Ok(tree::text(guide, &tree::tree(guide, &planner, &belief.known))),
        Some(TreeForm::Dot) => return Ok(dot::dot(guide, &tree::tree(guide, &planner, &belief.known))),
        None => (),
    }
    let mut parts = vec![show::next(guide, &planner, &belief), show::odds(guide, &belief)];
    parts.push(show::alternatives(guide, &planner, &belief));
    if settings.prices {
        parts.push(prices::prices(guide, &planner, &belief));
    }
    if settings.exact {
        parts.push(exact::exact(&planner, &belief));
    }
    Ok(parts.join("\n"))
}

/// What to do, with the id behind it.
pub(crate) fn words(guide: &Guide, made: Move) -> String {
    match made {
        Move::Service => format!("hand over: {}", guide.service.text),
        Move::Repair(idx) => {
            guide.repairs.get(idx).map_or_else(String::new, |it| format!("try {}: {}", it.id, it.text))
        }
        Move::Question(idx) => {
            guide.questions.get(idx).map_or_else(String::new, |it| format!("ask {}: {}", it.id, it.text))
        }
    }
}
