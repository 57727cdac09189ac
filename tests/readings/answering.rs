//! What levels answer, by one reading or by two, and what they leave open.

use super::reader::{AGAIN, BOTH, NO_DANGER, ONE, READ, answer, check, reader, settings, tell, ticket, units};
use crate::common::{self, EARBUDS, Person, guide};
use expect_test::expect;
use fault_finder::battery::Source;
use fault_finder::session::{Effect, Event, Notice, Saved, Session, StepId};

#[test]
fn a_level_answers_its_question_and_the_answer_says_where_it_comes_from() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    tell(&mut person, READ, units(Some(80), None, Some(20)));
    assert_eq!(answer(&person, "case-light").as_deref(), Some("orange"));
    let told = person.screen().told;
    let told: Vec<_> = told.iter().map(|(text, action)| format!("{text} [{}]", action.label)).collect();
    expect!["Take both earbuds out. What does the case light show? Orange (read from the device) [Change]"]
        .assert_eq(&told.join("\n"));
    expect![[r#"
        Sony WF-1000XM4: WF-1000XM4 not charging
        Started: 2026-11-22 09:30 +00:00
        Where it stands: not solved yet

        What it could be:
        5 of 10: The case itself is empty
        1 of 10: Cable, adaptor or port gives no power
        1 of 20: It is too hot or too cold to charge
        1 of 20: The case lies wrong on the wireless pad
        1 of 20: The metal contacts are dirty
        2 of 10: Rarer causes, all together

        - Danger check: no sign of danger (09:31)
        - What does not charge? Both earbuds (09:32)
        - Take both earbuds out. What does the case light show? Orange (read from the device) (09:33)
        - Battery levels: Left 80%; Right no level told; Case 20% (09:33)

        Guide: sony-wf-1000xm4-not-charging, 2026-11-22"#]]
    .assert_eq(&person.session.record().text(fault_finder::session::Words::default()));
    let answered = Notice::Answer(StepId::Question("case-light".to_owned()), "orange".to_owned());
    assert!(person.effects.contains(&Effect::Dispatch(answered)), "the host is told of it as of any answer");
    person.press("Change: Take both earbuds out. What does the case light show?").press("Green");
    assert_eq!(answer(&person, "case-light").as_deref(), Some("green"));
    person.press("Back");
    assert!(person.screen().told.is_empty(), "what was answered by hand is not told as read");
}

#[test]
fn what_was_answered_by_hand_stays() {
    let mut person = reader(&[NO_DANGER, BOTH, "Green"]);
    person.send(Event::ReadingRequested(Source::Serial));
    let ticket = ticket(&person);
    person.send(Event::ReadingFinished(ticket, Ok(units(Some(80), Some(70), Some(0)))));
    assert_eq!(answer(&person, "case-light").as_deref(), Some("green"));
}

#[test]
fn a_level_that_is_not_told_answers_nothing() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    tell(&mut person, READ, units(Some(80), None, None));
    assert_eq!(answer(&person, "case-light"), None);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Read at 09:33, just now
        - Left: 80%
        - Right: no level told
        - Case: no level told
        “No level told” means switched off, or in its closed case. It does not mean that it does not charge.
        These levels leave the question open. Please answer it yourself.
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        [Read the levels again]
        [Check whether it takes charge (15 min)]
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
}

#[test]
fn an_earbud_that_leaves_the_air_in_the_case_is_docked_and_one_that_stays_is_not() {
    for (right, choice) in [(None, "drops"), (Some(40), "connected")] {
        let mut person = reader(&[NO_DANGER, ONE]);
        person.send(Event::StepRequested(StepId::Question("still-connected".to_owned())));
        tell(&mut person, READ, units(Some(80), Some(40), Some(55)));
        assert_eq!(answer(&person, "still-connected"), None, "one reading says nothing of what the case does");
        assert_eq!(answer(&person, "case-light").as_deref(), Some("green"), "but it says how full that is");
        tell(&mut person, AGAIN, units(Some(80), right, Some(55)));
        assert_eq!(answer(&person, "still-connected").as_deref(), Some(choice));
    }
}

#[test]
fn an_earbud_that_was_silent_before_says_nothing_of_the_case() {
    let mut person = reader(&[NO_DANGER, ONE]);
    person.send(Event::StepRequested(StepId::Question("still-connected".to_owned())));
    for label in [READ, AGAIN] {
        tell(&mut person, label, units(Some(80), None, None));
    }
    assert_eq!(answer(&person, "still-connected"), None);
    check(
        &person,
        &expect![[r#"
            v Read the battery levels by Bluetooth
            Read at 09:34, just now
            - Left: 80%
            - Right: no level told
            - Case: no level told
            “No level told” means switched off, or in its closed case. It does not mean that it does not charge.
            These levels leave the question open. Please answer it yourself.
            Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
            Keep both outside for now, and read their levels once.
            [Read the levels again]
            [Check whether it takes charge (15 min)]
            (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
}

/// A person in the charge check, after the first of its readings, a reload and so many minutes.
fn charging(minutes: i64) -> Person {
    let mut person = reader(&[NO_DANGER, ONE]);
    tell(&mut person, READ, units(Some(50), Some(30), Some(55)));
    person.press("Check whether it takes charge (15 min)");
    person.press("Start 14 min countdown");
    let stored = serde_json::to_string(person.session.saved()).unwrap();
    let saved: Saved = serde_json::from_str(&stored).unwrap();
    let now = common::minutes_later(person.now, minutes);
    person.session = Session::resume(guide(EARBUDS), settings(), saved, now);
    person.now = now;
    person.send(Event::StepRequested(StepId::Question("watch-percent".to_owned())));
    person
}

#[test]
fn two_readings_tell_whether_each_earbud_takes_charge_also_over_a_reload() {
    let mut person = charging(13);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Read at 09:33, 15 min ago
        - Left: 50%
        - Right: 30%
        - Case: 55%
        When the time is up, take both earbuds out, let them connect, and read again.
        [Read the levels again]
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
    tell(&mut person, AGAIN, units(Some(72), Some(30), Some(50)));
    assert_eq!(answer(&person, "watch-percent").as_deref(), Some("stops-or-falls"));

    let mut person = charging(13);
    tell(&mut person, AGAIN, units(Some(72), Some(48), Some(50)));
    assert_eq!(answer(&person, "watch-percent").as_deref(), Some("rises"));
}

#[test]
fn a_charge_check_that_comes_too_early_or_misses_an_earbud_answers_nothing() {
    let mut person = charging(3);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Read at 09:33, 5 min ago
        - Left: 50%
        - Right: 30%
        - Case: 55%
        When the time is up, take both earbuds out, let them connect, and read again.
        Read again in 5 min or later.
        [Read the levels again]
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
    tell(&mut person, AGAIN, units(Some(60), Some(30), Some(50)));
    assert_eq!(answer(&person, "watch-percent"), None);

    let mut person = charging(13);
    tell(&mut person, AGAIN, units(None, None, Some(50)));
    assert_eq!(answer(&person, "watch-percent"), None);
    check(
        &person,
        &expect![[r#"
            v Read the battery levels by Bluetooth
            Read at 09:49, just now
            - Left: no level told
            - Right: no level told
            - Case: 50%
            “No level told” means switched off, or in its closed case. It does not mean that it does not charge.
            These levels leave the question open. Please answer it yourself.
            When the time is up, take both earbuds out, let them connect, and read again.
            [Read the levels again]
            (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
}

#[test]
fn an_earbud_that_was_full_has_no_room_to_rise() {
    let mut person = reader(&[NO_DANGER, ONE]);
    tell(&mut person, READ, units(Some(100), Some(100), Some(55)));
    person.press("Check whether it takes charge (15 min)");
    person.now = common::minutes_later(person.now, 15);
    tell(&mut person, AGAIN, units(Some(100), Some(99), Some(50)));
    assert_eq!(answer(&person, "watch-percent"), None);
}

#[test]
fn a_session_that_was_stored_before_there_were_readings_goes_on() {
    let person = reader(&[NO_DANGER, BOTH]);
    let mut stored = serde_json::to_value(person.session.saved()).unwrap();
    stored.as_object_mut().unwrap().remove("readings").unwrap();
    for observation in stored["evidence"].as_array_mut().unwrap() {
        observation.as_object_mut().unwrap().remove("is_read").unwrap();
    }
    let saved: Saved = serde_json::from_value(stored).unwrap();
    assert_eq!(saved, *person.session.saved());
}
