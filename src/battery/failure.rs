//! Why there is no reading: what the browser says, put into a few kinds.
//!
//! The same name means different things at different times, so a kind follows from the phase and the name. Messages are
//! not specified; they tell kinds apart where nothing else does, and are kept for those who want to know more.

use super::{Source, mdr};

/// How far an attempt has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The browser asks the person which device it is.
    Choose,
    /// The device is called.
    Connect,
    /// The levels are asked for.
    Read,
}

/// An attempt that brought no reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// How far it had come.
    pub phase: Phase,
    /// What kind of failure it is.
    pub trouble: Trouble,
    /// What the browser said, for those who want to know more; may be empty.
    pub detail: String,
}

/// Kinds of failures: each has another thing to try next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser has the interface and yet does not know this way.
    NotSupported,
    /// The page, or the page around its frame, does not allow it.
    Blocked,
    /// The browser has not seen that a person has pressed something.
    NeedsClick,
    /// Nothing was chosen: the person did not want to, or the list was empty. The browser does not tell which.
    NothingChosen,
    /// There is no Bluetooth here that the browser could use.
    NoAdapter,
    /// The person, their organization or their system has switched this off.
    SwitchedOff,
    /// The device was chosen and then not reached.
    NotReached,
    /// The device was reached and does not allow it, or only once it is paired.
    Refused,
    /// The device tells no battery level.
    NoLevel,
    /// The device speaks a version of its protocol in which asking could switch it off.
    FirstVersion,
    /// What the device says is no battery level.
    OddAnswer,
    /// The link was lost.
    LinkLost,
    /// The device says nothing, or the browser does not say how it went.
    TimedOut,
    /// The browser says something else.
    Unknown,
}

impl Failure {
    /// What an exception of the browser means: its name, and its message.
    pub fn of(source: Source, phase: Phase, name: &str, message: &str) -> Failure {
        let trouble = match phase {
            Phase::Choose => choosing(name, message),
            Phase::Connect => connecting(source, name),
            Phase::Read => reading(name, message),
        };
        Failure { phase, trouble, detail: format!("{name}: {message}") }
    }

    /// What a device has told is no battery level.
    pub fn odd_value(value: &[u8]) -> Failure {
        let hex: Vec<_> = value.iter().map(|it| format!("{it:02x}")).collect();
        let told = if hex.is_empty() { "no bytes".to_owned() } else { hex.join(" ") };
        Failure { phase: Phase::Read, trouble: Trouble::OddAnswer, detail: format!("OddAnswer: {told}") }
    }

    /// A failure that the browser has no word for.
    pub fn without_words(phase: Phase, trouble: Trouble) -> Failure {
        Failure { phase, trouble, detail: String::new() }
    }
}

impl From<mdr::Failure> for Trouble {
    fn from(failure: mdr::Failure) -> Trouble {
        match failure {
            mdr::Failure::Silence => Trouble::TimedOut,
            mdr::Failure::FirstVersion => Trouble::FirstVersion,
            mdr::Failure::OddVersion => Trouble::OddAnswer,
            mdr::Failure::NoLevel => Trouble::NoLevel,
        }
    }
}

fn choosing(name: &str, message: &str) -> Trouble {
    let says = |words: &[&str]| words.iter().any(|it| message.contains(it));
    match name {
        "NotFoundError" if says(&["adapter not available", "Low Energy not available"]) => Trouble::NoAdapter,
        "NotFoundError" if says(&["disabled", "denied"]) => Trouble::SwitchedOff,
        "NotFoundError" | "AbortError" => Trouble::NothingChosen,
        "SecurityError" if says(&["user gesture"]) => Trouble::NeedsClick,
        "SecurityError" => Trouble::Blocked,
        "NotSupportedError" | "TypeError" => Trouble::NotSupported,
        _ => Trouble::Unknown,
    }
}

fn connecting(source: Source, name: &str) -> Trouble {
    match (source, name) {
        (_, "NetworkError" | "InvalidStateError" | "NotFoundError" | "AbortError") => Trouble::NotReached,
        (Source::BatteryService, "SecurityError") => Trouble::Refused,
        _ => Trouble::Unknown,
    }
}

fn reading(name: &str, message: &str) -> Trouble {
    match name {
        "NetworkError" if message.contains("Not paired") => Trouble::Refused,
        "NotFoundError" => Trouble::NoLevel,
        // The last is what Chromium says where a device closes a channel on which it has not read everything.
        "NetworkError" | "InvalidStateError" | "AbortError" | "UnknownError" => Trouble::LinkLost,
        "SecurityError" | "NotSupportedError" => Trouble::Refused,
        "InvalidModificationError" | "RangeError" => Trouble::OddAnswer,
        _ => Trouble::Unknown,
    }
}
