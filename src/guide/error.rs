//! What can be wrong with a guide, and where.

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
    /// The document is not JSON, lacks a field, or holds a value of the wrong type; in the reader's own words.
    Shape(String),
    /// The document is of a format that this version does not read; holds the number found.
    Format(u32),
    /// Two entries of a list share this id.
    Duplicate(String),
    /// There is no entry with this id; holds what it should name (such as `fault`) and the id.
    Unknown(&'static str, String),
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
}

impl Display for GuideError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Shape(text) => f.write_str(text),
            Problem::Format(found) => write!(f, "format {found} is not known here; this version reads format 1"),
            Problem::Duplicate(id) => write!(f, "the id \"{id}\" is used twice in this list"),
            Problem::Unknown(kind, id) => write!(f, "there is no {kind} with the id \"{id}\""),
            Problem::Missing => f.write_str("this must not be empty"),
            Problem::Range(range) => write!(f, "this must be {range}"),
            Problem::Sum(sum) => write!(f, "the odds of a row must sum to 1; these sum to {sum:.3}"),
            Problem::RowLength(found, wanted) => write!(f, "this row has {found} odds for {wanted} choices"),
            Problem::NoRow(faults) => write!(f, "no row of odds for {faults}, and no \"*\" row for the rest"),
            Problem::Link(link) => write!(f, "\"{link}\" is not allowed; a link starts with https://, mailto: or tel:"),
        }
    }
}

impl<E: Display> From<&serde_path_to_error::Error<E>> for GuideError {
    fn from(error: &serde_path_to_error::Error<E>) -> Self {
        let place = match error.path().to_string().as_str() {
            "." => "guide".to_owned(),
            path => path.to_owned(),
        };
        GuideError { place, problem: Problem::Shape(error.inner().to_string()) }
    }
}
