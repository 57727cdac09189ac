// Whatever attribute a page changes while the session runs applies at once, and costs no answer that it need not cost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, REPAIRS, SERVICE, WORDS } from "../harness/guide.mjs";
import { DIRTY, DRAINED } from "../helpers/people.mjs";

const LAMP = readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8");
const { id: LAMP_ID, title: LAMP_TITLE } = JSON.parse(LAMP);

const IN_ARTICLE = REPAIRS.map((it) => it.id);

const set = (widget, name, value) => widget.inPage("host.setAttribute(...args)", name, value);
const remove = (widget, name) => widget.inPage("host.removeAttribute(args[0])", name);

/** Opens a page with the lamp's guide in a file and in an element, and walks to a question of the built-in guide. */
async function openAtQuestion(at) {
  const end = `<script type="application/json" id="lamp">${LAMP}</script>`;
  const widget = await openHost(at, { page: { end }, files: { "/lamp.json": LAMP } });
  await widget.walkAs(DIRTY, "dock-light");
  return widget;
}

/** The session is where it was, and nothing was wrong. */
async function goesOn(widget, record) {
  assert.equal(await widget.state(), "ready");
  assert.equal(await widget.step(), "dock-light");
  assert.deepEqual(await widget.record(), record);
}

inEachBrowser((test) => {
  const alone = test.alone("What an attribute means, the element decides.");

  for (const [what, guide] of [["a file", "/lamp.json"], ["an element of the page", "#lamp"]]) {
    alone(`guide: another one in ${what} starts its own session, and the first one can come back`, async (at) => {
      const widget = await openAtQuestion(at);
      await set(widget, "guide", guide);
      await widget.settled();
      await widget.shows(LAMP_TITLE);
      const record = await widget.record();
      assert.deepEqual([record.guide, record.entries], [LAMP_ID, []]);
      await set(widget, "guide", GUIDE.id);
      await widget.settled();
      await widget.shows(GUIDE.title);
      await widget.walkAs(DIRTY, "fixed");
      assert.deepEqual(await widget.eventsNamed("error"), []);
    });
  }

  alone("guide: without one the plain guide is there, and with one again the widget", async (at) => {
    const widget = await openAtQuestion(at);
    await remove(widget, "guide");
    await widget.until("the alert", () => widget.alert());
    assert.equal(await widget.state(), "failed");
    assert.equal((await widget.eventsNamed("error")).length, 1);
    await set(widget, "guide", GUIDE.id);
    await widget.settled();
    assert.equal(await widget.state(), "ready");
    assert.equal(await widget.alert(), null);
    assert.deepEqual(await widget.inPage("return host.errors"), []);
    await widget.walkAs(DIRTY, "fixed");
  });

  alone("guide: the same one again changes nothing", async (at) => {
    const widget = await openAtQuestion(at);
    const record = await widget.record();
    await set(widget, "guide", GUIDE.id);
    await goesOn(widget, record);
    assert.equal((await widget.eventsNamed("ready")).length, 1);
  });

  alone("lang: a language that is not there is told once, and the widget goes on", async (at) => {
    const widget = await openAtQuestion(at);
    const record = await widget.record();
    for (const lang of ["en", "en-GB"]) await set(widget, "lang", lang);
    assert.deepEqual(await widget.eventsNamed("error"), []);
    await set(widget, "lang", "xx");
    const [{ errors }] = await widget.eventsNamed("error");
    assert.match(errors[0], /^lang: there is no language "xx"/);
    assert.deepEqual(await widget.inPage("return host.errors"), errors);
    await remove(widget, "lang");
    assert.deepEqual(await widget.inPage("return host.errors"), []);
    assert.equal((await widget.eventsNamed("error")).length, 1);
    await goesOn(widget, record);
  });

  alone("order: the article and back, with all answers", async (at) => {
    const widget = await openAtQuestion(at);
    const record = await widget.record();
    await set(widget, "order", "article");
    await widget.until("a step of the article", async () => IN_ARTICLE.includes(await widget.step()));
    // Following the article, nothing is weighed.
    assert.deepEqual(await widget.record(), { ...record, could_be: [] });
    await remove(widget, "order");
    await widget.until("the question", async () => (await widget.step()) === "dock-light");
    await goesOn(widget, record);
  });

  test("theme: each applies at once", async (at) => {
    const widget = await openAtQuestion(at);
    const record = await widget.record();
    const colours = async (theme) => {
      await set(widget, "theme", theme);
      return widget.colours();
    };
    const [light, dark, auto] = [await colours("light"), await colours("dark"), await colours("auto")];
    assert.notDeepEqual(light, dark);
    assert.deepEqual(auto, light, "as the page");
    await remove(widget, "theme");
    assert.deepEqual(await widget.colours(), light);
    await goesOn(widget, record);
  });

  alone("resume: set in the middle of a session, what was answered so far is stored", async (at) => {
    const widget = await openAtQuestion(at);
    const record = await widget.record();
    await set(widget, "resume", "");
    await widget.settled();
    await goesOn(widget, record);
    assert.notEqual(await widget.stored(), null);
  });

  alone("resume: removed in the middle of a session, nothing stays stored", async (at) => {
    const widget = await openAtQuestion(at);
    await set(widget, "resume", "");
    await widget.settled();
    await widget.answer(DIRTY["dock-light"]);
    assert.equal(await widget.nStored(), 1);
    const record = await widget.record();
    await remove(widget, "resume");
    await widget.settled();
    assert.equal(await widget.nStored(), 0);
    assert.deepEqual(await widget.record(), record);
  });

  alone("support-href: where support is, and the guide's own again", async (at) => {
    const widget = await openHost(at, {});
    await widget.walkAs(DRAINED, "service");
    const href = async () => (await widget.link(SERVICE.action)).getAttribute("href");
    await set(widget, "support-href", "https://help.example/contact");
    await widget.until("the page's link", async () => (await href()) === "https://help.example/contact");
    await set(widget, "support-href", "javascript:alert(1)");
    await widget.until("the guide's link", async () => (await href()) === SERVICE.contacts[0].url);
    assert.equal((await widget.eventsNamed("error")).length, 1);
    await remove(widget, "support-href");
    assert.equal(await href(), SERVICE.contacts[0].url);
    assert.equal(await widget.step(), "service");
  });

  test("all at once: the last guide counts, and the person is asked nothing twice", async (at) => {
    const widget = await openAtQuestion(at);
    const attributes = { guide: "/lamp.json", lang: "en", order: "article", theme: "dark", resume: "" };
    await widget.inPage("for (const it of Object.entries(args[0])) host.setAttribute(...it)", attributes);
    await widget.settled();
    await widget.shows(LAMP_TITLE);
    assert.deepEqual(await widget.driver.executeScript("return Object.keys(localStorage)"), []);
    await widget.press(WORDS.noDanger);
    await widget.until("the next step", async () => (await widget.record()).entries.length === 1);
    const keys = await widget.driver.executeScript("return Object.keys(localStorage)");
    assert.deepEqual(keys, [`fault-finder:${LAMP_ID}`]);
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });
});
