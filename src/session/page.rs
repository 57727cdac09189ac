//! The page that the widget stands in, as far as somebody is to find it again.

use super::share::split_link;

/// A page that came from a server. The shell knows it.
///
/// Invariant: the address holds no name and password, no query, and behind the hash nothing but the path of a route. Any
/// of the others may be what only this person should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    address: String,
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Window,
    Frame,
}

impl Page {
    /// The page that the person is on; nothing where it did not come from a server.
    pub fn in_window(address: &str) -> Option<Page> {
        Page::new(address, Place::Window)
    }

    /// A page in a frame of the one that the person is on; nothing where it did not come from a server.
    pub fn in_frame(address: &str) -> Option<Page> {
        Page::new(address, Place::Frame)
    }

    fn new(address: &str, place: Place) -> Option<Page> {
        let address = split_link(address).map_or(address, |(page, _)| page);
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let (scheme, rest) = address.split('?').next()?.split_once("://")?;
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let server = authority.rsplit('@').next()?;
        let address = format!("{scheme}://{server}{path}{}", route(hash));
        ["http", "https"].contains(&scheme).then_some(Page { address, place })
    }

    /// Where this person finds it again; nothing for a frame, which alone is not the page that they were on.
    pub(super) fn for_this_person(&self) -> Option<&str> {
        match self.place {
            Place::Window => Some(&self.address),
            Place::Frame => None,
        }
    }

    /// Where others find it.
    pub(super) fn for_others(&self) -> &str {
        &self.address
    }
}

/// The path by which a site that routes behind the `#` finds its page, with the `#`; empty where there is none. It ends
/// where a query or a value begins: sign-in services put tokens there.
fn route(hash: &str) -> String {
    let is_path = |it: char| it.is_ascii_alphanumeric() || "/!-._~%:@+,$*".contains(it);
    let path = hash.split(|it| !is_path(it)).next().unwrap_or_default();
    if path.starts_with(['/', '!']) { format!("#{path}") } else { String::new() }
}
