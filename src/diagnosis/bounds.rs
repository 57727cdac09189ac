//! Two bounds on the least expected minutes of a belief.

use super::belief::Belief;
use super::model::{Model, RepairModel};
use super::plan::Move;

/// For each fault, the repairs that can cure it: chance, minutes, position; the best chance per minute first.
pub(super) type Cures = Vec<Vec<(f64, f64, usize)>>;

/// The cures of each fault, sorted once for all beliefs.
pub(super) fn cures(model: &Model) -> Cures {
    let of_fault = |fault: usize| {
        let chance = |(idx, repair): (usize, &RepairModel)| {
            let chance = repair.chance(fault);
            (chance > 0.0).then_some((chance, repair.minutes, idx))
        };
        let mut cures: Vec<_> = model.repairs.iter().enumerate().filter_map(chance).collect();
        cures.sort_by(|one, other| (one.1 * other.0).total_cmp(&(other.1 * one.0)));
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

/// A plan that needs no more than this, and how it starts: repairs only, at each point the one that cures most per
/// minute, cut where service is cheapest.
pub(super) fn upper(model: &Model, belief: &Belief) -> (f64, Move) {
    let mut at = belief.clone();
    let (mut spent, mut chance) = (0.0, 1.0);
    let mut best = (model.service, Move::Service);
    let mut first = None;
    while let Some((idx, repair)) = most_efficient(model, &at) {
        spent += chance * at.minutes(repair, model);
        chance *= 1.0 - at.cured(repair);
        let start = *first.get_or_insert(Move::Repair(idx));
        let minutes = spent + chance * model.service;
        if minutes < best.0 {
            best = (minutes, start);
        }
        match Belief::new(model, at.known.with_repair(idx, repair)) {
            Some(after) => at = after,
            None => break,
        }
    }
    best
}

/// The repair that cures most per minute; a preparation that several open repairs need is shared out among them.
fn most_efficient<'a>(model: &'a Model, belief: &Belief) -> Option<(usize, &'a RepairModel)> {
    let mut best: Option<(f64, f64, usize)> = None;
    for (idx, repair) in belief.open_repairs(model) {
        let missing = repair.needs.without(belief.known.prepared).iter();
        let share = |need: usize| {
            let n_sharing: f64 =
                belief.open_repairs(model).filter(|(_, it)| it.needs.contains(need)).map(|_| 1.0).sum();
            model.preparations.get(need).map(|it| it / n_sharing)
        };
        let minutes = repair.minutes + missing.filter_map(share).sum::<f64>();
        let cured = belief.cured(repair);
        if best.is_none_or(|(best_cured, best_minutes, _)| cured * best_minutes > best_cured * minutes) {
            best = Some((cured, minutes, idx));
        }
    }
    best.and_then(|(_, _, idx)| Some((idx, model.repairs.get(idx)?)))
}
