//! What the device says.

use super::request::Battery;
use crate::battery::{Charging, Level, Percent, Unit, UnitReading};

/// What a message means to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The device speaks the first version, in which nothing can be asked without danger.
    FirstVersion,
    /// The device speaks the second version.
    SecondVersion,
    /// It answers the handshake in a way that is not known.
    OddVersion,
    /// The levels of what was asked for, or of what has changed since it was asked for.
    Levels(Battery, Vec<UnitReading>),
    /// Something else.
    Other,
}

/// Reads the payload of a message. Levels that are out of their range, or more or fewer than there should be, are
/// [`Answer::Other`]: no part of such a message can be trusted.
pub fn answer(payload: &[u8]) -> Answer {
    match payload {
        [0x01, 0x00, rest @ ..] => match rest.len() {
            2 => Answer::FirstVersion,
            6 => Answer::SecondVersion,
            _ => Answer::OddVersion,
        },
        [0x23 | 0x25, number, rest @ ..] => levels(*number, rest).unwrap_or(Answer::Other),
        _ => Answer::Other,
    }
}

fn levels(number: u8, rest: &[u8]) -> Option<Answer> {
    let battery = Battery::of_number(number)?;
    let readings = match battery {
        Battery::Whole => vec![one(Unit::Whole, rest)?],
        Battery::Case | Battery::CaseWithThreshold => vec![one(Unit::Case, rest)?],
        Battery::Pair | Battery::PairWithThreshold => match rest {
            [left, left_charging, right, right_charging] | [left, left_charging, right, right_charging, _, _] => {
                vec![of_pair(Unit::Left, *left, *left_charging)?, of_pair(Unit::Right, *right, *right_charging)?]
            }
            _ => return None,
        },
    };
    Some(Answer::Levels(battery, readings))
}

/// One that is there, with or without a threshold after it.
fn one(unit: Unit, rest: &[u8]) -> Option<UnitReading> {
    match rest {
        [level, charging] | [level, charging, _] => Some(known(unit, Percent::new(*level)?, *charging)),
        _ => None,
    }
}

/// One of a pair. A level of 0 says that it is not there: one that is really empty is off.
fn of_pair(unit: Unit, level: u8, charging: u8) -> Option<UnitReading> {
    match Percent::new(level)? {
        none if none.get() == 0 => Some(UnitReading { unit, level: Level::NotReported, charging: Charging::Unknown }),
        level => Some(known(unit, level, charging)),
    }
}

fn known(unit: Unit, level: Percent, charging: u8) -> UnitReading {
    UnitReading { unit, level: Level::Known(level), charging: state(charging) }
}

fn state(byte: u8) -> Charging {
    match byte {
        0 => Charging::No,
        1 => Charging::Yes,
        3 => Charging::Charged,
        // 2 says so; of the others nothing is known.
        _ => Charging::Unknown,
    }
}
