//! Readings of battery levels in a session: what is offered, what they answer, and what is said when there is none.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes, reason = "a test may fail")]

mod common;

use common::{EARBUDS, LAMP, Person, guide};
use expect_test::{Expect, expect};
use fault_finder::battery::{
    Access, Barrier, Charging, Failure, Level, Percent, Phase, Source, Trouble, Unit, UnitReading,
};
use fault_finder::session::{
    Body, Effect, Event, Notice, ReadingScreen, ReadingState, Saved, Session, Settings, StepId, Ticket,
};

const ONE: &str = "Only one of the earbuds";
const BOTH: &str = "Both earbuds";
const NO_DANGER: &str = "None of these";
const READ: &str = "Read the levels";
const AGAIN: &str = "Read the levels again";

fn settings() -> Settings {
    let access = Access::By(vec![Source::Serial, Source::BatteryService]);
    Settings { reads_battery: true, access, is_stored: true, ..Settings::default() }
}

/// A person whose browser can reach the device, after these answers.
fn reader(labels: &[&str]) -> Person {
    let mut person = Person::with_settings(EARBUDS, settings());
    for label in labels {
        person.press(label);
    }
    person
}

/// A level, or none.
fn level(percent: Option<u8>) -> Level {
    percent.map_or(Level::NotReported, |it| Level::Known(Percent::new(it).unwrap()))
}

/// What a pair and its case tell.
fn units(left: Option<u8>, right: Option<u8>, case: Option<u8>) -> Vec<UnitReading> {
    let levels = [(Unit::Left, left), (Unit::Right, right), (Unit::Case, case)];
    let unit = |(unit, percent)| UnitReading { unit, level: level(percent), charging: Charging::No };
    levels.into_iter().map(unit).collect()
}

fn ticket(person: &Person) -> Ticket {
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
fn tell(person: &mut Person, label: &str, units: Vec<UnitReading>) {
    person.press(label);
    let ticket = ticket(person);
    person.send(Event::ReadingAdvanced(ticket, Phase::Connect));
    person.send(Event::ReadingAdvanced(ticket, Phase::Read));
    person.send(Event::ReadingFinished(ticket, Ok(units)));
}

fn fail(person: &mut Person, source: Source, failure: Failure) {
    person.send(Event::ReadingRequested(source));
    let ticket = ticket(person);
    person.send(Event::ReadingFinished(ticket, Err(failure)));
}

fn reading(person: &Person) -> Option<Box<ReadingScreen>> {
    match person.screen().body {
        Body::Question(screen) => screen.reading,
        Body::Repair(screen) => screen.reading,
        Body::Dangers(_) | Body::Review(_) | Body::Service(_) | Body::Fixed(_) | Body::Stopped(_) => None,
    }
}

/// What a person reads of it.
fn read(person: &Person) -> String {
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

fn check(person: &Person, expected: &Expect) {
    expected.assert_eq(&read(person));
}

/// The choice that a question was answered with.
fn answer(person: &Person, question: &str) -> Option<String> {
    let entries = person.session.record().entries;
    entries.into_iter().find(|it| it.step == question).map(|it| it.result)
}

#[test]
fn a_question_that_levels_answer_offers_to_read_them() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    check(
        &person,
        &expect![[r#"
        > Read the battery levels by Bluetooth
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        Your browser asks which device it may read. Only that one is read, and nothing leaves this page.
        [Read the levels]
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
    );
    person.press(READ);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        Your browser asks which device it may read. Only that one is read, and nothing leaves this page.
        Choose your device in the window of your browser.
        [Stop reading]
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
    );
    person.now = common::minutes_later(person.now, 1);
    person.send(Event::Ticked);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        Your browser asks which device it may read. Only that one is read, and nothing leaves this page.
        Choose your device in the window of your browser.
        No window, or an empty list? Switch Bluetooth on and pair your device with this computer or phone. Or stop, and answer by hand.
        [Stop reading]
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
    );
}

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
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
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
            (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
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
            (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
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

#[test]
fn a_word_of_help_is_said_once_when_it_takes_long() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    person.press(READ);
    let said = [9_000, 1_000, 1_000].map(|ms| {
        person.now.0 += ms;
        person.send(Event::Ticked).effects.clone()
    });
    let hint = "No window, or an empty list? Switch Bluetooth on and pair your device with this computer or phone. \
                Or stop, and answer by hand.";
    assert_eq!(said, [vec![], vec![Effect::Announce(hint.to_owned())], vec![]]);
    assert!(read(&person).contains(hint));
}

#[test]
fn one_attempt_runs_at_a_time_and_what_comes_late_is_dropped() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    person.press(READ);
    let first = ticket(&person);
    person.send(Event::ReadingRequested(Source::Serial));
    assert_eq!(person.effects, [], "a second click starts nothing");
    person.press("Stop reading");
    assert_eq!(person.effects, [Effect::StopReading, Effect::Announce("Reading has stopped.".to_owned())]);
    let before = read(&person);
    person.send(Event::ReadingFinished(first, Ok(units(Some(1), Some(1), Some(1)))));
    assert_eq!((read(&person), answer(&person, "case-light")), (before, None));
    person.press(READ);
    let second = ticket(&person);
    person.send(Event::ReadingFinished(first, Ok(units(Some(1), Some(1), Some(1)))));
    person.send(Event::ReadingAdvanced(first, Phase::Read));
    assert_eq!(answer(&person, "case-light"), None);
    person.send(Event::ReadingFinished(second, Ok(units(Some(1), Some(1), Some(99)))));
    assert_eq!(answer(&person, "case-light").as_deref(), Some("green"));
}

#[test]
fn a_press_that_comes_with_the_failure_was_meant_to_stop() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    person.press(READ);
    let ticket = ticket(&person);
    let failure = Failure::of(Source::Serial, Phase::Choose, "NotFoundError", "No port selected by the user.");
    person.send(Event::ReadingFinished(ticket, Err(failure)));
    person.send(Event::ReadingRequested(Source::Serial));
    assert_eq!(person.effects, []);
    person.press("Try again");
    assert!(matches!(person.effects.as_slice(), [Effect::ReadBattery(..), _]));
}

#[test]
fn whoever_answers_by_hand_meanwhile_goes_on_and_the_levels_follow() {
    let mut person = reader(&[NO_DANGER, ONE]);
    person.press(READ);
    let ticket = ticket(&person);
    person.press("Still not charging");
    assert!(read(&person).contains("[Stop reading]"), "it can be stopped where the person is now");
    person.send(Event::ReadingFinished(ticket, Ok(units(Some(80), Some(40), Some(55)))));
    assert_eq!(answer(&person, "case-light").as_deref(), Some("green"));
}

#[test]
fn levels_that_come_during_the_danger_check_call_nobody_away_from_it() {
    let mut person = reader(&[NO_DANGER, BOTH]);
    person.press(READ);
    let ticket = ticket(&person);
    person.press("It looks dangerous").press("An earbud or the case feels hot");
    person.send(Event::ReadingFinished(ticket, Ok(units(Some(80), Some(40), Some(55)))));
    assert_eq!(answer(&person, "case-light").as_deref(), Some("green"));
    person.press("Show me what to do");
    assert_eq!(person.heading(), "Stop here");
}

#[test]
fn the_end_of_a_session_ends_an_attempt() {
    for label in ["Start again", "Forget this", "They charge now"] {
        let mut person = reader(&[NO_DANGER, ONE]);
        person.press(READ).press(label);
        assert!(person.effects.contains(&Effect::StopReading), "{label}");
    }
    let mut person = reader(&[NO_DANGER, BOTH]);
    person.press(READ);
    assert_eq!(person.session.change_settings(settings()), [], "another wish of the host does not");
    let effects = person.session.change_settings(Settings { reads_battery: false, ..settings() });
    assert!(effects.contains(&Effect::StopReading), "the host does not want it any more");

    let mut person = reader(&[NO_DANGER, BOTH]);
    tell(&mut person, READ, units(Some(80), Some(40), Some(55)));
    person.press("Start again");
    assert_eq!(person.session.record().readings, []);
}

#[test]
fn where_nothing_can_be_read_there_is_no_button_and_one_line_says_why_on_request() {
    let told = |settings: Settings| {
        let mut person = Person::with_settings(EARBUDS, settings);
        person.press(NO_DANGER);
        assert_eq!(read(&person), "nothing", "nobody is nagged");
        person.press(BOTH);
        read(&person)
    };
    let without = |barrier| told(Settings { access: Access::Not(barrier), ..settings() });
    let lines = [without(Barrier::Browser), without(Barrier::InsecurePage), without(Barrier::Policy)];
    expect![[r#"
        > Can this page read the battery levels?
        Not in this browser. Chrome and Edge can. Everything here works by hand as well.
        > Can this page read the battery levels?
        Not on this page: it did not come over a secure connection (https). Answer by hand.
        > Can this page read the battery levels?
        Not on this page: the site, or the frame around this help, does not allow it. Answer by hand."#]]
    .assert_eq(&lines.join("\n"));
    assert_eq!(told(Settings { reads_battery: false, ..settings() }), "nothing");
}

#[test]
fn where_only_one_level_can_be_told_that_is_said_and_promises_nothing() {
    let settings = Settings { access: Access::By(vec![Source::BatteryService]), ..settings() };
    let mut person = Person::with_settings(EARBUDS, settings);
    person.press(NO_DANGER);
    assert_eq!(read(&person), "nothing", "it answers nothing here");
    person.press(BOTH);
    check(
        &person,
        &expect![[r#"
        > Read the battery levels by Bluetooth
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        Here this tells one level for all parts, and many devices do not tell it.
        Your browser asks which device it may read. Only that one is read, and nothing leaves this page.
        [Read the level]
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
    );
    let whole = UnitReading { unit: Unit::Whole, level: level(Some(77)), charging: Charging::Unknown };
    tell(&mut person, "Read the level", vec![whole]);
    assert_eq!(answer(&person, "case-light"), None);
    check(
        &person,
        &expect![[r#"
        v Read the battery levels by Bluetooth
        Read at 09:33, just now
        - Level: 77%
        These levels leave the question open. Please answer it yourself.
        Take both earbuds out of the case. They must be paired with this computer or phone, and connected to it.
        Here this tells one level for all parts, and many devices do not tell it.
        [Read the level]
        (Tried out with emulated earbuds only, not yet with a real pair of WF-1000XM4.)"#]],
    );
}

#[test]
fn a_guide_that_knows_no_way_offers_none() {
    let mut person = Person::with_settings(LAMP, settings());
    for _ in 0..4 {
        assert_eq!(read(&person), "nothing");
        let label = common::actions(&person.screen()).first().unwrap().label.clone();
        person.press(&label);
    }
}

/// What browsers say, as it was seen.
const SAID: [(Source, Phase, &str, &str); 24] = [
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Bluetooth adapter not available."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Bluetooth Low Energy not available."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "User cancelled the requestDevice() chooser."),
    (Source::BatteryService, Phase::Choose, "NotFoundError", "Web Bluetooth API globally disabled."),
    (
        Source::BatteryService,
        Phase::Choose,
        "NotFoundError",
        "User or their enterprise policy has disabled Web Bluetooth.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "NotFoundError",
        "User denied the browser permission to scan for Bluetooth devices.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "SecurityError",
        "Must be handling a user gesture to show a permission request.",
    ),
    (
        Source::BatteryService,
        Phase::Choose,
        "SecurityError",
        "Access to the feature \"bluetooth\" is disallowed by permissions policy.",
    ),
    (Source::BatteryService, Phase::Choose, "TypeError", "Invalid Service name."),
    (Source::Serial, Phase::Choose, "NotFoundError", "No port selected by the user."),
    (Source::Serial, Phase::Choose, "NotSupportedError", "Request failed"),
    (Source::BatteryService, Phase::Connect, "NetworkError", "Connection Error: Connection attempt failed."),
    (Source::BatteryService, Phase::Connect, "NotFoundError", "Does not exist."),
    (Source::Serial, Phase::Connect, "NetworkError", "Failed to open serial port."),
    (Source::Serial, Phase::Connect, "InvalidStateError", "The port is already open."),
    (Source::BatteryService, Phase::Read, "NotFoundError", "No Services matching UUID 0000180f-… found in Device."),
    (Source::BatteryService, Phase::Read, "SecurityError", "GATT operation not authorized."),
    (Source::BatteryService, Phase::Read, "NotSupportedError", "GATT operation failed for unknown reason."),
    (Source::BatteryService, Phase::Read, "NetworkError", "GATT Error: Not paired."),
    (
        Source::BatteryService,
        Phase::Read,
        "NetworkError",
        "GATT Server is disconnected. Cannot perform GATT operations.",
    ),
    (Source::BatteryService, Phase::Read, "InvalidModificationError", "GATT Error: invalid attribute length."),
    (Source::Serial, Phase::Read, "NetworkError", "The device has been lost."),
    (Source::Serial, Phase::Read, "UnknownError", "An unknown system error has occurred."),
    (Source::Serial, Phase::Read, "OddError", "Never seen."),
];

#[test]
#[allow(clippy::too_many_lines, reason = "a table of what is said")]
fn every_failure_is_told_in_plain_words_with_what_to_try_next() {
    let failures = SAID.map(|(source, phase, name, message)| (source, Failure::of(source, phase, name, message)));
    let own = [
        (Source::Serial, Failure::without_words(Phase::Connect, Trouble::TimedOut)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::TimedOut)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::LinkLost)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::FirstVersion)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::OddAnswer)),
        (Source::Serial, Failure::without_words(Phase::Read, Trouble::NoLevel)),
    ];
    let told = failures.into_iter().chain(own).map(|(source, failure)| {
        let mut person = reader(&[NO_DANGER, BOTH]);
        fail(&mut person, source, failure);
        let announced = person.effects.iter().any(|it| matches!(it, Effect::Announce(text) if !text.is_empty()));
        assert!(announced, "who does not see it hears of it");
        let Some(ReadingState::Failed { text, advice, detail, actions }) = reading(&person).unwrap().state else {
            panic!("a failure is shown")
        };
        let labels: Vec<_> = actions.into_iter().map(|it| it.label).collect();
        person.press("Green");
        assert_eq!(answer(&person, "case-light").as_deref(), Some("green"), "by hand it goes on");
        format!("{text}\n  {advice}\n  {detail}\n  {labels:?}")
    });
    expect![[r#"
        The browser finds no Bluetooth here.
          Open this page on a computer or phone that has it, or answer by hand.
          For support: choose, NotFoundError: Bluetooth adapter not available.
          ["Try again", "Read the levels"]
        The browser finds no Bluetooth here.
          Open this page on a computer or phone that has it, or answer by hand.
          For support: choose, NotFoundError: Bluetooth Low Energy not available.
          ["Try again", "Read the levels"]
        Nothing was chosen.
          Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with this computer or phone. Then try again.
          For support: choose, NotFoundError: User cancelled the requestDevice() chooser.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: Web Bluetooth API globally disabled.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: User or their enterprise policy has disabled Web Bluetooth.
          ["Try again", "Read the levels"]
        Bluetooth for web pages is switched off here.
          Look in the settings of the browser and the system, or answer by hand.
          For support: choose, NotFoundError: User denied the browser permission to scan for Bluetooth devices.
          ["Try again", "Read the levels"]
        The browser did not see that you pressed the button.
          Press it once more.
          For support: choose, SecurityError: Must be handling a user gesture to show a permission request.
          ["Try again", "Read the levels"]
        This page may not use Bluetooth.
          The site, or the frame around this help, does not allow it. Answer by hand.
          For support: choose, SecurityError: Access to the feature "bluetooth" is disallowed by permissions policy.
          ["Try again", "Read the levels"]
        This browser cannot read it in this way.
          Answer by hand, or open this page in Chrome or Edge.
          For support: choose, TypeError: Invalid Service name.
          ["Try again", "Read the levels"]
        Nothing was chosen.
          Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with this computer or phone. Then try again.
          For support: choose, NotFoundError: No port selected by the user.
          ["Try again", "Read one level, another way"]
        This browser cannot read it in this way.
          Answer by hand, or open this page in Chrome or Edge.
          For support: choose, NotSupportedError: Request failed
          ["Try again", "Read one level, another way"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NetworkError: Connection Error: Connection attempt failed.
          ["Try again", "Read the levels"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NotFoundError: Does not exist.
          ["Try again", "Read the levels"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, NetworkError: Failed to open serial port.
          ["Try again", "Read one level, another way"]
        Your device could not be reached.
          Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.
          For support: connect, InvalidStateError: The port is already open.
          ["Try again", "Read one level, another way"]
        Your device tells no level in this way. Many do not.
          Answer by hand.
          For support: read, NotFoundError: No Services matching UUID 0000180f-… found in Device.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, SecurityError: GATT operation not authorized.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, NotSupportedError: GATT operation failed for unknown reason.
          ["Try again", "Read the levels"]
        Your device does not allow it.
          Pair it with this computer or phone, then try again.
          For support: read, NetworkError: GATT Error: Not paired.
          ["Try again", "Read the levels"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, NetworkError: GATT Server is disconnected. Cannot perform GATT operations.
          ["Try again", "Read the levels"]
        What your device told is no battery level.
          Try again. If it says so again, answer by hand.
          For support: read, InvalidModificationError: GATT Error: invalid attribute length.
          ["Try again", "Read the levels"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, NetworkError: The device has been lost.
          ["Try again", "Read one level, another way"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, UnknownError: An unknown system error has occurred.
          ["Try again", "Read one level, another way"]
        Something else went wrong.
          Try again, or answer by hand.
          For support: read, OddError: Never seen.
          ["Try again", "Read one level, another way"]
        Your device did not answer in time.
          Take it out of its case, switch Bluetooth off and on, and try again.
          For support: connect, TimedOut
          ["Try again", "Read one level, another way"]
        Your device did not answer in time.
          Take it out of its case, switch Bluetooth off and on, and try again.
          For support: read, TimedOut
          ["Try again", "Read one level, another way"]
        The connection was lost.
          Keep your device out of its case and close by, then try again.
          For support: read, LinkLost
          ["Try again", "Read one level, another way"]
        Your device speaks an older language, in which asking is not safe.
          Nothing more was sent to it. Answer by hand.
          For support: read, FirstVersion
          ["Try again", "Read one level, another way"]
        What your device told is no battery level.
          Try again. If it says so again, answer by hand.
          For support: read, OddAnswer
          ["Try again", "Read one level, another way"]
        Your device answers, but tells no level.
          Take it out of its case and try again, or answer by hand.
          For support: read, NoLevel
          ["Try again", "Read one level, another way"]"#]].assert_eq(&told.collect::<Vec<_>>().join("\n"));
}
