//! A value and its place in the document, so that what is wrong with it can be told with the place.

use super::error::{GuideError, Problem};
use super::named::Named;
use super::value::Value;

/// A value of the document and where it stands.
pub(super) struct Node<'a> {
    value: &'a Value,
    place: String,
}

/// What a node can be read as.
pub(super) trait Read: Sized {
    /// Fails with the first thing that is not as it must be.
    fn read(node: &Node<'_>) -> Result<Self, GuideError>;
}

impl<'a> Node<'a> {
    /// The document as a whole.
    pub(super) fn whole(value: &'a Value) -> Node<'a> {
        Node { value, place: String::new() }
    }

    /// A field that must be there.
    pub(super) fn field<T: Read>(&self, name: &'static str) -> Result<T, GuideError> {
        match self.find(name)? {
            Some(node) => T::read(&node),
            None => Err(self.error(Problem::NoField(name))),
        }
    }

    /// A field that may be absent; null counts as absent.
    pub(super) fn optional<T: Read>(&self, name: &'static str) -> Result<Option<T>, GuideError> {
        match self.find(name)? {
            Some(node) if *node.value != Value::Null => T::read(&node).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    /// A field that is empty where it is absent.
    pub(super) fn or_empty<T: Read + Default>(&self, name: &'static str) -> Result<T, GuideError> {
        self.optional(name).map(Option::unwrap_or_default)
    }

    /// One of these names, and what each stands for.
    pub(super) fn one_of<T: Copy>(&self, names: &'static [(&'static str, T)]) -> Result<T, GuideError> {
        let text = String::read(self)?;
        let found = names.iter().find(|(name, _)| *name == text);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<_> = names.iter().map(|(name, _)| *name).collect();
            self.error(Problem::NotOneOf(text.clone(), known.join(", ")))
        })
    }

    /// A list of two.
    pub(super) fn pair<T: Read>(&self) -> Result<(T, T), GuideError> {
        let mut items = Vec::read(self)?.into_iter();
        match (items.next(), items.next(), items.next()) {
            (Some(one), Some(other), None) => Ok((one, other)),
            _ => Err(self.error(Problem::Range("a list of two"))),
        }
    }

    fn find(&self, name: &str) -> Result<Option<Node<'a>>, GuideError> {
        let Value::Object(fields) = self.value else { return Err(self.wrong_type("an object")) };
        let field = fields.iter().find(|(it, _)| it == name);
        Ok(field.map(|(name, value)| self.child(value, name)))
    }

    fn child(&self, value: &'a Value, name: &str) -> Node<'a> {
        let place = if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) };
        Node { value, place }
    }

    fn wrong_type(&self, expected: &'static str) -> GuideError {
        self.error(Problem::Type(expected, self.value.kind()))
    }

    fn error(&self, problem: Problem) -> GuideError {
        let place = if self.place.is_empty() { "guide".to_owned() } else { self.place.clone() };
        GuideError { place, problem }
    }
}

impl Read for String {
    fn read(node: &Node<'_>) -> Result<String, GuideError> {
        match node.value {
            Value::Text(text) => Ok(text.clone()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Object(_) => {
                Err(node.wrong_type("a text"))
            }
        }
    }
}

impl Read for f64 {
    fn read(node: &Node<'_>) -> Result<f64, GuideError> {
        match node.value {
            Value::Number(number) => Ok(*number),
            Value::Null | Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                Err(node.wrong_type("a number"))
            }
        }
    }
}

impl Read for bool {
    fn read(node: &Node<'_>) -> Result<bool, GuideError> {
        match node.value {
            Value::Bool(value) => Ok(*value),
            Value::Null | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => {
                Err(node.wrong_type("true or false"))
            }
        }
    }
}

impl Read for u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    fn read(node: &Node<'_>) -> Result<u32, GuideError> {
        let number = f64::read(node)?;
        if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
            Ok(number as u32)
        } else {
            Err(node.error(Problem::Range("a whole number, 0 or more")))
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>) -> Result<Vec<T>, GuideError> {
        let Value::List(items) = node.value else { return Err(node.wrong_type("a list")) };
        let item = |(idx, value)| T::read(&Node { value, place: format!("{}[{idx}]", node.place) });
        items.iter().enumerate().map(item).collect()
    }
}

impl<T: Read> Read for Named<T> {
    fn read(node: &Node<'_>) -> Result<Named<T>, GuideError> {
        let Value::Object(fields) = node.value else { return Err(node.wrong_type("an object")) };
        let field = |(name, value): &(String, Value)| Ok((name.clone(), T::read(&node.child(value, name))?));
        fields.iter().map(field).collect::<Result<_, _>>().map(Named)
    }
}
