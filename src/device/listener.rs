//! A listener that goes when it is dropped.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::EventTarget;

/// A listener.
pub(super) struct Listener {
    target: EventTarget,
    name: &'static str,
    called: Closure<dyn FnMut()>,
}

impl Listener {
    pub(super) fn new(target: &EventTarget, name: &'static str, called: impl FnMut() + 'static) -> Listener {
        let called = Closure::new(called);
        // Listening to an event by its name does not fail.
        let _ = target.add_event_listener_with_callback(name, called.as_ref().unchecked_ref());
        Listener { target: target.clone(), name, called }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let called = self.called.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, called);
    }
}
