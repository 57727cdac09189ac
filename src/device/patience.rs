//! Waiting for promises, but not for ever.

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Why a promise has not brought what was hoped for.
pub(super) enum Interruption {
    /// The browser says no.
    Rejected(JsValue),
    /// It took too long.
    TimedOut,
    /// The link was lost.
    Lost,
    /// Nobody wants it any more.
    Unwanted,
}

/// Tells an attempt that it is of no more use. There is one to wait at a time.
#[derive(Clone, Default)]
pub(super) struct Signal(Rc<Inner>);

#[derive(Default)]
struct Inner {
    is_lost: Cell<bool>,
    is_unwanted: Cell<bool>,
    waiting: RefCell<Option<Waker>>,
}

impl Signal {
    pub(super) fn lose(&self) {
        self.0.is_lost.set(true);
        self.wake();
    }

    pub(super) fn give_up(&self) {
        self.0.is_unwanted.set(true);
        self.wake();
    }

    fn wake(&self) {
        if let Some(waker) = self.0.waiting.take() {
            waker.wake();
        }
    }

    fn poll(&self, context: &Context<'_>) -> Option<Interruption> {
        if self.0.is_unwanted.get() {
            return Some(Interruption::Unwanted);
        }
        if self.0.is_lost.get() {
            return Some(Interruption::Lost);
        }
        self.0.waiting.replace(Some(context.waker().clone()));
        None
    }
}

/// Waits for a promise, at most so many milliseconds where there is a limit. It can be waited for again afterwards.
pub(super) async fn within(
    promise: &mut JsFuture,
    most_ms: Option<u32>,
    signal: &Signal,
) -> Result<JsValue, Interruption> {
    let mut timer = most_ms.map(TimeoutFuture::new);
    poll_fn(|context| {
        if let Some(interruption) = signal.poll(context) {
            return Poll::Ready(Err(interruption));
        }
        if let Poll::Ready(result) = Pin::new(&mut *promise).poll(context) {
            return Poll::Ready(result.map_err(Interruption::Rejected));
        }
        match timer.as_mut().map(|it| Pin::new(it).poll(context)) {
            Some(Poll::Ready(())) => Poll::Ready(Err(Interruption::TimedOut)),
            Some(Poll::Pending) | None => Poll::Pending,
        }
    })
    .await
}

/// Waits so many milliseconds.
pub(super) async fn pause(ms: u32, signal: &Signal) -> Result<(), Interruption> {
    let never = Promise::new(&mut |_, _| ());
    match within(&mut JsFuture::from(never), Some(ms), signal).await {
        Ok(_) | Err(Interruption::TimedOut) => Ok(()),
        Err(interruption) => Err(interruption),
    }
}
