//! Battery levels that were read.

use super::super::reading::{self, Taken};
use super::super::state::Session;
use super::super::time::Time;
use super::super::words::{Word, Words};
use crate::battery::{Charging, Level, Unit, UnitReading};
use crate::guide::ReadingRule;

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

/// The latest levels.
pub(super) fn screen(session: &Session, rule: Option<&ReadingRule>) -> Option<Levels> {
    let words = session.settings.words;
    let last = session.latest_levels()?;
    let age = reading::minutes(session.now, last.at);
    let row = |it: &UnitReading| {
        let rise = rule.and_then(|rule| reading::risen(rule, &session.saved.readings, it.unit));
        let rise = rise.map(|it| words.with_number(Word::ReadRise, it.max(0)));
        let text = [Some(level_text(words, *it)), rise]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(words.text(Word::Comma));
        LevelRow { unit: words.text(unit_word(it.unit)).to_owned(), percent: percent(*it), text }
    };
    let says_nothing = last.reading.units.iter().any(|it| it.level == Level::NotReported);
    let age =
        if age < 1.0 { words.text(Word::JustNow).to_owned() } else { words.with_number(Word::MinutesAgo, age.floor()) };
    Some(Levels {
        heading: words.with_texts(Word::LevelsAt, &time_of_day(session, last.at), &age),
        rows: last.reading.units.iter().map(row).collect(),
        hint: if says_nothing { words.text(Word::LevelNotToldHint).to_owned() } else { String::new() },
    })
}

/// All of a reading in one line.
pub(in crate::session) fn line(words: Words, taken: &Taken) -> String {
    let unit = |it: &UnitReading| format!("{} {}", words.text(unit_word(it.unit)), level_text(words, *it));
    taken.reading.units.iter().map(unit).collect::<Vec<_>>().join(words.text(Word::Semicolon))
}

/// The time of day of a moment.
pub(super) fn time_of_day(session: &Session, at: Time) -> String {
    at.iso(session.settings.offset_minutes).get(11..16).unwrap_or_default().to_owned()
}

fn percent(reading: UnitReading) -> Option<u8> {
    match reading.level {
        Level::Known(percent) => Some(percent.get()),
        Level::NotReported | Level::Invalid => None,
    }
}

fn level_text(words: Words, reading: UnitReading) -> String {
    let level = match reading.level {
        Level::Known(percent) => words.with_number(Word::LevelPercent, percent.get()),
        Level::NotReported => words.text(Word::LevelNotTold).to_owned(),
        Level::Invalid => words.text(Word::LevelInvalid).to_owned(),
    };
    let charging = match reading.charging {
        Charging::Yes => Some(Word::Charging),
        Charging::Charged => Some(Word::Charged),
        Charging::No | Charging::Unknown => None,
    };
    charging.map_or(level.clone(), |it| [level.as_str(), words.text(it)].join(words.text(Word::Comma)))
}

fn unit_word(unit: Unit) -> Word {
    match unit {
        Unit::Left => Word::UnitLeft,
        Unit::Right => Word::UnitRight,
        Unit::Case => Word::UnitCase,
        Unit::Whole => Word::UnitWhole,
    }
}
