//! The clock that the core does not have.

use crate::session::Time;
use gloo_timers::callback::Interval;
use yew::Callback;

/// The time now.
#[allow(clippy::cast_possible_truncation, reason = "a date in milliseconds is a whole number far below 2^53")]
pub(super) fn now() -> Time {
    Time(js_sys::Date::now() as i64)
}

/// The milliseconds since the page was opened, whatever becomes of the system clock; in some browsers without those
/// that the computer has slept.
#[allow(clippy::cast_possible_truncation, reason = "no page is open for so long")]
pub(super) fn steady_ms() -> i64 {
    let performance = web_sys::window().and_then(|it| it.performance());
    performance.map_or(0, |it| it.now() as i64)
}

/// Ticks in this rhythm for as long as it is kept.
#[derive(Debug)]
pub(super) struct Ticker {
    pub(super) every_ms: u32,
    #[allow(dead_code, reason = "dropping it stops it")]
    interval: Interval,
}

impl Ticker {
    pub(super) fn new(every_ms: u32, on_tick: Callback<()>) -> Ticker {
        Ticker { every_ms, interval: Interval::new(every_ms, move || on_tick.emit(())) }
    }
}
