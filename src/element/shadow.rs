//! What stands inside the shadow root: the styles, the node that Yew draws in, and the slot with the host's own guide.

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Document, Element, ShadowRoot};

const TOKENS: &str = include_str!("../../styles/tokens.css");
const WIDGET: &str = include_str!("../../styles/widget.css");

/// A node to draw in, before the slot.
///
/// It is a fresh one each time: Yew removes what a root held, and never removes its own listeners from it.
pub(super) fn prepare(shadow: &ShadowRoot) -> Result<Element, JsValue> {
    let document = shadow.owner_document().ok_or(JsValue::UNDEFINED)?;
    let root = document.create_element("div")?;
    shadow.replace_children_with_node_2(&root, &*slot(&document)?);
    adopt_styles(shadow)?;
    Ok(root)
}

/// Hides the host's own guide, once the widget takes its place.
pub(super) fn hide_static(shadow: &ShadowRoot) -> Result<(), JsValue> {
    match shadow.query_selector("slot")? {
        Some(slot) => slot.set_attribute("hidden", ""),
        None => Ok(()),
    }
}

fn slot(document: &Document) -> Result<Element, JsValue> {
    let slot = document.create_element("slot")?;
    slot.set_attribute("part", "static")?;
    Ok(slot)
}

/// Constructed sheets work where the host page forbids inline styles.
fn adopt_styles(shadow: &ShadowRoot) -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(&format!("{TOKENS}{WIDGET}"))?;
    let sheets = js_sys::Array::of1(&sheet);
    js_sys::Reflect::set(shadow, &"adoptedStyleSheets".into(), &sheets).map(drop)
}
