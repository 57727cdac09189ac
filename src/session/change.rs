//! An answer that was changed, and what came of it.

use super::evidence::{Finding, Observation};
use super::known;
use super::state::Session;
use super::update::is_same_thing;
use crate::guide::{Fault, Question};

/// What was known before an answer was changed.
#[derive(Clone, Debug)]
pub(super) struct Change {
    before: Vec<Observation>,
}

impl Change {
    /// The change of an answer that the last observation stands for; nothing if it is none.
    pub(super) fn between(before: &[Observation], after: &[Observation]) -> Option<Change> {
        let new = &after.last()?.finding;
        let old = &before.iter().find(|it| is_same_thing(&it.finding, new))?.finding;
        // Whoever answers what they had left open changes no answer.
        let is_change = old != new && !matches!(old, Finding::PutOff(_) | Finding::NotSure(_));
        is_change.then(|| Change { before: before.to_vec() })
    }
}

/// What there is to tell of a change.
pub(super) struct Changed<'a> {
    pub(super) from: &'a Observation,
    pub(super) to: &'a Observation,
    /// The fault whose odds it has moved furthest, and by how much.
    pub(super) moved: Option<(&'a Fault, f64)>,
    /// The questions whose answers count no more.
    pub(super) lost: Vec<&'a Question>,
}

impl Session {
    /// The answer that was changed just now.
    pub(super) fn changed(&self) -> Option<Changed<'_>> {
        let Change { before } = self.change.as_ref()?;
        let evidence = &self.saved.evidence;
        let to = evidence.last()?;
        let from = before.iter().find(|it| is_same_thing(&it.finding, &to.finding))?;
        Some(Changed { from, to, moved: self.moved(before, evidence), lost: self.lost(before, to) })
    }

    /// The questions whose answers counted before this came, and count no more, although they are still there.
    fn lost(&self, before: &[Observation], to: &Observation) -> Vec<&Question> {
        let model = &self.plans.model;
        let [was, is] = [before, &self.saved.evidence].map(|it| known::known(&self.guide, model, it));
        let is_lost = |(idx, question): &(usize, &Question)| {
            let is_other = to.finding.step().id() != question.id;
            is_other && was.choice(*idx).is_some() && is.choice(*idx).is_none()
        };
        self.guide.questions.iter().enumerate().filter(is_lost).map(|(_, question)| question).collect()
    }
}
