//! The guide: the document that says what can be wrong with a product, what can be tried, and in which words.
//!
//! This room may name no other room. It knows the document, not where it came from: a shell hands in any serde
//! deserializer, and gets a checked [`Guide`] or the list of what is wrong with it, each with its place.

mod battery;
mod check;
mod check_battery;
mod check_first;
mod check_picture;
mod decimal;
mod document;
mod error;
mod limits;
mod link;
mod named;
mod node;
mod path_data;
mod picture;
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod sort;
mod translation;
mod value;

pub use battery::{Battery, Measure, ReadingRule, Unit};
pub(crate) use decimal::decimal;
pub use document::{
    Choice, Claim, Condition, Contact, Danger, Fault, First, Guide, Instruction, Model, Note, Preparation, Question,
    Repair, Service, Source, TranslationFile, Trust, Verdict, Wait, WaitCheck,
};
pub use error::{GuideError, Problem};
pub use limits::{Excess, MOST_BYTES, check_limits};
pub use link::is_allowed as is_allowed_link;
pub use named::Named;
pub use picture::{Light, Picture, Stroke};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub(crate) use sort::sort;
pub use translation::{WITHOUT_WORDS, WORD_FIELDS, translate};
pub use value::Value;

use serde::{Deserialize, Deserializer};

/// Reads a guide and checks it.
///
/// Fails with every error that was found, in the order of the document; a document of the wrong shape fails with the
/// first only, because nothing behind it can be trusted.
pub fn read<'de, D: Deserializer<'de>>(document: D) -> Result<Guide, Vec<GuideError>> {
    let value = Value::deserialize(document).map_err(|error| vec![GuideError::not_json(&error)])?;
    read_value(&value)
}

/// Reads and checks a guide, as [`read`] does, from a document that may have been translated.
pub fn read_value(document: &Value) -> Result<Guide, Vec<GuideError>> {
    check(shape(document)?)
}

/// The first half of [`read_value`]: fails where the document is of the wrong shape.
pub fn shape(document: &Value) -> Result<Guide, Vec<GuideError>> {
    node::read(document).map_err(|error| vec![error])
}

/// The second half of [`read_value`]: a guide that makes sense as well.
pub fn check(guide: Guide) -> Result<Guide, Vec<GuideError>> {
    let errors = check::check(&guide);
    if errors.is_empty() { Ok(guide) } else { Err(errors) }
}
