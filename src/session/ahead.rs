//! Planning ahead: what the person may answer next, so that the plan is there when they do.

use super::evidence::{Finding, Observation, TryResult};
use super::state::Session;
use super::step::{Order, Step, StepId};
use super::update::with;
use crate::diagnosis::budget;

impl Session {
    /// Plans ahead for a share of the work that a plan takes, one in so many; says whether there was anything to do.
    ///
    /// It changes nothing that can be seen. Whoever does not call it waits a little longer after each answer.
    pub fn plan_ahead(&self, one_in: usize) -> bool {
        let n_states = (budget(&self.plans.model) / one_in.max(1)).max(1);
        let is_ahead = |evidence: &Vec<Observation>| self.plans.work_for_evidence(&self.guide, evidence, n_states);
        match self.settings.order {
            Order::Best => self.futures().iter().any(is_ahead),
            Order::Article => false,
        }
    }

    /// The evidence after each answer that the step at hand may get.
    fn futures(&self) -> Vec<Vec<Observation>> {
        let findings = match self.step() {
            Step::Dangers => vec![Finding::NoDanger],
            Step::Question(it) => {
                let answers = it.choices.iter().filter(|it| it.dangers.is_empty());
                let answers = answers.map(|choice| Finding::Answered(it.id.clone(), choice.id.clone()));
                let put_off = Finding::PutOff(StepId::Question(it.id.clone()));
                answers.chain([Finding::NotSure(it.id.clone()), put_off]).collect()
            }
            Step::Repair(it) => {
                let results = [TryResult::NotFixed, TryResult::CannotDo, TryResult::AlreadyDone];
                let tried = results.map(|result| Finding::Tried(it.id.clone(), result));
                tried.into_iter().chain([Finding::PutOff(StepId::Repair(it.id.clone()))]).collect()
            }
            Step::Review | Step::Service | Step::Outcome(_) => Vec::new(),
        };
        let at = self.now;
        findings
            .into_iter()
            .map(|finding| with(&self.saved.evidence, Observation { at, finding, is_read: false }))
            .collect()
    }
}
