//! The talk with a device: what to send when, and what comes of it. The clock is the caller's, in milliseconds.

use super::answer::{Answer, answer};
use super::decoder::Decoder;
use super::frame::{Frame, Kind};
use super::request::{Battery, Request};
use crate::battery::UnitReading;

/// The whole talk ends after this.
const TALK_MS: i64 = 20_000;
/// A handshake may be passed over. Then it is sent again.
const HANDSHAKE_MS: i64 = 1250;
const MAX_HANDSHAKES: u8 = 3;
/// An acknowledgement takes no longer, or the request is sent again, once.
const ACK_MS: i64 = 1000;
const MAX_SENT: u8 = 2;
/// What is acknowledged and then not answered within this is not known to the device.
const ANSWER_MS: i64 = 2000;

/// A talk that was begun.
#[derive(Clone, Debug)]
pub struct Talk {
    decoder: Decoder,
    stage: Stage,
    ends_at: i64,
    /// Of the request that is under way.
    sequence: u8,
    /// What else can be asked about the pair, and about the case.
    of_pair: &'static [Battery],
    of_case: &'static [Battery],
    readings: Vec<UnitReading>,
}

/// What the device is to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It has to say which version it speaks.
    Handshake {
        n_sent: u8,
        wake_at: i64,
    },
    /// It has to say how full this is.
    Asking {
        battery: Battery,
        n_sent: u8,
        is_acked: bool,
        wake_at: i64,
    },
    Over,
}

/// What is to be done after something has happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What to send, in this order.
    pub send: Vec<Vec<u8>>,
    /// When to call [`Talk::woken`], unless something happens before.
    pub wake_at: Option<i64>,
    /// What came of the talk, once it is over.
    pub result: Option<Result<Vec<UnitReading>, Failure>>,
}

/// Why there is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The device says nothing.
    Silence,
    /// It speaks the first version of the protocol, in which asking is dangerous.
    FirstVersion,
    /// It speaks no version that is known.
    OddVersion,
    /// It speaks, but tells no level.
    NoLevel,
}

impl Talk {
    /// Begins a talk over a channel that has just been opened.
    pub fn start(now: i64) -> (Talk, Progress) {
        let mut talk = Talk {
            decoder: Decoder::default(),
            stage: Stage::Over,
            ends_at: now + TALK_MS,
            sequence: 0,
            of_pair: &Battery::OF_PAIR,
            of_case: &Battery::OF_CASE,
            readings: Vec::new(),
        };
        let mut progress = Progress::default();
        talk.shake_hands(0, now, &mut progress);
        talk.note_wake(&mut progress);
        (talk, progress)
    }

    /// What was read so far, for when the channel is lost.
    pub fn readings(&self) -> &[UnitReading] {
        &self.readings
    }

    /// Bytes have arrived.
    pub fn arrived(&mut self, bytes: &[u8], now: i64) -> Progress {
        // A device that never stops sending would never let the caller wake the talk.
        if now >= self.ends_at {
            return self.woken(now);
        }
        let mut progress = Progress::default();
        for frame in self.decoder.push(bytes) {
            self.take(&frame, now, &mut progress);
        }
        self.note_wake(&mut progress);
        progress
    }

    /// Time has passed.
    pub fn woken(&mut self, now: i64) -> Progress {
        let mut progress = Progress::default();
        match self.stage {
            Stage::Over => {}
            _ if now >= self.ends_at => self.end(&mut progress),
            Stage::Handshake { n_sent, wake_at } if now >= wake_at => {
                if n_sent < MAX_HANDSHAKES {
                    self.shake_hands(n_sent, now, &mut progress);
                } else {
                    self.fail(Failure::Silence, &mut progress);
                }
            }
            Stage::Asking { battery, n_sent, is_acked, wake_at } if now >= wake_at => {
                if is_acked || n_sent == MAX_SENT {
                    self.ask_next(now, &mut progress);
                } else {
                    self.ask(battery, n_sent, now, &mut progress);
                }
            }
            Stage::Handshake { .. } | Stage::Asking { .. } => {}
        }
        self.note_wake(&mut progress);
        progress
    }

    fn take(&mut self, frame: &Frame, now: i64, progress: &mut Progress) {
        match frame.kind {
            Kind::Ack => self.take_ack(frame.sequence, now),
            Kind::Message => match (self.stage, answer(&frame.payload)) {
                (Stage::Over, _) => {}
                (_, Answer::FirstVersion) => {
                    // Not even an acknowledgement goes to such a device.
                    progress.send.clear();
                    self.fail(Failure::FirstVersion, progress);
                }
                (Stage::Handshake { .. }, Answer::SecondVersion) => {
                    acknowledge(frame, progress);
                    self.sequence = 1;
                    self.ask_next(now, progress);
                }
                (Stage::Handshake { .. }, Answer::OddVersion) => self.fail(Failure::OddVersion, progress),
                // Until it is known which version this is, nothing but the handshake is sent.
                (Stage::Handshake { .. }, _) => {}
                (Stage::Asking { battery: asked, .. }, answer) => {
                    acknowledge(frame, progress);
                    if let Answer::Levels(battery, readings) = answer {
                        self.take_levels(asked, battery, &readings, now, progress);
                    }
                }
            },
            Kind::Other(Kind::SECOND_TABLE) if matches!(self.stage, Stage::Asking { .. }) => {
                acknowledge(frame, progress);
            }
            Kind::Other(_) => {}
        }
    }

    fn take_ack(&mut self, sequence: u8, now: i64) {
        if let Stage::Asking { battery, n_sent, is_acked: false, .. } = self.stage
            && sequence == 1 - self.sequence
        {
            self.stage = Stage::Asking { battery, n_sent, is_acked: true, wake_at: now + ANSWER_MS };
        }
    }

    /// An answer may be late: then it was asked for in another way meanwhile, and is as good.
    fn take_levels(
        &mut self,
        asked: Battery,
        battery: Battery,
        readings: &[UnitReading],
        now: i64,
        progress: &mut Progress,
    ) {
        if Battery::OF_PAIR.contains(&asked) != Battery::OF_PAIR.contains(&battery) {
            return;
        }
        self.readings.extend(readings);
        if Battery::OF_PAIR.contains(&asked) {
            self.of_pair = &[];
        } else {
            self.of_case = &[];
        }
        // An answer says that the request has arrived, be its acknowledgement lost or not.
        self.take_ack(1 - self.sequence, now);
        self.ask_next(now, progress);
    }

    fn shake_hands(&mut self, n_sent: u8, now: i64, progress: &mut Progress) {
        self.stage = Stage::Handshake { n_sent: n_sent + 1, wake_at: now + HANDSHAKE_MS };
        self.send(Request::Handshake, progress);
    }

    /// Asks in the next way that is left, first about the pair and then about the case.
    fn ask_next(&mut self, now: i64, progress: &mut Progress) {
        // The one whose arrival is certain has used up its number.
        if matches!(self.stage, Stage::Asking { is_acked: true, .. }) {
            self.sequence = 1 - self.sequence;
        }
        if let [battery, others @ ..] = self.of_pair {
            self.of_pair = others;
            self.ask(*battery, 0, now, progress);
        } else if let [battery, others @ ..] = self.of_case {
            self.of_case = others;
            self.ask(*battery, 0, now, progress);
        } else {
            self.end(progress);
        }
    }

    fn ask(&mut self, battery: Battery, n_sent: u8, now: i64, progress: &mut Progress) {
        self.stage = Stage::Asking { battery, n_sent: n_sent + 1, is_acked: false, wake_at: now + ACK_MS };
        self.send(Request::Battery(battery), progress);
    }

    fn send(&self, request: Request, progress: &mut Progress) {
        let frame = Frame { kind: Kind::Message, sequence: self.sequence, payload: request.payload() };
        progress.send.push(frame.encode());
    }

    /// Ends with what there is.
    fn end(&mut self, progress: &mut Progress) {
        match self.stage {
            Stage::Handshake { .. } => self.fail(Failure::Silence, progress),
            _ if self.readings.is_empty() => self.fail(Failure::NoLevel, progress),
            Stage::Asking { .. } | Stage::Over => {
                self.stage = Stage::Over;
                progress.result = Some(Ok(self.readings.clone()));
            }
        }
    }

    fn fail(&mut self, failure: Failure, progress: &mut Progress) {
        self.stage = Stage::Over;
        progress.result = Some(Err(failure));
    }

    fn note_wake(&self, progress: &mut Progress) {
        progress.wake_at = match self.stage {
            Stage::Handshake { wake_at, .. } | Stage::Asking { wake_at, .. } => Some(wake_at.min(self.ends_at)),
            Stage::Over => None,
        };
    }
}

fn acknowledge(frame: &Frame, progress: &mut Progress) {
    let ack = Frame { kind: Kind::Ack, sequence: 1 - frame.sequence.min(1), payload: Vec::new() };
    progress.send.push(ack.encode());
}
