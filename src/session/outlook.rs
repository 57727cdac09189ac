//! What can be told of a session's evidence: odds, what is left, and whether the answers fit together.

use super::evidence::{Finding, Observation, TryResult};
use super::known;
use super::state::Session;
use super::step::{Order, StepId};
use super::update::with;
use crate::diagnosis::{Belief, Known, Plan};
use crate::guide::{Fault, Question, Repair};

/// The choices that are weighed to find a quick question: a countdown looks for one every second.
const MOST_WEIGHED: usize = 64;

impl Session {
    /// The odds of the faults by now; nothing if no fault explains what is known, or if nobody asks.
    pub(super) fn belief(&self) -> Option<Belief> {
        self.belief_after(&self.saved.evidence)
    }

    fn belief_after(&self, evidence: &[Observation]) -> Option<Belief> {
        match self.settings.order {
            Order::Best => Belief::new(&self.plans.model, self.known(evidence)),
            Order::Article => None,
        }
    }

    fn known(&self, evidence: &[Observation]) -> Known {
        known::known(&self.guide, &self.plans.model, evidence)
    }

    /// The plan for all that is known, with what was put off still to come.
    pub(super) fn plan(&self) -> Option<Plan> {
        match self.settings.order {
            Order::Best => self.plans.plan(&self.known(&self.saved.evidence)),
            Order::Article => None,
        }
    }

    /// Whether something is left to try although support is advised.
    pub(super) fn can_keep_trying(&self) -> bool {
        self.belief().is_some_and(|it| it.open_repairs(&self.plans.model).next().is_some())
    }

    /// The chance that something helps of all that is left to try, and the minutes of it all.
    pub(super) fn all_that_is_left(&self) -> Option<(f64, f64)> {
        let (model, belief) = (&self.plans.model, self.belief()?);
        let left = belief.open_repairs(model).filter_map(|(idx, _)| self.guide.repairs.get(idx));
        Some((belief.curable(model), left.map(Repair::total_minutes).sum()))
    }

    /// Whether the answers fit together so badly that one of them may be wrong.
    pub(super) fn is_in_conflict(&self) -> bool {
        match self.settings.order {
            Order::Best => self.known(&self.saved.evidence).is_in_conflict(&self.plans.model),
            Order::Article => false,
        }
    }

    /// The chance that a repair cures now.
    pub(super) fn cures(&self, repair: &str) -> Option<f64> {
        let belief = self.belief()?;
        let idx = self.guide.repair_idx(repair)?;
        self.plans.model.repairs.get(idx).map(|it| belief.cured(it))
    }

    /// Whether a repair could be tried, as far as the answers go.
    pub(super) fn could_try(&self, repair: &str) -> bool {
        let idx = self.guide.repair_idx(repair);
        idx.zip(self.belief()).is_none_or(|(idx, belief)| belief.could_try(&self.plans.model, idx))
    }

    /// The two faults that the answer to a question tells apart.
    pub(super) fn told_apart(&self, question: &str) -> Option<(&Fault, &Fault)> {
        let idx = self.guide.question_idx(question)?;
        let (one, other) = self.belief()?.told_apart(&self.plans.model, idx)?;
        self.guide.faults.get(one).zip(self.guide.faults.get(other))
    }

    /// The fault whose odds the last answer has moved furthest, and by how much.
    pub(super) fn last_move(&self) -> Option<(&Fault, f64)> {
        self.moved_by(self.saved.evidence.len().checked_sub(1)?)
    }

    /// The fault whose odds the answer at this position has moved furthest when it came, and by how much.
    pub(super) fn moved_by(&self, idx: usize) -> Option<(&Fault, f64)> {
        let evidence = &self.saved.evidence;
        if !is_evidence(&evidence.get(idx)?.finding) {
            return None;
        }
        self.moved(evidence.get(..idx)?, evidence.get(..=idx)?)
    }

    /// The fault whose odds differ most from one evidence to another, and by how much.
    pub(super) fn moved(&self, before: &[Observation], after: &[Observation]) -> Option<(&Fault, f64)> {
        let (before, after) = (self.belief_after(before)?, self.belief_after(after)?);
        let by_fault = after.odds.iter().zip(&before.odds).map(|(after, before)| after - before).enumerate();
        let (fault, moved) = by_fault.max_by(|(_, one), (_, other)| one.abs().total_cmp(&other.abs()))?;
        Some((self.guide.faults.get(fault)?, moved))
    }

    /// The question that is worth most while this step's wait runs, should the wait not help: one that can be answered
    /// meanwhile, and saves more than it takes; nothing where there is none.
    pub(super) fn quick_question(&self, waiting: &StepId) -> Option<&Question> {
        let evidence = match waiting {
            StepId::Repair(id) => {
                let finding = Finding::Tried(id.clone(), TryResult::NotFixed);
                with(&self.saved.evidence, Observation { at: self.now, finding, is_read: false })
            }
            StepId::Dangers | StepId::Question(_) | StepId::Review | StepId::Service => self.saved.evidence.clone(),
        };
        let (model, belief) = (&self.plans.model, self.belief_after(&evidence)?);
        let is_meanwhile = |idx: usize| self.guide.questions.get(idx).is_some_and(|it| it.meanwhile);
        let worth = |idx: usize| {
            let question = self.guide.questions.get(idx)?;
            let gain = belief.saves(model, idx) - model.questions.get(idx)?.minutes;
            let is_put_off = self.has_found(&Finding::PutOff(StepId::Question(question.id.clone())));
            (gain > 0.0 && !is_put_off).then_some((question, gain))
        };
        let mut n_choices = 0;
        let is_few = |idx: &usize| {
            n_choices += model.questions.get(*idx).map_or(0, |it| it.choices.len());
            n_choices <= MOST_WEIGHED
        };
        let open = belief.open_questions(model).filter(|it| is_meanwhile(*it)).take_while(is_few).filter_map(worth);
        open.reduce(|most, it| if it.1 > most.1 { it } else { most }).map(|(question, _)| question)
    }

    /// The minutes that the steps so far took, as the guide has them.
    pub(super) fn spent_minutes(&self) -> f64 {
        let minutes = |it: &Observation| match &it.finding {
            Finding::Answered(id, _) | Finding::NotSure(id) => self.guide.question(id).map(Question::total_minutes),
            Finding::Tried(id, TryResult::Fixed | TryResult::NotFixed) => {
                self.guide.repair(id).map(Repair::total_minutes)
            }
            Finding::NoDanger
            | Finding::Danger(_)
            | Finding::Tried(..)
            | Finding::PutOff(_)
            | Finding::KeptTrying
            | Finding::HandedOver
            | Finding::ServiceFixed => None,
        };
        self.saved.evidence.iter().filter_map(minutes).sum()
    }
}

fn is_evidence(finding: &Finding) -> bool {
    match finding {
        Finding::Answered(..) | Finding::Tried(..) => true,
        Finding::NoDanger
        | Finding::Danger(_)
        | Finding::NotSure(_)
        | Finding::PutOff(_)
        | Finding::KeptTrying
        | Finding::HandedOver
        | Finding::ServiceFixed => false,
    }
}
