//! What is offered: a button where a question can be answered so, and one line where nothing can be read.

use super::reader::{BOTH, NO_DANGER, READ, answer, check, level, read, reader, settings, tell};
use crate::common::{self, EARBUDS, LAMP, Person};
use expect_test::expect;
use fault_finder::battery::{Access, Barrier, Charging, Source, Unit, UnitReading};
use fault_finder::session::{Event, Settings};

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
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
    );
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
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
        (Tried out with emulated earbuds only, not yet with a real pair of WF‑1000XM4.)"#]],
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
