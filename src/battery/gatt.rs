//! The Battery Service of Bluetooth Low Energy: one level, and nothing about charging.

use super::{Level, Percent};

/// The level in the value of a Battery Level characteristic (2A19), which is one byte from 0 to 100.
pub fn level(value: &[u8]) -> Level {
    match value {
        [byte] => Percent::new(*byte).map_or(Level::Invalid, Level::Known),
        _ => Level::Invalid,
    }
}
