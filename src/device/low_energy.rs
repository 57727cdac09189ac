//! The Battery Service over Bluetooth Low Energy.

use super::attempt::{Ending, Transport, object};
use super::bindings::{BLUETOOTH, BluetoothDevice, Characteristic, Service, bytes};
use super::listener::Listener;
use super::patience::{Signal, within};
use crate::battery::{Charging, Level, Source, Unit, UnitReading, gatt_level};
use js_sys::{Array, DataView, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Finding out what a device has takes no longer.
const FIND_MS: u32 = 10_000;
/// Neither does reading.
const READ_MS: u32 = 5_000;

/// Devices whose names begin like this.
pub(super) struct LowEnergy {
    pub(super) names: Vec<String>,
}

impl Transport for LowEnergy {
    type Device = BluetoothDevice;
    const SOURCE: Source = Source::BatteryService;

    fn choose(&self) -> Promise {
        let filters: Array = self.names.iter().map(|it| object(&[("namePrefix", it.into())])).collect();
        let services = Array::of1(&"battery_service".into());
        let options = object(&[("filters", filters.into()), ("optionalServices", services.into())]);
        BLUETOOTH.with(|it| it.request_device(&options))
    }

    fn connect(device: &BluetoothDevice) -> Promise {
        device.gatt().connect()
    }

    fn on_loss(device: &BluetoothDevice, lost: impl FnMut() + 'static) -> Listener {
        Listener::new(device, "gattserverdisconnected", lost)
    }

    async fn read(device: &BluetoothDevice, signal: &Signal) -> Result<Vec<UnitReading>, Ending> {
        let service = get(device.gatt().get_primary_service("battery_service"), FIND_MS, signal).await?;
        let found = service.unchecked_into::<Service>().get_characteristic("battery_level");
        let characteristic = get(found, FIND_MS, signal).await?;
        let value = get(characteristic.unchecked_into::<Characteristic>().read_value(), READ_MS, signal).await?;
        let value = bytes(value.unchecked_ref::<DataView>());
        match gatt_level(&value) {
            Level::NotReported | Level::Invalid => Err(Ending::Odd(value)),
            level @ Level::Known(_) => Ok(vec![UnitReading { unit: Unit::Whole, level, charging: Charging::Unknown }]),
        }
    }

    async fn close(device: &BluetoothDevice) {
        device.gatt().disconnect();
    }
}

async fn get(promise: Promise, most_ms: u32, signal: &Signal) -> Result<JsValue, Ending> {
    within(&mut JsFuture::from(promise), Some(most_ms), signal).await.map_err(Ending::Interrupted)
}
