//! The record that goes to support, and the session that outlives the page.

use crate::common;

use common::{EARBUDS, LAMP, Person, START, article, guide, minutes_later, record_screen};
use expect_test::expect;
use fault_finder::session::{Detail, Effect, Event, Numbers, Plural, Saved, Session, Settings, Time, Words};
use serde_json::{Value, json};

fn person_at_the_end() -> Person {
    let mut person = Person::with_settings(EARBUDS, Settings { offset_minutes: 60, ..article() });
    let still = "Still not charging";
    for label in ["None of these", still, still, still, "Can’t do this", "Did that already", "Contact Sony"] {
        person.press(label);
    }
    person
}

#[test]
fn the_record_lists_all_six_stages_as_text() {
    let text = person_at_the_end().session.record().text(Words::default());
    expect![[r#"
        Sony WF-1000XM4: WF-1000XM4 not charging
        Started: 2026-11-22 10:30 +01:00
        Where it stands: handed over to support

        - Danger check: no sign of danger (10:31)
        - Seat both earbuds again: did not help (10:32)
        - Charge the case with both earbuds in: did not help (10:33)
        - Wipe the metal contacts, dry: did not help (10:34)
        - Update the earbuds’ firmware: not tried, not possible (10:35)
        - Reset the earbuds: was done before, did not help (10:36)
        - Ask Sony for repair or replacement: handed over (10:37)

        Guide: sony-wf-1000xm4-not-charging, 2026-11-22"#]]
    .assert_eq(&text);
}

#[test]
fn a_record_that_is_written_from_the_right_keeps_its_times_together() {
    let numbers =
        Numbers { plural: |_, _| Plural::Other, written: |_, it| it.to_string(), moment: |_, _, _| String::new() };
    let words = Words::read(&serde_json::from_str(r#"{ "language": "ar", "words": {} }"#).unwrap(), numbers).unwrap();
    let text = person_at_the_end().session.record().text(words);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[1], "Started: \u{2068}2026-11-22 10:30 +01:00\u{2069}");
    assert!(lines[4].ends_with("(\u{2068}10:31\u{2069})"), "{}", lines[4]);
}

#[test]
fn the_record_lists_all_six_stages_as_json() {
    let record = serde_json::to_value(person_at_the_end().session.record()).unwrap();
    let entries = record["entries"].as_array().unwrap();
    let steps: Vec<_> = entries.iter().map(|it| it["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["dangers", "seat", "charge-case", "dry-wipe", "firmware", "reset", "service"]);
    let results: Vec<_> = entries.iter().map(|it| it["result"].as_str().unwrap()).collect();
    let failed = "not-fixed";
    assert_eq!(results, ["none", failed, failed, failed, "cannot-do", "already-done", "handed-over"]);
    assert_eq!(record["outcome"], "service");
    assert_eq!(record["started"], "2026-11-22T10:30:00+01:00");
    assert_eq!(entries[1]["at"], "2026-11-22T10:32:00+01:00");
}

/// A person who is asked, has typed what they know, and is at support.
fn asked_person() -> Person {
    let mut person = Person::asked(EARBUDS);
    for label in ["None of these", "Only one of the earbuds", "Get support"] {
        person.press(label);
    }
    for (detail, text) in [(Detail::Serial, " 12\n34"), (Detail::Firmware, "2.0.1")] {
        person.send(Event::DetailChanged(detail, text.to_owned()));
        assert_eq!(person.effects, [Effect::Save]);
    }
    person
}

#[test]
fn the_record_says_what_it_could_be_and_what_the_person_has_added() {
    let person = asked_person();
    expect![[r#"
        Sony WF-1000XM4: WF-1000XM4 not charging
        Started: 2026-11-22 09:30 +00:00
        Where it stands: not solved yet

        What it could be:
        3 of 10: The metal contacts are dirty
        3 of 10: An earbud battery is worn or failing
        2 of 10: An earbud is not fully in place
        1 of 10: The ear tips are in the way
        1 of 20: The earbud software is stuck
        1 of 10: Rarer causes, all together

        - Danger check: no sign of danger (09:31)
        - What does not charge? Only one of the earbuds (09:32)

        Firmware version: 2.0.1
        Serial number:  1234

        Guide: sony-wf-1000xm4-not-charging, 2026-11-22"#]]
    .assert_eq(&record_screen(&person.screen()).text);
    let record = serde_json::to_value(person.session.record()).unwrap();
    let first = json!({ "fault": "contacts-dirty", "text": "The metal contacts are dirty", "share": "3 of 10" });
    assert_eq!(record["could_be"][0], first);
    assert_eq!(record["could_be"][5], json!({ "text": "Rarer causes, all together", "share": "1 of 10" }));
    assert_eq!(record["details"], json!({ "firmware": "2.0.1", "serial": " 1234" }));
}

#[test]
fn nobody_asks_what_it_could_have_been() {
    let mut person = asked_person();
    person.press("They charge now");
    assert_eq!(person.session.record().could_be, []);
    let mut person = Person::asked(LAMP);
    person.press("It sparks").press("Show me what to do");
    assert_eq!(person.session.record().could_be, []);
}

#[test]
fn what_was_added_is_short_and_goes_with_the_session() {
    let mut person = asked_person();
    person.send(Event::DetailChanged(Detail::Purchase, "é".repeat(100)));
    assert_eq!(person.session.saved().details.purchase, "é".repeat(40));
    let saved = serde_json::to_value(person.session.saved()).unwrap();
    let resumed = Session::resume(
        guide(EARBUDS),
        Settings::default(),
        serde_json::from_value(saved.clone()).unwrap(),
        person.now,
    );
    assert_eq!(resumed.saved().details, person.session.saved().details);
    let mut older = saved;
    older.as_object_mut().unwrap().remove("details");
    assert_eq!(serde_json::from_value::<Saved>(older.clone()).unwrap().details.serial, "");
    for name in ["details", "language", "readings", "wait"] {
        let mut damaged = older.clone();
        damaged.as_object_mut().unwrap().insert(name.to_owned(), json!(7));
        assert!(serde_json::from_value::<Saved>(damaged).is_err(), "{name}");
    }
    person.send(Event::Forgotten);
    assert_eq!(person.session.saved().details.firmware, "");
}

/// The text in a link that holds one.
fn decoded(url: &str) -> String {
    let mut parts = url.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_record_is_saved_as_text_and_as_data() {
    let person = asked_person();
    let screen = record_screen(&person.screen());
    let [text, data] = screen.files.as_slice() else { panic!("there are two files") };
    assert_eq!(text.name, "sony-wf-1000xm4-not-charging-record.txt");
    assert_eq!(decoded(&text.link.url), format!("data:text/plain;charset=utf-8,{}", screen.text));
    assert_eq!(data.name, "sony-wf-1000xm4-not-charging-record.json");
    let url = decoded(&data.link.url);
    let json: Value = serde_json::from_str(url.strip_prefix("data:application/json;charset=utf-8,").unwrap()).unwrap();
    assert_eq!(json, serde_json::to_value(person.session.record()).unwrap());
}

#[test]
fn an_email_holds_the_record_as_far_as_mail_programs_take_it() {
    let mut person = asked_person();
    let mail = |person: &Person| record_screen(&person.screen()).mail.url;
    let (head, body) = mail(&person).split_once("&body=").map(|(head, body)| (decoded(head), decoded(body))).unwrap();
    assert_eq!(head, "mailto:?subject=WF-1000XM4 not charging: what I have tried");
    let text = record_screen(&person.screen()).text;
    assert_eq!(body.trim_end().replace("\r\n", "\n"), text);

    person.session.change_settings(Settings {
        support_href: Some("mailto:help@example.org?subject=Help".to_owned()),
        ..article()
    });
    assert!(mail(&person).starts_with("mailto:help@example.org?subject=WF"));
}

#[test]
fn an_email_that_is_too_long_says_where_the_rest_is() {
    let mut person = person_at_the_end();
    for detail in [Detail::Firmware, Detail::Purchase, Detail::Serial] {
        person.send(Event::DetailChanged(detail, "電".repeat(40)));
    }
    let screen = record_screen(&person.screen());
    let (_, body) = screen.mail.url.split_once("&body=").unwrap();
    assert!((1_300..=1_800).contains(&body.len()), "{}", body.len());
    let body = decoded(body).replace("\r\n", "\n");
    let (kept, rest) = body.split_once("\n…\n\n").unwrap();
    assert!(screen.text.starts_with(kept) && screen.text[kept.len()..].starts_with('\n'));
    assert_eq!(
        rest,
        "The rest does not fit into an e-mail like this. In the guided help, press “Copy” and paste the whole record here."
    );
}

#[test]
fn the_record_is_printed_when_the_person_wants_it() {
    let mut person = asked_person();
    person.press("Print");
    assert_eq!(person.effects, [Effect::Print]);
}

#[test]
fn the_record_names_the_dangers() {
    let mut person = Person::at(LAMP);
    person.press("It sparks").press("It is wet").press("Show me what to do");
    let record = person.session.record();
    assert_eq!(record.entries[0].result_text, "It sparks; It is wet");
    person.press("Back").press("Yes: show me what to do");
    assert_eq!(person.session.record().entries[0].result_text, "a danger, not named");
}

#[test]
fn support_is_handed_to_once_however_often_the_link_is_followed() {
    let mut person = person_at_the_end();
    let before = person.session.record();
    person.press("Contact Sony");
    assert_eq!(person.session.record(), before);
}

#[test]
fn dates_are_right_at_the_edges_of_the_calendar() {
    let day = 86_400_000;
    for (time, offset, iso) in [
        (Time(0), 0, "1970-01-01T00:00:00+00:00"),
        (Time(0), -330, "1969-12-31T18:30:00-05:30"),
        (Time(951_782_399_999), 0, "2000-02-28T23:59:59+00:00"),
        (Time(951_782_400_000), 0, "2000-02-29T00:00:00+00:00"),
        (Time(951_782_400_000 + day), 0, "2000-03-01T00:00:00+00:00"),
        (Time(4_107_542_400_000), 0, "2100-03-01T00:00:00+00:00"),
        (Time(1_798_761_599_000), 0, "2026-12-31T23:59:59+00:00"),
    ] {
        assert_eq!(time.iso(offset), iso);
    }
}

/// Takes up a session that was stored as this JSON, a minute later.
fn resume(saved: &Value) -> Session {
    let saved: Saved = serde_json::from_value(saved.clone()).unwrap();
    let now = minutes_later(START, 1);
    let mut session = Session::resume(guide(LAMP), article(), saved, now);
    session.update(Event::Ticked, now);
    session
}

fn stored() -> Value {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark").press("Start 10 min countdown");
    serde_json::to_value(person.session.saved()).unwrap()
}

#[test]
fn a_stored_session_goes_on_where_it_was() {
    let session = resume(&stored());
    assert_eq!(session.screen().heading, "Let it cool");
    assert!(session.tick_ms().is_some());
}

#[test]
fn a_wait_that_ended_while_the_page_was_closed_is_over() {
    let mut saved = stored();
    saved["wait"]["started"] = json!(minutes_later(START, -30).0);
    let session = resume(&saved);
    assert!(session.is_wait_over());
}

#[test]
fn a_clock_that_was_set_back_makes_no_wait_longer() {
    let mut saved = stored();
    saved["wait"]["started"] = json!(minutes_later(START, 600).0);
    assert!(resume(&saved).tick_ms().is_some());
    let fault_finder::session::Body::Repair(screen) = resume(&saved).screen().body else { panic!("no repair") };
    let fault_finder::session::WaitScreen::Running { remaining, .. } = screen.wait.unwrap() else { panic!("no wait") };
    assert_eq!(remaining, "10:00");
}

#[test]
fn after_a_night_the_danger_check_is_asked_again() {
    let mut saved = stored();
    for (minutes, heading) in [(5 * 60, "Let it cool"), (7 * 60, "Is any of this true right now?")] {
        saved["evidence"][0]["at"] = json!(minutes_later(START, -minutes).0);
        assert_eq!(resume(&saved).screen().heading, heading);
    }
}

#[test]
fn of_another_version_what_still_applies_is_kept() {
    let mut saved = stored();
    saved["guide_version"] = json!("0");
    saved["evidence"].as_array_mut().unwrap().push(json!({ "at": 1, "finding": { "tried": ["gone", "fixed"] } }));
    saved["ticked"] = json!([["plug", "push"], ["plug", "gone"], ["gone", "x"]]);
    saved["wait"] = json!({ "step": "plug", "started": 1 });
    let mut session = resume(&saved);
    assert_eq!(session.screen().heading, "Is any of this true right now?", "the dangers may have changed");
    assert_eq!(session.saved().ticked, [("plug".to_owned(), "push".to_owned())]);
    assert_eq!(session.saved().wait, None);
    session.update(Event::DangersDenied, START);
    assert_eq!(session.screen().heading, "Let it cool", "the plug was tried");
}

#[test]
fn of_another_guide_or_format_nothing_is_kept() {
    for (field, value) in [("guide", json!("other")), ("format", json!(2))] {
        let mut saved = stored();
        saved[field] = value;
        assert_eq!(resume(&saved).screen().trail, None, "{field}");
    }
}
