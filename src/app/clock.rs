//! The clock that the core does not have.

use crate::session::Time;
use gloo_timers::callback::Interval;
use yew::Callback;

const TICK_MS: u32 = 1_000;

/// The time now.
#[allow(clippy::cast_possible_truncation, reason = "a date in milliseconds is a whole number far below 2^53")]
pub(super) fn now() -> Time {
    Time(js_sys::Date::now() as i64)
}

/// Ticks about once a second for as long as it is kept.
#[derive(Debug)]
pub(super) struct Ticker(#[allow(dead_code, reason = "dropping it stops it")] Interval);

impl Ticker {
    pub(super) fn new(on_tick: Callback<()>) -> Ticker {
        Ticker(Interval::new(TICK_MS, move || on_tick.emit(())))
    }
}
