//! What stands inside the shadow root: the styles, the node that Yew draws in, and the slot with the host's own guide.

use super::squeezed::include_squeezed;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Document, Element, ShadowRoot};

const TOKENS: &str = include_squeezed!("../../styles/tokens.css");
const WIDGET: &str = include_squeezed!("../../styles/widget.css");
const PICTURE: &str = include_squeezed!("../../styles/picture.css");

/// Whether the host's own guide is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    Shown,
    /// The widget has taken its place, but for paper.
    Hidden,
}

/// Puts a node that is drawn in into the shadow root, in place of an older one, and the slot with the host's own guide.
pub(super) fn fill(document: &Document, shadow: &ShadowRoot, node: &Element, plain: Plain) -> Result<(), JsValue> {
    let slot = document.create_element("slot")?;
    slot.set_attribute("part", "static")?;
    if plain == Plain::Hidden {
        // The sheet turns this round.
        node.set_attribute("hidden", "")?;
        // White space is no guide, but the sheet cannot know that.
        let has_guide = shadow.host().first_element_child().is_some();
        node.set_class_name(if has_guide { "with-guide" } else { "" });
    }
    shadow.replace_children_with_node_2(node, &slot);
    style(document, shadow)
}

/// Constructed sheets work where the host page forbids inline styles, but only in the document that the script runs in;
/// an element that was moved into a frame gets them inline.
fn style(document: &Document, shadow: &ShadowRoot) -> Result<(), JsValue> {
    let styles = format!("{TOKENS}{WIDGET}{PICTURE}");
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
