//! Whether the system clock was moved while the page was open.

use super::time::Time;

/// A move that is smaller than this is not worth noticing: clocks are always put right a little.
const NOTICED_MS: i64 = 2_000;
/// A page that is awake and in sight looks at its clocks once a second while somebody waits. One that has not looked
/// for longer than this may have slept.
const AWAKE_MS: i64 = 1_500;

/// What the clocks of the shell say at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clocks {
    /// The system clock, which anybody can move.
    pub system: Time,
    /// The milliseconds of a clock that nobody can move. In some browsers it stands still while the computer sleeps.
    pub steady_ms: i64,
    /// Whether the page was in sight ever since the clocks were last looked at.
    pub was_in_sight: bool,
}

impl Clocks {
    /// By how many milliseconds the system clock was moved since an earlier look; 0 if it was not.
    ///
    /// It goes back only where somebody moves it. Where it runs ahead of the steady clock, the computer may have slept;
    /// that is time gone by, unless the page was in sight and awake.
    pub fn moved_since(self, earlier: Clocks) -> i64 {
        let gone_by = self.steady_ms.saturating_sub(earlier.steady_ms).max(0);
        let moved = self.system.0.saturating_sub(earlier.system.0).saturating_sub(gone_by);
        let is_awake = self.was_in_sight && gone_by <= AWAKE_MS;
        let is_moved = if moved > 0 { is_awake && moved >= NOTICED_MS } else { moved <= -NOTICED_MS };
        if is_moved { moved } else { 0 }
    }
}
