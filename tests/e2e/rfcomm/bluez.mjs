// A fake BlueZ on a D-Bus of its own, and the devices that are paired with it: the real Bluetooth code of a browser
// opens channels to them over RFCOMM. PYTHON and DBUS_DAEMON name other programs than those that the system has. The
// Python needs the package dbus-fast; `cargo xtask setup` keeps one that has it among its tools in the user's cache.

import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onPath, Program } from "../program.mjs";

const MAIN = fileURLToPath(new URL("bluez/main.py", import.meta.url));
/** The service that the devices offer unless told otherwise. */
export const SERVICE = "956c7b26-d49a-4ba8-b03f-b17d393cb6e2";
const NAME = "WF-1000XM4";
// Kept free for examples by RFC 7042; there are 256 of them.
const DOCUMENTATION_ADDRESSES = "00:00:5E:00:53";
const PATIENCE_MS = 10_000;

// All that is on this bus may do anything: it is there for one test, and lies where nobody else looks.
const BUS_CONFIG = (socket) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow own="*" />
    <allow send_destination="*" eavesdrop="false" />
    <allow receive_sender="*" />
  </policy>
</busconfig>`;

/** Starts the bus and the fake; `end` ends both. */
export async function startBluez() {
  const folder = await mkdtemp(join(tmpdir(), "fault-finder-bus-"));
  const programs = [];
  const end = async () => {
    for (const it of programs.reverse()) await it.end();
    await rm(folder, { recursive: true });
  };
  try {
    const config = join(folder, "bus.conf");
    await writeFile(config, BUS_CONFIG(join(folder, "bus")));
    const bus = new Program(process.env.DBUS_DAEMON ?? onPath("dbus-daemon"), [
      `--config-file=${config}`,
      "--nofork",
      "--nopidfile",
      "--nosyslog",
      "--print-address",
    ]);
    programs.push(bus);
    const address = await bus.firstLine();
    const control = join(folder, "control");
    // Without a cache of what it compiles, which would stay beside the tests.
    const fake = new Program(process.env.PYTHON ?? onPath("python3"), ["-B", MAIN, address, control]);
    programs.push(fake);
    assert.equal(await fake.firstLine(), "ready");
    const socket = connect(control);
    await fake.wait("its connection", once(socket, "connect"));
    return new Bluez(address, fake, socket, end);
  } catch (error) {
    await end();
    throw error;
  }
}

class Bluez {
  #fake;
  #socket;
  #end;
  #waiting = new Map();
  #nCommands = 0;
  #devices = new Map();
  #nPaired = 0;

  constructor(address, fake, socket, end) {
    /** What the browser needs in its environment to find this BlueZ, and no other service of the machine. */
    this.env = { DBUS_SYSTEM_BUS_ADDRESS: address, DBUS_SESSION_BUS_ADDRESS: "disabled:" };
    this.#fake = fake;
    this.#socket = socket;
    this.#end = end;
    createInterface({ input: socket }).on("line", (line) => this.#hear(JSON.parse(line)));
    // When the fake ends, whoever waits for it hears so from the program.
    socket.on("error", () => {});
  }

  /** Forgets all devices; the adapter is there again, and switched on. */
  async reset() {
    await this.#command("reset");
    this.#devices.clear();
  }

  /**
   * Pairs a device that behaves like this; see Device.behave. Its address is new, so the browser has no memory of it:
   * it remembers which page may connect to which device.
   */
  async pair({ name = NAME, services = [SERVICE], connected = true, ...behaviour } = {}) {
    const last = (++this.#nPaired).toString(16).padStart(2, "0").toUpperCase();
    const address = `${DOCUMENTATION_ADDRESSES}:${last}`;
    const device = new Device(name, (command, more) => this.#command(command, { address, ...more }));
    this.#devices.set(address, device);
    await this.#command("pair", { address, name, services, connected });
    await device.behave(behaviour);
    return device;
  }

  /** Switches Bluetooth on or off. */
  switch(powered) {
    return this.#command("switch", { powered });
  }

  /** Takes the adapter away, with all that is paired with it. */
  removeAdapter() {
    return this.#command("removeAdapter");
  }

  /** Ends the bus with all that is on it. */
  end() {
    this.#socket.destroy();
    return this.#end();
  }

  #command(command, options = {}) {
    const id = ++this.#nCommands;
    const done = new Promise((resolve, reject) => this.#waiting.set(id, { command, resolve, reject }));
    this.#socket.write(`${JSON.stringify({ id, command, arguments: options })}\n`);
    return this.#fake.wait(`“${command}”`, done);
  }

  #hear({ id, error, address, entry }) {
    if (id === undefined) return this.#devices.get(address)?.hear(entry);
    const { command, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${command}: ${error}`));
    else resolve();
  }
}

class Device {
  #command;
  #entries = new EventEmitter();
  /** All that has happened to it, in order; see `what` in bluez/device.py. */
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

  /** The computer forgets it. */
  unpair() {
    return this.#command("unpair");
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
