//! A value and its place in the document, so that what is wrong with it can be told with the place.
//!
//! Whatever is wrong is kept, and reading goes on with something in its place: it takes half the WebAssembly that
//! leaving off at each field would.

use super::error::{GuideError, Problem};
use super::named::Named;
use super::value::Value;
use std::cell::RefCell;

/// A value of the document and where it stands.
pub(super) struct Node<'a> {
    value: &'a Value,
    place: Place<'a>,
    first_error: &'a RefCell<Option<GuideError>>,
}

/// Where a value stands.
enum Place<'a> {
    Whole,
    Field(&'a Node<'a>, &'a str),
    Item(&'a Node<'a>, usize),
}

/// What a node can be read as; where it cannot, the node keeps the error, and what is read is of no use.
pub(super) trait Read: Sized {
    fn read(node: &Node<'_>) -> Self;
}

/// Reads a document. Fails with the first thing that is not as it must be.
pub(super) fn read<T: Read>(document: &Value) -> Result<T, GuideError> {
    let first_error = RefCell::new(None);
    let read = T::read(&Node { value: document, place: Place::Whole, first_error: &first_error });
    match first_error.take() {
        Some(error) => Err(error),
        None => Ok(read),
    }
}

impl<'a> Node<'a> {
    /// A field that must be there.
    pub(super) fn field<T: Read>(&self, name: &'static str) -> T {
        let value = self.find(name).unwrap_or_else(|| {
            self.fail(Problem::NoField(name));
            &Value::Null
        });
        T::read(&self.child(value, Place::Field(self, name)))
    }

    /// A field that may be absent; null counts as absent.
    pub(super) fn optional<T: Read>(&self, name: &'static str) -> Option<T> {
        let value = self.find(name).filter(|it| **it != Value::Null)?;
        Some(T::read(&self.child(value, Place::Field(self, name))))
    }

    /// A field that is empty where it is absent.
    pub(super) fn or_empty<T: Read + Default>(&self, name: &'static str) -> T {
        self.optional(name).unwrap_or_default()
    }

    /// One of these names, and what each stands for.
    pub(super) fn one_of<T: Copy, const N: usize>(&self, names: [(&'static str, T); N]) -> T {
        let text = String::read(self);
        names.iter().find(|(name, _)| *name == text).map_or_else(
            || {
                self.fail(Problem::NotOneOf(text.clone(), names.map(|(name, _)| name).join(", ")));
                names[0].1
            },
            |(_, value)| *value,
        )
    }

    /// Whether this is a text.
    pub(super) fn is_text(&self) -> bool {
        self.value.as_text().is_some()
    }

    /// A list of two.
    pub(super) fn pair<T: Read + Default>(&self) -> (T, T) {
        let mut items = Vec::read(self).into_iter();
        let pair = (items.next().unwrap_or_default(), items.next().unwrap_or_default());
        if self.value.as_list().is_some_and(|it| it.len() != 2) {
            self.fail(Problem::Range("a list of two"));
        }
        pair
    }

    fn find(&self, name: &str) -> Option<&'a Value> {
        let Value::Object(fields) = self.value else {
            self.fail_type("an object");
            return None;
        };
        fields.iter().find(|(it, _)| it == name).map(|(_, value)| value)
    }

    fn child<'b>(&'b self, value: &'b Value, place: Place<'b>) -> Node<'b> {
        Node { value, place, first_error: self.first_error }
    }

    fn fail_type(&self, expected: &'static str) {
        self.fail(Problem::Type(expected, self.value.kind()));
    }

    /// What goes wrong later may be because of the first.
    fn fail(&self, problem: Problem) {
        let mut first = self.first_error.borrow_mut();
        if first.is_none() {
            let place = self.path();
            let place = if place.is_empty() { "guide".to_owned() } else { place };
            *first = Some(GuideError { place, problem });
        }
    }

    fn path(&self) -> String {
        match self.place {
            Place::Whole => String::new(),
            Place::Field(parent, name) => match parent.path() {
                path if path.is_empty() => name.to_owned(),
                path => format!("{path}.{name}"),
            },
            Place::Item(parent, idx) => format!("{}[{idx}]", parent.path()),
        }
    }
}

impl Read for String {
    fn read(node: &Node<'_>) -> String {
        let text = node.value.as_text();
        if text.is_none() {
            node.fail_type("a text");
        }
        text.unwrap_or_default().to_owned()
    }
}

impl Read for f64 {
    fn read(node: &Node<'_>) -> f64 {
        match node.value {
            // Browsers read 1e999 as infinity.
            Value::Number(number) if number.is_finite() => return *number,
            Value::Number(_) => node.fail(Problem::Range("a number below 1e308")),
            Value::Null | Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                node.fail_type("a number");
            }
        }
        0.0
    }
}

impl Read for bool {
    fn read(node: &Node<'_>) -> bool {
        if let Value::Bool(value) = node.value {
            return *value;
        }
        node.fail_type("true or false");
        false
    }
}

impl Read for u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    fn read(node: &Node<'_>) -> u32 {
        let number = f64::read(node);
        if number.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&number) {
            node.fail(Problem::Range("a whole number, 0 or more"));
        }
        number as u32
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>) -> Vec<T> {
        let items = node.value.as_list();
        if items.is_none() {
            node.fail_type("a list");
        }
        let item = |(idx, value)| T::read(&node.child(value, Place::Item(node, idx)));
        items.unwrap_or_default().iter().enumerate().map(item).collect()
    }
}

impl<T: Read> Read for Named<T> {
    fn read(node: &Node<'_>) -> Named<T> {
        let Value::Object(fields) = node.value else {
            node.fail_type("an object");
            return Named::default();
        };
        let field =
            |(name, value): &(String, Value)| (name.clone(), T::read(&node.child(value, Place::Field(node, name))));
        Named(fields.iter().map(field).collect())
    }
}
