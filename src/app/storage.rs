//! The stored sessions. Where the browser denies storage, or has none left, the session simply goes on without.

use super::json;
use crate::guide::Value;
use crate::session::{Days, Saved, Time, is_expired};
use js_sys::Object;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// What all keys of ours begin with; the guide's id follows.
const PREFIX: &str = "fault-finder:";

/// The stored session of a guide, if there is one that can be read and is not past its lifetime.
pub(super) fn load(guide: &str, kept_for: Days, now: Time) -> Option<Saved> {
    let (storage, key) = (storage()?, key(guide));
    let document = document(&storage, &key)?;
    if is_expired(&document, kept_for, now) {
        // Another page of the site may keep it for longer, but it was said here that it is not.
        let _ = storage.remove_item(&key);
        return None;
    }
    Saved::try_from(document).ok()
}

/// Removes each session that is past its lifetime, of any guide. What others keep under such a name stays.
pub(super) fn forget_expired(now: Time) {
    let Some(storage) = storage() else { return };
    let n_keys = storage.length().unwrap_or_default();
    // Taking one away moves the others, so all are looked at first.
    let keys: Vec<String> = (0..n_keys).filter_map(|it| storage.key(it).ok()?).collect();
    for key in keys {
        let Some(guide) = key.strip_prefix(PREFIX) else { continue };
        let is_ours = |it: &Value| it.text("guide") == Some(guide);
        let document = document(&storage, &key).filter(is_ours);
        if document.is_some_and(|it| is_expired(&it, Days::default(), now)) {
            let _ = storage.remove_item(&key);
        }
    }
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

fn document(storage: &Storage, key: &str) -> Option<Value> {
    json::parse(&storage.get_item(key).ok()??).ok()
}

fn key(guide: &str) -> String {
    format!("{PREFIX}{guide}")
}
