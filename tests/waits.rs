//! Waits: what the clock does to them, how they remind, what can be done meanwhile; and what a changed answer changes.

use crate::common;

use common::{EARBUDS, LAMP, Person, START, guide, minutes_later};
use expect_test::{Expect, expect};
use fault_finder::session::{
    Body, Clocks, Effect, Event, Meanwhile, NotificationScreen, Page, Permission, Session, Settings, StepId, Time,
    TryResult, WaitScreen,
};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// How one comes to charge the case, and to wait half an hour for it.
const TO_THE_CASE: [&str; 3] = ["None of these", "Both earbuds", "No light, or it goes out at once"];
const START_WAIT: &str = "Start 30 min countdown";

/// A person with a lamp that cools down since two minutes.
fn cooling(settings: Settings) -> Person {
    let mut person = Person::with_settings(LAMP, Settings { is_stored: true, ..settings });
    person.press("None of these").press("Still dark").press("Start 10 min countdown").wait(2);
    person
}

fn charging() -> Person {
    let mut person = Person::asked(EARBUDS);
    for label in TO_THE_CASE.into_iter().chain([START_WAIT]) {
        person.press(label);
    }
    person
}

fn wait_of(person: &Person) -> WaitScreen {
    match person.screen().body {
        Body::Repair(screen) => screen.wait.unwrap(),
        Body::Question(screen) => screen.wait.unwrap(),
        body @ (Body::Dangers(_) | Body::Review(_) | Body::Service(_) | Body::Fixed(_) | Body::Stopped(_)) => {
            panic!("no wait: {body:?}")
        }
    }
}

/// What is left, and when it ends.
fn countdown(person: &Person) -> String {
    match wait_of(person) {
        WaitScreen::Ready { .. } => "ready".to_owned(),
        WaitScreen::Running { remaining, until, .. } => format!("{remaining}, {until}"),
        WaitScreen::Over { heading, .. } => heading,
    }
}

fn meanwhile(person: &Person) -> Meanwhile {
    let WaitScreen::Running { meanwhile, .. } = wait_of(person) else { panic!("it does not run") };
    *meanwhile
}

#[test]
fn a_clock_that_is_moved_neither_stops_nor_moves_the_countdown() {
    for moved in [-HOUR, HOUR] {
        let mut person = cooling(common::article());
        assert_eq!(countdown(&person), "8:00, Until 09:43");
        person.now = Time(person.now.0 + moved);
        person.send(Event::ClockMoved(moved));
        assert_eq!(person.effects, [Effect::Save]);
        let until = if moved < 0 { "08:43" } else { "10:43" };
        assert_eq!(countdown(&person), format!("8:00, Until {until}"));
        person.wait(3);
        assert_eq!(countdown(&person), format!("5:00, Until {until}"));
        assert_eq!(person.effects, [Effect::Announce("Is it still warm?".to_owned())]);
        person.wait(5);
        assert_eq!(countdown(&person), "Time is up");
    }
}

#[test]
fn nothing_that_was_told_is_told_again_when_the_clock_is_moved() {
    let mut person = cooling(common::article());
    person.wait(4);
    assert_eq!(person.effects, [Effect::Announce("Is it still warm?".to_owned())]);
    person.now = Time(person.now.0 + HOUR);
    person.send(Event::ClockMoved(HOUR)).send(Event::Ticked);
    assert_eq!(person.effects, []);
}

/// What the clocks say at a moment, and by how much the system clock was moved until a later one, both in seconds.
fn check_clocks(system: i64, steady: i64, was_in_sight: bool, expected: i64) {
    let earlier = Clocks { system: START, steady_ms: 7_000, was_in_sight: true };
    let later = Clocks { system: Time(START.0 + system * 1000), steady_ms: 7_000 + steady * 1000, was_in_sight };
    assert_eq!(later.moved_since(earlier), expected * 1000, "{system} {steady} {was_in_sight}");
}

#[test]
fn a_moved_clock_is_told_from_a_computer_that_has_slept() {
    for was_in_sight in [true, false] {
        // Time goes by, with a little correction.
        check_clocks(1, 1, was_in_sight, 0);
        check_clocks(2, 1, was_in_sight, 0);
        check_clocks(0, 1, was_in_sight, 0);
        check_clocks(60, 60, was_in_sight, 0);
        // Nothing but a hand sets a clock back.
        check_clocks(-3599, 1, was_in_sight, -3600);
        check_clocks(-3540, 60, was_in_sight, -3600);
    }
    check_clocks(3601, 1, true, 3600);
    // A page out of sight, or one that has not looked for long, may have slept.
    check_clocks(3601, 1, false, 0);
    check_clocks(3602, 2, true, 0);
}

#[test]
fn a_start_in_the_future_begins_the_wait_anew_at_most() {
    let mut person = cooling(common::article());
    person.wait(1);
    let earlier = Time(person.now.0 - HOUR);
    let saved = person.session.saved().clone();
    person.session = Session::resume(guide(LAMP), common::article(), saved, earlier);
    person.now = earlier;
    // Nobody knows when it was that there was no danger.
    person.send(Event::Tried("cool".to_owned(), TryResult::NotFixed)).send(Event::DangersDenied);
    assert!(countdown(&person).starts_with("10:00"));
    person.wait(2);
    assert!(countdown(&person).starts_with("8:00"));
}

#[test]
fn what_falls_due_is_told_also_where_something_else_happens_in_that_moment() {
    let mut person = cooling(common::article());
    person.now = minutes_later(person.now, 8);
    person.send(Event::InstructionToggled("cool".to_owned(), "off".to_owned()));
    assert!(person.session.tick_ms().is_some());
    person.send(Event::Ticked);
    assert_eq!(person.effects, [Effect::Announce("Switch it on.".to_owned())]);
    assert_eq!(person.session.tick_ms(), Some(60_000), "the danger check will be due again");
}

#[test]
fn the_page_may_be_closed_where_the_session_is_stored() {
    let may_close = |is_stored| {
        let mut person = Person::with_settings(LAMP, Settings { is_stored, ..common::article() });
        person.press("None of these").press("Still dark").press("Start 10 min countdown");
        meanwhile(&person).may_close
    };
    assert_eq!([true, false].map(may_close), ["You may close this page. The countdown goes on.", ""]);
}

#[test]
fn a_reminder_is_the_same_file_for_as_long_as_the_wait_is_the_same() {
    let address = "https://jo:secret@acme.example/help,2?visitor=7&next=a/b#top";
    let page = Page::in_window(address);
    let mut person = cooling(Settings { page, ..common::article() });
    let before = meanwhile(&person).calendar;
    assert_eq!(meanwhile(&person).file_name, "desk-lamp-dark.ics");
    let text = before.url.strip_prefix("data:text/calendar;charset=utf-8,").unwrap();
    for expected in [
        "DTSTART:20261122T094300Z\r\n",
        "DTSTAMP:20261122T093300Z\r\n",
        "SUMMARY:Time is up: Let it cool\r\n",
        "DESCRIPTION:Switch it on.\r\n",
        "URL:https://acme.example/help,2\r\n",
    ] {
        assert!(unescaped(text).contains(expected), "{expected} in {}", unescaped(text));
    }
    for private in ["jo", "secret", "visitor", "next", "top", "2026-11-22", "plug"] {
        assert!(!unescaped(text).contains(private), "{private} in {}", unescaped(text));
    }
    person.wait(1);
    assert_eq!(meanwhile(&person).calendar, before);
    person.press("Stop the countdown").press("Start 10 min countdown");
    assert_ne!(meanwhile(&person).calendar.url, before.url);
    // A frame alone is not the page that the person was on.
    for page in [None, Page::in_frame(address)] {
        let person = cooling(Settings { page, ..common::article() });
        assert!(!unescaped(&meanwhile(&person).calendar.url).contains("URL:"));
    }
}

/// A text from a URL.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}

const NOTIFY: &str = "Tell me when time is up";
const TOLD: &str = "You will be told when time is up, as long as this page stays open.";
const NOT_TOLD: &str = "Your browser does not allow notifications here.";

fn may_notify(notifications: Permission) -> Settings {
    Settings { notifications, ..common::article() }
}

/// Whether there is a button, whether it is on, and how it stands.
fn notification(person: &Person) -> Option<(bool, String)> {
    meanwhile(person).notification.map(|NotificationScreen { is_on, state, .. }| (is_on, state))
}

#[test]
fn nobody_is_told_by_the_browser_without_asking_for_it() {
    let mut person = cooling(may_notify(Permission::Granted));
    assert_eq!(notification(&person), Some((false, String::new())));
    person.wait(60);
    assert_eq!(person.effects, [Effect::Announce("Switch it on.".to_owned())]);
    for permission in [Permission::Absent, Permission::Refused] {
        let mut person = cooling(may_notify(permission));
        assert_eq!(notification(&person), None);
        person.send(Event::NotificationAnswered(permission));
        assert_eq!(person.effects, []);
    }
    let mut person = cooling(may_notify(Permission::Absent));
    person.send(Event::NotificationToggled);
    assert_eq!(person.effects, []);
}

#[test]
fn who_asks_for_it_is_told_once_when_time_is_up() {
    let mut person = cooling(may_notify(Permission::NotAsked));
    person.press(NOTIFY);
    assert_eq!(person.effects, [Effect::Save, Effect::AskToNotify]);
    assert_eq!(notification(&person), Some((false, String::new())));
    person.send(Event::NotificationAnswered(Permission::Granted));
    assert_eq!(person.effects, [Effect::Announce(TOLD.to_owned())]);
    assert_eq!(notification(&person), Some((true, TOLD.to_owned())));
    person.wait(60);
    let over = "Switch it on.".to_owned();
    assert_eq!(person.effects, [Effect::Announce(over.clone()), Effect::Notify("Time is up".to_owned(), over)]);
    person.wait(1);
    assert_eq!(person.effects, []);
}

#[test]
fn a_wish_to_be_told_can_be_taken_back_and_outlives_a_reload() {
    let mut person = cooling(may_notify(Permission::Granted));
    person.press(NOTIFY);
    assert_eq!(person.effects, [Effect::Save, Effect::Announce(TOLD.to_owned())]);
    let saved = person.session.saved().clone();
    let resumed = |permission| Session::resume(guide(LAMP), may_notify(permission), saved.clone(), person.now);
    let at = |permission| {
        let person = Person { session: resumed(permission), now: person.now, effects: Vec::new() };
        notification(&person)
    };
    assert_eq!(at(Permission::Granted), Some((true, TOLD.to_owned())));
    assert_eq!(at(Permission::NotAsked), Some((false, String::new())));
    person.press(NOTIFY);
    assert_eq!(person.effects, [Effect::Save]);
    assert_eq!(notification(&person), Some((false, String::new())));
    person.wait(60);
    assert_eq!(person.effects.len(), 1);
}

#[test]
fn who_refuses_to_be_told_reads_so_and_can_ask_again() {
    let mut person = cooling(may_notify(Permission::NotAsked));
    person.press(NOTIFY).send(Event::NotificationAnswered(Permission::NotAsked));
    assert_eq!((notification(&person), person.effects.len()), (Some((false, String::new())), 0));
    person.press(NOTIFY).send(Event::NotificationAnswered(Permission::Refused));
    assert_eq!(person.effects, [Effect::Announce(NOT_TOLD.to_owned())]);
    assert_eq!(notification(&person), Some((false, NOT_TOLD.to_owned())));
    person.press(NOTIFY);
    assert_eq!(person.effects, [Effect::Save, Effect::AskToNotify]);
    person.wait(60);
    assert_eq!(person.effects.len(), 1);
}

/// The question that is offered meanwhile.
fn quick(person: &Person) -> Option<String> {
    meanwhile(person).question.map(|it| it.action.label)
}

#[test]
fn a_quick_question_leads_back_to_the_countdown() {
    let mut person = charging();
    let question = quick(&person).unwrap();
    person.press(&question);
    assert_eq!(person.heading(), question);
    person.press("Back");
    assert_eq!(person.heading(), "Charge the case with both earbuds in");
    let mut asked = Vec::new();
    while let Some(question) = quick(&person) {
        person.press(&question).press("Not sure");
        asked.push(question);
        assert_eq!(person.heading(), "Charge the case with both earbuds in");
    }
    expect![[r#"
        [
            "How do you charge the case?",
            "How warm is it where you charge?",
            "Did they lie unused for six months or longer?",
        ]
    "#]]
    .assert_debug_eq(&asked);
    person.press("Still not charging");
    assert_eq!(person.session.saved().wait, None);
}

#[test]
fn an_answer_in_between_that_changes_the_plan_still_leads_back_and_a_reload_does_as_well() {
    let mut person = charging();
    person.send(Event::StepRequested(StepId::Question("stored-long".to_owned()))).press("Yes");
    assert_eq!(person.heading(), "Charge the case with both earbuds in");
    assert!(countdown(&person).starts_with("29:00"));
    let saved = person.session.saved().clone();
    person.session = Session::resume(guide(EARBUDS), Settings::default(), saved, person.now);
    assert!(countdown(&person).starts_with("29:00"));
    // But whoever may be in danger is asked about that first.
    let saved = person.session.saved().clone();
    person.session = Session::resume(guide(EARBUDS), Settings::default(), saved, minutes_later(person.now, 7 * 60));
    assert_eq!(person.heading(), "Is any of this true now, or was it when you last charged?");
}

#[test]
fn an_answer_in_between_that_is_a_danger_ends_the_wait() {
    let mut person = charging();
    person.send(Event::StepRequested(StepId::Question("got-wet".to_owned())));
    person.press("Yes, and something may still be damp");
    assert_eq!(person.heading(), "Stop here");
    assert_eq!(person.session.saved().wait, None);
}

#[test]
fn what_was_put_off_is_not_offered_and_neither_is_what_changes_nothing() {
    let mut person = charging();
    let question = quick(&person).unwrap();
    person.press(&question).press("Later");
    assert_ne!(quick(&person).unwrap(), question);
    let mut person = Person::at(EARBUDS);
    person.press("None of these").press("Still not charging").press(START_WAIT);
    assert_eq!(quick(&person), None, "who follows the article is asked nothing");
}

/// Presses one after the other, and compares the trail and what is said of a change.
fn check_trail(guide: &str, labels: &[&str], expected: &Expect) {
    let mut person = Person::asked(guide);
    for label in labels {
        person.press(label);
    }
    let screen = person.screen();
    let row = |text: String, result: String, moved: String| format!("{text} | {result} | {moved}");
    let rows = screen.trail.unwrap().rows.into_iter().map(|it| row(it.text, it.result, it.moved));
    let since = screen.could_be.map(|it| it.changed).unwrap_or_default();
    let lines: Vec<_> = rows.chain([format!("now: {}", screen.heading), screen.changed, since]).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn the_trail_says_what_each_answer_has_changed() {
    check_trail(
        EARBUDS,
        &["None of these", "Only one of the earbuds", "Still not charging", "Not sure"],
        &expect![[r#"
            Danger check | no sign of danger | 
            What does not charge? | Only one of the earbuds | made more likely: The metal contacts are dirty
            Seat both earbuds again | did not help | made less likely: An earbud is not fully in place
            Put one earbud in. Does the case light come on? | not sure | 
            now: Wipe the metal contacts, dry

        "#]],
    );
}

#[test]
fn a_changed_answer_is_told_on_the_next_screen_only() {
    let labels = [
        "None of these",
        "Only one of the earbuds",
        "Still not charging",
        "Change: What does not charge?",
        "Both earbuds",
        "Not sure",
    ];
    check_trail(
        EARBUDS,
        &labels[..5],
        &expect![[r#"
        Danger check | no sign of danger | 
        Seat both earbuds again | did not help | made less likely: An earbud is not fully in place
        What does not charge? | Both earbuds | made less likely: An earbud battery is worn or failing
        now: Take both earbuds out. What does the case light show?
        Changed: “Both earbuds”, before “Only one of the earbuds”. More likely since your last answer: The case itself is empty.
    "#]],
    );
    check_trail(
        EARBUDS,
        &labels,
        &expect![[r#"
        Danger check | no sign of danger | 
        Seat both earbuds again | did not help | made less likely: An earbud is not fully in place
        What does not charge? | Both earbuds | made less likely: An earbud battery is worn or failing
        Take both earbuds out. What does the case light show? | not sure | 
        now: How warm is it where you charge?

    "#]],
    );
}

#[test]
fn a_result_that_voids_an_answer_says_so() {
    let mut person = Person::asked(LAMP);
    person.press("None of these").press("Did that already");
    person.send(Event::StepRequested(StepId::Question("other-device".to_owned()))).press("Yes");
    person.press("Change: Plug it in").press("Still dark");
    let changed = person.screen().changed;
    expect!["Changed: “did not help”, before “was done before, did not help”. More likely since your last answer: No power. No longer counts: “Does another device work in the same socket?”."].assert_eq(&changed);
}

#[test]
fn the_same_answer_again_and_one_that_was_left_open_are_no_change() {
    let same = ["None of these", "Only one of the earbuds", "Change: What does not charge?", "Only one of the earbuds"];
    let open = |left| ["None of these", left, "Change: What does not charge?", "Only one of the earbuds"];
    for labels in [same, open("Later"), open("Not sure")] {
        let mut person = Person::asked(EARBUDS);
        for label in labels {
            person.press(label);
        }
        assert_eq!(person.screen().changed, "");
    }
}
