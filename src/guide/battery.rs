//! The types of the guide document that tell how battery levels are read, and what they answer.

use super::document::Claim;
use super::named::Named;
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// How a browser can read the battery levels of the device.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Battery {
    /// The id of the serial service over which the device speaks MDR, in full and in lower case; absent if it does not.
    pub serial_service: Option<String>,
    /// How the names begin under which the device shows itself to Bluetooth Low Energy; none if it does not.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub names: Vec<String>,
    /// What the person has to do before the browser asks which device it is.
    pub prepare: String,
    /// How far it is known to work.
    pub remark: Claim,
}

/// How battery levels answer a question.
///
/// What they do not answer, the person answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct ReadingRule {
    /// What counts.
    pub measure: Measure,
    /// The units that count.
    pub units: Vec<Unit>,
    /// How long the hands are busy, in minutes: 0 or more.
    pub minutes: f64,
    /// Between how many minutes and how many the two readings must lie, where the measure compares two.
    pub between: Option<Vec<f64>>,
    /// What to do before the first reading, beside what has to be done before any.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub first: String,
    /// What to do before the second of two readings.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub second: String,
    /// The lowest and the highest number that stand for a choice, by its id.
    pub choices: Named<Vec<f64>>,
    /// The id of the source that says so.
    pub source: String,
}

/// What counts of battery levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Measure {
    /// The lowest level, in percent. All units must tell theirs.
    Level,
    /// How many units still tell a level, of those that all told one before.
    Present,
    /// The least rise since the first reading, in percentage points, of the units that were not full then.
    Rise,
}

impl Measure {
    /// Whether it compares two readings.
    pub fn needs_two(self) -> bool {
        match self {
            Measure::Level => false,
            Measure::Present | Measure::Rise => true,
        }
    }
}

/// A part of the device that has a battery of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Unit {
    /// What is worn on the left.
    Left,
    /// What is worn on the right.
    Right,
    /// What the others lie in.
    Case,
    /// All of it, where the device has one level.
    Whole,
}
