//! The session of somebody else that may stand in the page's address.

use crate::session::split_link;
use js_sys::Reflect;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{EventTarget, Window};
use yew::Callback;

/// What the window tells when what stands behind the hash has changed.
const HASH: &str = "hashchange";
/// What newer browsers tell of any change of the address, also by a script.
const ENTRY: &str = "currententrychange";

/// A change of the page's address.
#[derive(Debug)]
pub struct Change {
    /// The address before, as far as the browser tells it.
    pub(super) from: Option<String>,
    /// The address now.
    pub(super) to: Option<String>,
    /// Whether the browser went back or forward, as far as it can be known.
    pub(super) is_traversal: bool,
}

/// The code behind the hash, if there is one.
pub(super) fn code() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    split_link(&hash).map(|(_, code)| code.to_owned())
}

/// Takes the code out of the address. The page stays as it is, and so does what it has stored of this moment.
pub(super) fn drop_code() {
    if let Some(window) = web_sys::window() {
        // Where the browser does not allow it, the session comes up again at the next visit, which can be left as well.
        let _ = try_drop_code(&window);
    }
}

fn try_drop_code(window: &Window) -> Result<(), JsValue> {
    let location = window.location();
    let (address, hash) = (location.href()?, location.hash()?);
    let page = address.split('#').next().unwrap_or_default();
    let route = split_link(&hash).map_or("", |(route, _)| route);
    let history = window.history()?;
    history.replace_state_with_url(&history.state()?, "", Some(&format!("{page}{route}")))
}

/// Calls back when the page's address has changed, for as long as it is kept.
#[derive(Debug)]
pub(super) struct AddressWatch {
    target: Option<(EventTarget, &'static str)>,
    /// What the target calls, so it has to live as long as this.
    called: Closure<dyn FnMut(JsValue)>,
}

impl AddressWatch {
    pub(super) fn new(on_change: Callback<Change>) -> AddressWatch {
        let n_entries = Cell::new(n_entries());
        let called: Closure<dyn FnMut(JsValue)> =
            Closure::new(move |event: JsValue| on_change.emit(change(&event, &n_entries)));
        let target = target();
        if let Some((target, name)) = &target {
            // Listening to an event by its name does not fail.
            let _ = target.add_event_listener_with_callback(name, called.as_ref().unchecked_ref());
        }
        AddressWatch { target, called }
    }
}

impl Drop for AddressWatch {
    fn drop(&mut self) {
        if let Some((target, name)) = &self.target {
            let _ = target.remove_event_listener_with_callback(name, self.called.as_ref().unchecked_ref());
        }
    }
}

fn target() -> Option<(EventTarget, &'static str)> {
    let window = web_sys::window()?;
    // Where the browser has none, an element of the page may have this name.
    let navigation = member(&window, "navigation").filter(|it| member(it, "currentEntry").is_some());
    let navigation = navigation.and_then(|it| it.dyn_into().ok());
    Some(navigation.map_or_else(|| (window.into(), HASH), |it| (it, ENTRY)))
}

fn change(event: &JsValue, n_entries_before: &Cell<u32>) -> Change {
    let n_entries = n_entries();
    // A link makes the history longer, unless it is as long as it may be.
    let is_as_long = n_entries_before.replace(n_entries) == n_entries;
    let from = member(event, "oldURL").or_else(|| member(&member(event, "from")?, "url"));
    Change {
        from: from.and_then(|it| it.as_string()),
        to: web_sys::window().and_then(|it| it.location().href().ok()),
        is_traversal: member(event, "navigationType").map_or(is_as_long, |it| it == "traverse"),
    }
}

/// The length of the history of this tab.
fn n_entries() -> u32 {
    web_sys::window().and_then(|it| it.history().ok()?.length().ok()).unwrap_or_default()
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|it| !it.is_undefined())
}
