// A page that opens a serial channel and shows what comes of it. It knows nothing of the widget.

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { SERVICE } from "./bluez.mjs";
import { press } from "./browser.mjs";
import { ANSWERS } from "./vectors.mjs";
import { until } from "../../harness/until.mjs";

/** What it comes to when the device ends the channel. */
export const LOST = "NetworkError: The device has been lost.";

// Its button asks for a port, opens it and reads from it to the end. `phase` says what it has come to, the name and the
// words of an error among that; `read` has each part that was read, and `isLost` whether the port has gone.
const PAGE = `<!doctype html><title>Serial</title><link rel="icon" href="data:," /><button>Connect</button><script>
  const service = "${SERVICE}";
  const toHex = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).join("");
  const toBytes = (hex) => Uint8Array.from(hex.match(/../g), (it) => parseInt(it, 16));
  async function connect() {
    Object.assign(window, { phase: "choosing", read: [], isLost: false });
    const filters = [{ bluetoothServiceClassId: service }];
    window.port = await navigator.serial.requestPort({ filters, allowedBluetoothServiceClassIds: [service] });
    port.addEventListener("disconnect", () => (window.isLost = true));
    window.phase = "opening";
    await port.open({ baudRate: 9600 });
    window.reader = port.readable.getReader();
    window.phase = "open";
    for (let part = await reader.read(); !part.done; part = await reader.read()) read.push(toHex(part.value));
    reader.releaseLock();
    await port.close();
    window.phase = "closed";
  }
  async function write(hex) {
    const writer = port.writable.getWriter();
    await writer.write(toBytes(hex));
    writer.releaseLock();
  }
  document.querySelector("button").addEventListener("click", () => {
    connect().catch((error) => (window.phase = error.name + ": " + error.message));
  });
</script>`;

export class SerialPage {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  static async open({ driver, server }) {
    server.route("/serial.html", PAGE);
    await driver.get(`${server.origin}/serial.html`);
    return new SerialPage(driver);
  }

  /** Presses the button, which has the browser show its chooser. */
  async press() {
    await press(this.#driver, await this.#driver.findElement(By.css("button")));
  }

  /** Waits until it has come to this. */
  async comesTo(phase) {
    let last;
    const hasCome = async () => (last = await this.#run("return window.phase")) === phase;
    await until(() => `“${phase}”, but it is “${last}”`, hasCome);
  }

  /** Waits until it has read as many bytes as these, and sees that it is these; returns the parts that they came in. */
  async hasRead(...frames) {
    const expected = frames.join("");
    let parts;
    const isThere = async () => (parts = await this.#run("return window.read")).join("").length >= expected.length;
    await until(() => `${expected}, but it has read ${parts.join(" ")}`, isThere);
    assert.equal(parts.join(""), expected);
    return parts;
  }

  /** Waits until it has heard that the port has gone. */
  async hearsOfLoss() {
    await until("the event “disconnect”", () => this.#run("return window.isLost"));
  }

  /** Writes these bytes on the channel. */
  write(hex) {
    return this.#run("return write(arguments[0])", hex);
  }

  /** Ends its reading, and then closes the channel. */
  close() {
    return this.#run("return reader.cancel()");
  }

  #run(script, ...args) {
    return this.#driver.executeScript(script, ...args);
  }
}

/** A page whose button was pressed. */
export async function pressed(at) {
  const page = await SerialPage.open(at);
  await page.press();
  return page;
}

/** A page for which a device that behaves like this was chosen. */
export async function chosen(at, behaviour) {
  const device = await at.bluez.pair({ answers: ANSWERS, ...behaviour });
  const page = await pressed(at);
  await at.chooser.connect();
  return { device, page };
}

/** A page with a channel to a device that behaves like this. */
export async function connected(at, behaviour) {
  const { device, page } = await chosen(at, behaviour);
  await page.comesTo("open");
  return { device, page };
}
