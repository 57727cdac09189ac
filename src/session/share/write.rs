//! Writes a session as a code.
//!
//! A code is made of letters, digits, `-`, `_` and `.`, which mail programs and chats leave alone. Its parts stand
//! between dots: the format, the guide's id and version, when the session started, what is known, one thing after the
//! other, and the checksum of all that.

use super::super::details::Detail;
use super::super::evidence::{Finding, Observation, TryResult};
use super::super::reading::Taken;
use super::super::saved::Saved;
use super::super::step::StepId;
use super::super::time::Time;
use super::FORMAT;
use super::checksum::checksum;
use crate::battery::{Charging, Level, Source, Unit, UnitReading};
use std::fmt::Write;

const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The code of a session with these of its readings.
pub(super) fn encode(saved: &Saved, step: Option<&StepId>, readings: &[Taken]) -> String {
    let mut parts = vec![FORMAT.to_string(), escaped(&saved.guide), escaped(&saved.guide_version)];
    parts.push(number(saved.started.0));
    parts.extend(saved.evidence.iter().flat_map(|it| observation(it, saved.started)));
    parts.extend(readings.iter().flat_map(|it| reading(it, saved.started)));
    let details = Detail::ALL.into_iter().filter(|it| !saved.details.get(*it).is_empty());
    parts.extend(details.flat_map(|it| [detail(it).to_owned(), escaped(saved.details.get(it))]));
    parts.extend(step.into_iter().flat_map(|it| ["v".to_owned(), step_name(it)]));
    let text = parts.join(".");
    format!("{text}.{}", number(i64::from(checksum(&text))))
}

/// A letter for what was found, in upper case where the device has told it, then when, then its parts.
fn observation(it: &Observation, started: Time) -> Vec<String> {
    let (letter, parts) = match &it.finding {
        Finding::NoDanger => ("n", Vec::new()),
        Finding::Danger(ids) => {
            ("d", [ids.len().to_string()].into_iter().chain(ids.iter().map(|it| escaped(it))).collect())
        }
        Finding::Answered(question, choice) => ("a", vec![escaped(question), escaped(choice)]),
        Finding::NotSure(question) => ("u", vec![escaped(question)]),
        Finding::Tried(repair, result) => ("t", vec![escaped(repair), result_name(*result).to_owned()]),
        Finding::PutOff(step) => ("l", vec![step_name(step)]),
        Finding::KeptTrying => ("k", Vec::new()),
        Finding::HandedOver => ("h", Vec::new()),
        Finding::ServiceFixed => ("s", Vec::new()),
    };
    let letter = if it.is_read { letter.to_ascii_uppercase() } else { letter.to_owned() };
    [letter + &minutes(it.at, started)].into_iter().chain(parts).collect()
}

/// The letter of readings and when, then the letter of the source and four characters for each unit.
fn reading(it: &Taken, started: Time) -> [String; 2] {
    let source = match it.reading.source {
        Source::Serial => "s",
        Source::BatteryService => "b",
    };
    let units = it.reading.units.iter().fold(source.to_owned(), |text, it| text + &unit(*it));
    [format!("b{}", minutes(it.at, started)), units]
}

fn unit(it: UnitReading) -> String {
    let unit = match it.unit {
        Unit::Left => 'l',
        Unit::Right => 'r',
        Unit::Case => 'c',
        Unit::Whole => 'w',
    };
    let level = match it.level {
        Level::Known(percent) => format!("{:02x}", percent.get()),
        Level::NotReported => "no".to_owned(),
        Level::Invalid => "xx".to_owned(),
    };
    let charging = match it.charging {
        Charging::No => 'n',
        Charging::Yes => 'y',
        Charging::Charged => 'f',
        Charging::Unknown => 'u',
    };
    format!("{unit}{level}{charging}")
}

fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Firmware => "f",
        Detail::Purchase => "p",
        Detail::Serial => "i",
    }
}

fn result_name(result: TryResult) -> &'static str {
    match result {
        TryResult::Fixed => "f",
        TryResult::NotFixed => "n",
        TryResult::AlreadyDone => "a",
        TryResult::CannotDo => "c",
    }
}

fn step_name(step: &StepId) -> String {
    match step {
        StepId::Dangers => "d".to_owned(),
        StepId::Question(id) => format!("q{}", escaped(id)),
        StepId::Repair(id) => format!("r{}", escaped(id)),
        StepId::Review => "w".to_owned(),
        StepId::Service => "s".to_owned(),
    }
}

/// The minutes from the one in which the session started: a record tells no seconds.
fn minutes(at: Time, started: Time) -> String {
    number((at.minute() - started.minute()).max(0))
}

/// A number that is not negative, to the base of 36.
fn number(number: i64) -> String {
    let mut rest = number.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        let digit = usize::try_from(rest % 36).ok().and_then(|it| DIGITS.get(it));
        digits.extend(digit.copied().map(char::from));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// A text in letters, digits and `-`; each other byte as `_` and two digits.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "_{byte:02x}");
        }
        escaped
    })
}
