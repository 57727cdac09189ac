//! Loads the guide that the host has named: a built-in one by its id, one in the page by `#` and the id of the element
//! that holds it, any other by its URL.

use super::built_in;
use crate::guide::{self, Guide, GuideError};
use js_sys::{Function, JSON, Reflect, Uint8Array};
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Element, HtmlElement, ReadableStreamDefaultReader, RequestInit, Response};

/// A guide that is larger than this is none: the one that comes with the widget has a tenth of it.
const MAX_MEGABYTES: usize = 1;
/// How long a guide may take to arrive.
const TIMEOUT_SECONDS: u32 = 30;

/// Loads and checks a guide. Fails with what is wrong, each in one sentence with its place.
pub(super) async fn load(host: &HtmlElement, name: &str) -> Result<Guide, Vec<String>> {
    let text = match (built_in::find(name), name.strip_prefix('#')) {
        (Some(text), _) => Cow::Borrowed(text),
        (None, Some(id)) => Cow::Owned(held(host, id).ok_or_else(|| vec![missing(id)])?),
        (None, None) if is_url(name) => Cow::Owned(fetch(name).await.map_err(|error| vec![error])?),
        (None, None) => return Err(vec![unknown(name)]),
    };
    let document =
        JSON::parse(&text).map_err(|error| vec![format!("guide: {name} is not JSON ({})", message(&error))])?;
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

fn missing(id: &str) -> String {
    format!("guide: there is no element with the id \"{id}\" where the widget stands")
}

/// The text of the element with this id, in the document or the shadow root that the widget stands in.
fn held(host: &HtmlElement, id: &str) -> Option<String> {
    let root = host.get_root_node();
    let find: Function = Reflect::get(&root, &"getElementById".into()).ok()?.dyn_into().ok()?;
    let element: Element = find.call1(&root, &id.into()).ok()?.dyn_into().ok()?;
    element.text_content()
}

/// The text behind a URL.
async fn fetch(url: &str) -> Result<String, String> {
    let failed = |why: String| format!("guide: {url} did not load: {why}");
    let response = try_fetch(url).await.map_err(|error| failed(reason(&error)))?;
    if !response.ok() {
        return Err(failed(format!("the server answered {}", response.status())));
    }
    let bytes = read(&response).await.map_err(|error| failed(reason(&error)))?;
    let bytes = bytes.ok_or_else(|| failed(format!("it is larger than {MAX_MEGABYTES} MB")))?;
    let text = String::from_utf8(bytes).map_err(|_| failed("it is not UTF-8".to_owned()))?;
    // What some editors put before the text.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The body of a response. Of one that is too large there is nothing, and no more of it is loaded.
async fn read(response: &Response) -> Result<Option<Vec<u8>>, JsValue> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else { return Ok(Some(bytes)) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(Some(bytes));
        }
        bytes.extend(Reflect::get(&chunk, &"value".into())?.dyn_into::<Uint8Array>()?.to_vec());
        if bytes.len() > MAX_MEGABYTES * 1_000_000 {
            // Nobody waits for what is left to be cut off.
            let _ = reader.cancel();
            return Ok(None);
        }
    }
}

async fn try_fetch(url: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let init = RequestInit::new();
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT_SECONDS * 1_000)));
    JsFuture::from(window.fetch_with_str_and_init(url, &init)).await?.dyn_into()
}

/// Why a request failed. Browsers do not tell scripts whether it was the network or the other site's refusal.
fn reason(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>().map(|it| String::from(it.name())).as_deref() {
        Some("TypeError") => "no connection, or that site does not let this page read it (CORS)".to_owned(),
        // Browsers disagree on the name of what only our own clock does.
        Some("TimeoutError" | "AbortError") => format!("it did not come whole within {TIMEOUT_SECONDS} seconds"),
        Some(_) | None => message(error),
    }
}

/// What a JavaScript error says.
fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => "unknown reason".to_owned(),
    }
}
