//! A stretch of waiting, and what to do meanwhile.

use super::super::calendar::Reminder;
use super::super::page::Page;
use super::super::permission::Permission;
use super::super::state::Session;
use super::super::step::StepId;
use super::super::wait::Progress;
use super::super::words::Word;
use super::{Action, Link, levels, url};
use crate::guide::Wait;
use crate::session::Event;

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

/// The wait of the question or the repair with this id.
pub(super) fn screen(session: &Session, id: &str, wait: &Wait) -> WaitScreen {
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let progress = session.progress().filter(|it| it.step.id() == id);
    let Some(progress) = progress else {
        let label = words.with_number(Word::WaitStart, wait.minutes);
        let start = Action { label, event: Event::WaitStarted(id.to_owned()) };
        return WaitScreen::Ready { text: wait.text.clone(), start };
    };
    if progress.is_over() {
        let cancel = Action { label: word(Word::WaitRemove), event: Event::WaitCancelled(id.to_owned()) };
        return WaitScreen::Over { heading: word(Word::TimeIsUp), text: wait.over.clone(), cancel };
    }
    let (check_label, check) = match (progress.last_check(), progress.next_check()) {
        (Some(check), _) => (word(Word::Meanwhile), check.text.clone()),
        (None, Some(check)) => {
            let left = wait.minutes.saturating_sub(check.minutes);
            (words.with_text(Word::WaitNext, &format!("{left}:00")), check.text.clone())
        }
        (None, None) => (String::new(), String::new()),
    };
    WaitScreen::Running {
        remaining: progress.remaining(),
        until: words.with_text(Word::Until, &levels::time_of_day(session, progress.ends())),
        value: progress.elapsed_minutes(),
        max: wait.minutes,
        text: wait.text.clone(),
        check_label,
        check,
        meanwhile: Box::new(meanwhile(session, &progress)),
        cancel: Action { label: word(Word::WaitCancel), event: Event::WaitCancelled(id.to_owned()) },
    }
}

fn meanwhile(session: &Session, progress: &Progress<'_>) -> Meanwhile {
    let word = |word| session.settings.words.text(word).to_owned();
    let url = url::data("text/calendar", &reminder(session, progress).file());
    Meanwhile {
        question: quick_question(session, &progress.step),
        calendar: Link { label: word(Word::AddToCalendar), url },
        file_name: format!("{}.ics", session.guide.id),
        notification: notification(session),
        may_close: if session.settings.is_stored { word(Word::MayClose) } else { String::new() },
    }
}

fn quick_question(session: &Session, waiting: &StepId) -> Option<QuickQuestion> {
    let question = session.quick_question(waiting)?;
    let event = Event::StepRequested(StepId::Question(question.id.clone()));
    let label = session.settings.words.text(Word::QuickQuestion).to_owned();
    Some(QuickQuestion { label, action: Action { label: question.text.clone(), event } })
}

/// It counts as made when the wait began, so that it is the same file as long as the wait is the same.
fn reminder<'a>(session: &'a Session, progress: &Progress<'a>) -> Reminder<'a> {
    let (guide, words) = (&session.guide, session.settings.words);
    let id = progress.step.id();
    let question = guide.question(id).map(|it| it.text.as_str());
    let step = question.or_else(|| guide.repair(id).map(|it| it.text.as_str())).unwrap_or(id);
    Reminder {
        id: format!("{id}-{}-{}@{}", session.saved.started.0, progress.started.0, guide.id),
        made: progress.started,
        at: progress.ends(),
        summary: format!("{}{}{step}", words.text(Word::TimeIsUp), words.text(Word::Colon)),
        description: &progress.wait.over,
        url: session.settings.page.as_ref().and_then(Page::for_this_person),
    }
}

fn notification(session: &Session) -> Option<NotificationScreen> {
    let word = |word| session.settings.words.text(word).to_owned();
    let is_wanted = session.wants_notification();
    let state = match session.settings.notifications {
        Permission::Granted if is_wanted => word(Word::NotifyOn),
        // Nobody is offered what somebody has refused; but who asks is answered.
        Permission::Refused if is_wanted => word(Word::NotifyRefused),
        Permission::NotAsked | Permission::Granted => String::new(),
        Permission::Absent | Permission::Refused => return None,
    };
    let action = Action { label: word(Word::Notify), event: Event::NotificationToggled };
    Some(NotificationScreen { action, is_on: session.will_notify(), state })
}
