// Apps in React and in Vue: they set what they like, hear what happens, and leave nothing behind.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachBrowser } from "../harness/browser.mjs";
import { bundle, bundleWithTemplate, FRAMEWORKS } from "../helpers/framework.mjs";
import { FIXED, GUIDE, REPAIRS, SERVICE } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { COUNT, figures } from "../helpers/memory.mjs";
import { Widget } from "../harness/page.mjs";

const APPS = Object.fromEntries(FRAMEWORKS.map((it) => [it, bundle(it)]));
const APP = '<div id="app"></div><script src="/app.js"></script>';
const SCRIPT = '<script src="/fault-finder.js"></script>';

// How often the widget is put in, moved and taken out at a time. Only Chromium tells more of what stays than a few would.
const CYCLES = { Chromium: 60, others: 10 };
// How much more may be there after one time more: what engines and frameworks keep for themselves.
const LEEWAY = 1.05;
// In the page: puts the widget in, moves it and takes it out, as often as it is told; tells how often it started.
const CYCLE = `
  const [cycles, properties] = arguments;
  const show = async (more) => {
    await app.show({ ...properties, ...more });
    // It is there once it has taken an answer, be it to a question that nobody asks.
    await document.querySelector("fault-finder").answer("nothing", "nothing");
  };
  return (async () => {
    let starts = 0;
    for (let n = 0; n < cycles; n++) {
      await show({ isThere: true });
      await show({ isThere: true, isLast: true });
      await document.querySelector("fault-finder").answer("dangers", "none");
      await app.show({ isThere: false });
      starts += window.seenEvents.filter((it) => it.name === "ready").length;
      window.seenEvents.length = app.heard.length = 0;
    }
    return starts;
  })();`;

const LAMP = readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8");
const { title: LAMP_TITLE } = JSON.parse(LAMP);
const GUIDE_ALONE = { guide: GUIDE.id };
const SUPPORT = "https://help.example/";

/** Opens a page with the app in this framework; the widget is not in it yet. */
async function openApp(at, framework, page) {
  at.server.route("/app.js", APPS[framework]);
  at.server.route("/lamp.json", LAMP);
  at.server.route("/host.html", html({ element: APP, ...page }));
  await at.driver.get(`${at.server.origin}/host.html`);
}

/** Has the app show the widget with these properties. */
async function show(at, properties) {
  await at.driver.executeScript("return app.show({ isThere: true, ...arguments[0] })", properties);
  const widget = new Widget(at);
  await widget.settled();
  return widget;
}

function attributes(widget) {
  return widget.inPage("return Object.fromEntries([...host.attributes].map((it) => [it.name, it.value]))");
}

/** Has the app put the widget in, move it and take it out, as often as it takes; it starts twice each time. */
async function repeat(at, cycles) {
  assert.equal(await at.driver.executeScript(CYCLE, cycles, GUIDE_ALONE), 2 * cycles);
}

inEachBrowser((test, browser) => {
  const alone = test.alone("What a framework does with an element, it does through the same few calls in each browser.");

  test("Vue 3: a template makes the element where the compiler is told of it", async (at) => {
    at.server.route("/app.js", bundleWithTemplate());
    at.server.route("/host.html", html({ script: SCRIPT, element: APP }));
    const widget = await new Widget(at).open("/host.html");
    await widget.walkTo(REPAIRS[0].id);
    assert.deepEqual(await at.driver.executeScript("return app.heard"), ["none"]);
    assert.equal(await widget.inPage("return host.supportHref"), SUPPORT);
  }, { expected: /development build/ });

  for (const framework of FRAMEWORKS) {
    test(`${framework}: properties reach the widget and change it, and its events are heard`, async (at) => {
      await openApp(at, framework, { script: SCRIPT });
      const properties = { guide: GUIDE.id, order: "article", theme: "light", resume: true, supportHref: SUPPORT };
      const widget = await show(at, properties);
      const { supportHref, ...rest } = properties;
      assert.deepEqual(await attributes(widget), { ...rest, resume: "", "support-href": supportHref });
      const light = await widget.colours();
      await widget.walkTo("service");
      assert.equal(await (await widget.link(SERVICE.action)).getAttribute("href"), SUPPORT);
      assert.notEqual(await widget.stored(), null);
      const before = await widget.record();
      await show(at, { ...properties, order: "best", theme: "dark", resume: false });
      assert.notDeepEqual(await widget.colours(), light);
      assert.equal(await widget.stored(), null);
      const { could_be: odds, ...after } = await widget.record();
      assert.ok(odds.length > 0, "it is weighed what it could be, as the article does not");
      assert.deepEqual({ ...after, could_be: [] }, before);
      await show(at, { ...properties, guide: "/lamp.json" });
      await widget.shows(LAMP_TITLE);
      await show(at, { ...properties, resume: false });
      await widget.walkTo(REPAIRS[0].id);
      await widget.turn(FIXED);
      const heard = await at.driver.executeScript("return app.heard.slice(-3)");
      const answer = ["fault-finder-answer", GUIDE.id];
      assert.deepEqual(heard, [answer, answer, ["fault-finder-outcome", GUIDE.id]]);
      assert.deepEqual(await widget.eventsNamed("error"), []);
    });

    alone(`${framework}: attributes that are there before the class reach the widget`, async (at) => {
      await openApp(at, framework, { script: "", end: `<script>
        app.show({ isThere: true, guide: "${GUIDE.id}", order: "article", resume: true, "support-href": "${SUPPORT}" });
        </script>${SCRIPT}` });
      const widget = new Widget(at);
      await widget.settled();
      await widget.walkTo("service");
      assert.equal(await (await widget.link(SERVICE.action)).getAttribute("href"), SUPPORT);
      assert.notEqual(await widget.stored(), null);
      assert.equal((await widget.eventsNamed("ready")).length, 1);
      const heard = await at.driver.executeScript("return app.heard.length");
      assert.equal(heard, REPAIRS.length + 1);
    });

    alone(`${framework}: support-href means the same once the class is there`, async (at) => {
      await openApp(at, framework, { script: SCRIPT });
      const widget = await show(at, { ...GUIDE_ALONE, "support-href": SUPPORT });
      assert.equal(await widget.inPage("return host.supportHref"), SUPPORT);
      await show(at, GUIDE_ALONE);
      assert.deepEqual(await attributes(widget), GUIDE_ALONE);
    });

    const OPTIONAL = { order: "article", theme: "dark", resume: true, supportHref: SUPPORT, lang: "en" };
    for (const [name, value] of Object.entries(OPTIONAL)) {
      alone(`${framework}: without ${name} any more, the widget is as if it had never been set`, async (at) => {
        await openApp(at, framework, { script: SCRIPT });
        const widget = await show(at, { ...GUIDE_ALONE, [name]: value });
        assert.equal(Object.keys(await attributes(widget)).length, 2);
        await show(at, GUIDE_ALONE);
        assert.deepEqual(await attributes(widget), GUIDE_ALONE);
        assert.deepEqual(await widget.eventsNamed("error"), []);
      });
    }

    const { [browser]: cycles = CYCLES.others } = CYCLES;
    const memory = browser === "Chromium" ? "nodes, listeners and memory stay" : "the memory of the WebAssembly stays";
    test(`${framework}: put in, moved and taken out often, it leaves no listener, and ${memory}`, async (at) => {
      await at.preload(COUNT);
      await openApp(at, framework, { script: SCRIPT });
      // What comes with the first widget looks after all others as well.
      await repeat(at, 1);
      const first = await at.driver.executeScript("return countListeners()");
      // The frameworks themselves take more memory until then.
      for (let n = 0; n < 2; n++) await repeat(at, cycles);
      const count = async () => {
        const listeners = await at.driver.executeScript("return letGoTo(arguments[0])", first);
        assert.equal(listeners, first, "listeners on what outlives the widget");
        return figures(at, browser);
      };
      const before = await count();
      await repeat(at, cycles);
      const after = await count();
      const said = Object.keys(before).map((it) => `${it}: ${before[it]}, then ${after[it]}`).join("; ");
      at.t.diagnostic(said);
      const grown = Object.keys(before).filter((it) => after[it] > LEEWAY * before[it]);
      assert.deepEqual(grown, [], said);
    });
  }
});
