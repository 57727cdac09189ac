//! When the danger check comes first.
//!
//! That there is no danger holds for six hours, and for whoever has looked. Whoever wants to go on with a question or a
//! repair after that, or in the session of somebody else, gets the check in between, and every answer is kept.

use super::evidence::Finding;
use super::state::Session;
use super::step::{Step, StepId};
use super::time::Time;
use super::words::Word;

/// A battery can get hot between two visits.
const HOLDS_MS: i64 = 6 * 60 * 60 * 1000;
/// Clocks are always put right a little; but what lies further ahead was found by a clock that was wrong.
const AHEAD_MS: i64 = 2_000;

impl Session {
    /// The step that the person is at: the danger check, where it comes before what they want to do.
    pub(super) fn step(&self) -> Step<'_> {
        let wanted = self.wanted();
        if self.is_check_before(&wanted) { Step::Dangers } else { wanted }
    }

    /// Whether the check stands in the way of what the person wants to do.
    pub(super) fn is_check_between(&self) -> bool {
        self.is_check_before(&self.wanted())
    }

    /// Nothing on a device is looked at or done without the check. Turning to support is neither.
    fn is_check_before(&self, wanted: &Step<'_>) -> bool {
        match wanted {
            Step::Question(_) | Step::Repair(_) | Step::Review => {
                self.is_check_due() && self.counted_down() != wanted.id()
            }
            Step::Dangers | Step::Service | Step::Outcome(_) => false,
        }
    }

    /// Whether the check does not hold, or not any more.
    pub(super) fn is_check_due(&self) -> bool {
        !self.has_checked_by(self.seen)
    }

    /// The step whose countdown goes on, and is shown, until its end, because it was started in time.
    pub(super) fn counted_down(&self) -> Option<StepId> {
        let running = self.progress().filter(|it| it.ends() > self.seen);
        running.filter(|it| self.has_checked_by(it.started)).map(|it| it.step)
    }

    /// Why the check comes again; nothing where it never was, or need not be.
    pub(super) fn why_again(&self) -> Option<Word> {
        let is_again = self.is_check_due() && self.has_found(&Finding::NoDanger);
        let word = if self.is_checked_here() { Word::CheckedLongAgo } else { Word::CheckedByOthers };
        is_again.then_some(word)
    }

    /// Where the person was about to go when the check came in between.
    pub(super) fn wanted_behind_check(&self) -> Option<StepId> {
        self.revisited.clone().filter(|_| self.is_check_between())
    }

    /// Takes in that whoever is here has looked, and not only the person whose session it is.
    pub(super) fn mark_checked(&mut self) {
        if let Some(visit) = &mut self.shared {
            visit.has_checked = true;
        }
    }

    /// Whether somebody has found here, in the last hours before this time, that there is no danger.
    pub(super) fn has_checked_by(&self, time: Time) -> bool {
        let found = self.saved.evidence.iter().find(|it| it.finding == Finding::NoDanger);
        let is_recent = |at: Time| (-AHEAD_MS..HOLDS_MS).contains(&time.0.saturating_sub(at.0));
        self.guide.dangers.is_empty() || (self.is_checked_here() && found.is_some_and(|it| is_recent(it.at)))
    }

    fn is_checked_here(&self) -> bool {
        self.shared.is_none_or(|it| it.has_checked)
    }
}
