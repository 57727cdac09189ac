//! Where a running wait stands.

use super::step::StepId;
use super::time::Time;
use crate::guide::{Wait, WaitCheck};

const MS_PER_MINUTE: i64 = 60_000;

/// A running wait and the time gone by.
#[derive(Clone, Debug)]
pub(super) struct Progress<'a> {
    pub(super) step: StepId,
    pub(super) wait: &'a Wait,
    pub(super) started: Time,
    pub(super) elapsed_ms: i64,
}

impl<'a> Progress<'a> {
    pub(super) fn is_over(&self) -> bool {
        self.elapsed_ms >= ms(self.wait.minutes)
    }

    /// When it ends, by the clock.
    pub(super) fn ends(&self) -> Time {
        Time(self.started.0.saturating_add(ms(self.wait.minutes)))
    }

    /// What is left, as minutes and seconds such as `4:09`; a second that has begun counts whole.
    pub(super) fn remaining(&self) -> String {
        let left_ms = (ms(self.wait.minutes) - self.elapsed_ms).max(0);
        let seconds = (left_ms + 999) / 1000;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }

    /// Whole minutes gone by, for a meter.
    pub(super) fn elapsed_minutes(&self) -> u32 {
        u32::try_from(self.elapsed_ms / MS_PER_MINUTE).unwrap_or(u32::MAX).min(self.wait.minutes)
    }

    /// The check that comes next.
    pub(super) fn next_check(&self) -> Option<&'a WaitCheck> {
        self.wait.checks.iter().find(|it| ms(it.minutes) > self.elapsed_ms)
    }

    /// The check that fell due last.
    pub(super) fn last_check(&self) -> Option<&'a WaitCheck> {
        self.wait.checks.iter().rev().find(|it| ms(it.minutes) <= self.elapsed_ms)
    }

    /// Whether it has come to its end since an earlier moment of it.
    pub(super) fn has_ended_since(&self, earlier_ms: i64) -> bool {
        self.is_over() && ms(self.wait.minutes) > earlier_ms
    }

    /// What to say of all that fell due since an earlier moment of this wait: the last thing only.
    pub(super) fn due_since(&self, earlier_ms: i64) -> Option<&'a str> {
        if self.has_ended_since(earlier_ms) {
            return Some(&self.wait.over);
        }
        let is_due = |minutes: u32| ms(minutes) > earlier_ms && ms(minutes) <= self.elapsed_ms;
        self.wait.checks.iter().rev().find(|it| is_due(it.minutes)).map(|it| it.text.as_str())
    }
}

fn ms(minutes: u32) -> i64 {
    i64::from(minutes) * MS_PER_MINUTE
}
