// A fake BlueZ on a D-Bus of its own, and its devices: the real Bluetooth code of a browser opens channels to them over
// RFCOMM, or calls them over Low Energy. PYTHON and DBUS_DAEMON name other programs than those that the system has. The
// Python needs the package dbus-fast; `cargo xtask setup` keeps one that has it among its tools in the user's cache.

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onPath, Program } from "../../harness/program.mjs";
import { Device } from "./device.mjs";

const MAIN = fileURLToPath(new URL("bluez/main.py", import.meta.url));
/** The service that the devices offer unless told otherwise. */
export const SERVICE = "956c7b26-d49a-4ba8-b03f-b17d393cb6e2";
const NAME = "WF-1000XM4";
const LOW_ENERGY_NAME = `LE_${NAME}`;
// Kept free for examples by RFC 7042; there are 256 of them.
const DOCUMENTATION_ADDRESSES = "00:00:5E:00:53";

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
  #nDevices = 0;

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
  pair({ name = NAME, services = [SERVICE], connected = true, ...behaviour } = {}) {
    return this.#add("pair", { name, services, connected }, behaviour);
  }

  /**
   * Puts a device in reach that is called over Low Energy, and behaves like this; its address is new as well. Chromium
   * never closes the link to a paired one, which others may use; one that is not paired it would pair where it refuses.
   */
  place({ name = LOW_ENERGY_NAME, paired = false, ...behaviour } = {}) {
    return this.#add("place", { name, paired }, behaviour);
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

  async #add(command, details, behaviour) {
    const last = (++this.#nDevices).toString(16).padStart(2, "0").toUpperCase();
    const address = `${DOCUMENTATION_ADDRESSES}:${last}`;
    const device = new Device(details.name, (name, more) => this.#command(name, { address, ...more }));
    this.#devices.set(address, device);
    await this.#command(command, { address, ...details });
    await device.behave(behaviour);
    return device;
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
