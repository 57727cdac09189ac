//! What battery levels answer, by the rules of the guide.

use super::time::Time;
use crate::battery::{Level, Reading, Source, Unit};
use crate::guide::{self, Measure, ReadingRule};
use serde::Serialize;

const MS_PER_MINUTE: f64 = 60_000.0;
/// How far apart two readings lie where the guide does not say.
const ANY_TIME: [f64; 2] = [0.0, 60.0];
/// What is as full as this has no room to rise.
const FULL: i32 = 95;

/// A reading, and when it was taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// When.
    pub at: Time,
    /// What was read.
    pub reading: Reading,
}

/// The choice that the latest reading stands for; nothing if it stands for none.
pub(super) fn choice<'a>(rule: &'a ReadingRule, readings: &[Taken]) -> Option<&'a str> {
    let number = f64::from(measured(rule, readings)?);
    let is_in = |range: &[f64]| matches!(range, [low, high] if (*low..=*high).contains(&number));
    rule.choices.iter().find(|(_, range)| is_in(range)).map(|(id, _)| id)
}

/// Whether a reading has told of the units that count.
pub(super) fn is_about(rule: &ReadingRule, readings: &[Taken]) -> bool {
    readings.iter().any(|taken| rule.units.iter().all(|it| taken.reading.of(unit(*it)).is_some()))
}

/// Whether the units that count can be told of in this way.
pub(super) fn can_tell(source: Source, rule: &ReadingRule) -> bool {
    match source {
        Source::Serial => true,
        Source::BatteryService => rule.units.iter().all(|it| *it == guide::Unit::Whole),
    }
}

/// What the rule makes of the latest reading.
fn measured(rule: &ReadingRule, readings: &[Taken]) -> Option<i32> {
    let (last, before) = readings.split_last()?;
    match rule.measure {
        Measure::Level => levels(rule, last)?.into_iter().min(),
        Measure::Present => {
            first_of_two(rule, before, last.at)?;
            let is_known = rule.units.iter().map(|it| is_known(last, unit(*it))).collect::<Option<Vec<_>>>()?;
            i32::try_from(is_known.into_iter().filter(|it| *it).count()).ok()
        }
        Measure::Rise => {
            let first = first_of_two(rule, before, last.at)?;
            rule.units.iter().filter_map(|it| rise(first, last, unit(*it))).min()
        }
    }
}

/// By how many percentage points a unit has risen since the first of two readings; nothing where that is not known, where
/// there was no room, or where the rule does not count it.
pub(super) fn risen(rule: &ReadingRule, readings: &[Taken], of: Unit) -> Option<i32> {
    let (last, before) = readings.split_last()?;
    let counts = rule.measure == Measure::Rise && rule.units.iter().any(|it| unit(*it) == of);
    rise(first_of_two(rule, before, last.at).filter(|_| counts)?, last, of)
}

fn rise(first: &Taken, last: &Taken, unit: Unit) -> Option<i32> {
    let before = level(first, unit).filter(|it| *it < FULL)?;
    Some(level(last, unit)? - before)
}

/// The reading that one at this time is the second to: the latest that told all levels and lies as far back as it must.
pub(super) fn first_of_two<'a>(rule: &ReadingRule, readings: &'a [Taken], at: Time) -> Option<&'a Taken> {
    let [from, to] = between(rule);
    let fits = |it: &&Taken| levels(rule, it).is_some() && (from..=to).contains(&minutes(at, it.at));
    readings.iter().rev().find(fits)
}

/// The reading to which another one can be the second, now or later.
pub(super) fn open_first<'a>(rule: &ReadingRule, readings: &'a [Taken], now: Time) -> Option<&'a Taken> {
    let [_, to] = between(rule);
    first_of_two(rule, readings, now).or_else(|| {
        let fits = |it: &&Taken| levels(rule, it).is_some() && minutes(now, it.at) <= to;
        readings.iter().rev().find(fits)
    })
}

/// For how many minutes more a second reading comes too early.
pub(super) fn minutes_to_go(rule: &ReadingRule, first: &Taken, now: Time) -> f64 {
    let [from, _] = between(rule);
    (from - minutes(now, first.at)).max(0.0)
}

fn between(rule: &ReadingRule) -> [f64; 2] {
    match rule.between.as_deref() {
        Some([from, to]) => [*from, *to],
        Some(_) | None => ANY_TIME,
    }
}

/// The levels of all units of the rule, in percent; nothing if one is not known.
fn levels(rule: &ReadingRule, taken: &Taken) -> Option<Vec<i32>> {
    rule.units.iter().map(|it| level(taken, unit(*it))).collect()
}

fn level(taken: &Taken, unit: Unit) -> Option<i32> {
    match taken.reading.of(unit)?.level {
        Level::Known(percent) => Some(i32::from(percent.get())),
        Level::NotReported | Level::Invalid => None,
    }
}

/// Whether a unit told its level; nothing if what it told makes no sense.
fn is_known(taken: &Taken, unit: Unit) -> Option<bool> {
    match taken.reading.of(unit)?.level {
        Level::Known(_) => Some(true),
        Level::NotReported => Some(false),
        Level::Invalid => None,
    }
}

#[allow(clippy::cast_precision_loss, reason = "a stretch of time in milliseconds is far below 2^53")]
pub(super) fn minutes(now: Time, earlier: Time) -> f64 {
    now.ms_since(earlier) as f64 / MS_PER_MINUTE
}

fn unit(unit: guide::Unit) -> Unit {
    match unit {
        guide::Unit::Left => Unit::Left,
        guide::Unit::Right => Unit::Right,
        guide::Unit::Case => Unit::Case,
        guide::Unit::Whole => Unit::Whole,
    }
}
