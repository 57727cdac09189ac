//! MDR over a serial channel (RFCOMM).

use super::attempt::{Ending, Transport, object};
use super::bindings::{SERIAL, SerialPort};
use super::listener::Listener;
use super::patience::{Interruption, Signal, within};
use crate::battery::mdr::{Progress, Talk};
use crate::battery::{Source, UnitReading};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, WritableStreamDefaultWriter};

/// A few bytes are sent in less.
const WRITE_MS: u32 = 5_000;
/// So is a channel closed.
const CLOSE_MS: u32 = 2_000;
/// A serial channel wants a speed; over Bluetooth it has no meaning.
const BAUD: u32 = 9_600;

/// Devices that have a service with this id.
pub(super) struct Serial {
    pub(super) service: String,
}

impl Transport for Serial {
    type Device = SerialPort;
    const SOURCE: Source = Source::Serial;

    fn choose(&self) -> Promise {
        let service = JsValue::from(&self.service);
        let filter = object(&[("bluetoothServiceClassId", service.clone())]);
        // A service that is none of Bluetooth's own has to be allowed as well.
        let options = object(&[
            ("filters", Array::of1(&filter).into()),
            ("allowedBluetoothServiceClassIds", Array::of1(&service).into()),
        ]);
        SERIAL.with(|it| it.request_port(&options))
    }

    fn connect(port: &SerialPort) -> Promise {
        port.open(&object(&[("baudRate", BAUD.into())]))
    }

    fn on_loss(port: &SerialPort, lost: impl FnMut() + 'static) -> Listener {
        Listener::new(port, "disconnect", lost)
    }

    async fn read(port: &SerialPort, signal: &Signal) -> Result<Vec<UnitReading>, Ending> {
        let lost = || Ending::Interrupted(Interruption::Lost);
        let (readable, writable) = port.readable().zip(port.writable()).ok_or_else(lost)?;
        let reader: ReadableStreamDefaultReader = readable.get_reader().unchecked_into();
        let writer = writable.get_writer().map_err(|_| lost())?;
        let result = talk(&reader, &writer, signal).await;
        // The page is done with the channel, so how this ends is of no interest.
        let _ = within(&mut JsFuture::from(reader.cancel()), Some(CLOSE_MS), &Signal::default()).await;
        reader.release_lock();
        writer.release_lock();
        result
    }

    async fn close(port: &SerialPort) {
        // A channel that is not open can not be closed; nothing is lost then.
        let _ = within(&mut JsFuture::from(port.close()), Some(CLOSE_MS), &Signal::default()).await;
    }
}

async fn talk(
    reader: &ReadableStreamDefaultReader,
    writer: &WritableStreamDefaultWriter,
    signal: &Signal,
) -> Result<Vec<UnitReading>, Ending> {
    let (mut talk, mut progress) = Talk::start(now());
    let mut arriving = JsFuture::from(reader.read());
    loop {
        let interruption = match exchange(&mut arriving, writer, progress, signal).await {
            Ok(Exchange::Ended(result)) => return result.map_err(|it| Ending::Troubled(it.into())),
            Ok(Exchange::Arrived(bytes)) => {
                arriving = JsFuture::from(reader.read());
                progress = talk.arrived(&bytes, now());
                continue;
            }
            Err(Interruption::TimedOut) => {
                progress = talk.woken(now());
                continue;
            }
            Err(interruption) => interruption,
        };
        // What was told before the link was lost is as good.
        return match (interruption, talk.readings()) {
            (Interruption::Lost | Interruption::Rejected(_), readings @ [_, ..]) => Ok(readings.to_vec()),
            (interruption, _) => Err(Ending::Interrupted(interruption)),
        };
    }
}

enum Exchange {
    Arrived(Vec<u8>),
    Ended(Result<Vec<UnitReading>, crate::battery::mdr::Failure>),
}

/// Sends what is to be sent, and waits for what comes, until it is time to wake the talk.
async fn exchange(
    arriving: &mut JsFuture,
    writer: &WritableStreamDefaultWriter,
    progress: Progress,
    signal: &Signal,
) -> Result<Exchange, Interruption> {
    let Progress { send, wake_at, result } = progress;
    for bytes in send {
        let chunk = Uint8Array::from(bytes.as_slice());
        let mut sent = JsFuture::from(writer.write_with_chunk(&chunk));
        match within(&mut sent, Some(WRITE_MS), signal).await {
            Ok(_) => (),
            // A channel that takes nothing any more is as good as lost.
            Err(Interruption::TimedOut) => return Err(Interruption::Lost),
            Err(interruption) => return Err(interruption),
        }
    }
    if let Some(result) = result {
        return Ok(Exchange::Ended(result));
    }
    let pause = wake_at.map(|it| u32::try_from((it - now()).max(0)).unwrap_or(u32::MAX));
    let chunk = within(arriving, pause, signal).await?;
    let value = Reflect::get(&chunk, &"value".into()).unwrap_or_default();
    // The end of the stream is the end of the link.
    let bytes = value.dyn_into::<Uint8Array>().map_err(|_| Interruption::Lost)?;
    Ok(Exchange::Arrived(bytes.to_vec()))
}

/// A clock that nobody sets.
#[allow(clippy::cast_possible_truncation, reason = "the milliseconds since a page was opened are far below 2^53")]
fn now() -> i64 {
    web_sys::window().and_then(|it| it.performance()).map_or(0, |it| it.now() as i64)
}
