//! The stages.

use fault_finder::battery::mdr::{Decoder, Frame, Kind};
use fault_finder::diagnosis::{Belief, Known, Model, Plan, QuestionModel, RepairModel, budget, plan};
use fault_finder::guide::{self, Guide};
use fault_finder::session::{Event, Session, Settings, Time};
use std::hint::black_box;
use std::rc::Rc;

const EARBUDS: &str = include_str!("../../guides/sony-wf-1000xm4-not-charging.json");
const START: Time = Time(1_795_339_800_000);
const N_FRAMES: usize = 1_000;

/// Runs one after the other up to this one: each builds upon the one before it, but for the last two, which are apart.
pub(crate) fn run(stage: &str) {
    match stage {
        "nothing" => {}
        "guide" => drop(black_box(guide())),
        "plan" => drop(black_box(planned())),
        "screen" => drop(black_box(planned().screen())),
        "decode" => decode(),
        "largest" => drop(black_box(largest())),
        other => panic!("there is no stage “{other}”"),
    }
}

fn guide() -> Rc<Guide> {
    let read = guide::read(&mut serde_json::Deserializer::from_str(EARBUDS));
    Rc::new(read.unwrap_or_else(|it| panic!("{it:?}")))
}

/// A session in which the step after the first question has been planned. The step before is in the guide.
fn planned() -> Session {
    let mut session = Session::new(guide(), Settings::default(), START);
    session.update(Event::DangersDenied, START);
    session.update(Event::Answered("what-fails".to_owned(), "one-bud".to_owned()), START);
    black_box(session.screen_key());
    session
}

/// The plan for the first step of the largest guide that there may be, in which every repair helps against every fault.
fn largest() -> Plan {
    const N_FAULTS: u32 = 500;
    // Numbers between 0 and 1 that follow no order.
    let mut seed = 0.5_f64;
    let mut chance = || {
        seed = (seed * 997.0 + 0.123).fract();
        seed
    };
    let mut chances = || (0..N_FAULTS).map(|_| chance() * 0.3).collect::<Vec<f64>>();
    let repair = |idx: u32, fixes| RepairModel {
        minutes: 1.0 + f64::from(idx),
        fixes,
        needs: (0..64).filter(|_| idx > 32).collect(),
        ..RepairModel::default()
    };
    let repairs = (0..64).map(|idx| repair(idx, chances())).collect();
    let question = |n_choices: u32| {
        let rest: Vec<Vec<f64>> =
            (1..n_choices).map(|_| chances().iter().map(|it| it / f64::from(n_choices)).collect()).collect();
        let left = |fault: usize| 1.0 - rest.iter().filter_map(|it| it.get(fault)).sum::<f64>();
        let choices =
            [(0..rest.first().map_or(0, Vec::len)).map(left).collect()].into_iter().chain(rest.clone()).collect();
        QuestionModel { minutes: 0.2, choices }
    };
    // 64 questions, 500 choices.
    let questions = (0..64).map(|idx| if idx < 52 { 8 } else { 7 }).map(question).collect();
    let weights = vec![1.0; 500];
    let model = Rc::new(Model { weights, repairs, questions, preparations: vec![0.1; 64], service: 1e6 });
    let belief = Belief::new(&model, Known::default()).unwrap_or_else(|| panic!("all is possible"));
    plan(&model, &belief, budget(&model))
}

/// Many frames, one after the other in one stream.
fn decode() {
    let frame = Frame { kind: Kind::Message, sequence: 0, payload: vec![0x25, 0x00, 0x3e, 0x54, 0x01] };
    let stream = black_box(frame.encode()).repeat(N_FRAMES);
    let n_decoded = black_box(Decoder::default().push(&stream)).len();
    assert_eq!(n_decoded, N_FRAMES);
}
