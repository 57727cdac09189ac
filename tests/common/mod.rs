//! What several tests share: guides, and a person who presses what a screen offers.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "not every test uses all; a test may fail"
)]

use fault_finder::guide::{self, Guide, GuideError};
use fault_finder::session::{
    Action, Body, Effect, Event, Order, ReadingScreen, ReadingState, RecordScreen, Screen, Session, Settings,
    ShareLink, Time, WaitScreen,
};
use std::rc::Rc;

pub const EARBUDS: &str = include_str!("../../guides/sony-wf-1000xm4-not-charging.json");
pub const LAMP: &str = include_str!("../fixtures/desk-lamp.json");

/// 2026-11-22T09:30:00Z.
pub const START: Time = Time(1_795_339_800_000);

pub fn read(text: &str) -> Result<Guide, Vec<GuideError>> {
    guide::read(&mut serde_json::Deserializer::from_str(text))
}

pub fn guide(text: &str) -> Rc<Guide> {
    Rc::new(read(text).expect("the guide is right"))
}

pub fn minutes_later(time: Time, minutes: i64) -> Time {
    Time(time.0 + minutes * 60_000)
}

/// A session's code with its checksum: CRC-32, to the base of 36.
pub fn signed(text: &str) -> String {
    let mut sum = !0_u32;
    for byte in text.bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    let (mut rest, mut digits) = (!sum, String::new());
    while rest > 0 || digits.is_empty() {
        digits.insert(0, char::from_digit(rest % 36, 36).unwrap());
        rest /= 36;
    }
    format!("{text}.{digits}")
}

/// What the host decides for those who follow the written article.
pub fn article() -> Settings {
    Settings { order: Order::Article, ..Settings::default() }
}

/// A person at a session, one minute after the other.
pub struct Person {
    pub session: Session,
    pub now: Time,
    pub effects: Vec<Effect>,
}

impl Person {
    /// A person who follows the written article.
    pub fn at(guide_text: &str) -> Person {
        Person::with_settings(guide_text, Settings { is_stored: true, ..article() })
    }

    /// A person who is asked, and for whom the next step is computed.
    pub fn asked(guide_text: &str) -> Person {
        Person::with_settings(guide_text, Settings { is_stored: true, ..Settings::default() })
    }

    pub fn with_settings(guide_text: &str, settings: Settings) -> Person {
        let session = Session::new(guide(guide_text), settings, START);
        Person { session, now: START, effects: Vec::new() }
    }

    /// Presses what says so, a minute after the last press.
    pub fn press(&mut self, label: &str) -> &mut Person {
        let screen = self.session.screen();
        let actions = actions(&screen);
        let action = actions.iter().find(|it| it.label == label);
        let labels: Vec<_> = actions.iter().map(|it| it.label.as_str()).collect();
        let event = action.unwrap_or_else(|| panic!("\"{label}\" is not among {labels:?}")).event.clone();
        self.now = minutes_later(self.now, 1);
        self.send(event)
    }

    /// Lets something happen at the time that it is.
    pub fn send(&mut self, event: Event) -> &mut Person {
        self.effects = self.session.update(event, self.now);
        self
    }

    /// Lets time go by, with a tick at its end.
    pub fn wait(&mut self, minutes: i64) -> &mut Person {
        self.now = minutes_later(self.now, minutes);
        self.send(Event::Ticked)
    }

    pub fn screen(&self) -> Screen {
        self.session.screen()
    }

    pub fn heading(&self) -> String {
        self.session.screen().heading
    }
}

/// All that can be pressed on a screen.
pub fn actions(screen: &Screen) -> Vec<Action> {
    let mut actions = body_actions(&screen.body);
    actions.extend(screen.links.clone());
    actions.extend(screen.banner.iter().filter_map(|it| it.leave.clone()));
    actions.extend(screen.remark.iter().chain(&screen.told).map(|(_, action)| action.clone()));
    if let Some(trail) = &screen.trail {
        let changes = trail.rows.iter();
        actions.extend(changes.map(|it| Action { label: it.change_label.clone(), event: it.change.event.clone() }));
        actions.extend(trail.actions.clone());
    }
    actions
}

fn body_actions(body: &Body) -> Vec<Action> {
    match body.clone() {
        Body::Dangers(screen) => {
            let ticks = screen.rows.into_iter().map(|it| Action { label: it.text, event: it.event });
            ticks.chain([screen.primary]).chain(screen.secondary).collect()
        }
        Body::Repair(screen) => {
            let rows = screen.groups.into_iter().flat_map(|it| it.rows);
            let ticks = rows.map(|it| Action { label: it.text, event: it.event });
            let results = [screen.fixed, screen.not_fixed].into_iter().chain(screen.others);
            let answers = ticks.chain(screen.wait.into_iter().flat_map(wait_actions)).chain(results);
            answers.chain(reading_actions(screen.reading)).collect()
        }
        Body::Question(screen) => {
            let answers = screen.choices.into_iter().map(|it| it.action).chain(screen.others);
            let answers = answers.chain(screen.wait.into_iter().flat_map(wait_actions));
            answers.chain(reading_actions(screen.reading)).collect()
        }
        Body::Review(screen) => {
            let changes = screen.rows.into_iter().map(|it| Action { label: it.change_label, event: it.change.event });
            changes.chain([screen.go_on]).collect()
        }
        Body::Service(screen) => {
            let contact = screen.contact.map(|it| Action { label: it.label, event: screen.handed_over });
            let rest = [screen.fixed].into_iter().chain(record_actions(*screen.record));
            contact.into_iter().chain(screen.skipped).chain(screen.keep_trying).chain(rest).collect()
        }
        Body::Fixed(screen) => record_actions(*screen.record),
        Body::Stopped(screen) => {
            let contact = screen.contact.map(|it| Action { label: it.label, event: screen.handed_over });
            contact.into_iter().chain(record_actions(*screen.record)).collect()
        }
    }
}

fn record_actions(record: RecordScreen) -> Vec<Action> {
    let copy_link = record.share.and_then(|it| match it.link {
        ShareLink::Made { copy, .. } => Some(copy),
        ShareLink::TooLong { .. } => None,
    });
    [record.copy, record.print].into_iter().chain(copy_link).collect()
}

/// The record on a screen that has one.
pub fn record_screen(screen: &Screen) -> RecordScreen {
    match screen.body.clone() {
        Body::Service(it) => *it.record,
        Body::Fixed(it) => *it.record,
        Body::Stopped(it) => *it.record,
        Body::Dangers(_) | Body::Question(_) | Body::Repair(_) | Body::Review(_) => panic!("no record is shown"),
    }
}

fn reading_actions(reading: Option<Box<ReadingScreen>>) -> Vec<Action> {
    let Some(reading) = reading else { return Vec::new() };
    let mut actions = match reading.state {
        None => Vec::new(),
        Some(ReadingState::Ready { actions } | ReadingState::Failed { actions, .. }) => actions,
        Some(ReadingState::Running { stop, .. }) => vec![stop],
    };
    actions.extend(reading.check);
    actions
}

fn wait_actions(wait: WaitScreen) -> Vec<Action> {
    match wait {
        WaitScreen::Ready { start, .. } => vec![start],
        WaitScreen::Running { meanwhile, cancel, .. } => {
            let question = meanwhile.question.map(|it| it.action);
            let notification = meanwhile.notification.map(|it| it.action);
            [cancel].into_iter().chain(question).chain(notification).collect()
        }
        WaitScreen::Over { cancel, .. } => vec![cancel],
    }
}
