//! Two bounds on the least expected minutes of a belief.

use super::belief::Belief;
use super::model::{Model, RepairModel};
use super::plan::{Expected, Move};
use super::set::Set;
use crate::guide::sort;

/// For each fault, the repairs that can cure it: chance, minutes, position; the best chance per minute first.
pub(super) type Cures = Vec<Vec<(f64, f64, usize)>>;

/// How many chances a walk may look at, so that no guide takes long for one. A guide of 64 repairs and 64 faults stays
/// below it; where more faults bring a walk there, it is cut to service, as any walk may be.
const MOST_CHANCES: usize = 200_000;

/// The cures of each fault, sorted once for all beliefs.
pub(super) fn cures(model: &Model) -> Cures {
    let of_fault = |fault: usize| {
        let chance = |(idx, repair): (usize, &RepairModel)| {
            let chance = repair.fixes.get(fault).copied().unwrap_or(0.0);
            (chance > 0.0).then_some((chance, repair.minutes, idx))
        };
        let mut cures: Vec<_> = model.repairs.iter().enumerate().filter_map(chance).collect();
        sort(&mut cures, |one, other| one.1 * other.0 < other.1 * one.0);
        cures
    };
    (0..model.weights.len()).map(of_fault).collect()
}

/// No plan takes less: what it would take if the fault were told, all preparations were made and nothing stood in the
/// way of any repair.
///
/// With the fault known, its cures in the order of chance per minute are best (Heckerman, Breese, Rommelse, see
/// `mod.rs`), and each is taken where it saves something against what follows.
pub(super) fn lower(model: &Model, cures: &Cures, belief: &Belief) -> f64 {
    let closed = belief.known.tried.union(belief.known.impossible);
    let told = |cures: &Vec<(f64, f64, usize)>| {
        let open = cures.iter().rev().filter(|it| !closed.contains(it.2));
        open.fold(model.service, |then, (chance, minutes, _)| then.min(minutes + (1.0 - chance) * then))
    };
    belief.odds.iter().zip(cures).filter(|(odds, _)| **odds > 0.0).map(|(odds, cures)| odds * told(cures)).sum()
}

/// A plan that asks nothing, and how it starts: at each point the repair that cures most per minute, cut where service
/// is cheapest. No best plan takes more.
pub(super) fn upper(model: &Model, belief: &Belief) -> (Expected, Move) {
    let mut walk = Walk::new(model, belief);
    let mut sum = Expected { minutes: 0.0, fixed: 0.0, steps: 0.0 };
    let mut best = (Expected::service(model.service), Move::Service);
    let mut first = None;
    while let Some(Efficient { idx, minutes, cured }) = walk.most_efficient() {
        let left = 1.0 - sum.fixed;
        sum.minutes += left * minutes;
        sum.steps += left;
        sum.fixed += cured;
        let start = *first.get_or_insert(Move::Repair(idx));
        let minutes = sum.minutes + (1.0 - sum.fixed) * model.service;
        if minutes < best.0.minutes {
            best = (Expected { minutes, ..sum }, start);
        }
        // The minutes before service only grow.
        if sum.minutes >= best.0.minutes || walk.n_chances > MOST_CHANCES {
            break;
        }
        walk.fail(idx);
    }
    best
}

/// The repair that cures most per minute now.
pub(super) fn most_efficient<'a>(model: &'a Model, belief: &'a Belief) -> Option<(usize, &'a RepairModel)> {
    let Efficient { idx, .. } = Walk::new(model, belief).most_efficient()?;
    Some((idx, model.repairs.get(idx)?))
}

/// Repairs that are tried one after the other.
struct Walk<'a> {
    model: &'a Model,
    /// The chance of each fault, and that nothing has cured it yet.
    left: Vec<f64>,
    /// The repairs that can still be tried.
    open: Vec<(usize, &'a RepairModel)>,
    prepared: Set,
    /// How many chances were looked at.
    n_chances: usize,
}

/// A repair, its minutes now and the chance that it comes to it and cures.
struct Efficient {
    idx: usize,
    minutes: f64,
    cured: f64,
}

impl<'a> Walk<'a> {
    fn new(model: &'a Model, belief: &'a Belief) -> Walk<'a> {
        let open = belief.open_repairs(model).collect();
        Walk { model, left: belief.odds.clone(), open, prepared: belief.known.prepared, n_chances: 0 }
    }

    /// A preparation that several open repairs need is shared out among them.
    fn most_efficient(&mut self) -> Option<Efficient> {
        self.n_chances += self.open.len() * self.left.len();
        let n_sharing = self.sharing();
        let mut best: Option<(f64, Efficient)> = None;
        for (idx, repair) in &self.open {
            let missing = repair.needs.without(self.prepared);
            let share = |need: usize| Some(self.model.preparations.get(need)? / n_sharing.get(need)?);
            let shared = repair.minutes + missing.iter().filter_map(share).sum::<f64>();
            let cured: f64 = self.left.iter().zip(&repair.fixes).map(|(left, chance)| left * chance).sum();
            let is_better = |(shared_best, best): &(f64, Efficient)| cured * shared_best > best.cured * shared;
            if cured > 0.0 && best.as_ref().is_none_or(is_better) {
                let preparing = missing.iter().filter_map(|it| self.model.preparations.get(it)).sum::<f64>();
                best = Some((shared, Efficient { idx: *idx, minutes: repair.minutes + preparing, cured }));
            }
        }
        best.map(|(_, it)| it)
    }

    /// How many open repairs need each preparation.
    fn sharing(&self) -> Vec<f64> {
        let mut n_sharing = vec![0.0; self.model.preparations.len()];
        for need in self.open.iter().flat_map(|(_, it)| it.needs.iter()) {
            if let Some(count) = n_sharing.get_mut(need) {
                *count += 1.0;
            }
        }
        n_sharing
    }

    fn fail(&mut self, tried: usize) {
        let Some(place) = self.open.iter().position(|(idx, _)| *idx == tried) else { return };
        let (_, repair) = self.open.remove(place);
        self.prepared = self.prepared.union(repair.needs);
        for (left, chance) in self.left.iter_mut().zip(&repair.fixes) {
            *left *= 1.0 - chance;
        }
    }
}
