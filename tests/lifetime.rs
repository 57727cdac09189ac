//! How long what is stored is kept, and what says so.

use crate::common;

use common::{LAMP, Person, START, article, minutes_later};
use fault_finder::guide::Value;
use fault_finder::session::{Days, Detail, Effect, Event, Saved, Session, Settings, Time, is_expired};
use serde_json::json;

const DAY: i64 = 24 * 60;

/// A lamp's session as it is stored, kept for so many days, at whose end a serial number was typed.
fn stored(days: u32) -> (serde_json::Value, Time) {
    let settings = Settings { is_stored: true, kept_for: Days::new(days).unwrap(), ..article() };
    let mut person = Person::with_settings(LAMP, settings);
    person.press("None of these").press("Still dark");
    person.now = minutes_later(person.now, 60);
    person.send(Event::DetailChanged(Detail::Serial, "7".to_owned()));
    assert_eq!(person.effects, [Effect::Save]);
    (serde_json::to_value(person.session.saved()).unwrap(), person.now)
}

fn expires(document: &serde_json::Value, days: u32, now: Time) -> bool {
    let document: Value = serde_json::from_value(document.clone()).unwrap();
    is_expired(&document, Days::new(days).unwrap(), now)
}

#[test]
fn a_session_is_kept_for_thirty_days_from_its_last_change_or_for_fewer() {
    for (stored_for, wanted, kept) in [(30, 30, 30), (7, 30, 7), (30, 7, 7), (1, 30, 1), (30, 1, 1)] {
        let (document, changed) = stored(stored_for);
        let at = |minutes: i64| expires(&document, wanted, minutes_later(changed, minutes));
        assert_eq!([0, kept * DAY - 1, kept * DAY, 1_000 * DAY].map(at), [false, false, true, true], "{kept}");
    }
}

#[test]
fn only_what_the_person_does_makes_it_younger() {
    let mut person = Person::at(LAMP);
    person.press("None of these");
    let changed = person.session.saved().changed;
    assert_eq!(changed, person.now);
    person.wait(DAY);
    let screen = person.screen();
    assert_eq!(person.session.saved().changed, changed, "looking is no change, and neither is time");
    let saved = person.session.saved().clone();
    let resumed = Session::resume(person.session.guide().clone(), article(), saved, person.now);
    assert_eq!(resumed.saved().changed, changed, "coming back is none");
    person.send(Event::InstructionToggled("plug".to_owned(), "push".to_owned()));
    assert_eq!(person.session.saved().changed, changed, "it lies behind the check: {}", screen.heading);
    person.press("None of these").send(Event::InstructionToggled("plug".to_owned(), "push".to_owned()));
    assert_eq!(person.session.saved().changed, person.now);
}

#[test]
fn a_clock_that_was_wrong_keeps_nothing_for_years() {
    let (document, changed) = stored(30);
    // Somewhere in the world it is always tomorrow.
    let ahead = |minutes: i64| expires(&document, 30, minutes_later(changed, -minutes));
    assert_eq!([DAY - 1, DAY, DAY + 1, 4_000 * DAY].map(ahead), [false, false, true, true]);
    for time in [i64::MAX, i64::MIN] {
        let mut odd = document.clone();
        // As many as a number in JSON can hold.
        odd["changed"] = json!(time.clamp(-9_007_199_254_740_991, 9_007_199_254_740_991));
        assert!(expires(&odd, 30, START), "{time}");
    }
}

#[test]
fn what_an_earlier_version_has_stored_still_reads_and_grows_old() {
    let (document, changed) = stored(30);
    let mut earlier = document.clone();
    for name in ["changed", "kept_for"] {
        earlier.as_object_mut().unwrap().remove(name);
    }
    let saved: Saved = serde_json::from_value(earlier.clone()).unwrap();
    // It did not say when something was typed; the last answer came an hour before that.
    let answered = minutes_later(changed, -60);
    assert_eq!((saved.changed, saved.kept_for, saved.details.serial.as_str()), (answered, Days::default(), "7"));
    assert!(!expires(&earlier, 30, minutes_later(answered, 30 * DAY - 1)));
    assert!(expires(&earlier, 30, minutes_later(answered, 30 * DAY)));
    // One without answers tells when it began.
    for (name, value) in [("evidence", json!([])), ("wait", json!(null))] {
        earlier[name] = value;
    }
    assert_eq!(serde_json::from_value::<Saved>(earlier).unwrap().changed, START);
}

#[test]
fn what_cannot_be_read_grows_old_as_well_and_what_is_not_ours_does_not() {
    let (document, changed) = stored(30);
    let much_later = minutes_later(changed, 31 * DAY);
    let with = |name: &str, value: serde_json::Value| {
        let mut document = document.clone();
        document[name] = value;
        document
    };
    for odd in [with("evidence", json!("none")), with("format", json!(9)), with("kept_for", json!(400))] {
        assert!(expires(&odd, 30, much_later) && !expires(&odd, 30, changed), "{odd}");
    }
    assert!(expires(&json!({ "started": START.0 }), 30, much_later));
    for foreign in [json!({}), json!([]), json!(7), json!({ "changed": "yesterday" }), json!(null)] {
        assert!(!expires(&foreign, 30, much_later), "{foreign}");
    }
}

#[test]
fn no_session_is_kept_for_longer_or_for_no_day() {
    assert_eq!([0, 1, 30, 31, u32::MAX].map(|it| Days::new(it).map(Days::get)), [None, Some(1), Some(30), None, None]);
    assert_eq!(Days::default().get(), 30);
    let (document, _) = stored(7);
    assert_eq!(document["kept_for"], json!(7));
    for days in [json!(0), json!(31), json!(-1), json!(1.5), json!("7")] {
        let mut damaged = document.clone();
        damaged["kept_for"] = days;
        assert!(serde_json::from_value::<Saved>(damaged.clone()).is_err(), "{damaged}");
    }
}

#[test]
fn the_widget_says_for_how_long() {
    let hint = |is_stored, days| {
        let kept_for = Days::new(days).unwrap();
        let mut person = Person::with_settings(LAMP, Settings { is_stored, kept_for, ..article() });
        person.press("None of these");
        person.screen().trail.unwrap().hint
    };
    let kept = |time: &str| {
        Some(format!(
            "Your answers are kept in this browser only, for {time} after your last change, so that you can come back."
        ))
    };
    assert_eq!([30, 7, 1].map(|it| hint(true, it)), ["30 days", "7 days", "a day"].map(kept));
    assert_eq!(hint(false, 30), None);
}
