//! The screen: the view model of one step. Plain strings and flags, all decisions already made.

mod change;
mod dangers;
mod ends;
mod frame;
mod languages;
mod levels;
mod outlook;
mod picture;
mod question;
mod reading;
mod record;
mod repair;
mod review;
mod shared;
mod sources;
mod url;
mod wait;

pub use dangers::{DangerRow, DangersScreen, StoppedDanger, StoppedScreen};
pub use ends::{FixedScreen, ServiceScreen};
pub use frame::{Progress, Trail, TrailRow};
pub use languages::{LanguageRow, LanguagesScreen};
pub(super) use levels::line as levels_line;
pub use levels::{LevelRow, Levels};
pub use outlook::{CouldBe, FaultRow};
pub(super) use outlook::{listed as listed_faults, short_frequency};
pub use picture::{Figure, Outline, Picture};
pub use question::{ChoiceRow, QuestionScreen};
pub(super) use reading::words as reading_words;
pub use reading::{ReadingScreen, ReadingState};
pub use record::{DetailRow, DetailsScreen, FileLink, RecordScreen, ShareLink, ShareScreen};
pub use repair::{InstructionGroup, InstructionRow, RepairScreen};
pub use review::ReviewScreen;
pub use shared::Banner;
pub use sources::{More, NoteRows, NoticeRow, SourceRow};
pub use wait::{Meanwhile, NotificationScreen, QuickQuestion, WaitScreen};

use super::event::Event;

/// What to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Differs from one step to the next, so that the view knows when to move the focus.
    pub key: String,
    /// The language of the words, as a BCP 47 tag.
    pub language: String,
    /// Which way it is written: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The problem in a few words.
    pub title: String,
    /// What the meter shows, for those who do not see it.
    pub progress_label: String,
    /// What the links are, for those who do not see where they stand.
    pub links_label: String,
    /// A remark beside the title, such as how long the step takes.
    pub aside: String,
    /// How far the person has come.
    pub progress: Progress,
    /// What is said of the link that the page was opened with.
    pub banner: Option<Banner>,
    /// Before the heading: what the guide does for the person; only where the session begins.
    pub intro: String,
    /// Before the heading: which step this is.
    pub count: String,
    /// The heading of the step.
    pub heading: String,
    /// Below the meter: what is left and what to hope for; may be empty.
    pub ahead: String,
    /// That some answers rarely go together, and the way to them.
    pub remark: Option<(String, Action)>,
    /// The answer that was changed just now, and what that has moved; may be empty.
    pub changed: String,
    /// What the device itself has answered just now, each with the way to it.
    pub told: Vec<(String, Action)>,
    /// The step itself.
    pub body: Body,
    /// What it could be by now.
    pub could_be: Option<CouldBe>,
    /// What can be done besides answering.
    pub links: Vec<Action>,
    /// What was answered so far; none at the start.
    pub trail: Option<Trail>,
    /// The languages to choose from; nothing where there is one.
    pub languages: Option<LanguagesScreen>,
    /// The record, for paper; empty at the start.
    pub printed: String,
}

/// The step itself, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The danger check.
    Dangers(DangersScreen),
    /// Something to find out.
    Question(QuestionScreen),
    /// Something to try.
    Repair(Box<RepairScreen>),
    /// Answers that do not fit together.
    Review(ReviewScreen),
    /// Turning to support, or having done so.
    Service(ServiceScreen),
    /// The device works.
    Fixed(FixedScreen),
    /// A danger ended the session.
    Stopped(StoppedScreen),
}

/// Something the person can press.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What it says.
    pub label: String,
    /// What happens.
    pub event: Event,
}

/// Somewhere the person can go.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}
