//! What events do to a wait.

use super::effect::Effect;
use super::evidence::Finding;
use super::permission::Permission;
use super::saved::RunningWait;
use super::state::Session;
use super::step::{Step, StepId};
use super::time::Time;
use super::words::Word;

impl Session {
    pub(super) fn start_wait(&mut self, step: String) -> Vec<Effect> {
        let is_here = self.step().id().is_some_and(|it| it.id() == step) && !self.waits_for(&step);
        let Some(wait) = self.guide.wait(&step).filter(|_| is_here) else { return Vec::new() };
        let announcement = self.settings.words.with_number(Word::WaitStarted, wait.minutes);
        self.saved.wait = Some(RunningWait { step, started: self.now, tells_end: false });
        vec![Effect::Save, Effect::Announce(announcement)]
    }

    pub(super) fn cancel_wait(&mut self, step: &str) -> Vec<Effect> {
        if self.end_wait(step) { vec![Effect::Save] } else { Vec::new() }
    }

    /// Ends the wait of a step; says whether there was one.
    pub(super) fn end_wait(&mut self, step: &str) -> bool {
        self.waits_for(step) && self.saved.wait.take().is_some()
    }

    /// Tells the last thing that fell due since the tick before.
    pub(super) fn tick(&mut self) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.ticked, self.now);
        let running = self.progress().zip(self.saved.wait.as_ref());
        let due = running.as_ref().and_then(|(it, wait)| it.due_since(before.ms_since(wait.started)));
        let has_ended = running.as_ref().is_some_and(|(it, wait)| it.has_ended_since(before.ms_since(wait.started)));
        let hint = || self.hint_at(self.now).filter(|_| self.hint_at(before).is_none());
        let said = due.or_else(hint).map(|it| Effect::Announce(it.to_owned()));
        let notified = due
            .filter(|_| has_ended && self.will_notify())
            .map(|over| Effect::Notify(self.settings.words.text(Word::TimeIsUp).to_owned(), over.to_owned()));
        said.into_iter().chain(notified).collect()
    }

    /// Moves what time is measured from along with the system clock, so that no countdown jumps or stands still. The
    /// time before is the last by the clock as it was.
    pub(super) fn move_clock(&mut self, before: Time, ms: i64) -> Vec<Effect> {
        self.now = before;
        let shift = |it: &mut Time| *it = Time(it.0.saturating_add(ms));
        let started = self.saved.wait.iter_mut().map(|it| &mut it.started);
        let read = self.saved.readings.iter_mut().map(|it| &mut it.at);
        let checked = self.saved.evidence.iter_mut().filter(|it| it.finding == Finding::NoDanger);
        let checked = checked.map(|it| &mut it.at);
        let tried = self.attempt.since_mut().into_iter();
        let times = [&mut self.now, &mut self.seen, &mut self.ticked];
        started.chain(read).chain(checked).chain(tried).chain(times).for_each(shift);
        let has_times = !self.saved.readings.is_empty() || self.has_found(&Finding::NoDanger);
        if self.saved.wait.is_some() || has_times { vec![Effect::Save] } else { Vec::new() }
    }

    /// Whether the end of the wait will be told outside the page.
    pub(super) fn will_notify(&self) -> bool {
        self.wants_notification() && self.settings.notifications == Permission::Granted
    }

    /// Whether the person wants that.
    pub(super) fn wants_notification(&self) -> bool {
        self.saved.wait.as_ref().is_some_and(|it| it.tells_end)
    }

    pub(super) fn toggle_notification(&mut self) -> Vec<Effect> {
        let will_notify = self.will_notify();
        let permission = self.settings.notifications;
        let Some(wait) = self.saved.wait.as_mut().filter(|_| permission != Permission::Absent) else {
            return Vec::new();
        };
        wait.tells_end = !will_notify;
        let then = match permission {
            Permission::Granted if will_notify => None,
            Permission::Granted => Some(self.announce(Word::NotifyOn)),
            // Whoever has refused may have thought better of it in the settings of the browser.
            Permission::NotAsked | Permission::Refused => Some(Effect::AskToNotify),
            Permission::Absent => None,
        };
        [Effect::Save].into_iter().chain(then).collect()
    }

    pub(super) fn answer_notification(&mut self, permission: Permission) -> Vec<Effect> {
        self.settings.notifications = permission;
        match permission {
            Permission::Granted if self.wants_notification() => vec![self.announce(Word::NotifyOn)],
            Permission::Refused if self.wants_notification() => vec![self.announce(Word::NotifyRefused)],
            Permission::Granted | Permission::Refused | Permission::NotAsked | Permission::Absent => Vec::new(),
        }
    }

    fn announce(&self, word: Word) -> Effect {
        Effect::Announce(self.settings.words.text(word).to_owned())
    }

    /// Whether the person is at a quick question, beside a countdown that they have left for it.
    pub(super) fn is_beside_countdown(&self) -> bool {
        let Some(StepId::Question(id)) = &self.revisited else { return false };
        self.guide.question(id).is_some_and(|it| it.meanwhile) && self.saved.wait.is_some() && !self.waits_for(id)
    }

    /// Leads to the countdown, also where the plan has something else to do first by now; but not past the dangers.
    pub(super) fn go_to_countdown(&mut self) {
        let waiting = self.progress().map(|it| it.step);
        let is_free = matches!(self.wanted(), Step::Question(_) | Step::Repair(_) | Step::Service | Step::Review);
        self.revisited = waiting.filter(|it| is_free && self.wanted().id().as_ref() != Some(it));
    }
}
