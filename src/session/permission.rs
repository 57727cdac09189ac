//! Being told outside the page that a wait is over.

/// Whether the browser shows notifications of this page. The shell knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permission {
    /// There is no such thing here.
    #[default]
    Absent,
    /// The person was not asked yet, or has not answered.
    NotAsked,
    /// It does.
    Granted,
    /// The person, the browser or the frame around the page does not allow it.
    Refused,
}
