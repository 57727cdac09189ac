//! JSON as the browser reads it.

use crate::guide::Value;
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The document in a text. Fails with the browser's error where the text is no JSON.
pub fn parse(text: &str) -> Result<Value, JsValue> {
    JSON::parse(text).map(|it| value(&it))
}

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
