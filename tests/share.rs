//! A session as a link: what it holds, what is refused, and how it is opened.

use crate::common;

use common::{EARBUDS, LAMP, Person, START, actions, guide, minutes_later, record_screen, signed};
use fault_finder::battery::{Charging, Level, Percent, Reading, Source, Unit, UnitReading};
use fault_finder::guide::Guide;
use fault_finder::session::{
    Body, Detail, Effect, Event, LinkProblem, MARK, Page, Saved, Session, Settings, ShareLink, Shared, StepId, Taken,
    Time, qr_code, split_link,
};
use proptest::prelude::*;
use std::rc::Rc;

const PAGE: &str = "https://help.example/earbuds";

/// A person whose page others can open.
fn person(guide_text: &str) -> Person {
    Person::with_settings(guide_text, Settings { page: Page::in_window(PAGE), is_stored: true, ..Settings::default() })
}

/// A person at support, after these answers.
fn at_support(labels: &[&str]) -> Person {
    let mut person = person(EARBUDS);
    for label in labels {
        person.press(label);
    }
    person.press("Get support");
    person
}

fn walked() -> Person {
    at_support(&["None of these", "Only one of the earbuds", "Still not charging"])
}

fn code(session: &Session) -> String {
    let link = session.link(PAGE).unwrap();
    link.strip_prefix(PAGE).unwrap().strip_prefix(MARK).unwrap().to_owned()
}

fn open(guide: &Rc<Guide>, code: &str, now: Time) -> Result<Session, LinkProblem> {
    let shared = Shared::read(code, guide)?;
    let settings = Settings { page: Page::in_window(PAGE), is_stored: true, ..Settings::default() };
    Ok(Session::open(guide.clone(), settings, shared, now))
}

/// A day after the last answer.
fn opened(person: &Person) -> Session {
    open(person.session.guide(), &code(&person.session), minutes_later(person.now, 24 * 60)).unwrap()
}

/// The same session, with these levels read, a minute apart.
fn with_readings(person: &Person, units: &[Vec<UnitReading>]) -> Session {
    let mut saved = person.session.saved().clone();
    let taken = |(idx, units): (usize, &Vec<UnitReading>)| Taken {
        at: minutes_later(person.session.saved().started, i64::try_from(idx).unwrap()),
        reading: Reading { source: Source::Serial, units: units.clone() },
    };
    saved.readings = units.iter().enumerate().map(taken).collect();
    let settings = Settings { page: Page::in_window(PAGE), ..Settings::default() };
    let mut session = Session::resume(person.session.guide().clone(), settings, saved, person.now);
    session.update(Event::StepRequested(StepId::Service), person.now);
    session
}

fn unit(percent: u8) -> UnitReading {
    UnitReading { unit: Unit::Case, level: Level::Known(Percent::new(percent).unwrap()), charging: Charging::Yes }
}

fn units() -> impl Strategy<Value = Vec<UnitReading>> {
    let level = prop_oneof![
        (0..=100_u8).prop_map(|it| Level::Known(Percent::new(it).unwrap())),
        Just(Level::NotReported),
        Just(Level::Invalid),
    ];
    let charging = prop::sample::select(vec![Charging::No, Charging::Yes, Charging::Charged, Charging::Unknown]);
    let unit = prop::sample::select(vec![Unit::Left, Unit::Right, Unit::Case, Unit::Whole]);
    let reading = (unit, level, charging);
    prop::collection::vec(reading.prop_map(|(unit, level, charging)| UnitReading { unit, level, charging }), 0..4)
}

#[test]
fn a_link_holds_the_session_by_ids_and_minutes() {
    assert_eq!(
        walked().session.link(PAGE).unwrap(),
        "https://help.example/earbuds#fault-finder=1.sony-wf-1000xm4-not-charging.2026-11-22.mwrmynk0.n1\
         .a2.what-fails.one-bud.t3.seat.n.v.s.dxf3me"
    );
}

#[test]
fn a_link_opens_the_very_same_screen_on_another_day() {
    let person = walked();
    let session = opened(&person);
    let (mut seen, meant) = (session.screen(), person.screen());
    let banner = seen.banner.take().unwrap();
    assert_eq!(banner.text, "You see the session of somebody else, as it stood on 22 November 2026, 09:33.");
    assert_eq!(banner.leave.unwrap().event, Event::SharedLeft);
    // It is stored nowhere, so nobody is offered to forget it.
    let trail = seen.trail.as_mut().unwrap();
    let own = meant.trail.as_ref().unwrap();
    assert_eq!((trail.actions.len(), &trail.hint), (1, &None));
    (trail.actions, trail.hint) = (own.actions.clone(), own.hint.clone());
    assert_eq!(seen, meant);
}

#[test]
fn what_was_shared_is_never_stored_and_can_be_gone_on_with() {
    let person = walked();
    let mut session = opened(&person);
    let now = minutes_later(person.now, 1);
    let mut effects = session.update(Event::KeptTrying, now);
    effects.extend(session.update(Event::DetailChanged(Detail::Serial, "1".to_owned()), now));
    effects.extend(session.update(Event::WentBack, now));
    effects.extend(session.update(Event::Restarted, now));
    assert!(!effects.contains(&Effect::Save));
    assert!(effects.iter().any(|it| matches!(it, Effect::Dispatch(_))));
    assert_eq!(session.update(Event::SharedLeft, now), [Effect::LeaveShared]);
    let own = &mut walked().session;
    assert_eq!(own.update(Event::SharedLeft, now), []);
    assert_eq!(own.screen().banner, None);
}

#[test]
fn it_goes_on_being_that_of_somebody_else_when_it_is_opened_again() {
    let session = opened(&walked());
    let again = Session::open(session.guide().clone(), Settings::default(), session.shared().unwrap(), START);
    assert_eq!(again.shared(), session.shared());
    assert_eq!(walked().session.shared(), None);
}

#[test]
fn of_another_version_of_the_guide_what_still_applies_is_shown() {
    let guide = guide(EARBUDS);
    let text = format!("1.{}.2020-01-01.mwrmynk0.n1.a2.what-fails.one-bud.t3.gone.n.t4.seat.n", guide.id);
    let session = open(&guide, &signed(&text), START).unwrap();
    let steps: Vec<_> = session.record().entries.into_iter().map(|it| it.step).collect();
    assert_eq!(steps, ["what-fails", "seat"], "and the dangers may have changed");
    assert!(matches!(session.screen().body, Body::Dangers(_)));
}

#[test]
fn what_is_damaged_foreign_or_newer_is_told_apart() {
    let guide = guide(EARBUDS);
    let code = code(&walked().session);
    let (text, _) = code.rsplit_once('.').unwrap();
    let newer = signed(&text.replacen('1', "2", 1));
    let long = signed(&format!("{text}{}", ".k9".repeat(500)));
    for (code, problem) in [
        (code.as_str(), None),
        ("", Some(LinkProblem::Damaged)),
        (&code[..code.len() - 1], Some(LinkProblem::Damaged)),
        (&signed(&format!("{text}.y3")), Some(LinkProblem::Damaged)),
        (&signed(&format!("{text}.a3.what-fails")), Some(LinkProblem::Damaged)),
        (&long, Some(LinkProblem::Damaged)),
        (&newer, Some(LinkProblem::NewerFormat)),
        (&signed("1.desk-lamp.1.mwrmynk0"), Some(LinkProblem::OtherGuide)),
    ] {
        assert_eq!(open(&guide, code, START).err(), problem, "{code}");
    }
}

#[test]
fn a_link_that_opens_nothing_is_spoken_of_until_the_person_goes_on() {
    let mut person = person(EARBUDS);
    for (problem, words) in [
        (LinkProblem::Damaged, "The link is damaged or not complete"),
        (LinkProblem::NewerFormat, "The link was made with a newer version"),
        (LinkProblem::OtherGuide, "The link belongs to another guide"),
    ] {
        assert!(person.session.refuse_link(problem).starts_with(words));
        assert!(person.screen().banner.unwrap().text.starts_with(words));
    }
    person.press("None of these");
    assert_eq!(person.screen().banner, None);
}

#[test]
fn of_the_readings_the_oldest_are_left_out_first() {
    let person = walked();
    let n_opened = |n_readings: usize| {
        let readings: Vec<_> = (0..n_readings).map(|it| vec![unit(u8::try_from(it % 100).unwrap()); 20]).collect();
        let session = with_readings(&person, &readings);
        assert!(session.link(PAGE).unwrap().len() <= 1_200);
        let opened = open(session.guide(), &code(&session), person.now).unwrap();
        let kept = opened.saved().readings.clone();
        assert_eq!(kept, session.saved().readings[n_readings - kept.len()..]);
        kept.len()
    };
    assert_eq!([1, 5, 60].map(n_opened), [1, 5, 12]);
}

#[test]
fn where_the_session_does_not_fit_there_is_no_link() {
    let mut person = walked();
    let long = format!("{PAGE}/{}", "x".repeat(1_100));
    assert_eq!(person.session.link(&long), None);
    let share = |session: &Session| record_screen(&session.screen()).share;
    person.session.change_settings(Settings { page: Page::in_window(&long), ..Settings::default() });
    let text = "This session is too long for a link. Send the record instead.".to_owned();
    assert_eq!(share(&person.session).unwrap().link, ShareLink::TooLong { text });
    person.session.change_settings(Settings { page: Page::in_window("file:///help.html"), ..Settings::default() });
    assert_eq!(share(&person.session), None, "nobody else can open a file on this device");
}

#[test]
fn the_link_has_nothing_that_only_this_person_should_have() {
    let mut person = walked();
    let visited = format!("{PAGE}?visitor=7#top");
    let signed_in = visited.replace("https://", "https://jo:secret@");
    for page in [Page::in_window(&visited), Page::in_frame(&visited), Page::in_window(&signed_in)] {
        person.session.change_settings(Settings { page, ..Settings::default() });
        let ShareLink::Made { url, .. } = record_screen(&person.session.screen()).share.unwrap().link else {
            panic!("no link");
        };
        assert_eq!(Some(url), person.session.link(PAGE));
    }
}

#[test]
fn the_link_keeps_the_route_behind_the_hash_and_nothing_else_of_it() {
    let mut person = walked();
    let code = code(&person.session);
    for (hash, kept) in [
        ("", ""),
        ("top", ""),
        ("access_token=secret&state=1", ""),
        ("/help/earbuds", "#/help/earbuds"),
        ("!/help/earbuds", "#!/help/earbuds"),
        ("!help/caf%C3%A9,2/@us:a+b", "#!help/caf%C3%A9,2/@us:a+b"),
        ("/help?visitor=7", "#/help"),
        ("/help;visitor=7", "#/help"),
        ("/id_token=secret", "#/id_token"),
        ("/help#top", "#/help"),
        ("/help#fault-finder=1.other", "#/help"),
        ("/help%23fault-finder=1.other", "#/help"),
        ("fault-finder=1.other", ""),
    ] {
        person.session.change_page(Page::in_window(&format!("{PAGE}?visitor=7#{hash}")));
        let ShareLink::Made { url, .. } = record_screen(&person.session.screen()).share.unwrap().link else {
            panic!("no link for {hash}");
        };
        assert_eq!(url, format!("{PAGE}{kept}{MARK}{code}"), "{hash}");
        assert_eq!(split_link(&url).unwrap().1, code, "{hash}");
    }
}

#[test]
fn a_code_is_found_behind_a_route_and_where_a_mail_program_has_escaped_its_mark() {
    for (hash, parts) in [
        ("#fault-finder=1.a", Some(("", "1.a"))),
        ("#/help#fault-finder=1.a", Some(("#/help", "1.a"))),
        ("#/help%23fault-finder=1.a", Some(("#/help", "1.a"))),
        ("#fault-finder=1.a#fault-finder=1.b", Some(("", "1.a#fault-finder=1.b"))),
        ("#/my-fault-finder=1.a", None),
        ("#section", None),
        ("", None),
    ] {
        assert_eq!(split_link(hash), parts, "{hash}");
    }
    let script = include_str!("../src/element/first_step.js");
    let mark = MARK.strip_prefix('#').unwrap();
    assert!(script.contains(&format!("const LINK = \"{mark}\";")), "the first step makes way for the same links");
}

#[test]
fn the_link_is_that_of_the_page_as_it_is_called_now() {
    let mut person = walked();
    let other = "https://help.example/earbuds-do-not-charge";
    assert!(person.session.change_page(Page::in_window(other)));
    assert!(!person.session.change_page(Page::in_window(&format!("{other}?utm=1#top"))));
    person.press("Copy the link");
    assert_eq!(person.effects, [Effect::Copy(person.session.link(other).unwrap())]);
    // The person may press what was drawn before the page had no link any more.
    person.session.change_page(None);
    person.send(Event::LinkCopyRequested);
    assert_eq!(person.effects, []);
}

#[test]
fn the_link_is_copied_and_that_is_said_beside_it() {
    let mut person = walked();
    let link = person.session.link(PAGE).unwrap();
    person.press("Copy the link");
    assert_eq!(person.effects, [Effect::Copy(link)]);
    person.send(Event::CopyDone);
    let screen = record_screen(&person.screen());
    let ShareLink::Made { copied, .. } = screen.share.unwrap().link else { panic!("there is no link") };
    assert_eq!([copied.as_str(), screen.copied.as_str()], ["Copied.", ""]);
    person.press("Copy").send(Event::CopyRefused);
    let screen = record_screen(&person.screen());
    let ShareLink::Made { copied, .. } = screen.share.unwrap().link else { panic!("there is no link") };
    assert!(copied.is_empty() && screen.copied.starts_with("Your browser did not allow copying."));
}

#[test]
fn the_longest_link_goes_into_a_code_with_a_quiet_zone() {
    let code = qr_code(&"x".repeat(1_200)).unwrap();
    assert_eq!(code.size, 117 + 8, "version 25 has 117 modules");
    // Nothing is dark in the four modules around, and each run of dark ones is one module high.
    for run in code.path.trim_start_matches('M').split('M') {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (width, rest) = rest.split_once('v').unwrap();
        let [x, y, width]: [i32; 3] = [x, y, width].map(|it| it.parse().unwrap());
        assert!(x >= 4 && y >= 4 && x + width <= 121 && y < 121, "{run}");
        assert_eq!(rest, format!("1h-{width}z"));
    }
    // The edge of the first of the three squares by which a code is found.
    assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", &code.path[..20]);
    assert_eq!(qr_code(&"x".repeat(1_300)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever a person has pressed and typed, and whatever their device has told.
    #[test]
    fn each_session_comes_out_of_its_link_and_out_of_store_as_it_was(
        presses in prop::collection::vec(any::<prop::sample::Index>(), 0..25),
        readings in prop::collection::vec(units(), 0..6),
        details in prop::array::uniform3(".{0,50}"),
        is_lamp in any::<bool>(),
    ) {
        let mut person = person(if is_lamp { LAMP } else { EARBUDS });
        for press in presses {
            let actions = actions(&person.screen());
            person.now = minutes_later(person.now, 1);
            person.send(press.get(&actions).event.clone());
        }
        for (detail, text) in Detail::ALL.into_iter().zip(details) {
            person.send(Event::DetailChanged(detail, text));
        }
        let session = with_readings(&person, &readings);
        let stored = serde_json::to_string(session.saved()).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Saved>(&stored).unwrap(), session.saved());
        if let Some(link) = session.link(PAGE) {
            let opened = open(session.guide(), &code(&session), START).unwrap();
            prop_assert_eq!(opened.record(), session.record());
            prop_assert_eq!(opened.screen().body, session.screen().body);
            prop_assert_eq!(opened.link(PAGE), Some(link));
        }
    }

    #[test]
    fn whatever_happens_to_a_character_is_noticed(
        place in any::<prop::sample::Index>(),
        by in prop_oneof!["[0-9A-Za-z._~%-]", any::<char>().prop_map(String::from)],
    ) {
        let guide = guide(EARBUDS);
        let code = code(&walked().session);
        let meant = Shared::read(&code, &guide);
        let place = place.index(code.len());
        let (before, rest) = code.split_at(place);
        for changed in [format!("{before}{by}{}", &rest[1..]), format!("{before}{by}{rest}"), format!("{before}{}", &rest[1..])] {
            let read = Shared::read(&changed, &guide);
            prop_assert!(read.is_err() || read == meant, "{}", changed);
        }
    }

    #[test]
    fn noise_is_refused_and_breaks_nothing(noise in ".{0,200}") {
        prop_assert!(Shared::read(&noise, &guide(LAMP)).is_err());
    }

    /// Whoever wants to can make a code with the right sum.
    #[test]
    fn what_somebody_makes_up_breaks_nothing(parts in prop::collection::vec(made_up(), 0..30), started in "[0-9a-z]{0,13}") {
        let guide = guide(EARBUDS);
        let text = format!("1.{}.{}.{started}.{}", guide.id, guide.version, parts.join("."));
        if let Ok(mut session) = open(&guide, &signed(&text), START) {
            for label in actions(&session.screen()) {
                session.clone().update(label.event, START);
            }
            session.update(Event::Ticked, minutes_later(START, 60));
            let record = session.record();
            prop_assert!(record.entries.len() <= parts.len());
            prop_assert!(session.link(PAGE).is_some());
        }
    }
}

/// A part of a code that makes sense more often than noise.
fn made_up() -> impl Strategy<Value = String> {
    prop_oneof![
        "[nNkhs][0-9a-z]{1,3}",
        Just("a1.what-fails.one-bud".to_owned()),
        Just("A2.dock-light.yes".to_owned()),
        Just("t3.seat.f".to_owned()),
        Just("t3.reset.c".to_owned()),
        Just("u4.temperature".to_owned()),
        "l5\\.[qrdws][a-z-]{0,6}",
        "d6\\.[0-9]{1,2}(\\.[a-z]{3}){0,3}",
        "b[0-9]\\.s(l[0-6][0-9a-f][nyfu]){0,3}",
        "[fpi]\\.[a-z_0-9]{0,9}",
        "v\\.[sdw]",
        "[0-9a-z_.]{0,6}",
    ]
}
