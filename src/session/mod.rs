//! The session: one person's walk through a guide. Events go in, effects and a [`Screen`] come out.
//!
//! This room is pure: it may name `guide`, `diagnosis` and `battery`, and the time comes in with each event.
//! What happens next is never stored; it follows from the guide and the evidence at each draw.

mod ahead;
mod answer;
mod attempt;
mod calendar;
mod change;
mod check;
mod clock;
mod details;
mod direction;
mod effect;
mod event;
mod evidence;
mod known;
mod language;
mod lifetime;
mod outlook;
mod page;
mod permission;
mod plans;
mod reading;
mod record;
mod record_text;
mod saved;
mod screen;
mod share;
mod state;
mod step;
mod stored;
mod time;
mod update;
mod wait;
mod waiting;
mod words;

pub use attempt::Ticket;
pub use clock::Clocks;
pub use details::{Detail, Details};
pub use effect::{Address, Effect, Notice};
pub use event::Event;
pub use evidence::{Finding, Observation, TryResult};
pub use lifetime::{Days, is_expired};
pub use page::Page;
pub use permission::Permission;
pub use reading::Taken;
pub use record::{Entry, Odds, ReadingEntry, Record};
pub use saved::{RunningWait, Saved};
pub use screen::{
    Action, Banner, Body, ChoiceRow, CouldBe, DangerRow, DangersScreen, DetailRow, DetailsScreen, FaultRow, Figure,
    FileLink, FixedScreen, InstructionGroup, InstructionRow, LanguageRow, LanguagesScreen, LevelRow, Levels, Link,
    Meanwhile, More, NoteRows, NoticeRow, NotificationScreen, Outline, Picture, Progress, QuestionScreen,
    QuickQuestion, ReadingScreen, ReadingState, RecordScreen, RepairScreen, ReviewScreen, Screen, ServiceScreen,
    ShareLink, ShareScreen, SourceRow, StoppedDanger, StoppedScreen, Trail, TrailRow, WaitScreen,
};
pub use share::{LinkProblem, MARK, QrCode, Shared, qr_code, split_link};
pub use state::{Session, Settings};
pub use step::{Order, Outcome, StepId};
pub use time::Time;
pub use words::{LANGUAGES, Numbers, Plural, Word, Words};
