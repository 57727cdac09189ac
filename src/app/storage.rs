//! The stored session. Where the browser denies storage, or has none left, the session simply goes on without.

use super::json;
use crate::session::Saved;
use js_sys::Object;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// The stored session of a guide, if there is one that can be read.
pub(super) fn load(guide: &str) -> Option<Saved> {
    let text = storage()?.get_item(&key(guide)).ok()??;
    Saved::try_from(json::parse(&text).ok()?).ok()
}

/// Stores a session.
pub(super) fn save(saved: &Saved) {
    // Denied or full: nobody can do anything about it, and the answers are still on the screen.
    let _ = try_save(saved);
}

/// Removes the stored session of a guide.
pub(super) fn forget(guide: &str) {
    if let Some(storage) = storage() {
        // Denied: then nothing was stored either.
        let _ = storage.remove_item(&key(guide));
    }
}

fn try_save(saved: &Saved) -> Result<(), JsValue> {
    let document = saved.serialize(&Serializer::json_compatible())?;
    cut_loose(&document);
    let text = js_sys::JSON::stringify(&document)?;
    match storage() {
        Some(storage) => storage.set_item(&key(&saved.guide), &String::from(text)),
        None => Ok(()),
    }
}

/// Takes arrays and objects out of reach of the page's scripts, some of which teach them a JSON of their own.
fn cut_loose(value: &JsValue) {
    let Some(object) = value.dyn_ref::<Object>() else { return };
    for it in Object::values(object) {
        cut_loose(&it);
    }
    Object::set_prototype_of(object, JsValue::NULL.unchecked_ref());
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key(guide: &str) -> String {
    format!("fault-finder:{guide}")
}
