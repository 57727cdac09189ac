//! What a person may add about their device, so that support need not ask.

use super::effect::Effect;
use super::state::Session;
use serde::Serialize;

/// So many characters of each are kept: more is in no serial number, and a link has to hold them.
pub(super) const MAX_CHARS: usize = 40;

/// What a person has typed; empty where they have not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The version of the device's own software.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub firmware: String,
    /// The month and the year in which it was bought.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub purchase: String,
    /// Its serial number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serial: String,
}

/// One of the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The version of the device's own software.
    Firmware,
    /// The month and the year in which it was bought.
    Purchase,
    /// Its serial number.
    Serial,
}

impl Detail {
    /// All, in the order in which they are asked for.
    pub const ALL: [Detail; 3] = [Detail::Firmware, Detail::Purchase, Detail::Serial];
}

impl Details {
    /// One of them.
    pub fn get(&self, detail: Detail) -> &str {
        match detail {
            Detail::Firmware => &self.firmware,
            Detail::Purchase => &self.purchase,
            Detail::Serial => &self.serial,
        }
    }

    /// Takes one over, as far as it fits into a line of the record.
    pub(super) fn set(&mut self, detail: Detail, text: &str) {
        let place = match detail {
            Detail::Firmware => &mut self.firmware,
            Detail::Purchase => &mut self.purchase,
            Detail::Serial => &mut self.serial,
        };
        *place = text.chars().filter(|it| !it.is_control()).take(MAX_CHARS).collect();
    }
}

impl Session {
    pub(super) fn change_detail(&mut self, detail: Detail, text: &str) -> Vec<Effect> {
        self.saved.details.set(detail, text);
        vec![Effect::Save]
    }
}
