//! The stages.

use fault_finder::battery::mdr::{Decoder, Frame, Kind};
use fault_finder::guide::{self, Guide};
use fault_finder::session::{Event, Session, Settings, Time};
use std::hint::black_box;
use std::rc::Rc;

const EARBUDS: &str = include_str!("../../guides/sony-wf-1000xm4-not-charging.json");
const START: Time = Time(1_795_339_800_000);
const N_FRAMES: usize = 1_000;

/// Runs one after the other up to this one: each builds upon the one before it, but for the last, which is apart.
pub(crate) fn run(stage: &str) {
    match stage {
        "nothing" => {}
        "guide" => drop(black_box(guide())),
        "plan" => drop(black_box(planned())),
        "screen" => drop(black_box(planned().screen())),
        "decode" => decode(),
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

/// Many frames, one after the other in one stream.
fn decode() {
    let frame = Frame { kind: Kind::Message, sequence: 0, payload: vec![0x25, 0x00, 0x3e, 0x54, 0x01] };
    let stream = black_box(frame.encode()).repeat(N_FRAMES);
    let n_decoded = black_box(Decoder::default().push(&stream)).len();
    assert_eq!(n_decoded, N_FRAMES);
}
