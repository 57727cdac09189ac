//! The title of the page, which tells a person in another tab that a wait is over.

use web_sys::Document;

/// The title before ours, and ours; nothing while the page has its own.
#[derive(Debug, Default)]
pub(super) struct PageTitle(Option<(String, String)>);

impl PageTitle {
    /// Puts the notice before the page's title, or gives the page its own title back.
    pub(super) fn show(&mut self, notice: Option<&str>) {
        let Some(document) = web_sys::window().and_then(|it| it.document()) else { return };
        match (notice, self.0.take()) {
            (Some(notice), None) => self.0 = Some(put_before(&document, notice)),
            (Some(_), shown) => self.0 = shown,
            // A page that has changed its title meanwhile keeps the new one.
            (None, Some((before, ours))) if document.title() == ours => document.set_title(&before),
            (None, _) => (),
        }
    }
}

fn put_before(document: &Document, notice: &str) -> (String, String) {
    let before = document.title();
    let ours = title_prefix(notice) + &before;
    document.set_title(&ours);
    (before, ours)
}

/// What stands before the page's own title.
pub fn title_prefix(notice: &str) -> String {
    format!("{notice} · ")
}
