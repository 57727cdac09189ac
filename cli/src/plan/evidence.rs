//! What the user says is known.

use super::Settings;
use anyhow::{Context, Result, bail};
use fault_finder::diagnosis::{Known, Model};
use fault_finder::guide::Guide;

/// Fails with the ids that there are, if one is not among them.
pub(super) fn evidence(guide: &Guide, settings: &Settings) -> Result<Known> {
    let model = Model::of(guide);
    let mut known = Known::default();
    for id in &settings.tried {
        let idx = repair(guide, id)?;
        known = model.repairs.get(idx).map_or(known.clone(), |it| known.with_repair(idx, it));
    }
    for id in &settings.cannot {
        known.impossible = known.impossible.with(repair(guide, id)?);
    }
    for answer in &settings.answers {
        known = with_answer(guide, known, answer)?;
    }
    Ok(known)
}

fn repair(guide: &Guide, id: &str) -> Result<usize> {
    position("repair", id, guide.repairs.iter().map(|it| it.id.as_str()))
}

fn with_answer(guide: &Guide, known: Known, answer: &str) -> Result<Known> {
    let (id, choice) =
        answer.split_once('=').with_context(|| format!("\"{answer}\" is no answer; write `question=choice`"))?;
    let question = position("question", id, guide.questions.iter().map(|it| it.id.as_str()))?;
    if choice == "not-sure" {
        return Ok(Known { unsure: known.unsure.with(question), ..known });
    }
    let choices = guide.questions.get(question).map_or(&[][..], |it| &it.choices);
    let choice = position(&format!("choice of {id}"), choice, choices.iter().map(|it| it.id.as_str()))?;
    Ok(known.with_answer(question, choice))
}

fn position<'a>(kind: &str, id: &str, ids: impl Iterator<Item = &'a str> + Clone) -> Result<usize> {
    match ids.clone().position(|it| it == id) {
        Some(position) => Ok(position),
        None => bail!("there is no {kind} \"{id}\"; there are: {}", ids.collect::<Vec<_>>().join(", ")),
    }
}
