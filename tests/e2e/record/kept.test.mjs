// What is stored is one thing under one name, for some days, and only for as long as the host wants it: all that a page
// keeps of a person, and when it goes.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, KEY, readGuide, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE, html, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { until } from "../harness/until.mjs";

const [FIRST, SECOND] = REPAIRS;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OWN = "/guides/own.json";
const RESUMED = `${ARTICLE} resume`;
const LAMP_KEY = "fault-finder:desk-lamp-dark";

/** A session whose last change was so many milliseconds ago, in which a serial number was typed. */
function session(ago, { guide = GUIDE.id, ...more } = {}) {
  const at = Date.now() - ago;
  return {
    format: 1,
    guide,
    guide_version: GUIDE.version,
    started: at - MINUTE,
    changed: at,
    kept_for: 30,
    evidence: [
      { at: at - MINUTE, finding: "no-danger", is_read: false },
      { at, finding: { tried: [FIRST.id, "not-fixed"] }, is_read: false },
    ],
    readings: [],
    details: { serial: "7" },
    ticked: [],
    wait: null,
    language: null,
    ...more,
  };
}

/** As an earlier version has stored it. */
function earlier(ago) {
  const { changed, kept_for, ...rest } = session(ago);
  return rest;
}

/** Puts these under their keys, in a page of the server that has no widget. */
async function keep(at, things) {
  await at.driver.get(`${at.server.origin}/blank.html`);
  for (const [key, value] of Object.entries(things)) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    await at.driver.executeScript("localStorage.setItem(...arguments)", key, text);
  }
}

const keys = ({ driver }) => driver.executeScript("return Object.keys(localStorage).sort()");

/** Opens the page with an earlier visit's session there, and runs this in it before the widget can be there. */
async function openAndRun(at, { attributes = RESUMED, script }) {
  await keep(at, { [KEY]: session(MINUTE) });
  // The second script comes only after the page has done this.
  const end = `${SCRIPT.replace("fault", "/fault")}<script>
    addEventListener("load", () => (window.hasRun = true), { once: true });
    customElements.whenDefined("fault-finder").then(() => {
      const host = document.querySelector("fault-finder");
      window.stateThen = host.state;
      ${script}
    });</script>`;
  at.server.route("/page.html", html({ attributes, script: "", end }));
  const widget = new Widget(at);
  await widget.visit("/page.html");
  return widget;
}

inEachBrowser((test) => {
  const alone = test.alone("When something is to be forgotten, the element decides.");

  test("a whole session leaves one thing in the browser, and nothing else anywhere", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    await widget.walkTo("service");
    await widget.press("Copy");
    await widget.shows("Copied.");
    const left = await at.driver.executeScript(`return (async () => ({
      local: Object.keys(localStorage),
      session: sessionStorage.length,
      cookie: document.cookie,
      databases: (await indexedDB.databases?.())?.length ?? 0,
      caches: globalThis.caches ? (await caches.keys()).length : 0,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      name: window.name,
      state: history.state,
    }))()`);
    const nothing = { session: 0, cookie: "", databases: 0, caches: 0, workers: 0, name: "", state: null };
    assert.deepEqual(left, { local: [KEY], ...nothing });
    const fields = ["changed", "details", "evidence", "format", "guide", "guide_version", "kept_for", "language",
      "readings", "started", "ticked", "wait"];
    assert.deepEqual(Object.keys(await widget.stored()).sort(), fields);
  });

  test("no link to another site tells it which page the person comes from", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    for (const end of [FIRST.id, "service"]) {
      await widget.inPage("return host.restart()");
      await widget.walkTo(end);
      const links = await widget.linksAway();
      assert.ok(links.length > 0, end);
      for (const { href, rel } of links) assert.equal(rel, "noopener noreferrer", href);
    }
  });

  test("what is past its lifetime is gone with the first widget of the site, and never shown", async (at) => {
    const foreign = { "fault-finder:theme": "dark", "fault-finder:list": "[1]", other: JSON.stringify(session(99 * DAY)) };
    await keep(at, {
      [KEY]: session(30 * DAY),
      [LAMP_KEY]: session(8 * DAY, { guide: "desk-lamp-dark", kept_for: 7 }),
      "fault-finder:young": session(29 * DAY, { guide: "young" }),
      "fault-finder:unreadable": session(31 * DAY, { guide: "unreadable", evidence: "?" }),
      "fault-finder:tomorrow": session(-3 * DAY, { guide: "tomorrow" }),
      ...foreign,
    });
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    await widget.at(WORDS.dangerQuestion);
    assert.deepEqual(await widget.record().then((it) => [it.entries, it.details]), [[], {}]);
    assert.deepEqual(await keys(at), [...Object.keys(foreign), "fault-finder:young"].sort());
  });

  alone("a widget that stores nothing itself removes it as well", async (at) => {
    await keep(at, { [KEY]: session(31 * DAY), [LAMP_KEY]: session(MINUTE, { guide: "desk-lamp-dark" }) });
    await new Widget(at).openPage({ attributes: ARTICLE });
    assert.deepEqual(await keys(at), [LAMP_KEY]);
  });

  for (const [version, stored] of [["this", session], ["an earlier", earlier]]) {
    alone(`what ${version} version has stored is there for thirty days`, async (at) => {
      await keep(at, { [KEY]: stored(30 * DAY - 5 * MINUTE) });
      const widget = await new Widget(at).openPage({ attributes: RESUMED });
      assert.equal((await widget.record()).details.serial, "7");
      await keep(at, { [KEY]: stored(30 * DAY) });
      await widget.open("/page.html");
      assert.deepEqual((await widget.record()).details, {});
      assert.deepEqual(await keys(at), []);
    });
  }

  alone("a host may shorten it, and the widget says so", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: `${RESUMED} resume-days="7"` });
    await widget.walkTo(SECOND.id);
    await widget.toggle(WORDS.trail);
    await widget.shows("for 7 days after your last change");
    assert.equal((await widget.stored()).kept_for, 7);
    await widget.inPage("host.resumeDays = 1");
    await widget.shows("for a day after your last change");
    await widget.inPage("host.resumeDays = null");
    await widget.shows("for 30 days after your last change");
    assert.deepEqual([await widget.inPage("return host.resumeDays"), await widget.errors()], ["", []]);
    // Whoever was told of seven days is not kept for longer.
    await widget.store({ ...(await widget.stored()), changed: Date.now() - 7 * DAY });
    await widget.reload();
    assert.deepEqual((await widget.record()).entries, []);
    // What was stored for longer is not kept for longer than the host wants now.
    await keep(at, { [KEY]: session(7 * DAY) });
    await widget.open("/page.html");
    assert.deepEqual((await widget.record()).entries, []);
    // So it is gone, also for a page that would keep it for longer.
    assert.deepEqual(await keys(at), []);
  });

  for (const days of ["0", "31", "-1", "1.5", "a week", "7d"]) {
    alone(`resume-days="${days}" is told, and means thirty`, async (at) => {
      const widget = await new Widget(at).openPage({ attributes: `${RESUMED} resume-days="${days}"` });
      assert.deepEqual(await widget.errors(), [`resume-days: "${days}" is no number of days from 1 to 30`]);
      await widget.walkTo(FIRST.id);
      assert.equal((await widget.stored()).kept_for, 30);
    });
  }

  for (const [how, script] of [
    ["its attribute", "host.removeAttribute('resume')"],
    ["its property", "host.resume = false"],
  ]) {
    alone(`resume taken away by ${how} while the widget is loading forgets`, async (at) => {
      const widget = await openAndRun(at, { script });
      await widget.settled();
      assert.equal(await at.driver.executeScript("return window.stateThen"), "loading");
      assert.deepEqual(await keys(at), []);
      await widget.walkTo(FIRST.id);
      assert.deepEqual(await keys(at), []);
    });
  }

  alone("resume taken away and given back while the widget is loading keeps what is known by then", async (at) => {
    const script = "host.resume = false; host.resume = true;";
    at.server.route(OWN, { ...readGuide() });
    const widget = await openAndRun(at, { attributes: `guide="${OWN}" order="article" resume`, script });
    await widget.settled();
    assert.equal((await widget.record()).entries.length, 2);
    assert.deepEqual(await keys(at), [KEY]);
  });

  for (const [how, script] of [["stays in the page", ""], ["leaves the page", "host.remove();"]]) {
    alone(`the session of a guide that is still to be loaded is forgotten once its id is known, where it ${how}`, async (at) => {
      at.server.route(OWN, readGuide());
      const attributes = `guide="${OWN}" order="article" resume`;
      await openAndRun(at, { attributes, script: `host.resume = false; ${script}` });
      await until("nothing is stored", async () => (await keys(at)).length === 0);
    });
  }

  alone("a property that was false before the class was there counts more than the attribute", async (at) => {
    await keep(at, { [KEY]: session(MINUTE) });
    const end = `<script>document.querySelector("fault-finder").resume = false</script>${SCRIPT.replace("fault", "/fault")}`;
    const widget = await new Widget(at).openPage({ attributes: RESUMED, script: "", end });
    assert.deepEqual([await keys(at), await widget.inPage("return host.resume")], [[], false]);
    await widget.walkTo(FIRST.id);
    assert.deepEqual(await keys(at), []);
  });

  test("resume taken away while the element is out of the page forgets", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    await widget.walkTo(SECOND.id);
    assert.deepEqual(await keys(at), [KEY]);
    await widget.inPage("window.out = host; host.remove(); host.removeAttribute('resume')");
    assert.deepEqual(await keys(at), []);
    await at.driver.executeScript("document.querySelector('main').append(out)");
    await widget.settled();
    await widget.at(SECOND.text);
    assert.deepEqual(await keys(at), []);
  });

  alone("what is answered in the very moment in which resume is taken away is not stored either", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    await widget.walkTo(FIRST.id);
    await widget.inPage(`[...host.shadowRoot.querySelectorAll(".bar button")][1].click(); host.resume = false;`);
    await widget.settled();
    await widget.inPage("return host.start()");
    assert.deepEqual(await keys(at), []);
  });

  test("where the widget cannot run, resume taken away forgets as well", async (at) => {
    await keep(at, { [KEY]: session(MINUTE) });
    await at.preload("delete WebAssembly.Module;");
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    assert.equal(await widget.state(), "static");
    await widget.inPage("host.resume = false");
    assert.deepEqual(await keys(at), []);
  });

  alone("where the widget cannot run, or its guide cannot be used, forget() forgets as well", async (at) => {
    await keep(at, { [KEY]: session(MINUTE) });
    await at.preload("if (location.hash) delete WebAssembly.Module;");
    const widget = await new Widget(at).openPage({ attributes: RESUMED });
    await widget.inPage("host.order = 'article'; host.guide = 'no-such-guide'");
    await widget.settled();
    assert.equal(await widget.state(), "failed");
    await widget.inPage("host.guide = args[0]; return host.forget()", GUIDE.id);
    assert.deepEqual(await keys(at), []);
    await keep(at, { [KEY]: session(MINUTE) });
    await widget.open("/page.html#static");
    assert.equal(await widget.state(), "static");
    await widget.inPage("return host.forget()");
    assert.deepEqual(await keys(at), []);
  });

  alone("without resume nothing that another page of the site keeps is touched", async (at) => {
    await keep(at, { [KEY]: session(MINUTE) });
    const widget = await new Widget(at).openPage({ attributes: ARTICLE });
    await widget.walkTo(FIRST.id);
    assert.equal((await widget.stored()).details.serial, "7");
    // A host that knows better says so.
    await widget.inPage("return host.forget()");
    assert.deepEqual(await keys(at), []);
  });
});
