//! The guides that come with the widget. They are read as any other guide is.

use super::squeezed::include_squeezed;

/// The id and the JSON of each.
const GUIDES: [(&str, &str); 1] =
    [("sony-wf-1000xm4-not-charging", include_squeezed!("../../guides/sony-wf-1000xm4-not-charging.json"))];

/// The JSON of the built-in guide with this id.
pub(super) fn find(id: &str) -> Option<&'static str> {
    GUIDES.iter().find(|(name, _)| *name == id).map(|(_, text)| *text)
}

/// The ids of all, in one line.
pub(super) fn names() -> String {
    GUIDES.map(|(id, _)| id).join(", ")
}
