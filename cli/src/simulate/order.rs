//! The orders that people are walked along.

use super::person::Person;
use crate::planner::Planner;
use fault_finder::diagnosis::{Belief, Known, Method, Model, Move};
use fault_finder::guide::Guide;
use std::collections::HashMap;

/// A way to choose the next step.
pub(crate) enum Order<'a> {
    /// The plan, anew at each step.
    Best(&'a Planner),
    /// The repairs of the written article, one after the other, then service.
    Article(&'a [usize]),
    /// The same by someone who sees at once which of them are impossible, and loses no time on them.
    ArticleSkipping(&'a [usize], &'a Model),
    /// A method of the field.
    Method(Method, &'a Model, HashMap<Known, Move>),
}

impl Order<'_> {
    /// What comes next.
    pub(crate) fn next(&mut self, known: &Known, person: &Person) -> Move {
        let is_open = |it: &&usize| !known.tried.contains(**it);
        match self {
            Order::Best(planner) => planner.next(known),
            Order::Article(repairs) => repairs.iter().find(is_open).map_or(Move::Service, |it| Move::Repair(*it)),
            Order::ArticleSkipping(repairs, model) => {
                let mut possible = repairs.iter().filter(is_open).filter(|it| person.can_try(model, **it));
                possible.next().map_or(Move::Service, |it| Move::Repair(*it))
            }
            Order::Method(method, model, seen) => {
                let next = || Belief::new(model, known.clone()).map_or(Move::Service, |it| method.next(model, &it));
                *seen.entry(known.clone()).or_insert_with(next)
            }
        }
    }
}

/// The positions of the repairs of the written article, in its order.
pub(crate) fn article(guide: &Guide) -> Vec<usize> {
    guide.article().iter().filter_map(|it| guide.repair_idx(&it.id)).collect()
}
