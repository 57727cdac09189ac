//! Where a place of the guide stands in the text of its file.

use super::finding::{Finding, Lint, Severity};
use fault_finder::guide::{Excess, check_limits};
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::de::IgnoredAny;
use std::ops::Range;

/// The values of a JSON text and where they stand.
pub(super) struct Positions<'a> {
    text: &'a str,
    root: Value<'a>,
}

impl<'a> Positions<'a> {
    /// Fails where the text exceeds a limit or is not JSON, as the widget will.
    pub(super) fn new(text: &'a str) -> Result<Positions<'a>, Finding> {
        check_limits(text).map_err(|it| excess(text, &it))?;
        Positions::parse(text).map_err(|it| syntax_error(text, &it))
    }

    fn parse(text: &'a str) -> Result<Positions<'a>, serde_json::Error> {
        serde_json::from_str::<IgnoredAny>(text)?;
        let root = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let root = root.map_err(serde::de::Error::custom)?.value;
        Ok(Positions { text, root: root.ok_or_else(|| serde::de::Error::custom("the file is empty"))? })
    }

    /// The document as a whole.
    pub(super) fn root(&self) -> &Value<'a> {
        &self.root
    }

    /// What was found, with its position.
    pub(super) fn finding(&self, lint: Lint) -> Finding {
        let Lint { severity, rule, place, message } = lint;
        let span = if place == "guide" { mark(&self.root) } else { find(&self.root, mark(&self.root), &place) };
        let at = line_and_column(self.text, span.start);
        Finding { severity, rule, place, line: at.0, column: at.1, message, span }
    }
}

/// What stands at a place; where the place does not exist, what would hold it.
fn find(value: &Value<'_>, marked: Range<usize>, place: &str) -> Range<usize> {
    if place.is_empty() {
        return marked;
    }
    let found = match value {
        Value::Object(object) => property(object, place),
        Value::Array(array) => item(&array.elements, place),
        Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => None,
    };
    found.unwrap_or(marked)
}

/// Ids may hold dots and brackets, so the longest name that fits is the one that is meant.
fn property(object: &Object<'_>, place: &str) -> Option<Range<usize>> {
    let place = place.strip_prefix('.').unwrap_or(place);
    let rest = |it: &ObjectProp<'_>| {
        place
            .strip_prefix(it.name.as_str())
            .filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            .map(str::len)
    };
    let fitting = object.properties.iter().filter_map(|it| Some((rest(it)?, it)));
    let (rest, property) = fitting.min_by_key(|(rest, _)| *rest)?;
    let marked = match &property.value {
        Value::Object(_) | Value::Array(_) => property.name.range(),
        Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {
            property.value.range()
        }
    };
    Some(find(&property.value, marked.start..marked.end, place.get(place.len() - rest..)?))
}

fn item(items: &[Value<'_>], place: &str) -> Option<Range<usize>> {
    let (idx, rest) = place.strip_prefix('[')?.split_once(']')?;
    let item = items.get(idx.parse::<usize>().ok()?)?;
    Some(find(item, mark(item), rest))
}

/// What to mark of a value: of an object its id if it has one, of what spans many lines its first character.
fn mark(value: &Value<'_>) -> Range<usize> {
    let range = value.range();
    match value {
        Value::Object(object) => {
            object.get_string("id").map_or(range.start..range.start + 1, |it| it.range.start..it.range.end)
        }
        Value::Array(_) => range.start..range.start + 1,
        Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {
            range.start..range.end
        }
    }
}

/// The text exceeds a limit.
fn excess(text: &str, Excess { error, at }: &Excess) -> Finding {
    let (line, column) = line_and_column(text, *at);
    let end = at + text.get(*at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    Finding {
        severity: Severity::Error,
        rule: "limit",
        place: error.place.clone(),
        line,
        column,
        message: error.problem.to_string(),
        span: *at..end,
    }
}

/// The text is not JSON.
fn syntax_error(text: &str, error: &serde_json::Error) -> Finding {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    // The column is a count of bytes, and one that lies inside a character is of no use to anyone.
    let mut start = (before + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let end = start + text.get(start..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    let words = error.to_string();
    let reason = words.split(" at line ").next().unwrap_or_default();
    let (line, column) = line_and_column(text, start);
    Finding {
        severity: Severity::Error,
        rule: "json",
        place: "guide".to_owned(),
        line,
        column,
        message: format!("this is not JSON: {reason}"),
        span: start..end,
    }
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
