//! Fields that nobody reads: those that the format does not know, and those that stand twice.

use super::finding::Lint;
use fault_finder::guide;
use jsonc_parser::ast::{Object, Value};
use serde_json::Value as Schema;

/// The name of a field that holds a comment starts like this.
const COMMENT: &str = "//";

pub(super) fn lints(root: &Value<'_>) -> Vec<Lint> {
    // The schema is made from the types, so it knows every field.
    let schema: Schema = serde_json::from_str(&guide::schema()).unwrap_or_default();
    let mut reader = Reader { schema: &schema, lints: Vec::new() };
    reader.value(root, &schema, "");
    reader.lints
}

struct Reader<'a> {
    schema: &'a Schema,
    lints: Vec<Lint>,
}

impl<'a> Reader<'a> {
    fn value(&mut self, value: &Value<'_>, schema: &'a Schema, place: &str) {
        let schema = self.resolved(schema);
        match value {
            Value::Object(object) => self.object(object, schema, place),
            Value::Array(array) => {
                for (idx, item) in array.elements.iter().enumerate() {
                    self.value(item, &schema["items"], &format!("{place}[{idx}]"));
                }
            }
            Value::StringLit(_) | Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => (),
        }
    }

    fn object(&mut self, object: &Object<'_>, schema: &'a Schema, place: &str) {
        let mut seen = Vec::new();
        for property in &object.properties {
            let name = property.name.as_str();
            let place = if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
            let field = schema["properties"].get(name);
            let known = field.or_else(|| schema.get("additionalProperties").filter(|it| it.is_object()));
            if seen.contains(&name) && !name.starts_with(COMMENT) {
                let message = format!("the field \"{name}\" stands here twice; only the first counts");
                self.lints.push(Lint::warning("field-twice", &place, message));
            }
            match known {
                Some(schema) => self.value(&property.value, schema, &place),
                None if name.starts_with(COMMENT) || schema.is_null() => (),
                None => {
                    let message = format!("nothing reads a field \"{name}\" here; a comment starts with \"{COMMENT}\"");
                    self.lints.push(Lint::warning("unknown-field", &place, message));
                }
            }
            seen.push(name);
        }
    }

    /// The schema itself, where this only names it or allows null beside it.
    fn resolved(&self, schema: &'a Schema) -> &'a Schema {
        let options = schema["anyOf"].as_array();
        let schema = options.and_then(|it| it.iter().find(|it| it["type"] != "null")).unwrap_or(schema);
        let name = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#"));
        name.and_then(|it| self.schema.pointer(it)).unwrap_or(schema)
    }
}
