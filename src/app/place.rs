//! Where the widget stands: in which page, and whether that is in a frame.

use crate::session::Page;
use web_sys::Window;

/// The page that the widget is in; nothing where it did not come from a server.
pub(super) fn page() -> Option<Page> {
    let window = web_sys::window()?;
    let address = window.location().href().ok()?;
    if topmost(&window).is_none() { Page::in_window(&address) } else { Page::in_frame(&address) }
}

/// Whether the page is in a frame of another site, as far as browsers tell it apart from a page of its own.
pub(super) fn is_in_foreign_frame(window: &Window) -> bool {
    // The address of a page of another site is not to be had.
    topmost(window).is_some_and(|it| it.location().href().is_err())
}

/// The page around all frames; nothing where this is no frame.
fn topmost(window: &Window) -> Option<Window> {
    window.top().ok().flatten().filter(|it| it != window)
}
