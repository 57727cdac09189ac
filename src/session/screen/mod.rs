//! The screen: the view model of one step. Plain strings and flags, all decisions already made.

mod change;
mod dangers;
mod ends;
mod frame;
mod languages;
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

pub(super) use outlook::{listed as listed_faults, short_frequency};
pub(super) use reading::{levels_line, words as reading_words};

use super::details::Detail;
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

/// What a step looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What the person should see, for those who do not see it.
    pub text: String,
    /// The picture itself.
    pub figure: Figure,
}

/// A picture itself, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Outlines that the theme colours.
    Drawing {
        /// The room that they take, as an SVG has it.
        view_box: String,
        /// The outlines, from back to front.
        outlines: Vec<Outline>,
    },
    /// An image with this URL.
    Image(String),
}

/// One outline of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Names of styles, with a space between.
    pub style: String,
    /// Its path data.
    pub data: String,
}

/// How far the person has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Steps done, of `max`.
    pub value: usize,
    /// All steps.
    pub max: usize,
    /// The same in words; nothing where the person has come part of a way that nobody has counted.
    pub text: Option<String>,
}

/// What was answered so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    /// Its heading.
    pub heading: String,
    /// One row per answer.
    pub rows: Vec<TrailRow>,
    /// Starting again, and forgetting.
    pub actions: Vec<Action>,
    /// What is stored where.
    pub hint: Option<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct TrailRow {
    /// The step.
    pub text: String,
    /// What was answered.
    pub result: String,
    /// What that has made more or less likely; empty if it changed little.
    pub moved: String,
    /// Shows the step again.
    pub change: Action,
    /// The label of `change` for those who do not see the row around it.
    pub change_label: String,
}

/// The languages to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguagesScreen {
    /// Its heading, with the language at hand.
    pub heading: String,
    /// One row per language.
    pub rows: Vec<LanguageRow>,
    /// How good the translation is, or that there is none; may be empty.
    pub remark: String,
}

/// A language to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageRow {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Whether it is the one at hand.
    pub is_chosen: bool,
    /// Chooses it.
    pub event: Event,
}

/// The danger check.
#[derive(Clone, Debug, PartialEq)]
pub struct DangersScreen {
    /// The dangers.
    pub rows: Vec<DangerRow>,
    /// Two or three words before the advice.
    pub stop: String,
    /// What to do at any danger.
    pub advice: String,
    /// The answer most people give now.
    pub primary: Action,
    /// Whether `primary` leads on to the danger's advice.
    pub is_danger: bool,
    /// The other answer, if there is one.
    pub secondary: Option<Action>,
}

/// One danger.
#[derive(Clone, Debug, PartialEq)]
pub struct DangerRow {
    /// What the person would notice.
    pub text: String,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// Ticks or unticks it.
    pub event: Event,
}

/// What it could be by now, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct CouldBe {
    /// Its heading.
    pub heading: String,
    /// What the last answer has changed; may be empty.
    pub changed: String,
    /// The faults, the likeliest first.
    pub rows: Vec<FaultRow>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct FaultRow {
    /// The fault.
    pub text: String,
    /// How often it is this, such as `4 of 10`.
    pub share: String,
    /// The same for a bar, 0 to 100.
    pub percent: u8,
}

/// Something to find out.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionScreen {
    /// What to look at.
    pub picture: Option<Picture>,
    /// How to find out.
    pub help: String,
    /// The waiting it needs.
    pub wait: Option<WaitScreen>,
    /// The answers.
    pub choices: Vec<ChoiceRow>,
    /// Not sure, and later.
    pub others: Vec<Action>,
    /// The way to have levels read instead.
    pub reading: Option<Box<ReadingScreen>>,
    /// Two or three words before the reason.
    pub why_label: String,
    /// Why it is asked; may be empty.
    pub why: String,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where the question comes from.
    pub sources: Vec<SourceRow>,
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// Gives it.
    pub action: Action,
    /// What the light shows that it speaks of: `green`, `orange`, `red`, `flashing`, `off` or `on`.
    pub light: Option<&'static str>,
}

/// Answers that do not fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewScreen {
    /// What the matter is.
    pub text: String,
    /// The answers.
    pub rows: Vec<TrailRow>,
    /// They are right.
    pub go_on: Action,
}

/// Something to try.
#[derive(Clone, Debug, PartialEq)]
pub struct RepairScreen {
    /// What to do.
    pub picture: Option<Picture>,
    /// Two or three words before `now`.
    pub now_label: String,
    /// Why it comes now; empty where the article says so.
    pub now: String,
    /// Two or three words before the reason.
    pub why_label: String,
    /// Why it may help.
    pub why: String,
    /// What to know before starting.
    pub notices: Vec<NoticeRow>,
    /// Two or three words before the preparations.
    pub needs_label: String,
    /// What to have at hand, in one line; empty if nothing.
    pub needs: String,
    /// What to do.
    pub groups: Vec<InstructionGroup>,
    /// The waiting it needs.
    pub wait: Option<WaitScreen>,
    /// Asks whether it helped.
    pub question: String,
    /// It helped.
    pub fixed: Action,
    /// It did not.
    pub not_fixed: Action,
    /// The other answers.
    pub others: Vec<Action>,
    /// The way to have levels read.
    pub reading: Option<Box<ReadingScreen>>,
    /// What is worth knowing besides.
    pub more: More,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where all this comes from.
    pub sources: Vec<SourceRow>,
}

/// What is worth knowing besides, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    /// Its heading.
    pub heading: String,
    /// What is worth knowing.
    pub rows: Vec<NoticeRow>,
    /// More of it, under headings of its own.
    pub notes: Vec<NoteRows>,
}

/// Claims under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRows {
    /// Its heading.
    pub heading: String,
    /// The claims.
    pub rows: Vec<NoticeRow>,
}

/// Something to know before starting.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeRow {
    /// What.
    pub text: String,
    /// How far it is confirmed.
    pub trust: String,
    /// Where to read more.
    pub link: Option<Link>,
}

/// Instructions under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstructionGroup {
    /// Its heading; the first group may have none.
    pub heading: Option<String>,
    /// Its instructions.
    pub rows: Vec<InstructionRow>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct InstructionRow {
    /// What.
    pub text: String,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// Whether it is ticked off.
    pub is_ticked: bool,
    /// Ticks it off, or not.
    pub event: Event,
}

/// A stretch of waiting.
#[derive(Clone, Debug, PartialEq)]
pub enum WaitScreen {
    /// It can be started.
    Ready {
        /// What to do while it runs.
        text: String,
        /// Starts it.
        start: Action,
    },
    /// It runs.
    Running {
        /// What is left, such as `24:08`.
        remaining: String,
        /// When it ends, by the clock.
        until: String,
        /// Whole minutes gone by.
        value: u32,
        /// All its minutes.
        max: u32,
        /// What to do while it runs.
        text: String,
        /// Two or three words before the check.
        check_label: String,
        /// What to look at next, or just now; empty if nothing.
        check: String,
        /// What to do until it is over.
        meanwhile: Box<Meanwhile>,
        /// Ends the countdown.
        cancel: Action,
    },
    /// It is over.
    Over {
        /// Says so.
        heading: String,
        /// What to look at now.
        text: String,
        /// Takes it away.
        cancel: Action,
    },
}

/// What to do while a countdown runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Meanwhile {
    /// A question that can be answered now.
    pub question: Option<QuickQuestion>,
    /// A reminder for a calendar: a link that holds the file itself.
    pub calendar: Link,
    /// The name of that file.
    pub file_name: String,
    /// Being told by the browser; nothing where it cannot.
    pub notification: Option<NotificationScreen>,
    /// Whether the page may be closed; empty if not.
    pub may_close: String,
}

/// A question that can be answered while a countdown runs.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickQuestion {
    /// Says that it is quick.
    pub label: String,
    /// The question, and the way to it.
    pub action: Action,
}

/// Being told by the browser that a wait is over.
#[derive(Clone, Debug, PartialEq)]
pub struct NotificationScreen {
    /// Wants it, or does not want it any more.
    pub action: Action,
    /// Whether the person will be told.
    pub is_on: bool,
    /// How it stands; empty if nobody has asked for it.
    pub state: String,
}

/// Reading battery levels.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingScreen {
    /// Its heading.
    pub heading: String,
    /// Whether it is shown, or only on request.
    pub is_open: bool,
    /// What to do and to know; or why it can not be done here.
    pub texts: Vec<String>,
    /// What was read last.
    pub levels: Option<Levels>,
    /// Where it stands; nothing where it can not be done.
    pub state: Option<ReadingState>,
    /// The way to the check of how levels rise.
    pub check: Option<Action>,
    /// How far it is known to work.
    pub remark: Vec<NoticeRow>,
}

/// Where reading stands.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingState {
    /// It can be started.
    Ready {
        /// Start it, in this way or in another.
        actions: Vec<Action>,
    },
    /// It is under way.
    Running {
        /// What is going on.
        text: String,
        /// What to do where it takes long; may be empty.
        hint: String,
        /// Gives it up.
        stop: Action,
    },
    /// It has failed.
    Failed {
        /// What went wrong.
        text: String,
        /// What to try next.
        advice: String,
        /// More, for a support agent.
        detail: String,
        /// Tries again, in this way or in another.
        actions: Vec<Action>,
    },
}

/// Battery levels that were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// When.
    pub heading: String,
    /// One per unit.
    pub rows: Vec<LevelRow>,
    /// What a missing level does not mean; may be empty.
    pub hint: String,
}

/// The level of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRow {
    /// The unit.
    pub unit: String,
    /// Its level, for a bar.
    pub percent: Option<u8>,
    /// The same in words, and whether it charges.
    pub text: String,
}

/// A source that the step rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// Its title.
    pub title: String,
    /// How far it can be trusted; empty where the title says just that.
    pub trust: String,
    /// Where to read it.
    pub url: Option<String>,
}

/// The record, as it would be handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordScreen {
    /// Its heading.
    pub heading: String,
    /// What it is.
    pub hint: String,
    /// What the person may add.
    pub details: DetailsScreen,
    /// Before the text: that this is what support gets.
    pub text_label: String,
    /// The whole text.
    pub text: String,
    /// Copies it.
    pub copy: Action,
    /// Prints it.
    pub print: Action,
    /// What came of copying; empty if nothing was asked.
    pub copied: String,
    /// Saves it in one way or another.
    pub files: Vec<FileLink>,
    /// Starts an e-mail that holds it.
    pub mail: Link,
    /// The link to the session; nothing on a page that nobody else can open.
    pub share: Option<ShareScreen>,
}

/// A file to save: a link that holds all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FileLink {
    /// The link.
    pub link: Link,
    /// The name of the file.
    pub name: String,
}

/// What the person may add about the device, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailsScreen {
    /// Its heading.
    pub heading: String,
    /// What becomes of it.
    pub hint: String,
    /// How many characters each takes.
    pub max_chars: usize,
    /// What may be added.
    pub rows: Vec<DetailRow>,
}

/// Something to type.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailRow {
    /// What it is.
    pub label: String,
    /// What was typed.
    pub text: String,
    /// Which of the details it is.
    pub detail: Detail,
}

/// The link to the session.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareScreen {
    /// Its heading.
    pub heading: String,
    /// Who can read it.
    pub hint: String,
    /// The link.
    pub link: ShareLink,
}

/// The link itself.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareLink {
    /// There is none.
    TooLong {
        /// Says so.
        text: String,
    },
    /// It is there.
    Made {
        /// Where it leads.
        url: String,
        /// Copies it.
        copy: Action,
        /// What came of copying; empty if nothing was asked.
        copied: String,
        /// The heading of its QR code, and what the code is for those who do not see it.
        code_label: String,
    },
}

/// What is said of the link that the page was opened with.
#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    /// Whose session this is, or why the link opens none.
    pub text: String,
    /// Leaves the session of somebody else.
    pub leave: Option<Action>,
}

/// Turning to support, or having done so.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceScreen {
    /// Why it comes now; empty if nothing else is left.
    pub now: String,
    /// What to expect.
    pub claims: Vec<NoticeRow>,
    /// What is worth knowing besides.
    pub more: More,
    /// Where to turn.
    pub contact: Option<Link>,
    /// The heading of the other regions.
    pub others_label: String,
    /// Where to turn in other regions.
    pub others: Vec<Link>,
    /// Sent when one of the links is followed.
    pub handed_over: Event,
    /// The device works after all.
    pub fixed: Action,
    /// To go on at home, where something is left to try.
    pub keep_trying: Option<Action>,
    /// The heading of what was skipped.
    pub skipped_label: String,
    /// What was skipped and can still be tried.
    pub skipped: Vec<Action>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// The device works.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedScreen {
    /// What helped.
    pub text: String,
    /// The heading of the aftercare.
    pub aftercare_label: String,
    /// How to keep it working.
    pub aftercare: Vec<NoticeRow>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// A danger ended the session.
#[derive(Clone, Debug, PartialEq)]
pub struct StoppedScreen {
    /// What to do at any danger.
    pub advice: String,
    /// The dangers that were reported; all, if nobody said which.
    pub dangers: Vec<StoppedDanger>,
    /// Where to turn.
    pub contact: Option<Link>,
    /// Sent when the link is followed.
    pub handed_over: Event,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where the advice comes from.
    pub sources: Vec<SourceRow>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// A danger that was reported.
#[derive(Clone, Debug, PartialEq)]
pub struct StoppedDanger {
    /// The danger.
    pub text: String,
    /// What it looks like; only where the person has named it.
    pub picture: Option<Picture>,
    /// What to do about it, in order.
    pub advice: Vec<String>,
}
