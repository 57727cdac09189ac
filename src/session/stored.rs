//! Reads what was stored of a session. Whatever is not as it was written makes all of it unreadable; so does more than
//! any walk stores, because scripts of the page can write there as well.
//!
//! A deserializer for each type would weigh four times as much WebAssembly as this.

use super::attempt::MOST_KEPT;
use super::details::{Details, MAX_CHARS};
use super::evidence::{Finding, Observation, TryResult};
use super::lifetime::Days;
use super::reading::Taken;
use super::saved::{RunningWait, Saved};
use super::step::StepId;
use super::time::{LAST_MOMENT, Time};
use super::update::is_same_thing;
use crate::battery::{Charging, Level, Percent, Reading, Source, Unit, UnitReading};
use crate::guide::Value;

/// A walk has an observation for each of 64 questions and 64 repairs, and a few about dangers and support.
const MOST_OBSERVATIONS: usize = 200;
/// The instructions that are kept as ticked off.
pub(super) const MOST_TICKED: usize = 1_000;
/// The dangers that can be reported at once.
const MOST_DANGERS: usize = 1_000;
/// The characters of an id. A guide's have half of them at most.
const LONGEST_ID: usize = 200;

const SOURCES: [(&str, Source); 2] = [("serial", Source::Serial), ("battery-service", Source::BatteryService)];
const UNITS: [(&str, Unit); 4] =
    [("left", Unit::Left), ("right", Unit::Right), ("case", Unit::Case), ("whole", Unit::Whole)];
const CHARGING: [(&str, Charging); 4] =
    [("no", Charging::No), ("yes", Charging::Yes), ("charged", Charging::Charged), ("unknown", Charging::Unknown)];

impl TryFrom<Value> for Saved {
    type Error = &'static str;

    fn try_from(document: Value) -> Result<Saved, &'static str> {
        saved(&document).ok_or("this is no stored session")
    }
}

fn saved(document: &Value) -> Option<Saved> {
    let mut saved =
        Saved::empty(text(document, "guide")?, text(document, "guide_version")?, time(document.field("started")?)?);
    saved.format = whole(document.field("format")?)?.try_into().ok()?;
    saved.kept_for = or_default(document, "kept_for", days)?;
    saved.evidence = list(document.field("evidence")?, MOST_OBSERVATIONS, observation)?;
    if has_one_twice(&saved.evidence) {
        return None;
    }
    saved.readings = or_default(document, "readings", |it| list(it, MOST_KEPT, taken))?;
    saved.details = or_default(document, "details", details)?;
    saved.ticked = list(document.field("ticked")?, MOST_TICKED, pair)?;
    saved.wait = or_default(document, "wait", |it| running_wait(it).map(Some))?;
    saved.language = or_default(document, "language", |it| own_text(it).map(Some))?;
    saved.changed = match document.field("changed") {
        Some(it) => time(it)?,
        None => last_time(&saved),
    };
    Some(saved)
}

/// When a session was changed last that an earlier version has stored, as far as it tells.
fn last_time(saved: &Saved) -> Time {
    let found = saved.evidence.iter().map(|it| it.at);
    let read = saved.readings.iter().map(|it| it.at);
    let waited = saved.wait.iter().map(|it| it.started);
    found.chain(read).chain(waited).fold(saved.started, Time::max)
}

/// When a stored document was changed last, also where it is no session that can be read, or tells a moment that no
/// calendar has; nothing if it does not tell.
pub(super) fn last_change(document: &Value) -> Option<Time> {
    let told = |name| document.field(name).and_then(whole).map(Time);
    told("changed").or_else(|| Some(saved(document)?.changed)).or_else(|| told("started"))
}

/// For how many days it is kept.
pub(super) fn days(it: &Value) -> Option<Days> {
    Days::new(whole(it)?.try_into().ok()?)
}

/// Whether two observations are about the same thing: the later one takes the place of the earlier one in any walk.
fn has_one_twice(evidence: &[Observation]) -> bool {
    let is_later = |idx: usize, it: &Observation| {
        evidence.iter().skip(idx + 1).any(|later| is_same_thing(&it.finding, &later.finding))
    };
    evidence.iter().enumerate().any(|(idx, it)| is_later(idx, it))
}

fn observation(it: &Value) -> Option<Observation> {
    let is_read = or_default(it, "is_read", own_bool)?;
    Some(Observation { at: time(it.field("at")?)?, finding: finding(it.field("finding")?)?, is_read })
}

/// The name of what was found, alone or as the one field of an object that holds the rest.
fn finding(it: &Value) -> Option<Finding> {
    match it.as_text() {
        Some("no-danger") => return Some(Finding::NoDanger),
        Some("kept-trying") => return Some(Finding::KeptTrying),
        Some("handed-over") => return Some(Finding::HandedOver),
        Some("service-fixed") => return Some(Finding::ServiceFixed),
        Some(_) => return None,
        None => {}
    }
    let (name, rest) = it.only_field()?;
    match name {
        "danger" => list(rest, MOST_DANGERS, own_text).map(Finding::Danger),
        "answered" => pair(rest).map(|(question, choice)| Finding::Answered(question, choice)),
        "not-sure" => own_text(rest).map(Finding::NotSure),
        "tried" => {
            let (repair, result) = pair(rest)?;
            TryResult::ALL.into_iter().find(|it| it.id() == result).map(|it| Finding::Tried(repair, it))
        }
        "put-off" => step(rest).map(Finding::PutOff),
        _ => None,
    }
}

fn step(it: &Value) -> Option<StepId> {
    match it.as_text() {
        Some("dangers") => Some(StepId::Dangers),
        Some("review") => Some(StepId::Review),
        Some("service") => Some(StepId::Service),
        Some(_) => None,
        None => match it.only_field()? {
            ("question", id) => own_text(id).map(StepId::Question),
            ("repair", id) => own_text(id).map(StepId::Repair),
            _ => None,
        },
    }
}

fn taken(it: &Value) -> Option<Taken> {
    let reading = it.field("reading")?;
    let source = named(reading.text("source")?, &SOURCES)?;
    let units = list(reading.field("units")?, UNITS.len(), unit)?;
    Some(Taken { at: time(it.field("at")?)?, reading: Reading { source, units } })
}

fn unit(it: &Value) -> Option<UnitReading> {
    let level = it.field("level")?;
    let level = match level.as_text() {
        Some("not-reported") => Level::NotReported,
        Some("invalid") => Level::Invalid,
        Some(_) => return None,
        None => Level::Known(Percent::new(whole(level.field("known")?)?.try_into().ok()?)?),
    };
    let charging = named(it.text("charging")?, &CHARGING)?;
    Some(UnitReading { unit: named(it.text("unit")?, &UNITS)?, level, charging })
}

fn details(it: &Value) -> Option<Details> {
    if !matches!(it, Value::Object(_)) {
        return None;
    }
    let detail = |name| or_default(it, name, own_text).filter(|it| it.chars().count() <= MAX_CHARS);
    Some(Details { firmware: detail("firmware")?, purchase: detail("purchase")?, serial: detail("serial")? })
}

fn running_wait(it: &Value) -> Option<RunningWait> {
    let tells_end = or_default(it, "tells_end", own_bool)?;
    Some(RunningWait { step: text(it, "step")?, started: time(it.field("started")?)?, tells_end })
}

/// A field that need not be there; where it is there, it has to be readable.
fn or_default<T: Default>(it: &Value, name: &str, read: fn(&Value) -> Option<T>) -> Option<T> {
    it.field(name).map_or_else(|| Some(T::default()), read)
}

fn named<T: Copy>(name: &str, all: &[(&str, T)]) -> Option<T> {
    all.iter().find(|(it, _)| *it == name).map(|(_, it)| *it)
}

fn list<T>(it: &Value, most: usize, item: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    it.as_list().filter(|it| it.len() <= most)?.iter().map(item).collect()
}

fn pair(it: &Value) -> Option<(String, String)> {
    let [one, other] = it.as_list()? else { return None };
    Some((own_text(one)?, own_text(other)?))
}

fn text(it: &Value, name: &str) -> Option<String> {
    own_text(it.field(name)?)
}

fn own_text(it: &Value) -> Option<String> {
    it.as_text().filter(|it| it.chars().count() <= LONGEST_ID).map(str::to_owned)
}

fn own_bool(it: &Value) -> Option<bool> {
    if let Value::Bool(is_true) = it { Some(*is_true) } else { None }
}

fn time(it: &Value) -> Option<Time> {
    whole(it).filter(|it| (0..=LAST_MOMENT).contains(it)).map(Time)
}

/// A whole number that every JavaScript number can be.
#[expect(clippy::cast_possible_truncation, reason = "it is whole and far below 2^63")]
fn whole(it: &Value) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    let Value::Number(number) = it else { return None };
    (number.abs() <= LARGEST && number.fract() == 0.0).then_some(*number as i64)
}
