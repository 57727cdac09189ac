//! Whether a page can reach the device at all.

use super::Source;

/// Whether a page can reach the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// It can, in these ways, the better one first.
    By(Vec<Source>),
    /// It can not.
    Not(Barrier),
}

/// What keeps a page from the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// The browser has no way, or no way that it has shown.
    Browser,
    /// The page did not come over a secure connection.
    InsecurePage,
    /// The page, or the page around its frame, does not allow it.
    Policy,
}

impl Default for Access {
    fn default() -> Access {
        Access::Not(Barrier::Browser)
    }
}
