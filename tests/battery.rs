//! From the bytes of a device to readings: known frames, any damage on the way, and all that is ever sent.
//!
//! The frames are from public projects that speak the protocol (Gadgetbridge, BudsLink, HyperEars, sony-device-center,
//! and an issue of ClusterM/sony-headphones-control), or computed from the rules that these agree on.

use expect_test::{Expect, expect};
use fault_finder::battery::mdr::{Answer, Battery, Decoder, Frame, Kind, Progress, Talk, answer};
use fault_finder::battery::{Charging, Level, Percent, Unit, UnitReading, gatt_level};
use proptest::prelude::*;
use std::collections::{BTreeSet, VecDeque};

const HANDSHAKE: &str = "3e0c000000000200000e3c";
const SECOND_VERSION: &str = "3e0c00000000080100010000000000163c";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|it| u8::from_str_radix(&hex[it..it + 2], 16).unwrap()).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn message(sequence: u8, payload: &str) -> Frame {
    Frame { kind: Kind::Message, sequence, payload: bytes(payload) }
}

fn ack(sequence: u8) -> Frame {
    Frame { kind: Kind::Ack, sequence, payload: Vec::new() }
}

fn known(unit: Unit, level: u8, charging: Charging) -> UnitReading {
    UnitReading { unit, level: Level::Known(Percent::new(level).unwrap()), charging }
}

fn missing(unit: Unit) -> UnitReading {
    UnitReading { unit, level: Level::NotReported, charging: Charging::Unknown }
}

#[test]
fn known_frames_are_read_and_written() {
    for (wire, frame) in [
        (HANDSHAKE, message(0, "0000")),
        (SECOND_VERSION, message(0, "0100010000000000")),
        ("3e010100000000023c", ack(1)),
        ("3e010000000000013c", ack(0)),
        ("3e0c010000000222093a3c", message(1, "2209")),
        ("3e0c0000000002220a3a3c", message(0, "220a")),
        ("3e0c00000000082309640064006464d03c", message(0, "2309640064006464")),
        ("3e0c000000000825096400000064646e3c", message(0, "2509640000006464")),
        ("3e0c0100000005230a37001e943c", message(1, "230a37001e")),
        ("3e0c000000000423005500883c", message(0, "23005500")),
        ("3e0c0100000004250054008a3c", message(1, "25005400")),
        ("3e0c000000000411002800493c", message(0, "11002800")),
        ("3e0c0100000004f80200010c3c", message(1, "f8020001")),
        ("3e0c010000000a590000060a0a0a0a0a0ab23c", message(1, "590000060a0a0a0a0a0a")),
        // Escaped: in the payload, and the checksum itself.
        ("3e0c010000000823093d2c003d2d011414e33c", message(1, "23093c003d011414")),
        ("3e0c0000000005230a3d2e0014903c", message(0, "230a3e0014")),
        ("3e0c0000000004230008013d2c3c", message(0, "23000801")),
    ] {
        assert_eq!(Decoder::default().push(&bytes(wire)), std::slice::from_ref(&frame), "{wire}");
        assert_eq!(hex(&frame.encode()), wire);
    }
}

#[test]
fn known_messages_are_understood() {
    use Battery::{CaseWithThreshold, Pair, PairWithThreshold, Whole};
    use Charging::{Charged, No, Unknown, Yes};
    let levels = Answer::Levels;
    for (payload, meaning) in [
        ("2309640064006464", levels(PairWithThreshold, vec![known(Unit::Left, 100, No), known(Unit::Right, 100, No)])),
        ("2509640000006464", levels(PairWithThreshold, vec![known(Unit::Left, 100, No), missing(Unit::Right)])),
        ("25095f005a00", levels(PairWithThreshold, vec![known(Unit::Left, 95, No), known(Unit::Right, 90, No)])),
        ("23093c003d011414", levels(PairWithThreshold, vec![known(Unit::Left, 60, No), known(Unit::Right, 61, Yes)])),
        ("23014b005001", levels(Pair, vec![known(Unit::Left, 75, No), known(Unit::Right, 80, Yes)])),
        ("230a37001e", levels(CaseWithThreshold, vec![known(Unit::Case, 55, No)])),
        ("250a3c00", levels(CaseWithThreshold, vec![known(Unit::Case, 60, No)])),
        ("230a000014", levels(CaseWithThreshold, vec![known(Unit::Case, 0, No)])),
        ("23005500", levels(Whole, vec![known(Unit::Whole, 85, No)])),
        ("23005001", levels(Whole, vec![known(Unit::Whole, 80, Yes)])),
        ("23006403", levels(Whole, vec![known(Unit::Whole, 100, Charged)])),
        ("23006402", levels(Whole, vec![known(Unit::Whole, 100, Unknown)])),
        ("230064ff", levels(Whole, vec![known(Unit::Whole, 100, Unknown)])),
        ("0100010000000000", Answer::SecondVersion),
        ("01000100", Answer::FirstVersion),
        ("010001", Answer::OddVersion),
        ("010001000000", Answer::OddVersion),
        // Levels that are none, too few, too many, of a kind that is not known, or of the first version.
        ("23006500", Answer::Other),
        ("2309ff0064006464", Answer::Other),
        ("230964006400646464", Answer::Other),
        ("23096400", Answer::Other),
        ("2300", Answer::Other),
        ("23075500", Answer::Other),
        ("11006400", Answer::Other),
        ("", Answer::Other),
    ] {
        assert_eq!(answer(&bytes(payload)), meaning, "{payload}");
    }
}

#[test]
fn the_battery_service_has_one_byte_up_to_100() {
    let full = Level::Known(Percent::new(100).unwrap());
    for (value, level) in [
        (&[100_u8][..], full),
        (&[0], Level::Known(Percent::new(0).unwrap())),
        (&[101], Level::Invalid),
        (&[255], Level::Invalid),
        (&[], Level::Invalid),
        (&[50, 0], Level::Invalid),
    ] {
        assert_eq!(gatt_level(value), level, "{value:?}");
    }
}

/// Bytes of every kind, those that mean something to the decoder most of all.
fn noise(rng: &mut fastrand::Rng) -> Vec<u8> {
    const TELLING: [u8; 6] = [0x3e, 0x3c, 0x3d, 0x2c, 0x00, 0x01];
    let byte = |rng: &mut fastrand::Rng| if rng.bool() { TELLING[rng.usize(..TELLING.len())] } else { rng.u8(..) };
    (0..rng.usize(..24)).map(|_| byte(rng)).collect()
}

fn frame(rng: &mut fastrand::Rng) -> Frame {
    let kind = [Kind::Ack, Kind::Message, Kind::Other(0x0e)][rng.usize(..3)];
    Frame { kind, sequence: rng.u8(..2), payload: noise(rng) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000_000, ..ProptestConfig::default() })]

    #[test]
    fn a_good_frame_is_found_after_any_noise_however_it_is_cut(seed in any::<u64>()) {
        let rng = &mut fastrand::Rng::with_seed(seed);
        let (noise, frame) = (noise(rng), frame(rng));
        let wire = [noise, frame.encode()].concat();
        let (start, end) = wire.split_at(rng.usize(..=wire.len()));
        let mut decoder = Decoder::default();
        let found = [decoder.push(start), decoder.push(end)].concat();
        prop_assert_eq!(found.last(), Some(&frame));
        // All that the decoder kept of the noise is gone.
        prop_assert_eq!(decoder.push(&frame.encode()), [frame]);
    }
}

#[test]
fn a_frame_that_never_ends_takes_no_more_room_and_hides_none() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.push(&bytes("3e0c00ffffffff")), []);
    for _ in 0..1_000 {
        assert_eq!(decoder.push(&[0; 1_000]), []);
    }
    assert!(format!("{decoder:?}").len() < 1_000);
    assert_eq!(decoder.push(&bytes(HANDSHAKE)), [message(0, "0000")]);
}

/// A device in a test: what it says to each frame it gets. It has heard nothing where it says nothing.
type Device = fn(&Frame) -> Vec<Frame>;

/// The device gets what is sent and answers at once; where it does not, time passes. A line for each thing that happens.
fn talk_with(device: Device) -> String {
    let mut now = 0;
    let (mut talk, mut progress) = Talk::start(now);
    let mut lines = Vec::new();
    let mut arriving = VecDeque::new();
    loop {
        for wire in &progress.send {
            lines.push(format!("{now:<5} > {}", hex(wire)));
            let frames = Decoder::default().push(wire);
            arriving.extend(frames.iter().flat_map(device));
        }
        if let Some(result) = progress.result {
            lines.push(format!("{now:<5} {result:?}"));
            assert_eq!(talk.woken(now + 60_000), Progress::default(), "it is over");
            return lines.join("\n");
        }
        progress = if let Some(frame) = arriving.pop_front() {
            let wire = frame.encode();
            lines.push(format!("{now:<5} < {}", hex(&wire)));
            talk.arrived(&wire, now)
        } else {
            now = progress.wake_at.unwrap();
            talk.woken(now)
        };
    }
}

fn check(device: Device, expected: &Expect) {
    expected.assert_eq(&talk_with(device));
}

/// Answers to the handshake and to what the pairs name, each with the acknowledgement before it.
fn answering(frame: &Frame, answers: &[(&str, &str)]) -> Vec<Frame> {
    if frame.kind != Kind::Message {
        return Vec::new();
    }
    let acked = ack(1 - frame.sequence);
    let found = answers.iter().find(|(asked, _)| bytes(asked) == frame.payload);
    found.map_or(vec![acked.clone()], |(_, answer)| vec![acked.clone(), message(1 - frame.sequence, answer)])
}

const V2: (&str, &str) = ("0000", "0100010000000000");

#[test]
fn left_right_and_case_are_read() {
    check(
        |it| answering(it, &[V2, ("2209", "2309500046011414"), ("220a", "230a280014")]),
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e010100000000023c
            0     < 3e0c01000000080100010000000000173c
            0     > 3e010000000000013c
            0     > 3e0c010000000222093a3c
            0     < 3e010000000000013c
            0     < 3e0c00000000082309500046011414ff3c
            0     > 3e010100000000023c
            0     > 3e0c0000000002220a3a3c
            0     < 3e010100000000023c
            0     < 3e0c0100000005230a2800147b3c
            0     > 3e010000000000013c
            0     Ok([UnitReading { unit: Left, level: Known(Percent(80)), charging: No }, UnitReading { unit: Right, level: Known(Percent(70)), charging: Yes }, UnitReading { unit: Case, level: Known(Percent(40)), charging: No }])"#]],
    );
}

#[test]
fn a_device_that_knows_only_one_level_is_asked_for_that() {
    check(
        |it| answering(it, &[V2, ("2200", "23005500")]),
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e010100000000023c
            0     < 3e0c01000000080100010000000000173c
            0     > 3e010000000000013c
            0     > 3e0c010000000222093a3c
            0     < 3e010000000000013c
            2000  > 3e0c00000000022201313c
            2000  < 3e010100000000023c
            4000  > 3e0c01000000022200313c
            4000  < 3e010000000000013c
            4000  < 3e0c000000000423005500883c
            4000  > 3e010100000000023c
            4000  > 3e0c0000000002220a3a3c
            4000  < 3e010100000000023c
            6000  > 3e0c01000000022202333c
            6000  < 3e010000000000013c
            8000  Ok([UnitReading { unit: Whole, level: Known(Percent(85)), charging: No }])"#]],
    );
}

#[test]
fn a_device_of_the_first_version_gets_nothing_but_the_handshake() {
    let first_version = |it: &Frame| answering(it, &[("0000", "01000100")]);
    check(
        first_version,
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e010100000000023c
            0     < 3e0c010000000401000100133c
            0     Err(FirstVersion)"#]],
    );
}

#[test]
fn a_device_that_says_nothing_is_given_up() {
    check(
        |_| Vec::new(),
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            1250  > 3e0c000000000200000e3c
            2500  > 3e0c000000000200000e3c
            3750  Err(Silence)"#]],
    );
}

#[test]
fn a_device_that_tells_no_level_is_given_up() {
    check(
        |it| answering(it, &[V2]),
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e010100000000023c
            0     < 3e0c01000000080100010000000000173c
            0     > 3e010000000000013c
            0     > 3e0c010000000222093a3c
            0     < 3e010000000000013c
            2000  > 3e0c00000000022201313c
            2000  < 3e010100000000023c
            4000  > 3e0c01000000022200313c
            4000  < 3e010000000000013c
            6000  > 3e0c0000000002220a3a3c
            6000  < 3e010100000000023c
            8000  > 3e0c01000000022202333c
            8000  < 3e010000000000013c
            10000 Err(NoLevel)"#]],
    );
}

#[test]
fn a_device_that_acknowledges_nothing_is_understood_all_the_same() {
    check(
        |it| {
            let said = answering(it, &[V2, ("2209", "2309500046011414"), ("220a", "230a280014")]);
            said.into_iter().filter(|it| it.kind != Kind::Ack).collect()
        },
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e0c01000000080100010000000000173c
            0     > 3e010000000000013c
            0     > 3e0c010000000222093a3c
            0     < 3e0c00000000082309500046011414ff3c
            0     > 3e010100000000023c
            0     > 3e0c0000000002220a3a3c
            0     < 3e0c0100000005230a2800147b3c
            0     > 3e010000000000013c
            0     Ok([UnitReading { unit: Left, level: Known(Percent(80)), charging: No }, UnitReading { unit: Right, level: Known(Percent(70)), charging: Yes }, UnitReading { unit: Case, level: Known(Percent(40)), charging: No }])"#]],
    );
}

#[test]
fn a_device_of_no_known_version_gets_nothing_more() {
    check(
        |it| answering(it, &[("0000", "0100")]),
        &expect![[r#"
            0     > 3e0c000000000200000e3c
            0     < 3e010100000000023c
            0     < 3e0c01000000020100103c
            0     Err(OddVersion)"#]],
    );
}

/// What a device may say in any state, and time that passes.
fn happenings() -> Vec<Option<Frame>> {
    let payloads =
        ["0100010000000000", "01000100", "0100", "2309500046011414", "23015000460100", "23005500", "230a2800", "f802"];
    let messages = payloads.iter().flat_map(|it| [message(0, it), message(1, it)]);
    let second_table =
        [0, 1].map(|sequence| Frame { kind: Kind::Other(0x0e), sequence, payload: bytes("0100010000000000") });
    let others = [ack(0), ack(1), Frame { kind: Kind::Other(0x2d), sequence: 7, payload: vec![1, 0] }];
    messages.chain(second_table).chain(others).map(Some).chain([None]).collect()
}

/// All that decides what is sent next. When that is changes nothing but when it is sent.
fn without_times(talk: &Talk) -> String {
    let text = format!("{talk:?}");
    text.split(", ").filter(|it| !it.contains("_at: ")).collect::<Vec<_>>().join(", ")
}

#[test]
fn whatever_the_device_does_nothing_else_is_ever_sent() {
    let mut sent = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let (talk, progress) = Talk::start(0);
    let mut open = vec![(talk, progress, 0, false)];
    while let Some((talk, progress, now, is_second)) = open.pop() {
        for wire in &progress.send {
            let is_battery = wire[7] == 0x22 && wire[1] == 0x0c;
            assert!(is_second || hex(wire) == HANDSHAKE, "{} before the version is known", hex(wire));
            assert!(!is_battery || is_second);
            sent.insert(hex(wire));
        }
        if progress.result.is_some() || !seen.insert(without_times(&talk)) {
            continue;
        }
        for it in happenings() {
            let mut talk = talk.clone();
            let is_second =
                is_second || it.as_ref().is_some_and(|it| it.payload == bytes(V2.1) && it.kind == Kind::Message);
            let (now, progress) = match it {
                Some(frame) => (now, talk.arrived(&frame.encode(), now)),
                None => (progress.wake_at.unwrap(), talk.woken(progress.wake_at.unwrap())),
            };
            open.push((talk, progress, now, is_second));
        }
    }
    expect![[r#"
        3e010000000000013c
        3e010100000000023c
        3e0c000000000200000e3c
        3e0c00000000022200303c
        3e0c00000000022201313c
        3e0c00000000022202323c
        3e0c0000000002220a3a3c
        3e0c01000000022200313c
        3e0c01000000022201323c
        3e0c01000000022202333c
        3e0c010000000222093a3c
        3e0c0100000002220a3b3c"#]]
    .assert_eq(&sent.into_iter().collect::<Vec<_>>().join("\n"));
}
