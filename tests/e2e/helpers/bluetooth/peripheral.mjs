// A Bluetooth device, as an emulated adapter finds it: its services, and what it answers.

import { SUCCEEDS } from "./answers.mjs";

export const BATTERY_SERVICE = uuid(0x180f);
export const BATTERY_LEVEL = uuid(0x2a19);

/** Services that hold nothing but a battery level, with this answer to who reads it. */
export function battery(level) {
  return { [BATTERY_SERVICE]: { [BATTERY_LEVEL]: level } };
}

/** The whole of a UUID that the Bluetooth specification has a short number for. */
function uuid(number) {
  return `0000${number.toString(16).padStart(4, "0")}-0000-1000-8000-00805f9b34fb`;
}

export class Peripheral {
  #emulate;
  /** What it does when a page connects to it: it succeeds, it fails, or what the test sets here. */
  connection = SUCCEEDS;

  /** `services` has, by UUID, what each service holds by UUID: the answers to who reads it. A test may set others. */
  constructor(emulate, { address, name, services }) {
    this.#emulate = (method, params) => emulate(method, { address, ...params });
    this.address = address;
    this.name = name;
    this.services = services;
  }

  /** Comes within reach of the adapter. */
  async appear() {
    const { name } = this;
    // No service is advertised, as the earbuds advertise none that a page could ask for.
    await this.#emulate("simulatePreconnectedPeripheral", { name, manufacturerData: [], knownServiceUuids: [] });
    for (const [serviceUuid, characteristics] of Object.entries(this.services)) {
      await this.#emulate("simulateService", { uuid: serviceUuid, type: "add" });
      for (const characteristicUuid of Object.keys(characteristics)) {
        const characteristic = { characteristicUuid, characteristicProperties: { read: true } };
        await this.#emulate("simulateCharacteristic", { serviceUuid, ...characteristic, type: "add" });
      }
    }
  }

  /** Loses the link. With that, an emulated device is gone for good: where it is to come back, a test adds another. */
  async drop() {
    await this.#emulate("simulateGattDisconnection");
  }

  async answerConnection() {
    await this.#emulate("simulateGattConnectionResponse", await this.connection);
  }

  async answerRead({ serviceUuid, characteristicUuid }) {
    const answer = await this.services[serviceUuid][characteristicUuid];
    const result = Array.isArray(answer) ? { code: 0, data: answer } : answer;
    await this.#emulate("simulateCharacteristicResponse", { serviceUuid, characteristicUuid, type: "read", ...result });
  }
}
