//! An attempt: that there is one at a time, what goes on meanwhile, and what ends it.

use super::reader::{BOTH, NO_DANGER, ONE, READ, answer, read, reader, settings, tell, ticket, units};
use fault_finder::battery::{Failure, Phase, Source};
use fault_finder::session::{Effect, Event, Settings};

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
