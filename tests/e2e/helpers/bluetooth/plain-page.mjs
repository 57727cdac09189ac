// A page without the widget that reads a battery level in the plainest way, and tells each step.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { By } from "selenium-webdriver";
import { framing } from "../../harness/host-page.mjs";
import { press } from "./hand.mjs";
import { until } from "../../harness/until.mjs";

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A page that reads</title>
<link rel="icon" href="data:," /></head><body><button id="connect">Connect</button><button id="read">Read</button>
<script>
  window.told = [];
  let device;
  const told = (...words) => window.told.push(words.join(" "));
  const telling = (act) => () => act().catch((error) => told(error.name + ":", error.message));
  document.querySelector("#connect").onclick = telling(async () => {
    device = await navigator.bluetooth.requestDevice({
      filters: [{ namePrefix: "LE_WF-1000XM4" }, { namePrefix: "WF-1000XM4" }],
      optionalServices: ["battery_service"],
    });
    device.addEventListener("gattserverdisconnected", () => told("disconnected"));
    told("chosen", device.name);
    await device.gatt.connect();
    told("connected");
  });
  document.querySelector("#read").onclick = telling(async () => {
    const service = await device.gatt.getPrimaryService("battery_service");
    const level = await service.getCharacteristic("battery_level");
    const { buffer } = await level.readValue();
    told("read", ...new Uint8Array(buffer));
  });
</script></body></html>`;

export class PlainPage {
  constructor({ driver, server, elsewhere }) {
    this.driver = driver;
    this.server = server;
    this.elsewhere = elsewhere;
  }

  /** Opens it, sent with these headers. */
  async visit(headers) {
    this.server.route("/plain.html", HTML, { headers });
    await this.driver.get(`${this.server.origin}/plain.html`);
    return this;
  }

  /** Opens it in a frame of another site, which has these attributes, and goes into the frame. */
  async visitFrame(attributes) {
    this.elsewhere.route("/plain.html", HTML);
    this.server.route("/framing.html", framing(`src="${this.elsewhere.origin}/plain.html" ${attributes}`));
    await this.driver.get(`${this.server.origin}/framing.html`);
    await this.driver.switchTo().frame(0);
    return this;
  }

  /** Opens it as a file in this folder. */
  async visitFile(folder) {
    const file = join(folder, "plain.html");
    await writeFile(file, HTML);
    await this.driver.get(pathToFileURL(file).href);
    return this;
  }

  /** What the browser says of whether there is Bluetooth. */
  isAvailable() {
    return this.driver.executeScript("return navigator.bluetooth.getAvailability()");
  }

  connect() {
    return this.#press("connect");
  }

  read() {
    return this.#press("read");
  }

  async #press(id) {
    await press(this.driver, await this.driver.findElement(By.id(id)));
  }

  /** Waits until the page has told so much, and returns it. */
  async told(nSteps) {
    let told;
    const hasTold = async () => (told = await this.driver.executeScript("return window.told")).length >= nSteps;
    await until(`${nSteps} steps`, hasTold).catch((error) => {
      throw new Error(`${error.message}; it tells: ${told}`);
    });
    return told;
  }
}
