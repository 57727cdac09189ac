// Each peer is the same flow: what is compared must not be less than the others have.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FLOW, HEADINGS } from "#flow";
import { CONDITIONS, newProfile, openBlank, startChromium } from "./chromium.mjs";
import { PAGES } from "./pages.mjs";
import { startServer } from "./server.mjs";
import { filesOf } from "./sites.mjs";
import { press } from "./visit.mjs";

const { back, again, fixed, notFixed } = FLOW.words;
const PEERS = PAGES.filter((it) => it.peer);
const [FIRST] = HEADINGS;

describe("each peer", () => {
  let server;
  let browser;
  before(async () => {
    server = await startServer(new Map(await Promise.all(PEERS.map(async (it) => [it.name, await filesOf(it)]))));
    browser = await startChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens the page at its first step, runs this on it, and sees that nothing went wrong and nobody else was asked. */
  async function at(page, run) {
    const profile = await newProfile(browser);
    try {
      const faults = [];
      const { tab } = await openBlank(profile, page, CONDITIONS.unthrottled, faults);
      const asked = [];
      tab.on("request", (it) => asked.push(it.url()));
      await tab.goto(`${server.origin}/${page.name}/`);
      await tab.evaluate(() => window.bench.used);
      await run(new Peer(tab, page));
      assert.deepEqual(faults, []);
      const foreign = asked.filter((it) => !it.startsWith(server.origin) && !it.startsWith("data:"));
      assert.deepEqual(foreign, []);
    } finally {
      await profile.close();
    }
  }

  for (const page of PEERS) {
    test(`${page.label}: all steps to support, with all that they say, and back`, () =>
      at(page, async (peer) => {
        for (const step of FLOW.steps) {
          await peer.shows(step);
          await peer.isFurther();
          await peer.press(notFixed);
        }
        await peer.shows(FLOW.support);
        await peer.isFurther();
        assert.equal(await peer.has(notFixed), false);
        for (const heading of HEADINGS.slice(0, -1).reverse()) {
          await peer.press(back);
          assert.equal(await peer.heading(), heading);
        }
      }));

    test(`${page.label}: fixed, back to the step, and on to support`, () =>
      at(page, async (peer) => {
        await peer.press(notFixed);
        await peer.press(fixed);
        await peer.shows(FLOW.fixed);
        assert.equal(await peer.has(notFixed), false);
        await peer.press(back);
        assert.equal(await peer.heading(), HEADINGS[1]);
        for (const heading of HEADINGS.slice(2)) {
          await peer.press(notFixed);
          assert.equal(await peer.heading(), heading);
        }
      }));

    test(`${page.label}: start again from both ends`, () =>
      at(page, async (peer) => {
        await peer.press(fixed);
        await peer.press(again);
        assert.equal(await peer.heading(), FIRST);
        for (const _ of FLOW.steps) await peer.press(notFixed);
        await peer.press(again);
        await peer.shows(FLOW.steps[0]);
        await peer.press(notFixed);
        assert.equal(await peer.heading(), HEADINGS[1]);
      }));
  }
});

/** A page that is walked through. */
class Peer {
  #progress = -1;

  constructor(tab, page) {
    this.tab = tab;
    this.page = page;
  }

  /** Presses what leads to another step, and sees that the focus goes to its heading. */
  async press(name) {
    await press(this.tab, [name]);
    if (this.page.isChat) return;
    const isFocused = () =>
      this.tab.evaluate(() => {
        const focused = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
        return focused.textContent.trim() === window.bench.heading();
      });
    assert.ok(await eventually(isFocused), `the focus is not on the heading after “${name}”`);
  }

  heading() {
    return this.tab.evaluate(() => window.bench.heading());
  }

  has(name) {
    return this.tab.evaluate((it) => window.bench.button([it]) !== null, name);
  }

  /** Sees that a step or an end has its heading and all its texts, and something to tick for each instruction. */
  async shows({ heading, paragraphs, checklist = [], link }) {
    assert.equal(await this.heading(), heading);
    const { text, nToTick } = await this.#read();
    const missing = [...paragraphs, ...checklist, link?.text ?? ""].filter((it) => !text.includes(it));
    assert.deepEqual(missing, []);
    assert.equal(nToTick, this.page.isChat ? 0 : checklist.length);
  }

  /** Sees that the progress display is further than it was when this was asked last. */
  async isFurther() {
    let progress;
    // It may be drawn after the heading.
    const isFurther = async () => (progress = (await this.#read()).progress) > this.#progress;
    assert.ok(await eventually(isFurther), `${progress} comes after ${this.#progress}`);
    this.#progress = progress;
  }

  #read() {
    return this.tab.evaluate(({ host, progress }) => {
      const found = document.querySelector(host);
      const root = found.shadowRoot ?? found;
      // A bar with a value, a bar as wide as it says, or a mark for each step that is done.
      const marks = root.querySelectorAll(progress);
      const [bar] = marks;
      const ofBar = bar?.localName === "progress" ? bar.value : parseFloat(bar?.style.width);
      return {
        text: [...root.children].map((it) => it.innerText).join("\n"),
        nToTick: root.querySelectorAll("input[type=checkbox]").length,
        progress: Number.isNaN(ofBar) ? marks.length : ofBar,
      };
    }, this.page);
  }
}

async function eventually(check, attempts = 50) {
  for (let n = 0; n < attempts; n++) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
