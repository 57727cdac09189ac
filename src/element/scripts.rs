//! The scripts of the page that hold data.
//!
//! An article in the page may hold elements with any id or attribute, but no scripts.

use std::fmt::Write;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    // An element of the page may stand in for a method of its document, but not of the prototype.
    #[wasm_bindgen(catch, js_namespace = ["Document", "prototype", "querySelector"], js_name = call)]
    fn first_in_document(document: &Node, selector: &str) -> Result<Option<Element>, JsValue>;
}

/// The script in the document whose attribute has this value.
pub(super) fn in_document(document: &Document, attribute: &str, value: &str) -> Option<Element> {
    document.query_selector(&selector("script", attribute, value)).ok()?
}

/// The script with this id in a document or a shadow root; another element, where no script has it.
pub(super) fn with_id(root: &Node, id: &str) -> Option<Element> {
    let find = |tag| {
        let selector = selector(tag, "id", id);
        let found = match root.dyn_ref::<ShadowRoot>() {
            Some(root) => root.query_selector(&selector),
            None => first_in_document(root, &selector),
        };
        found.ok().flatten()
    };
    find("script").or_else(|| find(""))
}

fn selector(tag: &str, attribute: &str, value: &str) -> String {
    let mut selector = format!("{tag}[{attribute}=\"");
    for it in value.chars() {
        if it.is_ascii_alphanumeric() {
            selector.push(it);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(selector, "\\{:x} ", u32::from(it));
        }
    }
    selector + "\"]"
}
