//! Keeps an eye on the clocks, so that the session hears of a system clock that was moved.

use super::clock;
use crate::session::Clocks;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Document;

const CHANGE: &str = "visibilitychange";

/// The clocks as they were looked at last, and whether the page went out of sight since.
#[derive(Debug)]
pub(super) struct Watch {
    earlier: Clocks,
    was_hidden: Rc<Cell<bool>>,
    /// What the document calls, so it has to live as long as this.
    listener: Option<(Document, Closure<dyn FnMut()>)>,
}

impl Watch {
    pub(super) fn new() -> Watch {
        let was_hidden = Rc::new(Cell::new(true));
        let heard = was_hidden.clone();
        let called: Closure<dyn FnMut()> = Closure::new(move || heard.set(true));
        let document = web_sys::window().and_then(|it| it.document());
        if let Some(document) = &document {
            // Listening to an event by its name does not fail.
            let _ = document.add_event_listener_with_callback(CHANGE, called.as_ref().unchecked_ref());
        }
        let listener = document.map(|it| (it, called));
        let earlier = Clocks { system: clock::now(), steady_ms: clock::steady_ms(), was_in_sight: false };
        Watch { earlier, was_hidden, listener }
    }

    /// By how many milliseconds the system clock was moved since the last look; 0 if it was not.
    pub(super) fn look(&mut self) -> i64 {
        let is_hidden = self.listener.as_ref().is_none_or(|(document, _)| document.hidden());
        let was_in_sight = !self.was_hidden.replace(is_hidden) && !is_hidden;
        let now = Clocks { system: clock::now(), steady_ms: clock::steady_ms(), was_in_sight };
        let moved = now.moved_since(self.earlier);
        self.earlier = now;
        moved
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some((document, called)) = &self.listener {
            let _ = document.remove_event_listener_with_callback(CHANGE, called.as_ref().unchecked_ref());
        }
    }
}
