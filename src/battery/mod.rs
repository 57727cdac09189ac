//! What a reading of battery levels is, and how the bytes of a device become readings.
//!
//! This room is pure and names no other. It decodes; whoever carries the bytes is in another room.

mod access;
mod failure;
mod gatt;
pub mod mdr;

pub use access::{Access, Barrier};
pub use failure::{Failure, Phase, Trouble};
pub use gatt::level as gatt_level;

use serde::Serialize;

/// The battery levels of a device at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// How they came.
    pub source: Source,
    /// What was read of each unit.
    pub units: Vec<UnitReading>,
}

/// A way in which levels come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The maker's own protocol, over a serial channel: each unit by itself.
    Serial,
    /// The Battery Service of Bluetooth Low Energy: one level, and no word on charging.
    BatteryService,
}

/// A part of a charge, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub struct Percent(u8);

/// A part of the device that has a battery of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// What is worn on the left.
    Left,
    /// What is worn on the right.
    Right,
    /// What the others lie in.
    Case,
    /// The device tells one level for all of it.
    Whole,
}

/// How full a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// It was told.
    Known(Percent),
    /// The device says nothing of this unit. It may be switched off or lie in its closed case, off the air; that it does
    /// not charge does not follow.
    NotReported,
    /// What was told is no level.
    Invalid,
}

/// Whether a unit charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Charging {
    /// It does not.
    No,
    /// It does.
    Yes,
    /// It is full, and has stopped.
    Charged,
    /// Nothing was told.
    Unknown,
}

/// What was read of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UnitReading {
    /// Which.
    pub unit: Unit,
    /// How full it is.
    pub level: Level,
    /// Whether it charges.
    pub charging: Charging,
}

impl Percent {
    /// None above 100.
    pub const fn new(value: u8) -> Option<Percent> {
        if value <= 100 { Some(Percent(value)) } else { None }
    }

    /// From 0 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Reading {
    /// What was read of a unit; nothing where the device has no word for it.
    pub fn of(&self, unit: Unit) -> Option<UnitReading> {
        self.units.iter().find(|it| it.unit == unit).copied()
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> u8 {
        percent.get()
    }
}
