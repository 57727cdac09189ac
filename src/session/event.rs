//! Everything that can happen to a session.

use super::attempt::Ticket;
use super::details::Detail;
use super::evidence::TryResult;
use super::permission::Permission;
use super::step::StepId;
use crate::battery::{Failure, Phase, Source, UnitReading};

/// Something that happened. An event that does not apply to the step at hand changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Sent by the danger check when the person ticks or unticks a danger; holds its id.
    DangerToggled(String),
    /// Sent by the danger check when the person says that none of the dangers is there.
    DangersDenied,
    /// Sent by the danger check when the person says that there is danger, with or without having ticked which.
    DangersReported,
    /// Sent by a repair when the person ticks or unticks an instruction; holds the ids of both.
    InstructionToggled(String, String),
    /// Sent by a question or a repair when the person starts its wait; holds its id.
    WaitStarted(String),
    /// Sent by a question or a repair when the person does not want its countdown any more; holds its id.
    WaitCancelled(String),
    /// Sent by the app as often as `Session::tick_ms` says, and once when a stored session is taken up again.
    Ticked,
    /// Sent by the app, before anything else, when somebody has moved the system clock while the page was open; holds by
    /// how many milliseconds.
    ClockMoved(i64),
    /// Sent by a countdown when the person wants to be told by the browser that it is over, or does not want it any more.
    NotificationToggled,
    /// Sent by the app when the browser has asked the person whether it may.
    NotificationAnswered(Permission),
    /// Sent by a question when the person takes a choice; holds the ids of both.
    Answered(String, String),
    /// Sent by a question when the person cannot tell; holds its id.
    NotSure(String),
    /// Sent by a repair when the person says what came of it; holds the repair's id.
    Tried(String, TryResult),
    /// Sent by a question or a repair when the person wants to do it later.
    PutOff(StepId),
    /// Sent by the service step when the person wants to go on at home.
    KeptTrying,
    /// Sent by the service step when the person follows its link.
    HandedOver,
    /// Sent by the service step when the device works after all.
    ServiceFixed,
    /// Sent by the back link of any step.
    WentBack,
    /// Sent by the trail, by the list of skipped repairs, and by the links that lead to a step.
    StepRequested(StepId),
    /// Sent by the list of languages; holds the tag of one.
    LanguageChosen(String),
    /// Sent by the app when the words of a language did not load.
    LanguageFailed,
    /// Sent by "Start again".
    Restarted,
    /// Sent by "Forget this": as `Restarted`, and what is stored goes as well.
    Forgotten,
    /// Sent by a question or a repair when the person wants the battery levels to be read, in this way.
    ReadingRequested(Source),
    /// Sent by the app when an attempt to read has come further.
    ReadingAdvanced(Ticket, Phase),
    /// Sent by the app when an attempt to read has ended by itself.
    ReadingFinished(Ticket, Result<Vec<UnitReading>, Failure>),
    /// Sent by a question or a repair when the person does not want to wait for a reading.
    ReadingStopped,
    /// Sent by the record when the person types something more about the device; holds all of the text.
    DetailChanged(Detail, String),
    /// Sent by the record's copy button.
    CopyRequested,
    /// Sent by the button that copies the link to the session.
    LinkCopyRequested,
    /// Sent by the app when the browser has copied what was to be copied.
    CopyDone,
    /// Sent by the app when the browser has refused to copy it.
    CopyRefused,
    /// Sent by the record's print button.
    PrintRequested,
    /// Sent by the banner over the session of somebody else when the visitor wants their own.
    SharedLeft,
}
