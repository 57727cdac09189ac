//! How long a stored session is kept.

use super::stored;
use super::time::Time;
use crate::guide::Value;
use serde::Serialize;

const MS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

/// How many days a session is kept after its last change.
///
/// Invariant: 1 to [`Days::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Days(u32);

impl Days {
    /// As long as any session is kept.
    pub const MOST: u32 = 30;

    /// So many days; nothing where a session is never kept for so long or so short a time.
    pub fn new(days: u32) -> Option<Days> {
        (1..=Days::MOST).contains(&days).then_some(Days(days))
    }

    /// How many they are.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Default for Days {
    fn default() -> Days {
        Days(Days::MOST)
    }
}

/// Whether a stored document is past its lifetime: the shorter one of that which it was stored with and the one that is
/// `wanted` now. What was changed more than a day ahead of now was stored by a clock that was wrong, and is past it, too.
/// What tells no time is no session of ours.
pub fn is_expired(document: &Value, wanted: Days, now: Time) -> bool {
    let own = document.field("kept_for").and_then(stored::days).unwrap_or_default();
    let kept_ms = i64::from(own.min(wanted).get()) * MS_PER_DAY;
    let is_kept = |changed: Time| (-MS_PER_DAY..kept_ms).contains(&now.0.saturating_sub(changed.0));
    stored::last_change(document).is_some_and(|it| !is_kept(it))
}
