//! Walks through a guide: what is pressed goes in, the headings of the screens come out.

use crate::common;

use common::{EARBUDS, LAMP, Person};
use expect_test::{Expect, expect};
use fault_finder::session::{Body, Effect, Event, Notice, Outcome, StepId, TryResult, WaitScreen};

/// Presses one after the other, and compares what stands at the top of each screen.
fn check(guide: &str, labels: &[&str], expected: &Expect) {
    let mut person = Person::at(guide);
    let mut lines = vec![line(&person)];
    for label in labels {
        person.press(label);
        lines.push(line(&person));
    }
    expected.assert_eq(&lines.join("\n"));
}

fn line(person: &Person) -> String {
    let screen = person.screen();
    let count = if screen.count.is_empty() { "-".to_owned() } else { screen.count };
    format!("{count} | {}", screen.heading)
}

#[test]
fn the_article_is_followed_to_support() {
    let still = "Still not charging";
    check(
        EARBUDS,
        &["None of these", still, still, still, "Can’t do this", "Did that already", "Contact Sony"],
        &expect![[r#"
        Before we start | Is any of this true now, or was it when you last charged?
        Step 1 of 6 | Seat both earbuds again
        Step 2 of 6 | Charge the case with both earbuds in
        Step 3 of 6 | Wipe the metal contacts, dry
        Step 4 of 6 | Update the earbuds’ firmware
        Step 5 of 6 | Reset the earbuds
        Step 6 of 6 | Ask Sony for repair or replacement
        - | Support takes over"#]],
    );
}

#[test]
fn each_stage_can_be_the_fix() {
    for n_failures in 0..=5 {
        let mut person = Person::at(EARBUDS);
        person.press("None of these");
        for _ in 0..n_failures {
            person.press("Still not charging");
        }
        let at = person.session.notice();
        person.press("They charge now");
        assert_eq!(person.heading(), "Your earbuds charge again");
        let Notice::Step(step) = at else { panic!("{at:?}") };
        assert_eq!(person.session.notice(), Notice::Outcome(Outcome::Fixed(step)));
        assert_eq!(person.session.record().outcome, "fixed");
    }
}

#[test]
fn back_leads_through_every_step_to_the_start() {
    let dark = "Still dark";
    check(
        LAMP,
        &["None of these", dark, dark, dark, "Contact Acme", "Back", "Back", "Back", "Back", "Back"],
        &expect![[r#"
        Before we start | Is any of this true right now?
        Step 1 of 4 | Plug it in
        Step 2 of 4 | Let it cool
        Step 3 of 4 | Change the bulb
        Step 4 of 4 | Ask Acme
        - | Support takes over
        Step 4 of 4 | Ask Acme
        Step 3 of 4 | Change the bulb
        Step 2 of 4 | Let it cool
        Step 1 of 4 | Plug it in
        Before we start | Is any of this true right now?"#]],
    );
    assert!(Person::at(LAMP).screen().links.is_empty(), "nothing lies before the first step");
}

#[test]
fn an_earlier_answer_can_be_changed_and_the_others_stay() {
    let dark = "Still dark";
    check(
        LAMP,
        &["None of these", dark, dark, "Change: Plug it in", "Did that already", "It lights up"],
        &expect![[r#"
        Before we start | Is any of this true right now?
        Step 1 of 4 | Plug it in
        Step 2 of 4 | Let it cool
        Step 3 of 4 | Change the bulb
        Step 1 of 4 | Plug it in
        Step 3 of 4 | Change the bulb
        - | Your lamp works again"#]],
    );
    check(
        LAMP,
        &["None of these", dark, "Change: Plug it in", "Back"],
        &expect![[r#"
        Before we start | Is any of this true right now?
        Step 1 of 4 | Plug it in
        Step 2 of 4 | Let it cool
        Step 1 of 4 | Plug it in
        Step 2 of 4 | Let it cool"#]],
    );
}

#[test]
fn what_was_skipped_can_be_tried_before_support() {
    check(
        LAMP,
        &["None of these", "Can’t do this", "Still dark", "Still dark", "Plug it in", "It lights up"],
        &expect![[r#"
        Before we start | Is any of this true right now?
        Step 1 of 4 | Plug it in
        Step 2 of 4 | Let it cool
        Step 3 of 4 | Change the bulb
        Step 4 of 4 | Ask Acme
        Step 1 of 4 | Plug it in
        - | Your lamp works again"#]],
    );
}

#[test]
fn a_danger_stops_everything_and_back_undoes_it() {
    check(
        LAMP,
        &["It sparks", "Show me what to do", "Back", "None of these", "It looks dangerous", "Back"],
        &expect![[r#"
        Before we start | Is any of this true right now?
        Before we start | Is any of this true right now?
        - | Stop here
        Before we start | Is any of this true right now?
        Step 1 of 4 | Plug it in
        - | Is any of this true right now?
        Step 1 of 4 | Plug it in"#]],
    );
    let mut person = Person::at(LAMP);
    person.press("None of these").press("It looks dangerous").press("It sparks").press("Show me what to do");
    let Body::Stopped(screen) = person.screen().body else { panic!("not stopped") };
    assert_eq!(screen.advice, "Pull the plug.");
    assert_eq!(screen.dangers.len(), 1);
    assert_eq!(person.session.record().outcome, "stopped");
}

#[test]
fn who_does_not_say_which_danger_gets_the_advice_for_all() {
    let mut person = Person::at(LAMP);
    person.press("Yes: show me what to do");
    let Body::Stopped(screen) = person.screen().body else { panic!("not stopped") };
    assert_eq!(screen.dangers.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["It sparks", "It is wet"]);
}

#[test]
fn a_danger_that_is_ticked_cannot_be_denied() {
    let mut person = Person::at(LAMP);
    person.press("It sparks").send(Event::DangersDenied);
    assert_eq!(person.session.notice(), Notice::Step(StepId::Dangers));
    person.press("It sparks").press("None of these");
    assert_eq!(person.heading(), "Plug it in");
}

#[test]
fn a_danger_that_is_taken_back_takes_back_that_it_was_handed_over() {
    let mut person = Person::at(LAMP);
    person.press("Yes: show me what to do").press("Contact Acme");
    person.press("Change: Danger check").press("None of these");
    assert_eq!(person.heading(), "Plug it in");
}

#[test]
fn support_that_is_said_to_have_helped_can_be_taken_back() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark").press("Still dark").press("Still dark").press("It lights up");
    assert_eq!(person.heading(), "Your lamp works again");
    person.press("Change: Ask Acme");
    assert_eq!(person.heading(), "Ask Acme");
    person.press("Contact Acme");
    assert_eq!(person.heading(), "Support takes over");
}

#[test]
fn a_countdown_that_is_over_can_be_taken_away() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark").press("Start 10 min countdown").press("Back").wait(20);
    assert_eq!(person.session.page_title(), Some("Time is up"));
    person.press("To the countdown");
    assert_eq!(person.heading(), "Let it cool");
    person.press("Take the countdown away");
    assert_eq!(person.session.page_title(), None);
}

#[test]
fn what_the_article_does_not_have_is_offered_before_support() {
    let mut person = Person::at(EARBUDS);
    person.press("None of these");
    for _ in 0..5 {
        person.press("Still not charging");
    }
    let Body::Service(screen) = person.screen().body else { panic!("no service") };
    assert_eq!(screen.skipped.len(), 4);
    let first = screen.skipped.first().unwrap().label.clone();
    person.press(&first).press("They charge now");
    assert_eq!(person.session.record().outcome, "fixed");
}

#[test]
fn what_can_be_wrong_is_told_on_the_first_step() {
    let mut person = Person::at(LAMP);
    person.press("None of these");
    let Body::Repair(screen) = person.screen().body else { panic!("no repair") };
    assert_eq!(screen.more.notes.first().unwrap().heading, "What can be wrong");
    assert_eq!(screen.more.notes.first().unwrap().rows.len(), 3);
}

#[test]
fn starting_again_leaves_nothing() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Push the plug in.").press("Still dark").press("Start again");
    assert_eq!(person.effects.first(), Some(&Effect::Save));
    assert_eq!(person.screen().trail, None);
    person.press("None of these").press("Forget this");
    assert_eq!(person.effects.first(), Some(&Effect::Forget));
    assert_eq!(person.screen().trail, None);
}

#[test]
fn an_event_that_no_longer_applies_changes_nothing() {
    let tried = |id: &str| Event::Tried(id.to_owned(), TryResult::NotFixed);
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark");
    let before = person.session.saved().clone();
    let late = [
        tried("plug"),
        tried("bulb"),
        tried("no-such-repair"),
        Event::DangersDenied,
        Event::DangersReported,
        Event::DangerToggled("sparks".to_owned()),
        Event::InstructionToggled("plug".to_owned(), "push".to_owned()),
        Event::InstructionToggled("cool".to_owned(), "no-such-instruction".to_owned()),
        Event::WaitStarted("plug".to_owned()),
        Event::WaitCancelled("cool".to_owned()),
        Event::Ticked,
        Event::HandedOver,
        Event::ServiceFixed,
        Event::StepRequested(StepId::Repair("no-such-repair".to_owned())),
    ];
    for event in late {
        person.send(event.clone());
        assert_eq!(person.effects, [], "{event:?}");
        assert_eq!(*person.session.saved(), before, "{event:?}");
        assert_eq!(person.heading(), "Let it cool", "{event:?}");
    }
}

#[test]
fn ticked_instructions_stay_ticked() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Press the switch.").press("Still dark").press("Back");
    assert_eq!(ticks(&person), [false, true]);
    person.press("Press the switch.");
    assert_eq!(ticks(&person), [false, false]);
}

fn ticks(person: &Person) -> Vec<bool> {
    let Body::Repair(screen) = person.screen().body else { panic!("no repair") };
    screen.groups.iter().flat_map(|it| &it.rows).map(|it| it.is_ticked).collect()
}

#[test]
fn a_wait_counts_down_tells_what_falls_due_and_ends() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark").press("Start 10 min countdown");
    assert_eq!(remaining(&person), "10:00 | When it shows 6:00: Is it still warm?");
    person.wait(3);
    assert_eq!(person.effects, []);
    person.wait(1);
    assert_eq!(person.effects, [Effect::Announce("Is it still warm?".to_owned())]);
    assert_eq!(remaining(&person), "6:00 | Meanwhile: Is it still warm?");
    assert!(person.session.tick_ms().is_some());
    assert_eq!(person.session.page_title(), None);
    person.wait(60);
    assert_eq!(person.effects, [Effect::Announce("Switch it on.".to_owned())]);
    assert_eq!(remaining(&person), "Time is up | Switch it on.");
    assert_eq!(person.session.page_title(), Some("Time is up"));
    assert_eq!(person.session.tick_ms(), Some(60_000), "the danger check will be due again");
    person.press("Still dark");
    assert_eq!(person.session.page_title(), None);
}

#[test]
fn a_wait_can_be_stopped_and_started_once_only() {
    let mut person = Person::at(LAMP);
    person.press("None of these").press("Still dark").press("Start 10 min countdown");
    person.wait(2).send(Event::WaitStarted("cool".to_owned()));
    assert!(remaining(&person).starts_with("8:00"));
    person.press("Stop the countdown");
    assert!(remaining(&person).starts_with("ready"));
    assert_eq!(person.session.tick_ms(), Some(60_000), "the danger check will be due again");
}

#[test]
fn a_wait_ends_with_the_walk_wherever_it_was_started() {
    for last in ["It lights up", "It looks dangerous"] {
        let mut person = Person::at(LAMP);
        person.press("None of these").press("Still dark").press("Start 10 min countdown").press("Back").press(last);
        if last == "It looks dangerous" {
            assert!(person.session.tick_ms().is_some(), "looking at the dangers is no answer yet");
            person.press("Yes: show me what to do");
        }
        assert_eq!(person.session.saved().wait, None, "{last}");
        person.wait(60);
        assert_eq!(person.effects, [], "{last}");
    }
}

fn remaining(person: &Person) -> String {
    let Body::Repair(screen) = person.screen().body else { panic!("no repair") };
    match screen.wait.unwrap() {
        WaitScreen::Ready { text, .. } => format!("ready | {text}"),
        WaitScreen::Running { remaining, check_label, check, .. } => format!("{remaining} | {check_label} {check}"),
        WaitScreen::Over { heading, text, .. } => format!("{heading} | {text}"),
    }
}

#[test]
fn the_host_is_told_of_every_answer_and_the_end() {
    let mut person = Person::at(LAMP);
    let notices = |person: &Person| {
        let dispatched = person.effects.iter().filter_map(|it| match it {
            Effect::Dispatch(notice) => Some(notice.clone()),
            Effect::Save
            | Effect::Forget
            | Effect::Copy(_)
            | Effect::Print
            | Effect::LeaveShared
            | Effect::ReadBattery(..)
            | Effect::StopReading
            | Effect::Speak
            | Effect::AskToNotify
            | Effect::Notify(..)
            | Effect::Announce(_) => None,
        });
        dispatched.collect::<Vec<_>>()
    };
    let plug = StepId::Repair("plug".to_owned());
    person.press("None of these");
    assert_eq!(notices(&person), [Notice::DangersDenied, Notice::Step(plug.clone())]);
    person.press("It lights up");
    let answer = Notice::Answer(plug.clone(), "fixed".to_owned());
    assert_eq!(notices(&person), [answer, Notice::Outcome(Outcome::Fixed(plug))]);
}
