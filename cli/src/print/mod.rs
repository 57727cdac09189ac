//! Prints a guide as a document: the same content as HTML for a page, as Markdown, and as plain text.

mod content;
mod html;
mod json_ld;
mod markdown;
mod outline;
mod phrases;
mod text;

pub use html::escaped;

use fault_finder::guide::Guide;

/// The guide as one section of HTML, one element a line: what readers without scripts and search engines see.
///
/// The HTML has no ids, so that it can stand in any page beside anything; a claim names its source in words instead.
/// The last line is the same as data for search engines.
pub fn html(guide: &Guide) -> String {
    let (blocks, data) = (html::blocks(&content::content(guide)), json_ld::how_to(guide));
    format!("<section class=\"fault-finder-guide\">\n{blocks}{data}</section>\n")
}

/// The guide as Markdown.
pub fn markdown(guide: &Guide) -> String {
    markdown::blocks(&content::content(guide))
}

/// The guide as plain text, in lines of up to 78 columns.
pub fn text(guide: &Guide) -> String {
    text::blocks(&content::content(guide))
}
