//! One person's walk from the start to its end.

use super::order::Order;
use super::person::Person;
use super::truth::Truth;
use fault_finder::diagnosis::{Known, Move, Set};
use rayon::prelude::*;

/// How a walk went.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Walk {
    /// The minutes before service.
    pub(crate) home: f64,
    /// All minutes.
    pub(crate) total: f64,
    /// The questions asked and repairs tried.
    pub(crate) steps: f64,
    /// How it ended.
    pub(crate) end: End,
    /// The questions that were asked.
    pub(crate) asked: Set,
    /// The repairs that were tried.
    pub(crate) tried: Set,
}

/// How a walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The device works.
    Fixed,
    /// Service has to help.
    Service,
    /// An answer was a sign of danger. Service has to help here, too.
    Stopped,
}

/// What a step leads to.
enum Then {
    Known(Known),
    End(End),
}

/// Walks people along one order, as many at a time as there are processors.
pub(crate) fn walks<'a>(truth: &Truth, people: &[Person], order: impl Fn() -> Order<'a> + Sync) -> Vec<Walk> {
    // Each share of the people starts an order of its own, so the shares are few.
    let share = people.len() / 8 + 1;
    people
        .par_chunks(share)
        .flat_map_iter(|people| {
            let mut order = order();
            people.iter().map(move |it| walk(truth, it, &mut order))
        })
        .collect()
}

/// Walks one person along one order.
fn walk(truth: &Truth, person: &Person, order: &mut Order<'_>) -> Walk {
    let mut walk =
        Walk { home: 0.0, total: 0.0, steps: 0.0, end: End::Service, asked: Set::default(), tried: Set::default() };
    let mut known = Known::default();
    walk.end = loop {
        let then = match order.next(&known, person) {
            Move::Service => Then::End(End::Service),
            Move::Question(idx) => walk.ask(truth, person, &known, idx),
            Move::Repair(idx) => walk.repair(truth, person, &known, idx),
        };
        match then {
            Then::Known(it) => known = it,
            Then::End(end) => break end,
        }
    };
    walk.total = walk.home + if walk.end == End::Fixed { 0.0 } else { truth.model.service };
    walk
}

impl Walk {
    fn ask(&mut self, truth: &Truth, person: &Person, known: &Known, idx: usize) -> Then {
        let (Some(question), Some(choice)) = (truth.model.questions.get(idx), person.answers.get(idx)) else {
            return Then::End(End::Service);
        };
        self.steps += 1.0;
        self.home += question.minutes;
        self.asked = self.asked.with(idx);
        if person.unsure.contains(idx) {
            return Then::Known(Known { unsure: known.unsure.with(idx), ..known.clone() });
        }
        if truth.dangers.get(idx).is_some_and(|it| it.contains(*choice)) {
            return Then::End(End::Stopped);
        }
        Then::Known(known.with_answer(idx, *choice))
    }

    fn repair(&mut self, truth: &Truth, person: &Person, known: &Known, idx: usize) -> Then {
        let Some(repair) = truth.model.repairs.get(idx) else { return Then::End(End::Service) };
        let missing = repair.needs.without(known.prepared);
        self.steps += 1.0;
        self.home += repair.minutes + missing.iter().filter_map(|it| truth.model.preparations.get(it)).sum::<f64>();
        self.tried = self.tried.with(idx);
        if person.cures.contains(idx) {
            return Then::End(End::Fixed);
        }
        Then::Known(known.with_repair(idx, repair).forgetting(repair.voids))
    }
}
