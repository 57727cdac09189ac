// A device of the fake BlueZ: what it does, and what has happened to it.

import { EventEmitter, once } from "node:events";

const PATIENCE_MS = 10_000;

export class Device {
  #command;
  #entries = new EventEmitter();
  /** All that has happened to it, in order; see `what` in bluez/device.py and bluez/low_energy.py. */
  log = [];

  constructor(name, command) {
    this.name = name;
    this.#command = command;
  }

  /**
   * Behaves like this from now on. Bytes are in hexadecimal everywhere.
   * - `answers`: to which payload it answers which payloads, as in `{ "0000": ["0100010000000000"] }`; one that is
   *   `{ bytes }` is sent as it is, without a frame. It acknowledges other messages, and is silent.
   * - `opening`: "opens", or "waits" until `settle`, or the name of the error that BlueZ has, as in
   *   "org.bluez.Error.Failed".
   * - `ignores`: so many messages of each channel it passes over at first.
   * - `acknowledges`: whether it does.
   * - `chunk`: it sends so many bytes at a time.
   * - `joins`: whether it sends all that belongs to one message at once.
   * - `garbage`: what comes before each frame.
   * - `lasts`: after so many messages of a channel it hangs up.
   *
   * One that is called over Low Energy has other ways:
   * - `level`: the bytes of its level.
   * - `reading`: it "tells" the level to who reads it, or "waits" for ever, or the name of the error that BlueZ has.
   * - `drops`: whether it loses the link as soon as it has told its level.
   */
  behave(behaviour) {
    return this.#command("behave", { behaviour });
  }

  /** Opens a channel that waits, by "opens", or has it fail by this error. */
  settle(opening) {
    return this.#command("settle", { opening });
  }

  /** Sends these on the channel without having been asked: each a payload, or `{ bytes }` as they are. */
  send(...items) {
    return this.#command("send", { items });
  }

  /** Ends the channel, as the device does that goes into its case. */
  hangUp() {
    return this.#command("hangUp");
  }

  /** Breaks the link that the channel is on, or makes it anew; the channel itself does not notice. */
  link(connected) {
    return this.#command("link", { connected });
  }

  /** Loses the link of Low Energy. */
  drop() {
    return this.#command("drop");
  }

  /** The computer forgets it. */
  unpair() {
    return this.#command("unpair");
  }

  /** What has happened to it, in words, without the rest. */
  get whats() {
    return this.log.map((it) => it.what);
  }

  /** All bytes that have reached it. */
  get received() {
    return this.#logged("received").map((it) => it.bytes).join("");
  }

  /** The payloads of all messages that have reached it, in order. */
  get messages() {
    return this.#logged("message").map((it) => it.payload);
  }

  /** Waits until this has happened to it so many times, and returns the last entry of that. */
  async until(what, times = 1) {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (this.#logged(what).length < times) {
      await once(this.#entries, "entry", { signal }).catch(() => {
        throw new Error(`no “${what}” in ${PATIENCE_MS / 1000} s, but ${JSON.stringify(this.log)}`);
      });
    }
    return this.#logged(what)[times - 1];
  }

  /** Takes note of what happened to it. */
  hear(entry) {
    this.log.push(entry);
    this.#entries.emit("entry");
  }

  #logged(what) {
    return this.log.filter((it) => it.what === what);
  }
}
