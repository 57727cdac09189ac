//! Loads the guide that the host has named: a built-in one by its id, any other by its URL.

use super::built_in;
use crate::guide::{self, Guide, GuideError};
use js_sys::JSON;
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Loads and checks a guide. Fails with what is wrong, each in one sentence with its place.
pub(super) async fn load(name: &str) -> Result<Guide, Vec<String>> {
    let text = match built_in::find(name) {
        Some(text) => Cow::Borrowed(text),
        None if is_url(name) => Cow::Owned(fetch(name).await.map_err(|error| vec![error])?),
        None => return Err(vec![unknown(name)]),
    };
    let document = JSON::parse(&text).map_err(|error| vec![GuideError::not_json(&message(&error)).to_string()])?;
    let errors_in_words = |errors: Vec<GuideError>| errors.iter().map(ToString::to_string).collect();
    guide::read(serde_wasm_bindgen::Deserializer::from(document)).map_err(errors_in_words)
}

/// An id has neither slash nor dot; a URL that leads anywhere has one of them.
fn is_url(name: &str) -> bool {
    name.contains(['/', '.'])
}

fn unknown(name: &str) -> String {
    format!("guide: there is no guide \"{name}\"; there are: {}; or give a URL", built_in::names())
}

async fn fetch(url: &str) -> Result<String, String> {
    let response = try_fetch(url).await.map_err(|error| format!("guide: {url} did not load: {}", message(&error)))?;
    if !response.ok() {
        return Err(format!("guide: {url} did not load: the server answered {}", response.status()));
    }
    let text = async { JsFuture::from(response.text()?).await }.await;
    let text = text.map_err(|error| format!("guide: {url} did not load: {}", message(&error)))?;
    Ok(text.as_string().unwrap_or_default())
}

async fn try_fetch(url: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()
}

/// What a JavaScript error says.
fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => "unknown reason".to_owned(),
    }
}
