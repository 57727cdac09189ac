//! How a language writes numbers and dates, and which form a word takes beside a number. A browser knows this of every
//! language; the core is told how to ask.

use crate::guide::decimal;
use crate::session::Time;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The forms that words take beside numbers, as Unicode's CLDR names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are CLDR's, and what they mean differs from language to language")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// The form of this name; `other` for any other.
    pub fn named(name: &str) -> Plural {
        match name {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }
}

/// How numbers and dates are written, and which form a word takes beside a number: functions of a BCP 47 tag and the
/// number, or the time and the person's offset from UTC in minutes.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// Which form a word takes beside this number.
    pub plural: fn(&str, f64) -> Plural,
    /// The number as it is written.
    pub written: fn(&str, f64) -> String,
    /// Day and time of day as they are written.
    pub moment: fn(&str, Time, i32) -> String,
}

impl Numbers {
    /// As English has it, without a separator of thousands.
    pub const fn of_english() -> Numbers {
        Numbers { plural: english_plural, written: plainly, moment: english_moment }
    }

    pub(super) fn plural(self, tag: &str, number: f64) -> Plural {
        (self.plural)(tag, number)
    }

    pub(super) fn written(self, tag: &str, number: f64) -> String {
        (self.written)(tag, number)
    }

    pub(super) fn moment(self, tag: &str, time: Time, offset_minutes: i32) -> String {
        (self.moment)(tag, time, offset_minutes)
    }
}

#[allow(clippy::float_cmp, reason = "one is exactly one")]
fn english_plural(_tag: &str, number: f64) -> Plural {
    if number == 1.0 { Plural::One } else { Plural::Other }
}

fn plainly(_tag: &str, number: f64) -> String {
    decimal(number)
}

/// Such as `22 November 2026, 10:31`.
fn english_moment(_tag: &str, time: Time, offset_minutes: i32) -> String {
    let iso = time.iso(offset_minutes);
    let part = |from: usize, to: usize| iso.get(from..to).unwrap_or_default();
    let month = part(5, 7).parse::<usize>().ok().and_then(|it| MONTHS.get(it.checked_sub(1)?));
    match month {
        Some(month) => format!("{} {month} {}, {}", part(8, 10).trim_start_matches('0'), part(0, 4), part(11, 16)),
        // A year of more than four digits.
        None => iso,
    }
}
