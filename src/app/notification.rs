//! Telling the person outside the page, where the browser can.

use super::place;
use crate::session::Permission;
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

/// Whether the browser shows notifications of this page. Nobody is asked.
pub(super) fn permission() -> Permission {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else { return Permission::Absent };
    let is_there = Reflect::get(&window, &"Notification".into()).is_ok_and(|it| it.is_function());
    // No browser asks in a frame of another site, and not every one says so.
    if !is_there || place::is_in_foreign_frame(&window) {
        return Permission::Absent;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Refused,
        NotificationPermission::Default | _ => Permission::NotAsked,
    }
}

/// Lets the browser ask the person.
pub(super) async fn ask() -> Permission {
    // Browsers of phones show notifications from a service worker alone, which this page need not have, and only tell so
    // here. Without permission nothing is shown.
    if permission() == Permission::NotAsked && Notification::new("").is_err() {
        return Permission::Refused;
    }
    // A browser that does not answer by a promise has not answered yet.
    let Ok(answer) = Notification::request_permission() else { return Permission::Refused };
    match JsFuture::from(Promise::resolve(&JsValue::from(answer))).await {
        Ok(_) => permission(),
        Err(_) => Permission::Refused,
    }
}

/// Shows a notification, in place of one with the same tag.
pub(super) fn show(heading: &str, text: &str, tag: &str) {
    let options = NotificationOptions::new();
    options.set_body(text);
    options.set_tag(tag);
    // Where it is not shown, the live region and the title of the page say the same.
    let _ = Notification::new_with_options(heading, &options);
}
