// The battery levels in the widget as a person finds them, and the links that the page has to devices.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { GUIDE, WORDS } from "../../harness/guide.mjs";
import { Widget } from "../../harness/page.mjs";
import { press } from "./hand.mjs";
import { BATTERY_SERVICE } from "./peripheral.mjs";

// Nobody reads faster.
const READING_MS = 400;
// Less than the widget waits for any device.
const UNLINK_MS = 4_000;

/** How the earbuds call themselves. */
export const EARBUDS = "LE_WF-1000XM4";

/** What support reads where the earbuds have no Battery Service. */
export const NO_SERVICE = `read, NotFoundError: No Services matching UUID ${BATTERY_SERVICE} found in Device.`;

// In the page, before its scripts: keeps how often it has asked for a device, what became of each call to one, and
// whether the link was open each time that the page has closed it.
const WATCH_LINKS = `
  const servers = new Set();
  const around = ({ prototype }, name, run) => {
    const was = prototype[name];
    prototype[name] = function (...args) {
      return run(this, () => was.apply(this, args));
    };
  };
  window.links = { nRequests: 0, calls: [], closed: [], isOpen: () => [...servers].some((it) => it.connected) };
  around(Bluetooth, "requestDevice", (_, run) => {
    links.nRequests++;
    return run();
  });
  around(BluetoothRemoteGATTServer, "connect", (it, run) => {
    servers.add(it);
    const call = run();
    call.then(() => links.calls.push("connected"), (error) => links.calls.push(error.name));
    return call;
  });
  around(BluetoothRemoteGATTServer, "disconnect", (it, run) => {
    links.closed.push(it.connected ? "open" : "not open");
    run();
  });`;

// In the page: the box, and each line in sight of a part of it, with buttons in brackets.
const LINES = `
  const box = host.shadowRoot.querySelector(".reading");
  const line = (it) => {
    if (it.localName === "button") return "[" + it.innerText + "]";
    return it.localName === "li" ? [...it.children].map((part) => part.innerText).join(" ").trim() : it.innerText;
  };
  const lines = (part) => {
    const visible = [...part.querySelectorAll("summary, p, li, button")].filter((it) => it.checkVisibility());
    return visible.map(line);
  };`;

export class Reader extends Widget {
  /** A person whose page keeps what it does with links to devices. */
  static async watched(at) {
    await at.preload(WATCH_LINKS);
    return new Reader(at);
  }

  /** Opens a path of the server, or the demo page, and the box for levels at the question that one may answer. */
  async openBox(path = "/") {
    await this.open(path);
    await this.toQuestion();
    await this.toggle(WORDS.readLevels);
    return this;
  }

  /** Goes to the question that a level may answer, by the element's method, as that is quick. */
  async toQuestion() {
    for (const choice of ["none", "both-buds"]) await this.answerByMethod(choice);
    assert.equal(await this.step(), "case-light");
  }

  /** Presses as a hand does: a browser lets nobody else choose a device. */
  async press(name) {
    await press(this.driver, await this.button(name));
  }

  /** What the box for levels says, a line each; null where there is no box. */
  box() {
    return this.inPage(`${LINES} return box && lines(box)`);
  }

  /** What is going on in the box, and what can be pressed. */
  goingOn() {
    const script = `${LINES} return box && [...lines(box.querySelector(".said")), ...lines(box.querySelector(".two"))]`;
    return this.inPage(script);
  }

  /** Waits until this is going on: `said` line by line, with these buttons. */
  async goesOn(said, ...buttons) {
    const expected = [...said, ...buttons.map((it) => `[${it}]`)];
    let seen;
    const isSo = async () => isDeepStrictEqual((seen = await this.goingOn()), expected);
    await this.until("what goes on", isSo).catch(() => assert.deepEqual(seen, expected, "what goes on"));
  }

  /** Waits until an attempt runs and is as far as this, and says so to those who do not see it. */
  async runs(words) {
    await this.goesOn([words], WORDS.readStop);
    assert.equal((await this.said()).trim(), words);
  }

  /**
   * Waits until an attempt has failed with these words, for support with this detail. All hear it, and what was pressed
   * keeps the focus, so that it can be pressed again, once they have read or heard it.
   */
  async fails(words, detail, ...others) {
    await this.goesOn([words, `For support: ${detail}`], WORDS.readTryAgain, ...others);
    assert.equal((await this.said()).trim(), words);
    assert.equal((await this.focus()).name, WORDS.readTryAgain);
    await setTimeout(READING_MS);
  }

  /**
   * Waits until the box tells this level, in percent. It is one of all parts, so it answers nothing: the box says so,
   * and offers to read once more.
   */
  async reads(percent) {
    await this.shows(`${percent}%`);
    const taken = (await this.record()).readings.at(-1);
    assert.deepEqual(await this.box(), [
      WORDS.readLevels,
      `Read at ${taken.at.slice(11, 16)}, just now`,
      `Level ${percent}%`,
      WORDS.levelsLeaveOpen,
      GUIDE.battery.prepare,
      WORDS.readTheLevelHint,
      `[${WORDS.readTheLevel}]`,
      `${GUIDE.battery.remark.text} (our own judgement)`,
    ]);
    assert.equal((await this.said()).trim(), `Level ${percent}%`);
    assert.equal(await this.step(), "case-light");
    assert.equal((await this.focus()).name, WORDS.readTheLevel);
  }

  /** Sees that there is nothing to press, one line says why to who asks, and the question is answered by hand. */
  async cannotRead(why) {
    assert.deepEqual(await this.box(), [WORDS.readWhether]);
    await this.toggle(WORDS.readWhether);
    assert.deepEqual(await this.box(), [WORDS.readWhether, why]);
    await this.answersByHand();
  }

  /** Answers the question by hand, and is led on. */
  async answersByHand() {
    await this.answer("green");
    const { step, result, is_read: isRead } = (await this.record()).entries.at(-1);
    assert.deepEqual({ step, result, isRead }, { step: "case-light", result: "green", isRead: false });
  }

  /** How often the page has asked for a device. */
  nRequests() {
    return this.driver.executeScript("return links.nRequests");
  }

  /** What became of the calls that have come to an end: `connected`, or the name of an error. */
  calls() {
    return this.driver.executeScript("return links.calls");
  }

  /** What each link was that the page has closed: `open` or `not open`. */
  closed() {
    return this.driver.executeScript("return links.closed");
  }

  /** Sees that so many calls come to an end and no link stays open, by themselves and not because of the time. */
  async isUnlinked(nCalls) {
    const isOver = async () => (await this.calls()).length === nCalls;
    await this.until(`the end of ${nCalls} calls`, isOver, UNLINK_MS);
    const isClosed = () => this.driver.executeScript("return !links.isOpen()");
    await this.until("the end of all links", isClosed, UNLINK_MS);
  }
}
