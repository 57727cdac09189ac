//! Nobody gets past the danger check: by a link, after six hours, or in any other way in. No answer is lost by it.

use crate::common;

use common::{EARBUDS, LAMP, Person, article, guide, minutes_later, signed};
use fault_finder::guide::Guide;
use fault_finder::session::{
    Body, Effect, Event, Notice, Order, Session, Settings, Shared, StepId, Time, TryResult, WaitScreen,
};
use std::rc::Rc;

const HOUR: i64 = 60;
const NONE: &str = "None of these";
const BY_OTHERS: &str = "Somebody else answered this, at an earlier time.";
const LONG_AGO: &str = "You were asked this some hours ago, and things may have changed.";

/// The session of somebody else whose code has these parts behind its start, opened now.
fn opened(guide_text: &str, order: Order, parts: &str, now: Time) -> Person {
    let guide = guide(guide_text);
    let code = signed(&format!("1.{}.{}.mwrmynk0.{parts}", guide.id, guide.version));
    let shared = Shared::read(&code, &guide).unwrap();
    let session = Session::open(guide, Settings { order, ..Settings::default() }, shared, now);
    Person { session, now, effects: Vec::new() }
}

/// Sees that the danger check is at hand, and why it comes again.
fn is_asked(person: &Person, why: &str, about: &str) {
    let screen = person.screen();
    assert!(matches!(screen.body, Body::Dangers(_)), "{about}: {}", screen.heading);
    assert_eq!((screen.count.as_str(), screen.intro.starts_with(why)), ("Before you go on", true), "{about}");
    assert_eq!(person.session.notice(), Notice::Step(StepId::Dangers), "{about}");
}

fn results(person: &Person) -> Vec<(String, String)> {
    person.session.record().entries.into_iter().map(|it| (it.step, it.result)).collect()
}

/// A person of the lamp's article at its wait of so many minutes, which has just been started.
fn waiting(minutes: u32) -> Person {
    let mut lamp: serde_json::Value = serde_json::from_str(LAMP).unwrap();
    lamp["repairs"][1]["wait"]["minutes"] = minutes.into();
    let mut person = Person::at(&lamp.to_string());
    person.press(NONE).press("Still dark").press(&format!("Start {minutes} min countdown"));
    person
}

fn is_running(person: &Person) -> bool {
    let Body::Repair(screen) = person.screen().body else { return false };
    matches!(screen.wait, Some(WaitScreen::Running { .. }))
}

#[test]
fn whatever_a_link_says_whoever_wants_to_go_on_is_asked_first() {
    let now = minutes_later(common::START, 24 * HOUR);
    for (order, parts) in [
        (Order::Article, "n1"),
        // So far ahead that it would hold for ever.
        (Order::Article, "nzzzz"),
        (Order::Article, "N1"),
        (Order::Article, "n1.t2.plug.n.t3.cool.n"),
        (Order::Article, "n1.v.rbulb"),
        (Order::Article, "n1.v.qother-device"),
        (Order::Best, "n1.k2"),
        (Order::Best, "n1.t2.plug.n.k3"),
        (Order::Best, "n1.a2.other-device.yes.v.rcool"),
    ] {
        let mut person = opened(LAMP, order, parts, now);
        is_asked(&person, BY_OTHERS, parts);
        // Nothing that answers another step gets past it, and neither does any way there.
        let before = results(&person);
        for event in [
            Event::Tried("plug".to_owned(), TryResult::NotFixed),
            Event::Answered("other-device".to_owned(), "yes".to_owned()),
            Event::NotSure("other-device".to_owned()),
            Event::PutOff(StepId::Repair("plug".to_owned())),
            Event::WaitStarted("cool".to_owned()),
            Event::KeptTrying,
            Event::WentBack,
            Event::StepRequested(StepId::Repair("plug".to_owned())),
            Event::StepRequested(StepId::Question("other-device".to_owned())),
            Event::Ticked,
        ] {
            person.send(event.clone());
            is_asked(&person, BY_OTHERS, &format!("{parts}: {event:?}"));
        }
        for step in ["plug", "cool", "bulb", "other-device", "service"] {
            for choice in ["fixed", "not-fixed", "yes", "not-sure", "later", "keep-trying"] {
                person.session.event_for(step, choice).map(|it| person.send(it));
            }
        }
        assert_eq!(results(&person), before, "{parts}");
        person.press(NONE);
        assert!(!matches!(person.screen().body, Body::Dangers(_)), "{parts}");
        let kept = results(&person);
        assert!(before.iter().filter(|(step, _)| step != "dangers").all(|it| kept.contains(it)), "{parts}");
    }
}

#[test]
fn what_somebody_else_had_found_is_shown_until_the_check_is_answered_here() {
    let now = minutes_later(common::START, HOUR);
    let mut person = opened(LAMP, Order::Article, "n1.t2.plug.n", now);
    let entries = person.session.record().entries;
    assert_eq!((entries[0].result.as_str(), &entries[0].at[11..16]), ("none", "09:31"));
    assert_eq!(person.screen().trail.unwrap().rows.len(), 2);
    assert!(person.screen().banner.unwrap().text.starts_with("You see the session of somebody else"));
    // Support is no step at the device; the record is there, and whoever goes on from there is asked.
    person.press("Get support");
    let Body::Service(service) = person.screen().body else { panic!("no support") };
    assert!(service.record.text.contains("no sign of danger (09:31)"));
    person.press("Change the bulb");
    is_asked(&person, BY_OTHERS, "from support");
    person.press(NONE);
    assert_eq!(person.heading(), "Change the bulb", "it goes on where the person wanted to be");
    assert_eq!(&person.session.record().entries[1].at[11..16], "10:33");
}

#[test]
fn a_session_that_has_ended_is_shown_as_it_ended_and_taking_the_end_back_asks() {
    for (parts, end) in [
        ("n1.t2.plug.f", "Your lamp works again"),
        ("n1.t2.plug.n.h3", "Support takes over"),
        ("n1.h3.s4", "Your lamp works again"),
        ("n1.d2.1.sparks", "Stop here"),
        ("d2.0.h3", "Stop here"),
    ] {
        let mut person = opened(LAMP, Order::Article, parts, minutes_later(common::START, HOUR));
        assert_eq!(person.heading(), end, "{parts}");
        let mut n = 0;
        while person.screen().links.iter().any(|it| it.label == "Back") && n < 9 {
            person.press("Back");
            n += 1;
            let is_on = matches!(person.screen().body, Body::Question(_) | Body::Repair(_) | Body::Review(_));
            assert!(!is_on, "{parts}: {}", person.heading());
        }
        assert!(n > 0 && matches!(person.screen().body, Body::Dangers(_)), "{parts}");
    }
}

#[test]
fn keep_trying_in_the_session_of_somebody_else_asks_and_then_goes_on() {
    let mut person = opened(EARBUDS, Order::Best, "n1.a2.what-fails.one-bud.t3.seat.n.v.s", common::START);
    person.press("Keep trying at home");
    assert!(matches!(person.screen().body, Body::Dangers(_)));
    assert!(results(&person).contains(&("service".to_owned(), "keep-trying".to_owned())), "the answer is kept");
    person.press(NONE);
    assert!(matches!(person.screen().body, Body::Question(_) | Body::Repair(_)), "{}", person.heading());
}

#[test]
fn whoever_was_asked_in_the_session_of_somebody_else_is_not_asked_again_when_the_element_is_moved() {
    let mut person = opened(LAMP, Order::Article, "n1", common::START);
    let reopened = |person: &Person| {
        let shared = person.session.shared().unwrap();
        Session::open(person.session.guide().clone(), article(), shared, person.now).screen()
    };
    assert!(matches!(reopened(&person).body, Body::Dangers(_)));
    person.press(NONE);
    assert!(matches!(reopened(&person).body, Body::Repair(_)));
    // But the link that it makes by then says nothing for the next one.
    let link = person.session.link("https://help.example/").unwrap();
    let shared = Shared::read(link.split_once('=').unwrap().1, person.session.guide()).unwrap();
    let next = Session::open(person.session.guide().clone(), article(), shared, person.now);
    assert!(matches!(next.screen().body, Body::Dangers(_)));
    // And after six hours it is asked anew.
    person.wait(6 * HOUR);
    is_asked(&person, LONG_AGO, "six hours later");
}

#[test]
fn a_danger_that_is_reported_in_the_session_of_somebody_else_stops_it() {
    let mut person = opened(LAMP, Order::Article, "n1.t2.plug.n", common::START);
    person.press("It sparks").press("Show me what to do");
    assert_eq!(person.heading(), "Stop here");
    assert_eq!(person.session.record().outcome, "stopped");
}

#[test]
fn an_open_page_asks_after_six_hours_and_not_before() {
    let mut person = Person::at(LAMP);
    person.press(NONE).press("Still dark");
    // It was answered a minute before this.
    person.wait(6 * HOUR - 2);
    assert_eq!((person.heading().as_str(), person.session.tick_ms()), ("Let it cool", Some(60_000)));
    person.wait(1);
    is_asked(&person, LONG_AGO, "by a tick");
    assert_eq!(person.effects, [Effect::Dispatch(Notice::Step(StepId::Dangers))], "the host hears of it");
    assert_eq!(person.session.tick_ms(), None);
    person.press(NONE);
    assert_eq!(person.heading(), "Let it cool");
    assert_eq!(results(&person)[0], ("plug".to_owned(), "not-fixed".to_owned()));
}

#[test]
fn what_is_answered_after_six_hours_in_an_idle_page_is_kept_and_then_it_asks() {
    let tried = |result| Event::Tried("cool".to_owned(), result);
    for (event, kept) in [
        (tried(TryResult::NotFixed), Some(("cool", "not-fixed"))),
        (tried(TryResult::CannotDo), Some(("cool", "cannot-do"))),
        (Event::PutOff(StepId::Repair("cool".to_owned())), Some(("cool", "later"))),
        (Event::InstructionToggled("cool".to_owned(), "off".to_owned()), None),
        (Event::StepRequested(StepId::Repair("plug".to_owned())), None),
    ] {
        let mut person = Person::at(LAMP);
        person.press(NONE).press("Still dark");
        person.now = minutes_later(person.now, 9 * HOUR);
        person.send(event.clone());
        is_asked(&person, LONG_AGO, &format!("{event:?}"));
        let notice = Effect::Dispatch(Notice::Step(StepId::Dangers));
        assert_eq!(person.effects.iter().filter(|it| **it == notice).count(), 1, "{event:?}: told once");
        if let Some((step, result)) = kept {
            assert_eq!(results(&person).last().unwrap(), &(step.to_owned(), result.to_owned()));
        }
        person.press(NONE);
        assert!(matches!(person.screen().body, Body::Repair(_)), "{event:?}");
    }
    // What ends the session ends it.
    let mut person = Person::at(LAMP);
    person.press(NONE).press("Still dark");
    person.now = minutes_later(person.now, 9 * HOUR);
    person.send(tried(TryResult::Fixed));
    assert_eq!(person.heading(), "Your lamp works again");
}

#[test]
fn a_question_that_is_answered_after_a_night_keeps_its_answer() {
    let mut person = Person::asked(EARBUDS);
    person.press(NONE);
    person.now = minutes_later(person.now, 9 * HOUR);
    person.press("Only one of the earbuds");
    assert!(matches!(person.screen().body, Body::Dangers(_)));
    assert_eq!(results(&person)[1], ("what-fails".to_owned(), "one-bud".to_owned()));
    // One that is itself a danger stops at once.
    let mut person = Person::asked(EARBUDS);
    person.press(NONE).send(Event::StepRequested(StepId::Question("got-wet".to_owned())));
    person.now = minutes_later(person.now, 9 * HOUR);
    person.press("Yes, and something may still be damp");
    assert_eq!(person.heading(), "Stop here");
}

#[test]
fn a_stored_session_asks_after_six_hours_and_says_what_was_found() {
    let stored = |settings: &Settings, guide_text: &str, labels: &[&str], hours: i64| {
        let mut person = Person::with_settings(guide_text, settings.clone());
        for label in labels {
            person.press(label);
        }
        let now = minutes_later(person.now, hours * HOUR);
        let session = Session::resume(guide(guide_text), settings.clone(), person.session.saved().clone(), now);
        Person { session, now, effects: Vec::new() }
    };
    let is_danger = |person: &Person| matches!(person.screen().body, Body::Dangers(_));
    for labels in [[NONE, "Only one of the earbuds"].as_slice(), &[NONE]] {
        assert!(!is_danger(&stored(&Settings::default(), EARBUDS, labels, 5)));
        let mut person = stored(&Settings::default(), EARBUDS, labels, 7);
        assert!(is_danger(&person));
        assert_eq!(results(&person)[0], ("dangers".to_owned(), "none".to_owned()), "it was found at its time");
        assert!(person.screen().intro.starts_with(LONG_AGO));
        person.press(NONE);
        assert!(!is_danger(&person));
        assert_eq!(results(&person).len(), labels.len());
    }
    // Where support is all that is left, it is asked as well, but nobody has to answer.
    let labels = [NONE, "Still dark", "Still dark", "Still dark"];
    assert!(matches!(stored(&article(), LAMP, &labels, 5).screen().body, Body::Service(_)));
    let mut person = stored(&article(), LAMP, &labels, 7);
    assert!(is_danger(&person));
    person.press("Back");
    assert!(matches!(person.screen().body, Body::Service(_)));
}

#[test]
fn a_countdown_that_was_started_in_time_is_shown_to_its_end_and_then_it_asks() {
    let mut person = waiting(8 * 60);
    person.wait(7 * HOUR);
    assert!(is_running(&person));
    // So it is in a page that was closed meanwhile.
    let (saved, now) = (person.session.saved().clone(), person.now);
    let again = Session::resume(person.session.guide().clone(), article(), saved, now);
    assert!(is_running(&Person { session: again, now, effects: Vec::new() }));
    // It can be looked at from support, but nothing else can be gone on with.
    person.press("Get support").press("To the countdown");
    assert!(is_running(&person));
    person.send(Event::StepRequested(StepId::Repair("plug".to_owned())));
    is_asked(&person, LONG_AGO, "another step");
    person.press("To the countdown");
    assert!(is_running(&person));
    person.wait(HOUR);
    is_asked(&person, LONG_AGO, "its end");
    assert!(person.effects.contains(&Effect::Announce("Switch it on.".to_owned())), "the end is told");
    assert_eq!(person.session.page_title(), Some("Time is up"));
    assert!(person.screen().links.iter().all(|it| it.label != "To the countdown"), "it lies behind the check");
    person.press(NONE);
    assert_eq!(person.heading(), "Let it cool");
    let Body::Repair(screen) = person.screen().body else { panic!("no repair") };
    assert!(matches!(screen.wait, Some(WaitScreen::Over { .. })));
}

#[test]
fn an_answer_to_a_long_countdown_is_kept_and_then_it_asks() {
    let mut person = waiting(8 * 60);
    person.wait(7 * HOUR).press("Still dark");
    is_asked(&person, LONG_AGO, "answered before its end");
    assert_eq!(results(&person).last().unwrap(), &("cool".to_owned(), "not-fixed".to_owned()));
    // Also where nothing has happened between the start and the answer.
    let mut person = waiting(8 * 60);
    person.now = minutes_later(person.now, 9 * HOUR);
    person.send(Event::Tried("cool".to_owned(), TryResult::NotFixed));
    is_asked(&person, LONG_AGO, "answered after its end");
    assert_eq!(results(&person).last().unwrap(), &("cool".to_owned(), "not-fixed".to_owned()));
}

#[test]
fn a_countdown_that_is_started_too_late_lies_behind_the_check() {
    let mut person = waiting(10);
    person.press("Stop the countdown");
    person.now = minutes_later(person.now, 9 * HOUR);
    person.send(Event::WaitStarted("cool".to_owned()));
    is_asked(&person, LONG_AGO, "started after nine hours");
    assert!(person.session.saved().wait.is_some(), "the wish is kept");
    person.press(NONE);
    assert!(is_running(&person));
}

#[test]
fn nothing_changes_under_the_hands_of_somebody_who_types() {
    let mut person = Person::at(LAMP);
    person.press(NONE).press("Get support");
    let key = person.screen().key;
    for hours in [1, 6, 12] {
        person.now = minutes_later(person.now, hours * HOUR);
        person.send(Event::DetailChanged(fault_finder::session::Detail::Serial, "x".repeat(3)));
        person.send(Event::Ticked);
        assert_eq!(person.screen().key, key, "{hours}");
    }
    person.press("Back");
    is_asked(&person, LONG_AGO, "and then goes on");
}

#[test]
fn whoever_wants_past_the_check_is_led_to_its_heading_and_to_where_they_wanted() {
    let mut person = Person::asked(EARBUDS);
    person.press(NONE).press("Only one of the earbuds").wait(7 * HOUR);
    let key = person.screen().key;
    person.press("Change: What does not charge?");
    assert!(matches!(person.screen().body, Body::Dangers(_)));
    assert_ne!(person.screen().key, key, "the heading takes the focus");
    person.press(NONE);
    assert_eq!(person.heading(), "What does not charge?");
    person.press("Back");
    assert_ne!(person.heading(), "What does not charge?");
}

#[test]
fn a_clock_that_is_moved_makes_the_check_neither_older_nor_younger() {
    for moved in [-20 * HOUR, 20 * HOUR] {
        let mut person = Person::at(LAMP);
        person.press(NONE).press("Still dark");
        person.now = minutes_later(person.now, moved);
        person.send(Event::ClockMoved(moved * 60_000)).send(Event::Ticked);
        assert_eq!(person.heading(), "Let it cool", "{moved}");
        person.wait(5 * HOUR);
        assert_eq!(person.heading(), "Let it cool", "{moved}");
        person.wait(HOUR);
        is_asked(&person, LONG_AGO, &format!("{moved}"));
    }
}

#[test]
fn what_was_found_by_a_clock_that_was_ahead_does_not_hold() {
    let mut person = Person::at(LAMP);
    person.press(NONE).press("Still dark");
    let saved = person.session.saved().clone();
    for (minutes, is_asked) in [(-1, true), (-24 * HOUR, true), (1, false)] {
        let now = minutes_later(saved.evidence[0].at, minutes);
        let session = Session::resume(guide(LAMP), article(), saved.clone(), now);
        assert_eq!(matches!(session.screen().body, Body::Dangers(_)), is_asked, "{minutes}");
    }
}

#[test]
fn a_guide_without_dangers_never_asks() {
    let mut lamp: serde_json::Value = serde_json::from_str(LAMP).unwrap();
    lamp["dangers"] = serde_json::json!([]);
    let text = lamp.to_string();
    let mut person = Person::at(&text);
    person.press("Still dark").wait(30 * HOUR);
    assert_eq!((person.heading().as_str(), person.session.tick_ms()), ("Let it cool", None));
    let guide: Rc<Guide> = guide(&text);
    let code = signed(&format!("1.{}.{}.mwrmynk0.t2.plug.n", guide.id, guide.version));
    let shared = Shared::read(&code, &guide).unwrap();
    let session = Session::open(guide, article(), shared, common::START);
    assert_eq!(session.screen().heading, "Let it cool");
}
