//! Keeps an eye on the clocks, so that the session hears of a system clock that was moved; and on the page, so that it hears
//! of the time that has gone by while nobody saw it.

use super::clock;
use crate::session::Clocks;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, EventTarget, Window};
use yew::Callback;

/// What the document tells when it comes into sight or goes out of it.
const CHANGE: &str = "visibilitychange";
/// What the window tells when the page is shown, also where a browser has kept it as it was.
const SHOWN: &str = "pageshow";

/// The clocks as they were looked at last, and whether the page went out of sight since.
#[derive(Debug)]
pub(super) struct Watch {
    earlier: Clocks,
    was_hidden: Rc<Cell<bool>>,
    page: Option<Page>,
}

/// What is listened to, for as long as it is kept.
#[derive(Debug)]
struct Page {
    document: Document,
    window: Window,
    /// What both call, so it has to live as long as they may.
    called: Closure<dyn FnMut()>,
}

impl Watch {
    /// Calls back when the page has come into sight again.
    pub(super) fn new(on_sight: Callback<()>) -> Watch {
        let was_hidden = Rc::new(Cell::new(true));
        let page = Page::new(was_hidden.clone(), on_sight);
        let earlier = Clocks { system: clock::now(), steady_ms: clock::steady_ms(), was_in_sight: false };
        Watch { earlier, was_hidden, page }
    }

    /// By how many milliseconds the system clock was moved since the last look; 0 if it was not.
    pub(super) fn look(&mut self) -> i64 {
        let is_hidden = self.page.as_ref().is_none_or(|it| it.document.hidden());
        let was_in_sight = !self.was_hidden.replace(is_hidden) && !is_hidden;
        let now = Clocks { system: clock::now(), steady_ms: clock::steady_ms(), was_in_sight };
        let moved = now.moved_since(self.earlier);
        self.earlier = now;
        moved
    }
}

impl Page {
    fn new(was_hidden: Rc<Cell<bool>>, on_sight: Callback<()>) -> Option<Page> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let here = document.clone();
        let called: Closure<dyn FnMut()> = Closure::new(move || {
            was_hidden.set(true);
            if !here.hidden() {
                on_sight.emit(());
            }
        });
        let page = Page { document, window, called };
        for (target, name) in page.targets() {
            // Listening to an event by its name does not fail.
            let _ = target.add_event_listener_with_callback(name, page.called.as_ref().unchecked_ref());
        }
        Some(page)
    }

    fn targets(&self) -> [(&EventTarget, &'static str); 2] {
        [(&self.document, CHANGE), (&self.window, SHOWN)]
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        for (target, name) in self.targets() {
            let _ = target.remove_event_listener_with_callback(name, self.called.as_ref().unchecked_ref());
        }
    }
}
