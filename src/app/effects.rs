//! Runs what the session asks for. Nothing else stores, copies, reads or tells.

use super::component::{App, Msg};
use super::{address, clock, notice, notification, place, storage};
use crate::battery::Source;
use crate::device;
use crate::guide::Guide;
use crate::session::{Address, Effect, Event, LinkProblem, Saved, Settings, Shared, Ticket};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, CustomEvent, HtmlElement};
use yew::{Callback, Context};

pub(super) use super::address::{AddressWatch, Change, code};
pub(super) use crate::device::{Attempt, Chosen};

/// The settings, with what this page can reach.
pub(super) fn with_access(settings: Settings) -> Settings {
    Settings { access: device::access(), notifications: notification::permission(), page: place::page(), ..settings }
}

/// The session of somebody else that the page's address holds, if it holds any.
pub(super) fn shared(guide: &Guide) -> Option<Result<Shared, LinkProblem>> {
    code().map(|it| Shared::read(&it, guide))
}

/// The session that was stored, where the host asked for that.
pub(super) fn stored(settings: &Settings, guide: &Guide) -> Option<Saved> {
    if settings.is_stored { storage::load(&guide.id, settings.kept_for, clock::now()) } else { None }
}

/// Removes all stored sessions that are past their lifetime.
pub(super) fn forget_expired() {
    storage::forget_expired(clock::now());
}

/// Stores a session, where the host asked for that.
pub(super) fn store(settings: &Settings, saved: &Saved) {
    if settings.is_stored {
        storage::save(saved);
    }
}

/// The language that the person chose at an earlier visit, where the host asked for that to be stored.
pub fn stored_language(settings: &Settings, guide: &Guide) -> Option<String> {
    stored(settings, guide)?.language
}

/// Runs one effect.
pub(super) fn run(app: &mut App, ctx: &Context<App>, effect: Effect) {
    match effect {
        Effect::Save => store(&ctx.props().settings, app.session.saved()),
        Effect::Forget => storage::forget(&app.session.guide().id),
        Effect::Copy(text) => copy(ctx, text),
        Effect::Print => print(),
        Effect::LeaveShared => leave_shared(app, ctx),
        Effect::ReadBattery(ticket, source, address) => read_battery(app, ctx, ticket, source, address),
        Effect::StopReading => app.attempt = None,
        Effect::Speak => ask_for_language(ctx.props().on_language.clone()),
        Effect::AskToNotify => ask_to_notify(ctx),
        Effect::Notify(heading, text) => notification::show(&heading, &text, &app.session.guide().id),
        Effect::Announce(text) => app.announce(text),
        Effect::Dispatch(it) => notice::dispatch(&ctx.props().host, &app.session, &it),
    }
}

/// Dispatches an event once the app is at rest: a listener may ask the element for its record, answer a step, or take
/// the element out of the page.
pub(super) fn tell(host: HtmlElement, event: CustomEvent) {
    spawn_local(async move {
        // What the host page does with an event is its own matter, also where it fails.
        let _ = host.dispatch_event(&event);
    });
}

/// Once the app is at rest, moves the focus to the heading of a step that is there, if it is given, and tells those who
/// have waited for it: the page may listen, ask the element for its record, or take it out of the page.
pub(super) fn enter(heading: Option<HtmlElement>, on_step: Callback<()>, waiting: Vec<Function>) {
    if heading.is_none() && waiting.is_empty() {
        return;
    }
    spawn_local(async move {
        if let Some(heading) = heading {
            // A heading that is not in the page any more cannot take the focus; nothing is lost then.
            let _ = heading.focus();
            on_step.emit(());
        }
        settle(waiting);
    });
}

/// Settles promises, each by its own function.
pub(super) fn settle(waiting: impl IntoIterator<Item = Function>) {
    for settle in waiting {
        // A promise's own function does not throw.
        let _ = settle.call0(&JsValue::UNDEFINED);
    }
}

/// Asks once the app is at rest, because it will be asked which language that is.
fn ask_for_language(on_language: Callback<()>) {
    spawn_local(async move { on_language.emit(()) });
}

fn read_battery(app: &mut App, ctx: &Context<App>, ticket: Ticket, source: Source, address: Address) {
    let link = ctx.link().clone();
    let report = move |progress| {
        let event = match progress {
            device::Progress::At(phase) => Event::ReadingAdvanced(ticket, phase),
            device::Progress::Ended(result) => Event::ReadingFinished(ticket, result),
        };
        link.send_message(Msg::Event(event));
    };
    let (attempt, work) = device::start(source, address.service, address.names, app.chosen.clone(), report);
    // An earlier attempt that still cleans up goes on doing so.
    app.attempt = Some(attempt);
    spawn_local(work);
}

fn ask_to_notify(ctx: &Context<App>) {
    let link = ctx.link().clone();
    spawn_local(async move {
        link.send_message(Msg::Event(Event::NotificationAnswered(notification::ask().await)));
    });
}

/// Prints once the app is at rest: the page may listen, and while the browser asks how to print, nothing else happens.
fn print() {
    spawn_local(async {
        if let Some(window) = web_sys::window() {
            // A frame may not be allowed to; the browser says so itself.
            let _ = window.print();
        }
    });
}

fn leave_shared(app: &mut App, ctx: &Context<App>) {
    address::drop_code();
    app.begin(ctx.props());
    // They may have been in another language.
    ask_for_language(ctx.props().on_language.clone());
}

fn copy(ctx: &Context<App>, text: String) {
    let link = ctx.link().clone();
    spawn_local(async move {
        let event = match try_copy(&text).await {
            Ok(()) => Event::CopyDone,
            Err(_) => Event::CopyRefused,
        };
        link.send_message(Msg::Event(event));
    });
}

async fn try_copy(text: &str) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::UNDEFINED)?.navigator();
    // A page without a secure origin has no clipboard at all.
    let clipboard: Clipboard = Reflect::get(&navigator, &"clipboard".into())?.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
}
