//! The session of somebody else that may stand in the page's address.

use crate::session::MARK;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Window;
use yew::Callback;

const CHANGE: &str = "hashchange";

/// The code behind the hash, if there is one.
pub(super) fn code() -> Option<String> {
    web_sys::window()?.location().hash().ok()?.strip_prefix(MARK).map(str::to_owned)
}

/// Takes the code out of the address. The page stays as it is, and so does what it has stored of this moment.
pub(super) fn drop_code() {
    if let Some(window) = web_sys::window() {
        // Where the browser does not allow it, the session comes up again at the next visit, which can be left as well.
        let _ = try_drop_code(&window);
    }
}

fn try_drop_code(window: &Window) -> Result<(), JsValue> {
    let address = window.location().href()?;
    let rest = address.split('#').next().unwrap_or_default();
    let history = window.history()?;
    history.replace_state_with_url(&history.state()?, "", Some(rest))
}

/// Calls back when what stands behind the hash has changed, for as long as it is kept.
#[derive(Debug)]
pub(super) struct AddressWatch {
    /// What the window calls, so it has to live as long as this.
    listener: Option<(Window, Closure<dyn FnMut()>)>,
}

impl AddressWatch {
    pub(super) fn new(on_change: Callback<()>) -> AddressWatch {
        let called: Closure<dyn FnMut()> = Closure::new(move || on_change.emit(()));
        let listener = web_sys::window().map(|it| (it, called));
        if let Some((window, called)) = &listener {
            // Listening to an event by its name does not fail.
            let _ = window.add_event_listener_with_callback(CHANGE, called.as_ref().unchecked_ref());
        }
        AddressWatch { listener }
    }
}

impl Drop for AddressWatch {
    fn drop(&mut self) {
        if let Some((window, called)) = &self.listener {
            let _ = window.remove_event_listener_with_callback(CHANGE, called.as_ref().unchecked_ref());
        }
    }
}
