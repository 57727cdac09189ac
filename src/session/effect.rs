//! Everything that a session can ask of the world outside.

use super::attempt::Ticket;
use super::step::{Outcome, StepId};
use crate::battery::Source;

/// Something the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Store the session, where the host asked for that.
    Save,
    /// Remove the stored session.
    Forget,
    /// Copy this text; the answer is `CopyDone` or `CopyRefused`.
    Copy(String),
    /// Let the browser print the page.
    Print,
    /// Take the session of somebody else out of the page's address, and go on with the visitor's own.
    LeaveShared,
    /// Read the battery levels of the device in this way; the answer is some `ReadingAdvanced`, and `ReadingFinished`.
    ReadBattery(Ticket, Source, Address),
    /// Give up the attempt to read; nothing is answered.
    StopReading,
    /// Go on in the language that the person has chosen; the answer is a guide in other words, or `LanguageFailed`.
    Speak,
    /// Let the browser ask whether it may tell outside the page; the answer is `NotificationAnswered`.
    AskToNotify,
    /// Tell this outside the page: a heading and a text.
    Notify(String, String),
    /// Say this in the live region.
    Announce(String),
    /// Tell the host page.
    Dispatch(Notice),
}

/// Where the device is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The id of its serial service; empty if it has none.
    pub service: String,
    /// How its names begin.
    pub names: Vec<String>,
}

/// Something the host page is told by a DOM event.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A step is shown.
    Step(StepId),
    /// A step was answered: which, and the name of the answer.
    Answer(StepId, String),
    /// The danger check was answered: no danger.
    DangersDenied,
    /// The danger check was answered: these dangers are there.
    DangersReported(Vec<String>),
    /// The session has ended this way.
    Outcome(Outcome),
    /// The person has turned to support; the record goes with it.
    Handover,
}
