//! Where the files beside the widget's script are.

use crate::guide::MOST_BYTES;
use js_sys::{JsString, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Url};

thread_local! {
    /// The URL of the script.
    static SCRIPT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Says from where the widget's script was loaded. Without it, its files are looked for beside the page.
#[wasm_bindgen]
pub fn loaded_from(script: Option<String>) {
    SCRIPT.set(script);
}

/// The URL of a file that is named as seen from the script.
pub(super) fn url(name: &str) -> String {
    resolve(name, &SCRIPT.with_borrow(Clone::clone).unwrap_or_else(page))
}

/// The URL of the page.
pub(super) fn page() -> String {
    document().and_then(|it| it.base_uri().ok().flatten()).unwrap_or_default()
}

/// A URL as seen from another.
pub(super) fn resolve(url: &str, base: &str) -> String {
    Url::new_with_base(url, base).map_or_else(|_| url.to_owned(), |it| it.href())
}

/// What a page holds itself of such a file, so that it needs no network: the text of
/// `<script type="application/json" data-fault-finder="name">`.
pub(super) fn held(name: &str) -> Option<String> {
    let held = document()?.query_selector(&format!("script[data-fault-finder=\"{name}\"]")).ok()??;
    text(&held)
}

/// The text of an element, and no more of it than it takes to see that it is too long for a document.
pub(super) fn text(element: &Element) -> Option<String> {
    let text: JsString = Reflect::get(element, &"textContent".into()).ok()?.dyn_into().ok()?;
    let most = u32::try_from(MOST_BYTES).unwrap_or(u32::MAX);
    Some(String::from(text.slice(0, most.saturating_add(1))))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
