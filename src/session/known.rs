//! What the diagnosis is told of the evidence: by position, and without what is no evidence.

use super::evidence::{Finding, Observation, TryResult};
use super::step::StepId;
use crate::diagnosis::{Known, Model, Set};
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
            Finding::PutOff(StepId::Question(id)) => now.unsure = with(now.unsure, guide.question_idx(id)),
            Finding::PutOff(StepId::Repair(id)) => now.impossible = with(now.impossible, guide.repair_idx(id)),
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
            let answer = guide.question_idx(id).and_then(|idx| Some((idx, position(idx)?)));
            match answer {
                Some((idx, choice)) => known.with_answer(idx, choice),
                None => known,
            }
        }
        Finding::NotSure(id) => {
            known.unsure = with(known.unsure, guide.question_idx(id));
            known
        }
        Finding::Tried(id, result) => match guide.repair_idx(id).and_then(|it| Some((it, model.repairs.get(it)?))) {
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

/// The set with this position as well, where there is one.
fn with(set: Set, idx: Option<usize>) -> Set {
    idx.map_or(set, |it| set.with(it))
}
