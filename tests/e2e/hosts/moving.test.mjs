// Wherever a page moves the element, the session goes on and it looks as it should.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { bareLooks, isSame, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const LAMP = readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8");
const [, WAITING, AFTER] = REPAIRS;
const PLACES = `<div id="first"></div><div id="second"><p>Something else</p></div><div id="third"></div>
  <div id="fourth"></div>`;

const FRAME = '<iframe src="/frame.html" title="A frame"></iframe>';
const FRAMED = "<!doctype html><html lang='en'><title>A frame</title><body></body></html>";

// In the page, one after the other.
const MOVES = {
  "to the end of another box": "second.append(host)",
  "before what is there": "second.prepend(host)",
  "in place of something": "second.lastElementChild.replaceWith(host)",
  "in one go, where browsers can": "(first.moveBefore ?? first.insertBefore).call(first, host, null)",
  "twice at once": "second.append(host); first.append(host)",
  "out and in at once": "host.remove(); second.append(host)",
  "with what holds it": "third.append(second)",
  "into a shadow root and out again": `
    fourth.attachShadow({ mode: "open" }).append(host);
    first.append(host)`,
  "through a fragment": "const fragment = new DocumentFragment(); fragment.append(host); second.append(fragment)",
};

inEachBrowser((test) => {
  test("moved within the page in any way, with its answers, ticks and countdown", async (at) => {
    const widget = await openHost(at, { page: { attributes: ARTICLE, end: PLACES } });
    await widget.walkTo(WAITING.id);
    await widget.tick(WAITING.instructions[0].text);
    await widget.press(`Start ${WAITING.wait.minutes} min countdown`);
    await widget.until("the countdown", async () => (await widget.timer()) !== null);
    const before = await widget.record();
    for (const [where, move] of Object.entries(MOVES)) {
      await widget.inPage(`const ids = ["first", "second", "third", "fourth"];
        const [first, second, third, fourth] = ids.map((id) => document.getElementById(id)); ${move}`);
      await widget.settled();
      assert.deepEqual([await widget.state(), await widget.heading()], ["ready", WAITING.text], where);
      assert.deepEqual(await widget.record(), before, where);
      assert.deepEqual(await widget.ticked(), [WAITING.instructions[0].text], where);
      assert.match(await widget.timer(), /^\d+:\d\d$/, where);
    }
    await widget.press(WORDS.stopWait);
    await widget.until("no countdown", async () => (await widget.timer()) === null);
    await widget.turn(NOT_FIXED);
    assert.equal(await widget.heading(), AFTER.text);
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });

  test("taken out and put back while its guide loads, it starts once", async (at) => {
    const widget = await openHost(at, { page: { end: PLACES }, files: { "/lamp.json": LAMP } });
    const states = await widget.inPage(`
      const late = document.createElement("fault-finder");
      late.id = "late";
      late.guide = "/lamp.json";
      const [first, second] = [document.querySelector("#first"), document.querySelector("#second")];
      first.append(late);
      const states = [late.state];
      late.remove();
      return Promise.resolve().then(() => {
        second.append(late);
        states.push(late.state);
        return states;
      });`);
    assert.deepEqual(states, ["loading", "loading"]);
    const late = new Widget(at, "#late");
    await late.settled();
    assert.equal(await late.state(), "ready");
    const told = (await late.events()).filter((it) => it.target === "late").map((it) => it.name);
    assert.deepEqual(told, ["ready", "step"]);
    await late.press(WORDS.noDanger);
    await late.until("the next step", async () => (await late.record()).entries.length === 1);
  });

  test("moved into a frame and back, it keeps its session and its styles", async (at) => {
    const looks = await bareLooks(at);
    at.server.route("/frame.html", FRAMED);
    const widget = await openHost(at, { page: { end: FRAME } });
    await widget.walkAs(DIRTY, "what-fails");
    const before = await widget.record();
    await widget.inPage("document.querySelector('iframe').contentDocument.body.append(host)");
    // Firefox 140 takes their classes from elements that move there.
    const isKept = await at.driver.executeScript(
      "return frames[0].document.adoptNode(document.createElement('p')) instanceof Element");
    await at.driver.switchTo().frame(0);
    try {
      await widget.settled();
      assert.equal(await widget.state(), isKept ? "ready" : "static", await widget.inPage("return host.errors.join()"));
      if (isKept) {
        assert.deepEqual(await widget.record(), before);
        isSame(await widget.look(), looks["what-fails"], "how it looks in the frame");
        await widget.inPage("return host.start()");
        await widget.answerByKey(DIRTY["what-fails"]);
      }
    } finally {
      await at.driver.switchTo().defaultContent();
    }
    await at.driver.executeScript(`
      const { contentDocument } = document.querySelector("iframe");
      document.querySelector("main").append(contentDocument.querySelector("fault-finder"));`);
    await widget.settled();
    const answered = (await widget.record()).entries.map((it) => it.step);
    assert.deepEqual(answered, isKept ? ["dangers", "what-fails"] : ["dangers"]);
    await widget.pressAs(DIRTY, "dry-wipe");
    isSame(await widget.look(), looks["dry-wipe"], "how it looks when it is back");
    await widget.answer(DIRTY["dry-wipe"]);
    await widget.at(DONE);
  });

  test("taken out of a frame that goes away, and put back", async (at) => {
    const looks = await bareLooks(at);
    at.server.route("/frame.html", FRAMED);
    const widget = await openHost(at, { page: { end: FRAME } });
    await widget.walkAs(DIRTY, "what-fails");
    await widget.inPage(`
      window.out = host;
      document.querySelector("iframe").contentDocument.body.append(host);
      // It has started there once it has taken an answer, be it to a question that nobody asks.
      return host.answer("nothing", "nothing").then(() => {
        host.remove();
        document.querySelector("iframe").remove();
      });`);
    await at.driver.executeScript("document.querySelector('main').append(window.out)");
    await widget.settled();
    isSame(await widget.look(), looks["what-fails"]);
    await widget.pressAs(DIRTY, "fixed");
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });
});
