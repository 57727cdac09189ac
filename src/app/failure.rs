//! Shows why a guide cannot be used.

use crate::session::{Word, Words};
use crate::view::{Failure, FailureProps};
use web_sys::Element;
use yew::{AttrValue, Renderer};

/// Draws the failure into a fresh node: what is wrong, each in one sentence with its place.
pub fn show_failure(root: Element, words: Words, errors: &[String]) {
    let text = |word| AttrValue::Static(words.text(word));
    let props =
        FailureProps { heading: text(Word::ErrorHeading), hint: text(Word::ErrorStatic), errors: errors.into() };
    Renderer::<Failure>::with_root_and_props(root, props).render();
}
