//! What can be wrong with a guide, and where.

use super::decimal::decimal;
use std::fmt::{self, Display, Formatter};

/// Something that is wrong with a guide.
#[derive(Clone, Debug, PartialEq)]
pub struct GuideError {
    /// Where, as a path into the document such as `repairs[2].fixes.contacts`.
    pub place: String,
    /// What.
    pub problem: Problem,
}

/// What can be wrong at a place of a guide.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The document is not JSON; in the words of whatever was to read it.
    NotJson(String),
    /// An object lacks this field.
    NoField(&'static str),
    /// A value is of the wrong type; holds what it must be and what it is.
    Type(&'static str, &'static str),
    /// A text is not one of the names that are known here; holds it, and those.
    NotOneOf(String, String),
    /// The document is of a format that this version does not read; holds the number found.
    Format(u32),
    /// Two entries of a list share this id.
    Duplicate(String),
    /// There is no entry with this id; holds what it should name (such as `fault`) and the id.
    Unknown(&'static str, String),
    /// The widget itself uses this id.
    Reserved(String),
    /// A question has this id already, and a step is called by its id alone.
    Taken(String),
    /// A list is empty or a text is missing that a person would need.
    Missing,
    /// A number is outside its range; holds the range in words.
    Range(&'static str),
    /// A row of odds sums to this instead of 1.
    Sum(f64),
    /// A row of odds has this many numbers for that many choices.
    RowLength(usize, usize),
    /// These faults have no row of odds and there is no `*` row.
    NoRow(String),
    /// The link is not `https`, `mailto` or `tel`.
    Link(String),
    /// A text is too long; holds how much it has, and how much it may have, in words.
    TooLong(usize, &'static str),
    /// So many errors more were found and are not told.
    More(usize),
}

impl Display for GuideError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotJson(reason) => write!(f, "this is not JSON: {reason}"),
            Problem::NoField(name) => write!(f, "the field \"{name}\" is missing"),
            Problem::Type(expected, found) => write!(f, "this must be {expected}, but it is {found}"),
            Problem::NotOneOf(found, known) => write!(f, "\"{found}\" is not known here; there are: {known}"),
            Problem::Format(found) => write!(f, "format {found} is not known here; this version reads format 1"),
            Problem::Duplicate(id) => write!(f, "the id \"{id}\" is used twice in this list"),
            Problem::Unknown(kind, id) => write!(f, "there is no {kind} with the id \"{id}\""),
            Problem::Reserved(id) => write!(f, "the id \"{id}\" is kept for the widget itself"),
            Problem::Taken(id) => write!(f, "a question has the id \"{id}\" already; steps must not share one"),
            Problem::Missing => f.write_str("this must not be empty"),
            Problem::Range(range) => write!(f, "this must be {range}"),
            Problem::Sum(sum) => write!(f, "the odds of a row must sum to 1; these sum to {}", decimal(*sum)),
            Problem::RowLength(found, wanted) => write!(f, "this row has {found} odds for {wanted} choices"),
            Problem::NoRow(faults) => write!(f, "no row of odds for {faults}, and no \"*\" row for the rest"),
            Problem::Link(link) => write!(f, "\"{link}\" is not allowed; a link starts with https://, mailto: or tel:"),
            Problem::TooLong(found, most) => write!(f, "this must have at most {most}, but it has {found}"),
            Problem::More(count) => write!(f, "{count} more errors are not listed here"),
        }
    }
}

impl GuideError {
    /// The document is not JSON, in the words of whatever was to read it.
    pub(super) fn not_json(reason: &dyn Display) -> GuideError {
        GuideError { place: "guide".to_owned(), problem: Problem::NotJson(reason.to_string()) }
    }
}
