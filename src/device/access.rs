//! Whether this page can reach a device, as far as that can be told without asking anybody.

use super::bindings::{FeaturePolicy, UserAgentData};
use crate::battery::{Access, Barrier, Source};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// The first versions of Chromium that open serial channels over Bluetooth, on computers and on phones. Other browsers
/// have the interface without that, and only tell so when they are asked to open one.
const CHROMIUM: u32 = 117;
const CHROMIUM_ON_PHONES: u32 = 138;

/// The ways that this page can go, the one that tells most first.
pub fn access() -> Access {
    let Some(window) = web_sys::window() else { return Access::default() };
    if !window.is_secure_context() {
        return Access::Not(Barrier::InsecurePage);
    }
    let navigator: JsValue = window.navigator().into();
    let known = [
        (Source::Serial, "serial", has_serial_over_bluetooth(&navigator)),
        (Source::BatteryService, "bluetooth", true),
    ];
    let there: Vec<_> =
        known.into_iter().filter(|(_, name, knows)| *knows && get(&navigator, name).is_some()).collect();
    if there.is_empty() {
        return Access::Not(Barrier::Browser);
    }
    let allowed = there.into_iter().filter(|(_, name, _)| is_allowed(&window, name)).map(|(source, ..)| source);
    let sources: Vec<_> = allowed.collect();
    if sources.is_empty() { Access::Not(Barrier::Policy) } else { Access::By(sources) }
}

fn has_serial_over_bluetooth(navigator: &JsValue) -> bool {
    let Some(agent) = get(navigator, "userAgentData") else { return false };
    let agent: UserAgentData = agent.unchecked_into();
    let is_chromium = |it: &JsValue| get(it, "brand").and_then(|it| it.as_string()).is_some_and(|it| it == "Chromium");
    let version = |it: JsValue| get(&it, "version")?.as_string()?.parse::<u32>().ok();
    let version = agent.brands().iter().find(is_chromium).and_then(version);
    version >= Some(if agent.mobile() { CHROMIUM_ON_PHONES } else { CHROMIUM })
}

/// Whether the page's policy allows it; a browser that does not tell is asked when the time comes.
fn is_allowed(window: &Window, name: &str) -> bool {
    let policy = window.document().and_then(|it| get(&it, "featurePolicy"));
    policy.is_none_or(|it| it.unchecked_into::<FeaturePolicy>().allows_feature(name))
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}
