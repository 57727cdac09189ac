//! Pictures on the screen: where the guide names them, and the light beside a choice.

use crate::common;

use common::{EARBUDS, LAMP, Person};
use fault_finder::session::{Body, Event, Figure, Outline, Picture, StepId};
use serde_json::{Value, json};

/// The body of a step of the built-in guide.
fn body_at(step: StepId) -> Body {
    let mut person = Person::asked(EARBUDS);
    person.press("None of these");
    person.send(Event::StepRequested(step)).screen().body
}

fn texts<'a>(pictures: impl Iterator<Item = &'a Option<Picture>>) -> Vec<Option<&'a str>> {
    pictures.map(|it| it.as_ref().map(|it| it.text.as_str())).collect()
}

#[test]
fn a_question_has_its_picture_and_each_choice_its_light() {
    let Body::Question(screen) = body_at(StepId::Question("case-light".to_owned())) else { panic!("no question") };
    let picture = screen.picture.unwrap();
    assert!(picture.text.contains("the narrow strip"), "{}", picture.text);
    let Figure::Drawing { view_box, outlines } = picture.figure else { panic!("no drawing") };
    assert_eq!(view_box, "0 0 280 120");
    assert!(
        outlines.contains(&Outline {
            style: "fine".to_owned(),
            data: "M16 84a12 12 0 0 1 24 0 12 12 0 0 1-24 0z".to_owned()
        })
    );
    let lights: Vec<_> = screen.choices.iter().map(|it| it.light).collect();
    assert_eq!(lights, [Some("green"), Some("orange"), Some("off")]);
}

#[test]
fn a_repair_has_its_picture_and_so_have_some_of_its_instructions() {
    let Body::Repair(screen) = body_at(StepId::Repair("tips".to_owned())) else { panic!("no repair") };
    assert_eq!(texts([&screen.picture].into_iter()), [Some("An ear tip is pushed onto an earbud.")]);
    let crooked = "The open case with both earbuds in: the right one sits crooked and sticks up.";
    let rows = screen.groups[0].rows.iter().map(|it| &it.picture);
    assert_eq!(texts(rows), [None, None, None, Some(crooked), None]);
}

#[test]
fn a_danger_has_its_picture_once_it_is_named() {
    let mut person = Person::asked(EARBUDS);
    let Body::Dangers(screen) = person.screen().body else { panic!("no danger check") };
    assert!(screen.rows.iter().all(|it| it.picture.is_some()));
    let stopped = |person: &Person| {
        let Body::Stopped(screen) = person.screen().body else { panic!("the session goes on") };
        screen.dangers.into_iter().map(|it| it.picture).collect::<Vec<_>>()
    };
    person.send(Event::DangersReported);
    let unnamed = stopped(&person);
    assert!(unnamed.len() > 5 && unnamed.iter().all(Option::is_none));
    person.press("Back").send(Event::DangerToggled("swollen".to_owned())).send(Event::DangersReported);
    let swollen = "A normal earbud, and beside it a swollen one whose shell has split open.";
    assert_eq!(texts(stopped(&person).iter()), [Some(swollen)]);
}

#[test]
fn an_image_is_handed_on_as_its_url() {
    let mut guide: Value = serde_json::from_str(LAMP).unwrap();
    guide["repairs"][0]["picture"] = json!("plug");
    guide["pictures"] = json!({ "plug": { "text": "The plug.", "image": "https://acme.example/plug.png" } });
    let mut person = Person::at(&guide.to_string());
    person.press("None of these");
    let Body::Repair(screen) = person.screen().body else { panic!("no repair") };
    assert_eq!(screen.picture.unwrap().figure, Figure::Image("https://acme.example/plug.png".to_owned()));
}
