//! What readings save: people whose right earbud does not charge, drawn from the numbers of the built-in guide, each
//! walked through once by hand and once with a browser that can read the levels.

use crate::common;

use common::{EARBUDS, START, guide, minutes_later};
use expect_test::expect;
use fastrand::Rng;
use fault_finder::battery::{Access, Charging, Level, Percent, Source, Unit, UnitReading};
use fault_finder::guide::{Guide, Question, Wait};
use fault_finder::session::{Effect, Event, Finding, Notice, Session, Settings, StepId, Time};
use std::collections::HashMap;
use std::rc::Rc;

const PEOPLE: usize = 250;

/// A person, and what they would find.
struct Person {
    answers: HashMap<String, String>,
    cures: Vec<String>,
}

/// How a walk went.
#[derive(Default)]
struct Walk {
    steps: Vec<String>,
    minutes: f64,
    is_fixed: bool,
}

fn drawn(random: &mut Rng, from: &[f64]) -> usize {
    let mut left = random.f64() * from.iter().sum::<f64>();
    from.iter().position(|it| (left < *it, left -= it).0).unwrap_or(from.len() - 1)
}

fn person(random: &mut Rng, guide: &Guide) -> Person {
    let fault = &guide.faults[drawn(random, &guide.faults.iter().map(|it| it.weight).collect::<Vec<_>>())].id;
    let answer = |it: &Question, random: &mut Rng| {
        let row = it.odds.get(fault).or_else(|| it.odds.get("*")).unwrap();
        (it.id.clone(), it.choices[drawn(random, row)].id.clone())
    };
    let answers: HashMap<_, _> = guide.questions.iter().map(|it| answer(it, random)).collect();
    let cures = guide.repairs.iter().filter(|it| {
        let is_possible =
            it.only_if.as_ref().is_none_or(|condition| condition.is.contains(&answers[&condition.question]));
        random.f64() < it.fixes.get(fault).copied().unwrap_or(0.0) && is_possible
    });
    Person { cures: cures.map(|it| it.id.clone()).collect(), answers }
}

/// What the earbuds of this person tell: the right one is low, and off the air where it should be.
fn told(person: &Person, is_docked: bool) -> Vec<UnitReading> {
    let case = match person.answers["case-light"].as_str() {
        "green" => 55,
        "orange" => 20,
        _ => 0,
    };
    let is_right_there = match person.answers["still-connected"].as_str() {
        "connected" => true,
        "drops" => !is_docked,
        _ => false,
    };
    let known = |percent| Level::Known(Percent::new(percent).unwrap());
    let right = if is_right_there { known(10) } else { Level::NotReported };
    let levels = [(Unit::Left, known(80)), (Unit::Right, right), (Unit::Case, known(case))];
    levels.map(|(unit, level)| UnitReading { unit, level, charging: Charging::No }).to_vec()
}

/// Walks to the end. Whoever can read does so as soon as it is offered, and again where the guide asks for a second
/// reading; both count their minutes.
fn walk(guide: &Rc<Guide>, person: &Person, can_read: bool) -> Walk {
    let access = if can_read { Access::By(vec![Source::Serial]) } else { Access::default() };
    let settings = Settings { reads_battery: true, access, ..Settings::default() };
    let mut session = Session::new(guide.clone(), settings, START);
    let mut now = START;
    let mut walk = Walk::default();
    let mut prepared = Vec::new();
    session.update(Event::DangersDenied, now);
    let first = guide.question("case-light").unwrap().reading.as_ref().unwrap().minutes;
    loop {
        now = minutes_later(now, 1);
        let Notice::Step(step) = session.notice() else { return walk };
        if can_read && session.saved().readings.is_empty() && session.saved().evidence.len() > 1 {
            walk.minutes += first;
            read(&mut session, told(person, false), now);
            continue;
        }
        let id = step.id().to_owned();
        let answer = match &step {
            StepId::Question(id) => {
                walk.steps.push(id.clone());
                let question = guide.question(id).unwrap();
                let rule = question.reading.as_ref().filter(|_| can_read && id == "still-connected");
                walk.minutes += rule.map_or(question.minutes, |it| it.minutes) + waited(question.wait.as_ref());
                // An earbud that was silent from the start needs no second reading: the first has told that already.
                if rule.is_some() && person.answers[id] != "never" {
                    read(&mut session, told(person, true), now);
                    assert!(is_answered(&session, id), "the levels answer {id}");
                    continue;
                }
                person.answers[id].clone()
            }
            StepId::Repair(id) => {
                walk.steps.push(id.clone());
                let repair = guide.repair(id).unwrap();
                let missing = repair.needs.iter().filter(|it| !prepared.contains(*it)).cloned().collect::<Vec<_>>();
                walk.minutes += repair.minutes + waited(repair.wait.as_ref());
                walk.minutes += missing.iter().map(|it| guide.preparations.get(it).unwrap().minutes).sum::<f64>();
                prepared.extend(missing);
                walk.is_fixed = person.cures.contains(id);
                if walk.is_fixed { "fixed" } else { "not-fixed" }.to_owned()
            }
            StepId::Dangers | StepId::Review | StepId::Service => return walk,
        };
        let event = session.event_for(&id, &answer).unwrap();
        session.update(event, now);
    }
}

fn waited(wait: Option<&Wait>) -> f64 {
    wait.map_or(0.0, |it| f64::from(it.minutes) * it.share)
}

fn read(session: &mut Session, units: Vec<UnitReading>, now: Time) {
    let effects = session.update(Event::ReadingRequested(Source::Serial), now);
    let [Effect::ReadBattery(ticket, ..), ..] = effects.as_slice() else { panic!("nothing is read") };
    session.update(Event::ReadingFinished(*ticket, Ok(units)), now);
}

fn is_answered(session: &Session, question: &str) -> bool {
    session.saved().evidence.iter().any(|it| matches!(&it.finding, Finding::Answered(id, _) if id == question))
}

fn mean(walks: &[Walk], of: impl Fn(&Walk) -> f64) -> f64 {
    let count: f64 = walks.iter().map(|_| 1.0).sum();
    walks.iter().map(of).sum::<f64>() / count
}

#[test]
fn whose_right_earbud_does_not_charge_is_done_sooner_with_readings() {
    let guide = guide(EARBUDS);
    let mut random = Rng::with_seed(1);
    let mut people = Vec::new();
    while people.len() < PEOPLE {
        let person = person(&mut random, &guide);
        if person.answers["what-fails"] == "one-bud" {
            people.push(person);
        }
    }
    let [by_hand, with_readings] = [false, true].map(|can_read| {
        let walks: Vec<_> = people.iter().map(|it| walk(&guide, it, can_read)).collect();
        let steps = mean(&walks, |it| it.steps.iter().map(|_| 1.0).sum());
        (steps, mean(&walks, |it| it.minutes), mean(&walks, |it| f64::from(u8::from(it.is_fixed))))
    });
    let row = |(steps, minutes, fixed)| format!("{steps:.2} steps, {minutes:.2} minutes, {fixed:.3} fixed at home");
    expect![[r#"
        by hand:       5.34 steps, 7.94 minutes, 0.496 fixed at home
        with readings: 4.87 steps, 7.58 minutes, 0.492 fixed at home"#]]
    .assert_eq(&format!("by hand:       {}\nwith readings: {}", row(by_hand), row(with_readings)));
    assert!(with_readings.0 < by_hand.0 && with_readings.1 < by_hand.1);
}
