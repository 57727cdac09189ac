//! What the element's attributes mean, and which values they know.

use super::built_in;
use crate::guide;
use crate::session::{Days, Order, Settings};
use web_sys::HtmlElement;

/// The value of `guide`. It has no default, because a page must say what it is about.
pub(super) fn guide_name(host: &HtmlElement) -> Result<String, String> {
    value(host, "guide")
        .ok_or_else(|| format!("guide: the attribute is missing; there are: {}; or give a URL", built_in::names()))
}

/// The value of an attribute. An empty one says nothing: it is what some frameworks leave of a value that is gone.
fn value(host: &HtmlElement, name: &str) -> Option<String> {
    host.get_attribute(name).filter(|it| !it.is_empty())
}

/// The settings, and what is wrong with the attributes. What is wrong falls back, so that the person is not stopped.
pub(super) fn settings(host: &HtmlElement) -> (Settings, Vec<String>) {
    let mut errors = Vec::new();
    let settings = Settings {
        order: order(host, &mut errors),
        support_href: support_href(host, &mut errors),
        reads_battery: reads_battery(host, &mut errors),
        is_stored: host.has_attribute("resume"),
        kept_for: kept_for(host, &mut errors),
        offset_minutes: offset_minutes(),
        ..Settings::default()
    };
    (settings, errors)
}

fn order(host: &HtmlElement, errors: &mut Vec<String>) -> Order {
    let Some(name) = value(host, "order") else { return Order::default() };
    Order::from_name(&name).unwrap_or_else(|| {
        errors.push(format!("order: there is no order \"{name}\"; there are: {}", Order::NAMES.join(", ")));
        Order::default()
    })
}

/// Reading is on unless the host says otherwise; what the host says in words that we do not know is no wish for it.
fn reads_battery(host: &HtmlElement, errors: &mut Vec<String>) -> bool {
    let Some(name) = value(host, "battery") else { return true };
    if !["on", "off"].contains(&name.as_str()) {
        errors.push(format!("battery: there is no value \"{name}\"; there are: on, off"));
    }
    name == "on"
}

fn kept_for(host: &HtmlElement, errors: &mut Vec<String>) -> Days {
    let Some(text) = value(host, "resume-days") else { return Days::default() };
    text.parse().ok().and_then(Days::new).unwrap_or_else(|| {
        errors.push(format!("resume-days: \"{text}\" is no number of days from 1 to {}", Days::MOST));
        Days::default()
    })
}

fn support_href(host: &HtmlElement, errors: &mut Vec<String>) -> Option<String> {
    let href = value(host, "support-href")?;
    if !guide::is_allowed_link(&href) {
        errors.push(format!("support-href: {}", guide::Problem::Link(href)));
        return None;
    }
    Some(href)
}

/// JavaScript counts how far UTC is ahead; we count how far the person is.
#[allow(clippy::cast_possible_truncation, reason = "an offset is a whole number of minutes within a day")]
fn offset_minutes() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}
