//! Where the files beside the widget's script are, and what they must be.

use super::scripts;
use crate::guide::MOST_BYTES;
use js_sys::{JsString, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Url};

thread_local! {
    /// The URL of the script.
    static SCRIPT: RefCell<Option<String>> = const { RefCell::new(None) };
    /// By its name as seen from the script, the hash of each file.
    static HASHES: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Says from where the widget's script was loaded. Without it, its files are looked for beside the page.
#[wasm_bindgen]
pub fn loaded_from(script: Option<String>) {
    SCRIPT.set(script);
}

/// Says which hash each file has that comes with the widget, by its name as seen from the script.
#[wasm_bindgen]
pub fn comes_with(hashes: JsValue) {
    HASHES.set(hashes);
}

/// The hash of a file that comes with the widget, as the attribute `integrity` has it.
pub(super) fn integrity(name: &str) -> Option<String> {
    HASHES.with_borrow(|it| Reflect::get(it, &name.into()).ok()?.as_string())
}

/// The URL of a file that is named as seen from the script.
pub(super) fn url(name: &str) -> String {
    resolve(name, &SCRIPT.with_borrow(Clone::clone).unwrap_or_else(page))
}

/// A URL that is another one where the file behind it is to have another hash, so that no older file is taken from a
/// cache. Servers of plain files do not look at what is added.
pub(super) fn of_version(url: &str, integrity: Option<&str>) -> String {
    match integrity.and_then(|it| it.split_once('-')) {
        Some((_, hash)) if !url.contains('?') => {
            let version: String = hash.chars().filter(char::is_ascii_alphanumeric).take(N_OF_HASH).collect();
            format!("{url}?v={version}")
        }
        Some(_) | None => url.to_owned(),
    }
}

/// How many characters of a hash tell versions apart.
const N_OF_HASH: usize = 12;

/// The URL of the page.
pub(super) fn page() -> String {
    web_sys::window().and_then(|it| it.document()?.base_uri().ok()?).unwrap_or_default()
}

/// A URL as seen from another.
pub(super) fn resolve(url: &str, base: &str) -> String {
    Url::new_with_base(url, base).map_or_else(|_| url.to_owned(), |it| it.href())
}

/// Whether both URLs lead to the same origin; two files count as that.
pub(super) fn is_same_origin(one: &str, other: &str) -> bool {
    let origin = |url: &str| Url::new(url).map(|it| (it.origin(), it.protocol())).ok();
    origin(one).is_some_and(|it| Some(it) == origin(other))
}

/// What a page holds itself of such a file, so that it needs no network: the text of
/// `<script type="application/json" data-fault-finder="name">`.
pub(super) fn held(name: &str) -> Option<String> {
    text(&scripts::in_document(&web_sys::window()?.document()?, "data-fault-finder", name)?)
}

/// The text of an element, and no more of it than it takes to see that it is too long for a document.
pub(super) fn text(element: &Element) -> Option<String> {
    let text: JsString = Reflect::get(element, &"textContent".into()).ok()?.dyn_into().ok()?;
    let most = u32::try_from(MOST_BYTES).unwrap_or(u32::MAX);
    Some(String::from(text.slice(0, most.saturating_add(1))))
}
