//! Something that `check` has to say.

use serde::Serialize;
use std::ops::Range;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The widget refuses the guide.
    Error,
    /// The guide works, but hardly as its author means it.
    Warning,
    /// Worth knowing; it may well be meant.
    Remark,
}

/// Something that was found, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// A short name for what was found, the same for all of its kind.
    pub rule: &'static str,
    /// Where, as a path into the document such as `repairs[2].fixes.contacts`.
    pub place: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What, as a sentence.
    pub message: String,
    /// Where in the text, in bytes.
    #[serde(skip)]
    pub span: Range<usize>,
}

/// Something that was found, before it is known where it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Lint {
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) place: String,
    pub(super) message: String,
}

impl Lint {
    pub(super) fn error(rule: &'static str, place: impl Into<String>, message: impl Into<String>) -> Lint {
        Lint { severity: Severity::Error, rule, place: place.into(), message: message.into() }
    }

    pub(super) fn warning(rule: &'static str, place: impl Into<String>, message: impl Into<String>) -> Lint {
        Lint { severity: Severity::Warning, rule, place: place.into(), message: message.into() }
    }

    pub(super) fn remark(rule: &'static str, place: impl Into<String>, message: impl Into<String>) -> Lint {
        Lint { severity: Severity::Remark, rule, place: place.into(), message: message.into() }
    }
}
