//! What stands inside the shadow root: the styles, the node that Yew draws in, and the slot with the host's own guide.

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Document, Element, ShadowRoot};

const TOKENS: &str = include_str!("../../styles/tokens.css");
const WIDGET: &str = include_str!("../../styles/widget.css");

/// The two nodes of a mount.
pub(super) struct Nodes {
    /// What to draw in.
    ///
    /// It is a fresh one each time: Yew removes what a root held, and never removes its own listeners from it.
    pub(super) root: Element,
    /// Shows the host's own guide, until the widget takes its place.
    pub(super) slot: Element,
}

/// Puts the nodes of a new mount into the shadow root, in place of the older ones.
pub(super) fn prepare(shadow: &ShadowRoot) -> Result<Nodes, JsValue> {
    let document = shadow.owner_document().ok_or(JsValue::UNDEFINED)?;
    let nodes = Nodes { root: document.create_element("div")?, slot: slot(&document)? };
    shadow.replace_children_with_node_2(&nodes.root, &nodes.slot);
    style(&document, shadow)?;
    Ok(nodes)
}

fn slot(document: &Document) -> Result<Element, JsValue> {
    let slot = document.create_element("slot")?;
    slot.set_attribute("part", "static")?;
    Ok(slot)
}

/// Constructed sheets work where the host page forbids inline styles, but only in the document that the script runs in;
/// an element that was moved into a frame gets them inline.
fn style(document: &Document, shadow: &ShadowRoot) -> Result<(), JsValue> {
    let styles = format!("{TOKENS}{WIDGET}");
    if adopt(shadow, &styles).is_err() {
        let element = document.create_element("style")?;
        element.set_text_content(Some(&styles));
        shadow.append_child(&element)?;
    }
    Ok(())
}

fn adopt(shadow: &ShadowRoot, styles: &str) -> Result<(), JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    let sheets = js_sys::Array::of1(&sheet);
    js_sys::Reflect::set(shadow, &"adoptedStyleSheets".into(), &sheets).map(drop)
}
