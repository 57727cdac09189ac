//! Where the widget stands: in which page, and whether that is in a frame.

use web_sys::Window;

/// Where the page is found again; nothing for a frame, which alone is not the page that the person was on.
pub(super) fn address() -> Option<String> {
    let window = web_sys::window().filter(|it| topmost(it).is_none())?;
    let address = window.location().href().ok().filter(|it| it.starts_with("http"))?;
    // What stands behind the hash is not where the page is, and may be what only this person should have.
    address.split('#').next().map(str::to_owned)
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
