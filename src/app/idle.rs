//! Work for when the browser has nothing else to do.

use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdleDeadline, IdleRequestOptions};
use yew::Callback;

/// How long to wait where the browser cannot tell when it is idle: until the frame after a click is drawn.
const PAUSE_MS: u32 = 50;

/// How long to work in one idle moment, at most: with the last part of the work it stays below 50 ms, so that nobody
/// notices it.
const MOST_MS: i64 = 20;

/// Calls back once, when the browser is idle, with the milliseconds to use, unless it is dropped before.
#[derive(Debug)]
#[allow(dead_code, reason = "dropping it cancels it")]
pub(super) enum Idle {
    Asked(Asked),
    Paused(Timeout),
}

impl Idle {
    pub(super) fn new(on_idle: Callback<i64>) -> Idle {
        match Asked::new(on_idle.clone()) {
            Some(asked) => Idle::Asked(asked),
            None => Idle::Paused(Timeout::new(PAUSE_MS, move || on_idle.emit(MOST_MS))),
        }
    }
}

/// A browser that is never idle calls back after this time.
const TIMEOUT_MS: u32 = 200;

/// A request to the browser. It is not taken back, because a page may have brought idle moments that cannot be: what is
/// called after it was dropped does nothing.
#[derive(Debug)]
pub(super) struct Asked {
    _called: Closure<dyn FnMut(JsValue)>,
}

impl Asked {
    /// Nothing where the browser does not know of idleness, as Safari until lately.
    fn new(on_idle: Callback<i64>) -> Option<Asked> {
        let window = web_sys::window()?;
        let known: JsValue = Reflect::get(&window, &"requestIdleCallback".into()).ok()?;
        known.dyn_ref::<Function>()?;
        let called = Closure::new(move |deadline: JsValue| on_idle.emit(ms_until(&deadline)));
        let options = IdleRequestOptions::new();
        options.set_timeout(TIMEOUT_MS);
        let called_back = called.as_ref().unchecked_ref();
        window.request_idle_callback_with_options(called_back, &options).ok()?;
        Some(Asked { _called: called })
    }
}

/// Until the browser has something else to do. What stands in for a browser's own idle moments may not tell.
#[allow(clippy::cast_possible_truncation, reason = "an idle moment is short")]
fn ms_until(deadline: &JsValue) -> i64 {
    let deadline = deadline.dyn_ref::<IdleDeadline>().filter(|it| !it.did_timeout());
    deadline.map_or(MOST_MS, |it| MOST_MS.min(it.time_remaining() as i64))
}
