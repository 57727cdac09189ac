//! Reads a code, as it is written by `write.rs`. Whatever else is in it: it is damaged, and there is no session.

use super::super::details::{Detail, Details};
use super::super::evidence::{Finding, Observation, TryResult};
use super::super::reading::Taken;
use super::super::saved::Saved;
use super::super::step::StepId;
use super::super::time::{LAST_MOMENT, Time};
use super::super::update;
use super::checksum::checksum;
use super::{FORMAT, LinkProblem, MAX_LINK, Shared};
use crate::battery::{Charging, Level, Percent, Reading, Source, Unit, UnitReading};
use std::str::Split;

type Parts<'a> = Split<'a, char>;

/// The session in a code.
pub(super) fn decode(code: &str) -> Result<Shared, LinkProblem> {
    if code.len() > MAX_LINK {
        return Err(LinkProblem::Damaged);
    }
    let (format, _) = code.split_once('.').ok_or(LinkProblem::Damaged)?;
    let (text, sum) = code.rsplit_once('.').ok_or(LinkProblem::Damaged)?;
    if number(sum) != Some(i64::from(checksum(text))) {
        return Err(LinkProblem::Damaged);
    }
    if !format.chars().eq([FORMAT]) {
        return Err(LinkProblem::NewerFormat);
    }
    session(&mut text.split('.')).ok_or(LinkProblem::Damaged)
}

fn session(parts: &mut Parts<'_>) -> Option<Shared> {
    // The format is known by now.
    parts.next()?;
    let (guide, guide_version) = (unescaped(parts.next()?)?, unescaped(parts.next()?)?);
    let started = Time(number(parts.next()?).filter(|it| *it <= LAST_MOMENT)?);
    let saved = Saved::empty(guide, guide_version, started);
    let mut shared = Shared { saved, step: None, as_of: started, has_checked: false };
    while let Some(head) = parts.next() {
        thing(&mut shared, head, parts)?;
    }
    Some(shared)
}

/// Takes in one thing that is known: its head, and what follows of it.
fn thing(shared: &mut Shared, head: &str, parts: &mut Parts<'_>) -> Option<()> {
    let mut chars = head.chars();
    let letter = chars.next()?;
    let rest = chars.as_str();
    let (started, saved) = (shared.saved.started, &mut shared.saved);
    match (letter, rest) {
        ('f', "") => saved.details = detail(&saved.details, Detail::Firmware, parts)?,
        ('p', "") => saved.details = detail(&saved.details, Detail::Purchase, parts)?,
        ('i', "") => saved.details = detail(&saved.details, Detail::Serial, parts)?,
        ('v', "") => shared.step = Some(step(parts.next()?)?),
        ('b', _) => {
            let at = time(rest, started)?;
            saved.readings.push(Taken { at, reading: reading(parts.next()?)? });
            shared.as_of = shared.as_of.max(at);
        }
        _ => {
            let at = time(rest, started)?;
            let finding = finding(letter.to_ascii_lowercase(), parts)?;
            let observation = Observation { at, finding, is_read: letter.is_ascii_uppercase() };
            saved.evidence = update::with(&saved.evidence, observation);
            shared.as_of = shared.as_of.max(at);
        }
    }
    Some(())
}

fn detail(details: &Details, detail: Detail, parts: &mut Parts<'_>) -> Option<Details> {
    let mut details = details.clone();
    details.set(detail, &unescaped(parts.next()?)?);
    Some(details)
}

fn finding(letter: char, parts: &mut Parts<'_>) -> Option<Finding> {
    let mut id = || unescaped(parts.next()?);
    match letter {
        'n' => Some(Finding::NoDanger),
        'd' => {
            let n_ids: usize = id()?.parse().ok()?;
            // Each id takes up a part, so a count that is too large ends with the parts.
            (0..n_ids).map(|_| id()).collect::<Option<_>>().map(Finding::Danger)
        }
        'a' => Some(Finding::Answered(id()?, id()?)),
        'u' => Some(Finding::NotSure(id()?)),
        't' => Some(Finding::Tried(id()?, result(&id()?)?)),
        'l' => Some(Finding::PutOff(step(parts.next()?)?)),
        'k' => Some(Finding::KeptTrying),
        'h' => Some(Finding::HandedOver),
        's' => Some(Finding::ServiceFixed),
        _ => None,
    }
}

fn result(name: &str) -> Option<TryResult> {
    match name {
        "f" => Some(TryResult::Fixed),
        "n" => Some(TryResult::NotFixed),
        "a" => Some(TryResult::AlreadyDone),
        "c" => Some(TryResult::CannotDo),
        _ => None,
    }
}

fn step(name: &str) -> Option<StepId> {
    match (name.get(..1)?, name.get(1..)?) {
        ("d", "") => Some(StepId::Dangers),
        ("q", id) => unescaped(id).map(StepId::Question),
        ("r", id) => unescaped(id).map(StepId::Repair),
        ("w", "") => Some(StepId::Review),
        ("s", "") => Some(StepId::Service),
        _ => None,
    }
}

fn reading(text: &str) -> Option<Reading> {
    let source = match text.get(..1)? {
        "s" => Source::Serial,
        "b" => Source::BatteryService,
        _ => return None,
    };
    let units = text.as_bytes().get(1..)?.chunks(4).map(|it| unit(std::str::from_utf8(it).ok()?));
    Some(Reading { source, units: units.collect::<Option<_>>()? })
}

fn unit(text: &str) -> Option<UnitReading> {
    let unit = match text.get(..1)? {
        "l" => Unit::Left,
        "r" => Unit::Right,
        "c" => Unit::Case,
        "w" => Unit::Whole,
        _ => return None,
    };
    let level = match text.get(1..3)? {
        "no" => Level::NotReported,
        "xx" => Level::Invalid,
        digits => Level::Known(Percent::new(u8::from_str_radix(digits, 16).ok()?)?),
    };
    let charging = match text.get(3..)? {
        "n" => Charging::No,
        "y" => Charging::Yes,
        "f" => Charging::Charged,
        "u" => Charging::Unknown,
        _ => return None,
    };
    Some(UnitReading { unit, level, charging })
}

/// So many minutes from the one in which the session started, but never before that.
fn time(minutes: &str, started: Time) -> Option<Time> {
    let at = Time::of_minute(started.minute().checked_add(number(minutes)?)?).max(started);
    (at.0 <= LAST_MOMENT).then_some(at)
}

fn number(text: &str) -> Option<i64> {
    i64::from_str_radix(text, 36).ok().filter(|it| *it >= 0)
}

fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('_');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}
