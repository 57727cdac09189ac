//! JSON as the browser reads it.

use crate::guide::{GuideError, Value, check_limits};
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Why a text is no document.
#[derive(Debug)]
pub enum Unreadable {
    /// It exceeds a limit.
    Excess(GuideError),
    /// It is no JSON; holds the browser's error.
    NotJson(JsValue),
}

/// The document in a text. Every text from outside comes through here, so what is built to hurt goes no further.
pub fn parse(text: &str) -> Result<Value, Unreadable> {
    check_limits(text).map_err(|it| Unreadable::Excess(it.error))?;
    JSON::parse(text).map(|it| value(&it)).map_err(Unreadable::NotJson)
}

/// It calls itself at most as often as the limits let a document be deep.
fn value(it: &JsValue) -> Value {
    if let Some(text) = it.as_string() {
        Value::Text(text)
    } else if let Some(number) = it.as_f64() {
        Value::Number(number)
    } else if let Some(is_true) = it.as_bool() {
        Value::Bool(is_true)
    } else if let Some(list) = it.dyn_ref::<Array>() {
        Value::List(list.iter().map(|it| value(&it)).collect())
    } else if let Some(object) = it.dyn_ref::<Object>() {
        let (names, values) = (Object::keys(object), Object::values(object));
        let names = names.iter().filter_map(|it| it.as_string());
        Value::Object(names.zip(values.iter().map(|it| value(&it))).collect())
    } else {
        Value::Null
    }
}
