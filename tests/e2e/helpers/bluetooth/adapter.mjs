// A Bluetooth adapter without hardware, behind Chromium's own Web Bluetooth, and the person at its chooser. Chromium
// emulates it, and WebDriver BiDi controls it. There is one per browser at a time.

import { bidiSender } from "../../harness/bidi.mjs";
import { CANCEL, NEVER } from "./answers.mjs";
import { Peripheral } from "./peripheral.mjs";
import { until } from "../../harness/until.mjs";

export class Adapter {
  #driver;
  #send;
  #context;
  #isOn = false;
  #isClosed = false;
  #subscriptions = [];
  #peripherals = [];
  #prompts = new Set();
  #answered = new Set();

  /** What the person does in the chooser: the peripheral to choose, once it is listed; CANCEL; or nothing. */
  chooser = NEVER;
  /** What pages have asked for, in order: `chooser`, `connection` and `read`. */
  asked = [];
  /** The names that the last chooser listed at last. */
  listed = [];
  /** Why answers could not be given. */
  failures = [];

  /** An adapter for the window of this driver. Until it is started, there is none. */
  static async of(driver) {
    const adapter = new Adapter();
    adapter.#driver = driver;
    adapter.#send = await bidiSender(driver);
    adapter.#context = await driver.getWindowHandle();
    await adapter.#on("requestDevicePromptUpdated", (it) => adapter.#hearChooser(it));
    await adapter.#on("gattConnectionAttempted", (it) => adapter.#hearConnection(it));
    await adapter.#on("characteristicEventGenerated", (it) => adapter.#hearRead(it));
    return adapter;
  }

  startOn() {
    return this.#start("powered-on");
  }

  startOff() {
    return this.#start("powered-off");
  }

  /** The computer has none, whatever the machine has on which this runs. */
  startAbsent() {
    return this.#start("absent");
  }

  /** Switches on an adapter that was started off. BiDi would begin anew for that, and with it the page's request. */
  async switchOn() {
    this.#isOn = true;
    // The chooser lists what is there at that moment, and does not look again.
    for (const peripheral of this.#peripherals) await peripheral.appear();
    const params = { state: "powered-on" };
    await this.#send("goog:cdp.sendCommand", { method: "BluetoothEmulation.setSimulatedCentralState", params });
  }

  /**
   * Adds a device, which the person chooses from now on. An adapter that is off would offer it in Chromium's emulation,
   * so it comes within reach only with the switch.
   */
  async add(name, services) {
    const address = `09:09:09:09:09:${this.#peripherals.length.toString(16).padStart(2, "0")}`;
    const emulate = (method, params) => this.#emulate(method, params);
    const peripheral = new Peripheral(emulate, { address, name, services });
    this.#peripherals.push(peripheral);
    this.chooser = peripheral;
    if (this.#isOn) await peripheral.appear();
    return peripheral;
  }

  /** Waits until pages have asked for this so many times. */
  async until(what, nTimes = 1) {
    const hasAsked = () => this.asked.filter((it) => it === what).length >= nTimes;
    await until(`a page that asks for: ${what}`, hasAsked);
  }

  /** Takes the adapter away, with all its peripherals. */
  async close() {
    for (const it of this.#subscriptions) await it.unsubscribe();
    await this.#emulate("disableSimulation");
    this.#isClosed = true;
  }

  /** Begins anew, without peripherals. */
  async #start(state) {
    this.#isOn = state === "powered-on";
    this.#peripherals = [];
    await this.#emulate("simulateAdapter", { state });
  }

  async #on(event, answer) {
    const bidi = await this.#driver.getBidi();
    const hear = (params) => answer(params).catch((error) => this.failures.push(error.message));
    this.#subscriptions.push(await bidi.addCallback(`bluetooth.${event}`, hear));
  }

  /** Chromium tells of a chooser anew each time its list changes, and dies of a second answer. */
  async #hearChooser({ context, prompt, devices }) {
    if (!this.#prompts.has(prompt)) this.asked.push("chooser");
    this.#prompts.add(prompt);
    // The event has ids alone.
    this.listed = devices.map((it) => this.#at(it.id).name);
    const choice = await this.chooser;
    const isListed = devices.some((it) => it.id === choice.address);
    if (this.#answered.has(prompt) || !(choice === CANCEL || isListed)) return;
    this.#answered.add(prompt);
    const result = choice === CANCEL ? { accept: false } : { accept: true, device: choice.address };
    await this.#emulate("handleRequestDevicePrompt", { context, prompt, ...result });
  }

  async #hearConnection({ context, address }) {
    if (!this.#isOwn(context)) return;
    this.asked.push("connection");
    await this.#at(address).answerConnection();
  }

  async #hearRead({ context, address, ...place }) {
    if (!this.#isOwn(context)) return;
    this.asked.push("read");
    await this.#at(address).answerRead(place);
  }

  /** Frames of other sites are told the same once more, even those of pages that have gone. */
  #isOwn(context) {
    return context === this.#context;
  }

  #at(address) {
    return this.#peripherals.find((it) => it.address === address);
  }

  /** Nothing is emulated any more once the adapter is closed, so that an answer may come too late. */
  async #emulate(method, params) {
    if (!this.#isClosed) await this.#send(`bluetooth.${method}`, { context: this.#context, ...params });
  }
}
