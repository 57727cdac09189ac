//! Loads the guide that the host has named: a built-in one by its id, one in the page by `#` and the id of the element
//! that holds it, any other by its URL.

use super::file::{self, Demands};
use super::{assets, built_in, scripts};
use crate::app::{Unreadable, parse_json};
use crate::guide::{self, Guide, GuideError, Value};
use gloo_timers::future::TimeoutFuture;
use std::borrow::Cow;
use std::rc::Rc;
use web_sys::HtmlElement;

/// A guide as it was written, before any translation.
#[derive(Debug)]
pub(super) struct Original {
    /// The document.
    pub(super) document: Value,
    /// What it says.
    pub(super) guide: Rc<Guide>,
    /// Its URL, from which its translations are found.
    pub(super) url: String,
    /// Whether it comes with the widget.
    pub(super) is_built_in: bool,
}

/// Loads and checks a guide. Fails with what is wrong, each in one sentence with its place.
pub(super) async fn load(host: &HtmlElement, name: &str) -> Result<Original, Vec<String>> {
    let of_guide = |error: String| vec![format!("guide: {error}")];
    let (text, url) = match (built_in::find(name), name.strip_prefix('#')) {
        (Some(text), _) => (Cow::Borrowed(text), assets::url("guides/")),
        (None, Some(id)) => {
            let held = scripts::with_id(&host.get_root_node(), id).and_then(|it| assets::text(&it));
            (Cow::Owned(held.ok_or_else(|| vec![missing(id)])?), assets::page())
        }
        (None, None) if is_url(name) => (
            Cow::Owned(file::fetch(name, &Demands::default()).await.map_err(of_guide)?),
            assets::resolve(name, &assets::page()),
        ),
        (None, None) => return Err(vec![unknown(name)]),
    };
    let document = parse_json(&text).map_err(|it| match it {
        Unreadable::Excess(error) => in_words(&[error]),
        Unreadable::NotJson(error) => of_guide(file::not_json(name, &error)),
    })?;
    // Each of these takes a slow phone some time, and the page may have something to do in between.
    pause().await;
    let guide = guide::shape(&document).map_err(|it| in_words(&it))?;
    pause().await;
    let guide = guide::check(guide).map_err(|it| in_words(&it))?;
    Ok(Original { document, guide: Rc::new(guide), url, is_built_in: matches!(text, Cow::Borrowed(_)) })
}

fn pause() -> TimeoutFuture {
    TimeoutFuture::new(0)
}

pub(super) fn in_words(errors: &[GuideError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
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
