//! What browsers have for this. web-sys knows it as unstable only, so the few calls are named here.

use js_sys::{Array, DataView, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, ReadableStream, WritableStream};

#[wasm_bindgen]
extern "C" {
    /// `navigator.userAgentData`.
    pub(super) type UserAgentData;
    #[wasm_bindgen(method, getter)]
    pub(super) fn brands(this: &UserAgentData) -> Array;
    #[wasm_bindgen(method, getter)]
    pub(super) fn mobile(this: &UserAgentData) -> bool;

    /// `document.featurePolicy`.
    pub(super) type FeaturePolicy;
    #[wasm_bindgen(method, js_name = allowsFeature)]
    pub(super) fn allows_feature(this: &FeaturePolicy, name: &str) -> bool;

    /// `navigator.serial`: <https://wicg.github.io/serial/>.
    #[wasm_bindgen(js_name = serial, thread_local_v2, js_namespace = navigator)]
    pub(super) static SERIAL: Serial;
    pub(super) type Serial;
    #[wasm_bindgen(method, js_name = requestPort)]
    pub(super) fn request_port(this: &Serial, options: &JsValue) -> Promise;

    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone, Debug)]
    pub(super) type SerialPort;
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &SerialPort, options: &JsValue) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn close(this: &SerialPort) -> Promise;
    #[wasm_bindgen(method, getter)]
    pub(super) fn readable(this: &SerialPort) -> Option<ReadableStream>;
    #[wasm_bindgen(method, getter)]
    pub(super) fn writable(this: &SerialPort) -> Option<WritableStream>;

    /// `navigator.bluetooth`: <https://webbluetoothcg.github.io/web-bluetooth/>.
    #[wasm_bindgen(js_name = bluetooth, thread_local_v2, js_namespace = navigator)]
    pub(super) static BLUETOOTH: Bluetooth;
    pub(super) type Bluetooth;
    #[wasm_bindgen(method, js_name = requestDevice)]
    pub(super) fn request_device(this: &Bluetooth, options: &JsValue) -> Promise;

    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone, Debug)]
    pub(super) type BluetoothDevice;
    #[wasm_bindgen(method, getter)]
    pub(super) fn gatt(this: &BluetoothDevice) -> Gatt;

    pub(super) type Gatt;
    #[wasm_bindgen(method)]
    pub(super) fn connect(this: &Gatt) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn disconnect(this: &Gatt);
    #[wasm_bindgen(method, js_name = getPrimaryService)]
    pub(super) fn get_primary_service(this: &Gatt, name: &str) -> Promise;

    pub(super) type Service;
    #[wasm_bindgen(method, js_name = getCharacteristic)]
    pub(super) fn get_characteristic(this: &Service, name: &str) -> Promise;

    pub(super) type Characteristic;
    #[wasm_bindgen(method, js_name = readValue)]
    pub(super) fn read_value(this: &Characteristic) -> Promise;
}

/// The bytes that a view shows.
pub(super) fn bytes(view: &DataView) -> Vec<u8> {
    js_sys::Uint8Array::new_with_byte_offset_and_length(
        &view.buffer(),
        u32::try_from(view.byte_offset()).unwrap_or(0),
        u32::try_from(view.byte_length()).unwrap_or(0),
    )
    .to_vec()
}
