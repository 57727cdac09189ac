//! The files that the widget asks for: guides, and words in other languages. Each is JSON in UTF-8, comes whole within a
//! limited time, and is not larger than any guide.

use super::assets;
use crate::guide::MOST_BYTES;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestInit, Response};

/// How long a file may take to arrive.
const TIMEOUT_SECONDS: u32 = 30;

/// What to say of a file of this name whose text the browser refuses with this error.
pub(super) fn not_json(name: &str, error: &JsValue) -> String {
    format!("{name} is not JSON ({})", message(error))
}

/// What a file must be beside JSON.
#[derive(Default)]
pub(super) struct Demands<'a> {
    /// The hash that it has, as the attribute `integrity` has it.
    pub(super) integrity: Option<String>,
    /// A URL of its origin.
    pub(super) origin_of: Option<&'a str>,
}

/// The text behind a URL.
pub(super) async fn fetch(url: &str, demands: &Demands<'_>) -> Result<String, String> {
    let failed = |why: String| format!("{url} did not load: {why}");
    let is_allowed = |url: &str| demands.origin_of.is_none_or(|it| assets::is_same_origin(it, url));
    let elsewhere = || failed("it is of another site than the guide".to_owned());
    if !is_allowed(url) {
        return Err(elsewhere());
    }
    let response = match try_fetch(url, demands).await {
        Ok(response) => response,
        Err(error) => refusal(url, demands).await.ok_or_else(|| failed(reason(&error, demands)))?,
    };
    // The server may have sent the browser on.
    let address = response.url();
    if !address.is_empty() && !is_allowed(&address) {
        return Err(elsewhere());
    }
    if !response.ok() {
        return Err(failed(format!("the server answered {}", response.status())));
    }
    let bytes = read(&response).await.map_err(|error| failed(reason(&error, demands)))?;
    let bytes = bytes.ok_or_else(|| failed("it is larger than 1 MB".to_owned()))?;
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
        if bytes.len() > MOST_BYTES {
            // Nobody waits for what is left to be cut off.
            let _ = reader.cancel();
            return Ok(None);
        }
    }
}

/// The answer of a server that has no such file: that has another hash as well, and browsers do not tell which it was.
async fn refusal(url: &str, demands: &Demands<'_>) -> Option<Response> {
    demands.integrity.as_ref()?;
    let url = assets::of_version(url, demands.integrity.as_deref());
    let response = try_fetch(&url, &Demands::default()).await.ok()?;
    (!response.ok()).then_some(response)
}

/// The server hears neither who the person is nor on which page.
async fn try_fetch(url: &str, demands: &Demands<'_>) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    if let Some(integrity) = &demands.integrity {
        init.set_integrity(integrity);
    }
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT_SECONDS * 1_000)));
    let url = assets::of_version(url, demands.integrity.as_deref());
    JsFuture::from(window.fetch_with_str_and_init(&url, &init)).await?.dyn_into()
}

/// Why a request failed. Browsers do not tell scripts whether it was the network or the other site's refusal.
fn reason(error: &JsValue, demands: &Demands<'_>) -> String {
    match error.dyn_ref::<js_sys::Error>().map(|it| String::from(it.name())).as_deref() {
        Some("TypeError") => {
            let other = if demands.integrity.is_some() { ", or it is not the file that belongs here" } else { "" };
            format!("no connection, or that site does not let this page read it (CORS){other}")
        }
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
