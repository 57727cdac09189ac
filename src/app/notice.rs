//! The DOM events that tell the host page what happens. They bubble and cross the shadow root.

use super::{clock, effects};
use crate::session::{Notice, Record, Session, StepId, Time};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The `detail` of an event: a plain object. What does not belong to the event at hand is left out.
#[derive(Default, Serialize)]
struct Detail<'a> {
    guide: &'a str,
    /// When the session started; tells the sessions on one page apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<Time>,
    /// Set where it is the session of somebody else, opened by a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<bool>,
    at: Time,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dangers: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Record>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<&'a [String]>,
}

/// Tells that the widget can be used.
pub(super) fn dispatch_ready(host: &HtmlElement, session: &Session) {
    send(host, "fault-finder-ready", &detail(session));
}

/// Tells what the session has to tell.
pub(super) fn dispatch(host: &HtmlElement, session: &Session, notice: &Notice) {
    let detail = detail(session);
    match notice {
        Notice::Step(step) => send(host, "fault-finder-step", &Detail { step: Some(step.id()), ..detail }),
        Notice::Answer(step, choice) => {
            let detail = Detail { step: Some(step.id()), choice: Some(choice), ..detail };
            send(host, "fault-finder-answer", &detail);
        }
        Notice::DangersDenied => {
            let detail = Detail { step: Some(StepId::Dangers.id()), choice: Some("none"), ..detail };
            send(host, "fault-finder-answer", &detail);
        }
        Notice::DangersReported(ids) => {
            let detail =
                Detail { step: Some(StepId::Dangers.id()), choice: Some("found"), dangers: Some(ids), ..detail };
            send(host, "fault-finder-answer", &detail);
        }
        Notice::Outcome(outcome) => {
            let detail = Detail { outcome: Some(outcome.id()), step: outcome.step_id(), ..detail };
            send(host, "fault-finder-outcome", &detail);
        }
        Notice::Handover => {
            send(host, "fault-finder-handover", &Detail { record: Some(session.record()), ..detail });
        }
    }
}

/// Tells what is wrong with a guide or a setting, in the words that the widget shows.
pub fn dispatch_error(host: &HtmlElement, guide: &str, errors: &[String]) {
    let detail = Detail { guide, at: clock::now(), errors: Some(errors), ..Detail::default() };
    send(host, "fault-finder-error", &detail);
}

fn detail(session: &Session) -> Detail<'_> {
    Detail {
        guide: &session.guide().id,
        session: Some(session.saved().started),
        shared: session.shared().map(|_| true),
        at: clock::now(),
        ..Detail::default()
    }
}

fn send(host: &HtmlElement, name: &str, detail: &Detail<'_>) {
    // An event always has a name and a plain detail, so making one does not fail.
    if let Ok(event) = event(name, detail) {
        effects::tell(host.clone(), event);
    }
}

fn event(name: &str, detail: &Detail<'_>) -> Result<CustomEvent, JsValue> {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail.serialize(&Serializer::json_compatible())?);
    CustomEvent::new_with_event_init_dict(name, &init)
}
