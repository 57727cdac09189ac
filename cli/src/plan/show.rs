//! The next step and what else could come, in words.

use super::{followed, words};
use crate::planner::{Planner, is_large};
use crate::table::{one, percent, table};
use fault_finder::diagnosis::Belief;
use fault_finder::guide::Guide;

/// The next step, and what to expect of it.
pub(super) fn next(guide: &Guide, planner: &Planner, belief: &Belief) -> String {
    let Some(plan) = planner.plan(&belief.known) else { return String::new() };
    let exact = if plan.is_exact() { "no plan is better" } else { "no plan takes less than the lower bound" };
    let expected = plan.expected;
    let mut rows = vec![
        ("minutes until it works or service is done", one(expected.minutes)),
        ("the lower bound", one(plan.at_least)),
        ("minutes of a plan that asks nothing", one(plan.unasked)),
        ("minutes before service", one(expected.home_minutes(planner.model.service))),
        ("chance that it works without service", percent(expected.fixed)),
        ("steps before service", one(expected.steps)),
    ];
    if !is_large(&planner.model) {
        rows.insert(1, ("the same, with each step planned anew", one(followed(planner, belief))));
    }
    let rows: Vec<_> = rows.into_iter().map(|(name, number)| vec![name.to_owned(), number]).collect();
    format!("Next: {}\n\n{}", words(guide, plan.next), table(&[&format!("expected ({exact})"), ""], &rows))
}

/// The odds of the faults, the likeliest first.
pub(super) fn odds(guide: &Guide, belief: &Belief) -> String {
    let mut odds: Vec<_> = guide.faults.iter().zip(&belief.odds).collect();
    odds.sort_by(|one, other| other.1.total_cmp(one.1));
    let rows: Vec<_> = odds.iter().map(|(it, odds)| vec![format!("{}: {}", it.id, it.text), percent(**odds)]).collect();
    table(&["what it can be", "odds"], &rows)
}

/// What could come next, the best first.
pub(super) fn alternatives(guide: &Guide, planner: &Planner, belief: &Belief) -> String {
    let all = super::alternatives(planner, belief);
    let best = all.first().map_or(0.0, |it| it.minutes);
    let rows: Vec<_> = all
        .iter()
        .map(|it| vec![words(guide, it.made), format!("{:.2}", it.minutes), format!("{:+.2}", it.minutes - best)])
        .collect();
    table(&["what could come next, and the plan behind it", "minutes", "against the best"], &rows)
}
