// Two on a page: two widgets with guides and themes of their own, and two scripts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isSame, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, GUIDE, KEY, stepOf, WORDS } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";
import { DIST } from "../harness/server.mjs";
import { until } from "../harness/until.mjs";

const LAMP = readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8");
const { id: LAMP_ID, verdict: LAMP_VERDICT } = JSON.parse(LAMP);
const LAMP_KEY = `fault-finder:${LAMP_ID}`;

const SCRIPTS = ["/fault-finder.js", "/fault-finder-wasm.js"].map((it) => [it, readFileSync(join(DIST, it), "utf8")]);
const [, VERSION] = /Fault Finder (\d[^:]*):/.exec(SCRIPTS[0][1]);
const OTHER_VERSION = "99.0.0";
const OTHER = SCRIPTS.map(([path, text]) => [`/other${path}`, text.replaceAll(`"${VERSION}"`, `"${OTHER_VERSION}"`)]);

// Runs before the page's scripts: keeps the warnings, which are expected here, off the console.
const CATCH_WARNINGS = `
  window.warnings = [];
  console.warn = (...words) => window.warnings.push(words.join(" "));`;

/** Opens a page with the earbuds' widget in light and, behind it, the lamp's in dark; both are stored. */
async function openBoth(at) {
  const page = {
    attributes: `id="earbuds" ${ASKING} theme="light" resume`,
    end: '<fault-finder id="lamp" guide="/lamp.json" theme="dark" resume></fault-finder>',
  };
  const earbuds = await openHost(at, { page, files: { "/lamp.json": LAMP } });
  const lamp = new Widget(at, "#lamp");
  await lamp.settled();
  return [earbuds, lamp];
}

/** Opens a page with these scripts, in this order; returns the widget and what the console was warned of. */
async function openWithScripts(at, ...paths) {
  await at.preload(CATCH_WARNINGS);
  const script = paths.map((it) => `<script src="${it}"></script>`).join("");
  const widget = await openHost(at, { page: { script }, files: Object.fromEntries(OTHER) });
  return { widget, warnings: await at.driver.executeScript("return window.warnings") };
}

inEachBrowser((test) => {
  const alone = test.alone("What two widgets or scripts have to do with each other is the same in each browser.");

  test("two widgets with different guides and themes: each has its own look, events and storage", async (at) => {
    const [earbuds, lamp] = await openBoth(at);
    assert.notDeepEqual(await earbuds.colours(), await lamp.colours());
    await earbuds.walkAs(DIRTY, "dock-light");
    await lamp.press(WORDS.noDanger);
    await lamp.until("the next step", async () => (await lamp.record()).entries.length === 1);
    const told = (await lamp.events()).map((it) => `${it.target}: ${it.detail.guide}`);
    assert.deepEqual(new Set(told), new Set([`earbuds: ${GUIDE.id}`, `lamp: ${LAMP_ID}`]));
    const keys = await at.driver.executeScript("return Object.keys(localStorage).sort()");
    assert.deepEqual(keys, [KEY, LAMP_KEY].sort());
    assert.equal(await earbuds.step(), "dock-light");
    await earbuds.reload();
    await lamp.settled();
    assert.equal(await earbuds.step(), "dock-light");
    assert.deepEqual((await lamp.record()).entries.map((it) => it.step), ["dangers"]);
  });

  alone("one of two is removed: the other goes on with its look and what it stored", async (at) => {
    const [earbuds, lamp] = await openBoth(at);
    await earbuds.walkAs(DIRTY, "dock-light");
    await lamp.press(WORDS.noDanger);
    await lamp.until("the next step", async () => (await lamp.record()).entries.length === 1);
    const [look, heading] = [await lamp.look(), await lamp.heading()];
    await earbuds.inPage("host.remove()");
    assert.equal(await lamp.state(), "ready");
    assert.equal(await lamp.heading(), heading);
    isSame(await lamp.look(), look);
    await lamp.turn(LAMP_VERDICT.not_fixed);
    assert.equal((await lamp.record()).entries.length, 2);
    const keys = await at.driver.executeScript("return Object.keys(localStorage).sort()");
    assert.deepEqual(keys, [KEY, LAMP_KEY].sort(), "what is stored is there when it comes back");
  });

  alone("one takes the place of another: it starts anew, and the other one comes back as it was", async (at) => {
    const [earbuds, lamp] = await openBoth(at);
    await lamp.inPage("window.lamp = host; host.remove()");
    await earbuds.walkAs(DIRTY, "dry-wipe");
    await earbuds.tick(stepOf("dry-wipe").instructions[0].text);
    await earbuds.openAll();
    const before = await earbuds.record();
    await earbuds.inPage("window.earbuds = host; host.replaceWith(window.lamp)");
    await lamp.settled();
    assert.deepEqual([(await lamp.record()).guide, (await lamp.record()).entries], [LAMP_ID, []]);
    assert.deepEqual(await lamp.ticked(), []);
    assert.equal((await lamp.text()).includes(GUIDE.title), false);
    await lamp.turn(WORDS.noDanger);
    await lamp.turn(LAMP_VERDICT.not_fixed);
    assert.equal((await lamp.record()).entries.length, 2);
    await lamp.inPage("host.replaceWith(window.earbuds)");
    await earbuds.settled();
    assert.equal(await earbuds.step(), "dry-wipe");
    assert.deepEqual(await earbuds.record(), before);
    assert.deepEqual(await earbuds.ticked(), [stepOf("dry-wipe").instructions[0].text]);
    await earbuds.answer(DIRTY["dry-wipe"]);
    await earbuds.at(DONE);
    const told = (await earbuds.events()).map((it) => `${it.target}: ${it.detail.guide}`);
    assert.deepEqual(new Set(told), new Set([`earbuds: ${GUIDE.id}`, `lamp: ${LAMP_ID}`]));
  });

  alone("the script twice in one version: one definition, and not a word", async (at) => {
    const { widget, warnings } = await openWithScripts(at, "/fault-finder.js", "/fault-finder.js?again");
    assert.deepEqual(warnings, []);
    assert.equal((await widget.eventsNamed("ready")).length, 1);
    await widget.walkAs(DIRTY, "fixed");
  });

  for (const [first, second, stays, goes] of [
    ["/fault-finder.js", "/other/fault-finder.js", VERSION, OTHER_VERSION],
    ["/other/fault-finder.js", "/fault-finder.js", OTHER_VERSION, VERSION],
  ]) {
    alone(`scripts of two versions, ${stays} first: it stays, and the console is told once`, async (at) => {
      const { widget, warnings } = await openWithScripts(at, first, second);
      const expected = `Fault Finder ${goes} is not used, because this page has ${stays} already.`;
      assert.deepEqual(warnings, [expected]);
      assert.equal(await widget.inPage("return host.version"), stays);
      assert.equal((await widget.eventsNamed("ready")).length, 1);
      await widget.walkAs(DIRTY, "fixed");
    });
  }

  alone("another definition of the page's own under that name is left alone, and the console says so", async (at) => {
    await at.preload(CATCH_WARNINGS);
    const head = '<script>customElements.define("fault-finder", class extends HTMLElement {})</script>';
    at.server.route("/host.html", html({ head }));
    await at.driver.get(`${at.server.origin}/host.html`);
    const warnings = () => at.driver.executeScript("return window.warnings");
    await until("a warning", async () => (await warnings()).length > 0, 5_000);
    const [warning, ...others] = await warnings();
    assert.match(warning, /^Fault Finder .* is not used/);
    assert.doesNotMatch(warning, /undefined/);
    assert.deepEqual(others, []);
    const text = await at.driver.executeScript("return document.querySelector('fault-finder').innerText");
    assert.equal(text, "The plain guide.");
  });
});
