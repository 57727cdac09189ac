//! All that is ever asked.

/// A message to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Request {
    /// Which version do you speak?
    Handshake,
    /// How full is this? Only for a device that speaks the second version.
    Battery(Battery),
}

/// Batteries that can be asked for, by how the device numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Battery {
    /// One for all of it.
    Whole,
    /// Left and right.
    Pair,
    /// The case.
    Case,
    /// Left and right, each with the level at which it warns.
    PairWithThreshold,
    /// The case, with the level at which it warns.
    CaseWithThreshold,
}

impl Request {
    /// The payload of its frame.
    pub fn payload(self) -> Vec<u8> {
        match self {
            Request::Handshake => vec![0x00, 0x00],
            Request::Battery(battery) => vec![0x22, battery.number()],
        }
    }
}

impl Battery {
    /// Devices know one or the other way to ask for a pair; the newer one first. What a device does not know it takes
    /// without a word.
    pub(super) const OF_PAIR: [Battery; 3] = [Battery::PairWithThreshold, Battery::Pair, Battery::Whole];
    /// The same for a case.
    pub(super) const OF_CASE: [Battery; 2] = [Battery::CaseWithThreshold, Battery::Case];

    /// The one that has this number in messages.
    pub(super) fn of_number(number: u8) -> Option<Battery> {
        Battery::OF_PAIR.into_iter().chain(Battery::OF_CASE).find(|it| it.number() == number)
    }

    fn number(self) -> u8 {
        match self {
            Battery::Whole => 0x00,
            Battery::Pair => 0x01,
            Battery::Case => 0x02,
            Battery::PairWithThreshold => 0x09,
            Battery::CaseWithThreshold => 0x0a,
        }
    }
}
