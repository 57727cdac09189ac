//! A person whose browser can reach the device, and what they read of it.

use crate::common::{EARBUDS, Person};
use expect_test::Expect;
use fault_finder::battery::{Access, Charging, Failure, Level, Percent, Phase, Source, Unit, UnitReading};
use fault_finder::session::{Body, Effect, Event, ReadingScreen, ReadingState, Settings, Ticket};

pub(crate) const ONE: &str = "Only one of the earbuds";
pub(crate) const BOTH: &str = "Both earbuds";
pub(crate) const NO_DANGER: &str = "None of these";
pub(crate) const READ: &str = "Read the levels";
pub(crate) const AGAIN: &str = "Read the levels again";

pub(crate) fn settings() -> Settings {
    let access = Access::By(vec![Source::Serial, Source::BatteryService]);
    Settings { reads_battery: true, access, is_stored: true, ..Settings::default() }
}

/// A person whose browser can reach the device, after these answers.
pub(crate) fn reader(labels: &[&str]) -> Person {
    let mut person = Person::with_settings(EARBUDS, settings());
    for label in labels {
        person.press(label);
    }
    person
}

/// A level, or none.
pub(crate) fn level(percent: Option<u8>) -> Level {
    percent.map_or(Level::NotReported, |it| Level::Known(Percent::new(it).unwrap()))
}

/// What a pair and its case tell.
pub(crate) fn units(left: Option<u8>, right: Option<u8>, case: Option<u8>) -> Vec<UnitReading> {
    let levels = [(Unit::Left, left), (Unit::Right, right), (Unit::Case, case)];
    let unit = |(unit, percent)| UnitReading { unit, level: level(percent), charging: Charging::No };
    levels.into_iter().map(unit).collect()
}

pub(crate) fn ticket(person: &Person) -> Ticket {
    let asked = person.effects.iter().find_map(|it| match it {
        Effect::ReadBattery(ticket, ..) => Some(*ticket),
        Effect::Save
        | Effect::Forget
        | Effect::Copy(_)
        | Effect::Print
        | Effect::LeaveShared
        | Effect::StopReading
        | Effect::Speak
        | Effect::AskToNotify
        | Effect::Notify(..)
        | Effect::Announce(_)
        | Effect::Dispatch(_) => None,
    });
    asked.unwrap_or_else(|| panic!("no reading was asked for"))
}

/// Presses what reads, and lets the device tell this.
pub(crate) fn tell(person: &mut Person, label: &str, units: Vec<UnitReading>) {
    person.press(label);
    let ticket = ticket(person);
    person.send(Event::ReadingAdvanced(ticket, Phase::Connect));
    person.send(Event::ReadingAdvanced(ticket, Phase::Read));
    person.send(Event::ReadingFinished(ticket, Ok(units)));
}

pub(crate) fn fail(person: &mut Person, source: Source, failure: Failure) {
    person.send(Event::ReadingRequested(source));
    let ticket = ticket(person);
    person.send(Event::ReadingFinished(ticket, Err(failure)));
}

pub(crate) fn reading(person: &Person) -> Option<Box<ReadingScreen>> {
    match person.screen().body {
        Body::Question(screen) => screen.reading,
        Body::Repair(screen) => screen.reading,
        Body::Dangers(_) | Body::Review(_) | Body::Service(_) | Body::Fixed(_) | Body::Stopped(_) => None,
    }
}

/// What a person reads of it.
pub(crate) fn read(person: &Person) -> String {
    let Some(screen) = reading(person) else { return "nothing".to_owned() };
    let mut lines = vec![format!("{} {}", if screen.is_open { "v" } else { ">" }, screen.heading)];
    if let Some(levels) = &screen.levels {
        lines.push(levels.heading.clone());
        lines.extend(levels.rows.iter().map(|it| format!("- {}: {}", it.unit, it.text)));
        lines.push(levels.hint.clone());
    }
    lines.extend(screen.texts.clone());
    match screen.state {
        None => (),
        Some(ReadingState::Ready { actions }) => lines.extend(actions.iter().map(|it| format!("[{}]", it.label))),
        Some(ReadingState::Running { text, hint, stop }) => lines.extend([text, hint, format!("[{}]", stop.label)]),
        Some(ReadingState::Failed { text, advice, detail, actions }) => {
            lines.push(format!("{text} {advice}"));
            lines.push(detail);
            lines.extend(actions.iter().map(|it| format!("[{}]", it.label)));
        }
    }
    lines.extend(screen.check.iter().map(|it| format!("[{}]", it.label)));
    lines.extend(screen.remark.iter().map(|it| format!("({})", it.text)));
    lines.retain(|it| !it.is_empty());
    lines.join("\n")
}

pub(crate) fn check(person: &Person, expected: &Expect) {
    expected.assert_eq(&read(person));
}

/// The choice that a question was answered with.
pub(crate) fn answer(person: &Person, question: &str) -> Option<String> {
    let entries = person.session.record().entries;
    entries.into_iter().find(|it| it.step == question).map(|it| it.result)
}
