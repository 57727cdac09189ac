//! The doors by which the widget takes in what others have written, each with what must hold for any input: no panic, no
//! endless work, and nothing that is larger than its limits. The fuzz targets call them, and so does `tests/hostile.rs`
//! with the corpus.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "not every target uses all; a test may fail"
)]

use fault_finder::battery::mdr::{Decoder, Talk, answer};
use fault_finder::battery::{Level, gatt_level};
use fault_finder::guide::{self, Guide, Value, check_limits, translate};
use fault_finder::session::{
    Event, Notice, Order, Page, Saved, Session, Settings, Shared, StepId, Time, TryResult, qr_code,
};
use std::rc::Rc;

const LAMP: &str = include_str!("../../tests/fixtures/desk-lamp.json");
const PAGE: &str = "https://help.example/lamp";
/// 2026-11-22T09:30:00Z.
const NOW: Time = Time(1_795_339_800_000);
/// The limits, as `src/guide/limits.rs` has them.
const DEEPEST: usize = 32;
const MOST_ENTRIES: usize = 1_000;
const MOST_VALUES: usize = 50_000;
/// The names of 32 levels, and what stands between them.
const LONGEST_PLACE: usize = DEEPEST * (4 * 200 + 8);

thread_local! {
    static LAMP_DOCUMENT: Value = serde_json::from_str(LAMP).unwrap();
    static LAMP_GUIDE: Rc<Guide> = Rc::new(guide::read_value(&LAMP_DOCUMENT.with(Clone::clone)).unwrap());
}

/// A guide, as text.
pub fn guide(data: &[u8]) {
    if let Some(document) = document(data) {
        read(&document, data);
    }
}

/// The lamp's guide with a few changes: each five bytes are where, and what.
pub fn edited(data: &[u8]) {
    let mut document = LAMP_DOCUMENT.with(Clone::clone);
    for change in data.chunks_exact(5).take(8) {
        let [high, low, kind, one, other] = *change else { return };
        let n_values = measured(&document, 0).values;
        let target = usize::from(u16::from_be_bytes([high, low])) % n_values;
        edit(&mut document, &mut target.clone(), kind, [one, other]);
    }
    if measured(&document, 0).is_within() {
        read(&document, data);
    }
}

/// A translation of the lamp's guide, as text.
pub fn translation(data: &[u8]) {
    let Some(words) = document(data) else { return };
    let mut translated = LAMP_DOCUMENT.with(Clone::clone);
    translate(&mut translated, &words);
    let n_values = |it: &Value| measured(it, 0).values;
    LAMP_DOCUMENT.with(|lamp| assert_eq!(n_values(&translated), n_values(lamp), "a translation changes words only"));
    read(&translated, data);
}

/// The code of a link, as it comes, and with the checksum that it should have.
pub fn link(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let guide = LAMP_GUIDE.with(Clone::clone);
    for code in [text.to_owned(), signed(&format!("1.{}.{}.{text}", guide.id, guide.version))] {
        if let Ok(shared) = Shared::read(&code, &guide) {
            assert!(code.len() <= 1_200);
            walk(Session::open(guide.clone(), settings(data), shared, NOW), data);
        }
    }
}

/// A stored session, as text.
pub fn stored(data: &[u8]) {
    let Some(document) = document(data) else { return };
    let Ok(saved) = Saved::try_from(document) else { return };
    assert!(saved.evidence.len() <= 300 && saved.readings.len() <= 100 && saved.ticked.len() <= 1_000);
    let session = Session::resume(LAMP_GUIDE.with(Clone::clone), settings(data), saved, NOW);
    let again = serde_json::to_string(session.saved()).unwrap();
    assert_eq!(check_limits(&again).err(), None);
    assert_eq!(
        serde_json::from_str::<Saved>(&again).ok().as_ref(),
        Some(session.saved()),
        "what is stored can be read"
    );
    walk(session, data);
}

/// What a device sends: in pieces, each a length, a time to wait, and that many bytes.
pub fn device(data: &[u8]) {
    let _ = answer(data);
    if let Level::Known(percent) = gatt_level(data) {
        assert!(percent.get() <= 100);
    }
    let (mut now, mut rest, mut n_sent, mut n_frames) = (0, data, 0, 0);
    let (mut talk, mut progress) = Talk::start(now);
    let mut decoder = Decoder::default();
    while progress.result.is_none() {
        assert!(now < 20_000, "a talk ends after 20 seconds");
        n_sent += progress.send.len();
        let wake_at = progress.wake_at.expect("a talk that goes on is woken");
        progress = if let [length, wait, bytes @ ..] = rest {
            let (piece, after) = bytes.split_at(bytes.len().min(usize::from(*length)));
            now += i64::from(*wait) * 16;
            rest = after;
            n_frames += decoder.push(piece).len();
            talk.arrived(piece, now)
        } else {
            now = wake_at;
            talk.woken(now)
        };
    }
    // An acknowledgement for each frame, and what is asked: 3 handshakes, and 5 batteries twice.
    n_sent += progress.send.len();
    assert!(n_sent <= n_frames + 13, "{n_sent} for {n_frames}");
    assert!(talk.readings().len() <= 5);
    let done = talk.arrived(data, now);
    assert!(done.send.is_empty() && done.result.is_none() && done.wake_at.is_none(), "a talk ends once");
}

/// The document in a text; nothing where it exceeds a limit, or is no JSON. What the limits say is true.
fn document(data: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(data).ok()?;
    let checked = check_limits(text);
    let parsed = serde_json::from_str::<Value>(text).ok();
    let size = parsed.as_ref().map(|it| measured(it, 0));
    match &checked {
        Ok(()) => assert!(size.is_none_or(Size::is_within), "what is too much has passed: {size:?}"),
        Err(excess) => {
            assert!(excess.at <= text.len() && !excess.error.place.is_empty());
            assert!(excess.error.place.len() <= LONGEST_PLACE);
            assert!(size.is_none_or(|it| !it.is_within()), "{excess:?} is not so: {size:?}");
        }
    }
    checked.ok().and(parsed)
}

/// Reads a document as a guide, and walks through it where it is one.
fn read(document: &Value, data: &[u8]) {
    match guide::read_value(document) {
        Ok(guide) => {
            let session = Session::new(Rc::new(guide), settings(data), NOW);
            walk(session, data);
        }
        Err(errors) => {
            assert!((1..=101).contains(&errors.len()));
            assert!(errors.iter().all(|it| !it.place.is_empty() && !it.to_string().is_empty()));
        }
    }
}

/// Goes a few steps, which the last bytes choose.
fn walk(mut session: Session, data: &[u8]) {
    let draws = is_drawn(data);
    session.update(Event::Ticked, NOW);
    for byte in data.iter().rev().take(if draws { 4 } else { 1 }) {
        if draws {
            drop(session.screen());
        }
        session.update(event(&session, *byte), NOW);
    }
    if draws {
        drop(session.screen());
        drop(session.record().json());
        let link = session.link(PAGE);
        drop(link.and_then(|it| qr_code(&it)));
    }
    // The session of somebody else is not stored.
    if session.shared().is_none() {
        let stored = serde_json::to_string(session.saved()).unwrap();
        assert!(serde_json::from_str::<Saved>(&stored).is_ok(), "what a walk stores can be read: {stored}");
    }
}

fn event(session: &Session, byte: u8) -> Event {
    let Notice::Step(step) = session.notice() else { return Event::WentBack };
    let choice = |id: &str| {
        let choices = session.guide().question(id).map(|it| it.choices.clone()).unwrap_or_default();
        choices.get(usize::from(byte) % choices.len().max(1)).map(|it| it.id.clone()).unwrap_or_default()
    };
    match (byte % 8, step) {
        (0, _) => Event::WentBack,
        (1, step) => Event::PutOff(step),
        (2, step) => Event::WaitStarted(step.id().to_owned()),
        (_, StepId::Dangers) => Event::DangersDenied,
        (3, StepId::Question(id)) => Event::NotSure(id),
        (_, StepId::Question(id)) => Event::Answered(id.clone(), choice(&id)),
        (3, StepId::Repair(id)) => Event::Tried(id, TryResult::CannotDo),
        (_, StepId::Repair(id)) => Event::Tried(id, TryResult::NotFixed),
        (_, StepId::Review) => Event::StepRequested(StepId::Service),
        (_, StepId::Service) => Event::KeptTrying,
    }
}

/// Planning and drawing take long, so that they are done for one input in so many only.
fn is_drawn(data: &[u8]) -> bool {
    data.iter().fold(0_u8, |sum, it| sum.wrapping_mul(31).wrapping_add(*it)).is_multiple_of(32)
}

fn settings(data: &[u8]) -> Settings {
    let order = if is_drawn(data) { Order::Best } else { Order::Article };
    Settings { order, page: Page::in_window(PAGE), is_stored: true, ..Settings::default() }
}

/// How large a document is.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    levels: usize,
    values: usize,
    entries: usize,
    chars: usize,
    image_chars: usize,
    name_chars: usize,
}

impl Size {
    fn is_within(self) -> bool {
        self.levels <= DEEPEST
            && self.values <= MOST_VALUES
            && self.entries <= MOST_ENTRIES
            && self.chars <= 10_000
            && self.image_chars <= 100_000
            && self.name_chars <= 200
    }

    fn join(self, other: Size) -> Size {
        Size {
            levels: self.levels.max(other.levels),
            values: self.values + other.values,
            entries: self.entries.max(other.entries),
            chars: self.chars.max(other.chars),
            image_chars: self.image_chars.max(other.image_chars),
            name_chars: self.name_chars.max(other.name_chars),
        }
    }
}

fn measured(value: &Value, n_above: usize) -> Size {
    let one = Size { values: 1, ..Size::default() };
    let holder = |entries| Size { levels: n_above + 1, entries, ..one };
    match value {
        Value::Text(text) => Size { chars: text.chars().count(), ..one },
        Value::List(items) => items.iter().map(|it| measured(it, n_above + 1)).fold(holder(items.len()), Size::join),
        Value::Object(fields) => fields.iter().fold(holder(fields.len()), |size, (name, value)| {
            let named = Size { name_chars: name.chars().count(), ..Size::default() };
            let of_value = match value {
                Value::Text(text) if name == "image" => Size { image_chars: text.chars().count(), ..one },
                other => measured(other, n_above + 1),
            };
            size.join(named).join(of_value)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => one,
    }
}

/// Changes the value that this many others come before.
fn edit(value: &mut Value, n_before: &mut usize, kind: u8, [one, other]: [u8; 2]) {
    if *n_before > 0 {
        *n_before -= 1;
        match value {
            Value::List(items) => {
                for item in items {
                    let n_values = measured(item, 0).values;
                    if *n_before < n_values {
                        return edit(item, n_before, kind, [one, other]);
                    }
                    *n_before -= n_values;
                }
            }
            Value::Object(fields) => {
                for (_, field) in fields {
                    let n_values = measured(field, 0).values;
                    if *n_before < n_values {
                        return edit(field, n_before, kind, [one, other]);
                    }
                    *n_before -= n_values;
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => (),
        }
        return;
    }
    let (index, byte) = (usize::from(one), f64::from(other));
    // Large guides take long to plan, and their limits are tested elsewhere.
    let count = usize::from(other) / 8;
    match (kind % 12, value) {
        (0, Value::List(items)) if !items.is_empty() => drop(items.remove(index % items.len())),
        (0, Value::Object(fields)) if !fields.is_empty() => drop(fields.remove(index % fields.len())),
        (1, Value::List(items)) if !items.is_empty() => items.push(items[index % items.len()].clone()),
        (2, Value::List(items)) if !items.is_empty() => {
            let item = items[index % items.len()].clone();
            items.resize(items.len().max(count), item);
        }
        (3, Value::List(items)) => items.reverse(),
        (4, Value::Object(fields)) => fields.push((ids()[index % ids().len()].to_owned(), Value::Number(byte / 255.0))),
        (5, value) => *value = Value::Text(ids()[index % ids().len()].to_owned()),
        (6, value) => *value = Value::Text("\u{202e}x".repeat(count)),
        (7, value) => *value = Value::Number(byte / 255.0),
        (8, value) => *value = Value::Number(byte * 10_f64.powi(i32::from(one.cast_signed()))),
        (9, value) => *value = Value::Number(f64::from(u16::from_be_bytes([one, other]))),
        (10, value) => *value = Value::Bool(one > 127),
        (11, value) => *value = if one > 127 { Value::List(Vec::new()) } else { Value::Object(Vec::new()) },
        (_, _) => (),
    }
}

/// Ids and words that mean something in the lamp's guide.
fn ids() -> [&'static str; 16] {
    [
        "sparks",
        "unplugged",
        "bulb-dead",
        "hot",
        "other-device",
        "yes",
        "no",
        "plug",
        "cool",
        "bulb",
        "*",
        "manual",
        "level",
        "present",
        "",
        "https://a.example",
    ]
}

/// A code with the checksum that it should have: CRC-32, to the base of 36.
fn signed(text: &str) -> String {
    let mut sum = !0_u32;
    for byte in text.bytes() {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    let (mut rest, mut digits) = (!sum, String::new());
    while rest > 0 || digits.is_empty() {
        digits.insert(0, char::from_digit(rest % 36, 36).unwrap_or_default());
        rest /= 36;
    }
    format!("{text}.{digits}")
}
