//! An attempt to read: choose, connect, read, and close on every way out.

use super::bindings::{BluetoothDevice, SerialPort};
use super::listener::Listener;
use super::low_energy::LowEnergy;
use super::patience::{Interruption, Signal, pause, within};
use super::serial::Serial;
use crate::battery::{Failure, Phase, Source, Trouble, UnitReading};
use js_sys::{Promise, Reflect};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calling a device takes no longer.
const CONNECT_MS: u32 = 20_000;

/// The window in which a person chooses closes at a click beside it, and the second click of a double click is one. It
/// also takes the browser a moment to hear of the click without which it opens no such window.
const DOUBLE_CLICK_MS: u32 = 400;

/// A way to reach a device.
pub(super) trait Transport {
    /// What the person chooses.
    type Device: Clone + JsCast;
    const SOURCE: Source;

    /// Lets the browser ask the person which device it is.
    fn choose(&self) -> Promise;

    /// Calls the device.
    fn connect(device: &Self::Device) -> Promise;

    /// Calls back when the link is lost.
    fn on_loss(device: &Self::Device, lost: impl FnMut() + 'static) -> Listener;

    /// Reads over the link.
    async fn read(device: &Self::Device, signal: &Signal) -> Result<Vec<UnitReading>, Ending>;

    /// Closes the link, whatever state it is in; one that is not open stays as it is.
    async fn close(device: &Self::Device);
}

/// Why an attempt has ended without a reading.
pub(super) enum Ending {
    Interrupted(Interruption),
    Troubled(Trouble),
    /// The device told these bytes, which are no level.
    Odd(Vec<u8>),
}

/// What the person has chosen before, so that they need not choose it again while the page is there.
#[derive(Clone, Debug, Default)]
pub struct Chosen(Rc<RefCell<ChosenDevices>>);

#[derive(Debug, Default)]
struct ChosenDevices {
    port: Option<SerialPort>,
    device: Option<BluetoothDevice>,
}

/// How an attempt goes on.
#[derive(Debug)]
pub enum Progress {
    /// It has come so far.
    At(Phase),
    /// It has ended by itself.
    Ended(Result<Vec<UnitReading>, Failure>),
}

/// An attempt that is under way. Dropping it gives it up: nothing is reported any more, and what is open is closed.
pub struct Attempt(Signal);

impl Drop for Attempt {
    fn drop(&mut self) {
        self.0.give_up();
    }
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Attempt")
    }
}

/// An attempt to read in this way, and the work on it, which the caller has to run. `service` is the id of the serial
/// service and `names` how the names of the device begin.
pub fn start(
    source: Source,
    service: String,
    names: Vec<String>,
    chosen: Chosen,
    report: impl Fn(Progress) + 'static,
) -> (Attempt, impl Future<Output = ()>) {
    let signal = Signal::default();
    let attempt = Attempt(signal.clone());
    let work = async move {
        match source {
            Source::Serial => {
                let before = chosen.0.borrow_mut().port.take();
                let keep = |port| chosen.0.borrow_mut().port = Some(port);
                run(&Serial { service }, before, keep, &signal, &report).await;
            }
            Source::BatteryService => {
                let before = chosen.0.borrow_mut().device.take();
                let keep = |device| chosen.0.borrow_mut().device = Some(device);
                run(&LowEnergy { names }, before, keep, &signal, &report).await;
            }
        }
    };
    (attempt, work)
}

/// Runs an attempt, with the device that was chosen before if there is one. A device that was read is kept.
async fn run<T: Transport>(
    transport: &T,
    before: Option<T::Device>,
    keep: impl FnOnce(T::Device),
    signal: &Signal,
    report: &impl Fn(Progress),
) {
    let device = match before {
        Some(device) => device,
        None => match choose(transport, signal).await {
            Ok(device) => device,
            Err(interruption) => return end::<T>(Phase::Choose, Ending::Interrupted(interruption), report),
        },
    };
    let lost = signal.clone();
    let _lost = T::on_loss(&device, move || lost.lose());
    // A page that is kept for the way back would hold the device.
    let hidden = signal.clone();
    let _hidden = web_sys::window().map(|it| Listener::new(&it, "pagehide", move || hidden.lose()));

    report(Progress::At(Phase::Connect));
    let mut connecting = JsFuture::from(T::connect(&device));
    if let Err(interruption) = within(&mut connecting, Some(CONNECT_MS), signal).await {
        let is_pending = !matches!(interruption, Interruption::Rejected(_));
        end::<T>(Phase::Connect, Ending::Interrupted(interruption), report);
        if is_pending {
            T::close(&device).await;
            if connecting.await.is_ok() {
                T::close(&device).await;
            }
        }
        return;
    }
    report(Progress::At(Phase::Read));
    let result = T::read(&device, signal).await;
    T::close(&device).await;
    match result {
        Ok(readings) => {
            keep(device);
            report(Progress::Ended(Ok(readings)));
        }
        Err(ending) => end::<T>(Phase::Read, ending, report),
    }
}

/// Lets the person choose.
async fn choose<T: Transport>(transport: &T, signal: &Signal) -> Result<T::Device, Interruption> {
    pause(DOUBLE_CLICK_MS, signal).await?;
    within(&mut JsFuture::from(transport.choose()), None, signal).await.map(JsCast::unchecked_into)
}

/// What an exception means.
fn failure_of<T: Transport>(phase: Phase, error: &JsValue) -> Failure {
    let text = |name: &str| Reflect::get(error, &name.into()).ok().and_then(|it| it.as_string()).unwrap_or_default();
    Failure::of(T::SOURCE, phase, &text("name"), &text("message"))
}

/// Reports how an attempt has ended, unless nobody wants to know.
fn end<T: Transport>(phase: Phase, ending: Ending, report: &impl Fn(Progress)) {
    let failure = match ending {
        Ending::Interrupted(Interruption::Unwanted) => return,
        Ending::Interrupted(Interruption::Lost) => Failure::without_words(phase, Trouble::LinkLost),
        Ending::Interrupted(Interruption::TimedOut) => Failure::without_words(phase, Trouble::TimedOut),
        Ending::Interrupted(Interruption::Rejected(error)) => failure_of::<T>(phase, &error),
        Ending::Troubled(trouble) => Failure::without_words(phase, trouble),
        Ending::Odd(value) => Failure::odd_value(&value),
    };
    report(Progress::Ended(Err(failure)));
}

/// An object for a browser's call.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
