//! How a language writes numbers, and which form a word takes beside one. A browser knows this of every language; the
//! core is told how to ask.

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

/// How numbers are written, and which form a word takes beside them: functions of a BCP 47 tag and a number.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    /// Which form a word takes beside this number.
    pub plural: fn(&str, f64) -> Plural,
    /// The number as it is written.
    pub written: fn(&str, f64) -> String,
}

impl Numbers {
    /// As English has it, without a separator of thousands.
    pub const fn of_english() -> Numbers {
        Numbers { plural: english_plural, written: plainly }
    }

    pub(super) fn plural(self, tag: &str, number: f64) -> Plural {
        (self.plural)(tag, number)
    }

    pub(super) fn written(self, tag: &str, number: f64) -> String {
        (self.written)(tag, number)
    }
}

#[allow(clippy::float_cmp, reason = "one is exactly one")]
fn english_plural(_tag: &str, number: f64) -> Plural {
    if number == 1.0 { Plural::One } else { Plural::Other }
}

fn plainly(_tag: &str, number: f64) -> String {
    number.to_string()
}
