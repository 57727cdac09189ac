//! The numbers of a guide, by position: what the plan is computed from.

use super::set::Set;
use crate::guide::{Guide, Question, Repair, Wait};

/// The minutes that a step takes beside its own, until it is read and answered. A judgement: 12 seconds.
const READING_MINUTES: f64 = 0.2;

/// The numbers of a guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The share of each fault before anything is known; the shares need not sum to 1.
    pub weights: Vec<f64>,
    /// What can be tried, at most 64.
    pub repairs: Vec<RepairModel>,
    /// What can be asked, at most 64.
    pub questions: Vec<QuestionModel>,
    /// The minutes of each preparation, at most 64. It is paid once.
    pub preparations: Vec<f64>,
    /// The minutes that handing over costs.
    pub service: f64,
}

/// Something that can be tried.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RepairModel {
    /// Its minutes, with its wait and with reading, without its preparations.
    pub minutes: f64,
    /// The chance that it cures each fault: a number per weight.
    pub fixes: Vec<f64>,
    /// The preparations it needs.
    pub needs: Set,
    /// The questions whose answers no longer hold once it was tried.
    pub voids: Set,
    /// It can be tried only if this question was answered with one of these choices.
    pub only_if: Option<(usize, Set)>,
}

/// Something that can be asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionModel {
    /// Its minutes, with its wait and with reading.
    pub minutes: f64,
    /// For each choice, its chance given each fault: a number per weight.
    pub choices: Vec<Vec<f64>>,
}

impl Model {
    /// The numbers of a guide that was checked.
    pub fn of(guide: &Guide) -> Model {
        Model::with_minutes(guide, |it| it.minutes)
    }

    /// The same for a person whose device has told its battery levels, so that some questions take them less time.
    pub fn with_readings(guide: &Guide) -> Model {
        Model::with_minutes(guide, |it| it.reading.as_ref().map_or(it.minutes, |it| it.minutes))
    }

    /// The numbers of a guide to whose questions it takes these minutes to find the answer.
    fn with_minutes(guide: &Guide, minutes: impl Fn(&Question) -> f64) -> Model {
        Model {
            weights: guide.faults.iter().map(|it| it.weight).collect(),
            repairs: guide.repairs.iter().map(|it| repair(guide, it)).collect(),
            questions: guide.questions.iter().map(|it| question(guide, it, minutes(it))).collect(),
            preparations: guide.preparations.iter().map(|(_, it)| it.minutes).collect(),
            service: guide.service.minutes,
        }
    }

    /// The chance of a choice given each fault; of a choice that does not exist, nothing.
    pub(super) fn choice(&self, question: usize, choice: usize) -> &[f64] {
        let choices = self.questions.get(question).map(|it| &it.choices);
        choices.and_then(|it| it.get(choice)).map_or(&[], Vec::as_slice)
    }
}

fn repair(guide: &Guide, repair: &Repair) -> RepairModel {
    let only_if = repair.only_if.as_ref().and_then(|it| {
        let question = guide.question_idx(&it.question)?;
        let choices = &guide.questions.get(question)?.choices;
        let is_allowed = |(idx, choice): (usize, &crate::guide::Choice)| it.is.contains(&choice.id).then_some(idx);
        Some((question, choices.iter().enumerate().filter_map(is_allowed).collect()))
    });
    let needs = guide.preparations.iter().enumerate().filter(|(_, (id, _))| repair.needs.iter().any(|it| it == id));
    RepairModel {
        minutes: READING_MINUTES + repair.minutes + counted(repair.wait.as_ref()),
        fixes: guide.faults.iter().map(|it| repair.fixes.get(&it.id).copied().unwrap_or(0.0)).collect(),
        needs: needs.map(|(idx, _)| idx).collect(),
        voids: repair.voids.iter().filter_map(|it| guide.question_idx(it)).collect(),
        only_if,
    }
}

fn question(guide: &Guide, question: &Question, minutes: f64) -> QuestionModel {
    let row = |fault: &str| question.odds.get(fault).or_else(|| question.odds.get("*"));
    let chance = |choice: usize, fault: &str| row(fault).and_then(|it| it.get(choice)).copied().unwrap_or(0.0);
    let of_choice = |choice: usize| guide.faults.iter().map(|it| chance(choice, &it.id)).collect();
    QuestionModel {
        minutes: READING_MINUTES + minutes + counted(question.wait.as_ref()),
        choices: (0..question.choices.len()).map(of_choice).collect(),
    }
}

/// The minutes of a wait that count as the person's own.
fn counted(wait: Option<&Wait>) -> f64 {
    wait.map_or(0.0, |it| f64::from(it.minutes) * it.share)
}
