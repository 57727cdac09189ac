//! What the diagnosis is told of the evidence: by position, and without what is no evidence.

use super::evidence::{Finding, Observation, TryResult};
use super::step::StepId;
use crate::diagnosis::{Known, Model};
use crate::guide::Guide;

/// What is known, with all that was put off still open.
pub(super) fn known(guide: &Guide, model: &Model, evidence: &[Observation]) -> Known {
    evidence.iter().fold(Known::default(), |known, it| learn(guide, model, known, &it.finding))
}

/// What is known, with all that was put off left out; nothing if nothing was put off.
pub(super) fn known_for_now(guide: &Guide, known: &Known, evidence: &[Observation]) -> Option<Known> {
    let mut now = known.clone();
    for it in evidence {
        match &it.finding {
            Finding::PutOff(StepId::Question(id)) => now.unsure = now.unsure.union(question(guide, id).collect()),
            Finding::PutOff(StepId::Repair(id)) => now.impossible = now.impossible.union(repair(guide, id).collect()),
            Finding::PutOff(StepId::Dangers | StepId::Review | StepId::Service)
            | Finding::NoDanger
            | Finding::Danger(_)
            | Finding::Answered(..)
            | Finding::NotSure(_)
            | Finding::Tried(..)
            | Finding::KeptTrying
            | Finding::HandedOver
            | Finding::ServiceFixed => (),
        }
    }
    (now != *known).then_some(now)
}

fn learn(guide: &Guide, model: &Model, mut known: Known, finding: &Finding) -> Known {
    match finding {
        Finding::Answered(id, choice) => {
            let position = |idx: usize| guide.questions.get(idx)?.choices.iter().position(|it| it.id == *choice);
            let answer = question(guide, id).find_map(|idx| Some((idx, position(idx)?)));
            answer.map_or(known.clone(), |(idx, choice)| known.with_answer(idx, choice))
        }
        Finding::NotSure(id) => {
            known.unsure = known.unsure.union(question(guide, id).collect());
            known
        }
        Finding::Tried(id, result) => match repair(guide, id).find_map(|it| Some((it, model.repairs.get(it)?))) {
            Some((idx, repair)) => match result {
                // What had been done before the session cannot void what was seen since.
                TryResult::AlreadyDone => known.with_repair(idx, repair),
                TryResult::NotFixed => known.with_repair(idx, repair).forgetting(repair.voids),
                TryResult::CannotDo => {
                    known.impossible = known.impossible.with(idx);
                    known
                }
                TryResult::Fixed => known,
            },
            None => known,
        },
        Finding::NoDanger
        | Finding::Danger(_)
        | Finding::PutOff(_)
        | Finding::KeptTrying
        | Finding::HandedOver
        | Finding::ServiceFixed => known,
    }
}

/// The position of a question, as at most one number.
fn question(guide: &Guide, id: &str) -> impl Iterator<Item = usize> {
    guide.questions.iter().position(|it| it.id == id).into_iter()
}

/// The position of a repair, as at most one number.
fn repair(guide: &Guide, id: &str) -> impl Iterator<Item = usize> {
    guide.repairs.iter().position(|it| it.id == id).into_iter()
}
