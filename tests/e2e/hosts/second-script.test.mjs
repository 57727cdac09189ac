// The second script is held back, comes late, comes damaged or not at all: within half a minute the plain guide is back, and
// the page is told why. What came to nothing is tried again when there is reason to.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST, never } from "../harness/server.mjs";
import { givesWay } from "../helpers/plain-guide.mjs";

const SECOND = "/fault-finder-wasm.js";
const BUNDLE = readFileSync(join(DIST, SECOND), "utf8");
const HALF = BUNDLE.slice(0, BUNDLE.length / 2);
const ANOTHER = "<fault-finder id='another' guide='sony-wf-1000xm4-not-charging'><p>The plain guide.</p></fault-finder>";

// Runs in the page before its scripts: nobody waits half a minute for a test.
const SOON = `{
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms === 25_000 ? ms / 10 : ms);
}`;

// Runs in the page before its scripts: gives each script that a script makes a type that nothing runs, until `letGo`,
// unless it is marked by then.
const manager = (mark) => `{
  const held = [];
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
  Object.defineProperty(HTMLScriptElement.prototype, "src", {
    get,
    set(url) {
      if (!this.matches("${mark}")) {
        this.type = "text/plain";
        held.push(this);
      }
      set.call(this, url);
    },
  });
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (...args) {
    const it = create.apply(this, args);
    if (it.localName === "script") it.type = "text/plain";
    return it;
  };
  window.letGo = () => held.splice(0).forEach((it) => {
    const copy = create.call(document, "script");
    for (const { name, value } of it.attributes) if (name !== "type") copy.setAttribute(name, value);
    it.replaceWith(copy);
  });
}`;
const ALL = ":not(*)";
// A script that comes so late holds up nothing of the page.
const LATER = `<script>addEventListener("load", () => setTimeout(() => {
  const script = document.createElement("script");
  script.src = "/fault-finder.js";
  document.head.append(script);
}, 100));</script>`;

/** The server's answer to who asks for the second script. */
function answer({ server }, body, options) {
  server.route(SECOND, body, options);
}

const asked = ({ server }) => server.addresses().filter((it) => it.startsWith(SECOND));

/** Opens a page whose widget does not start, and presses a button of the first step meanwhile, if it is to. */
async function strand(at, { isPressed = false, ...page } = {}) {
  const widget = new Widget(at);
  at.server.route("/page.html", html(page));
  await widget.visit("/page.html");
  if (isPressed) await widget.press(WORDS.noDanger);
  await givesWay(widget);
  return widget;
}

const isReady = (widget) => widget.untilInPage("the widget is there", "return host.state === 'ready'");

/** The person sees the plain guide, and the page has heard why. */
async function isTold(widget, why) {
  assert.ok(await widget.inPage("return host.querySelector('p').checkVisibility()"), "the plain guide is seen");
  assert.match((await widget.errors()).join(), why);
  assert.deepEqual((await widget.eventsNamed("error")).map((it) => it.errors), [await widget.errors()]);
}

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  for (const [how, mark, tag] of [
    ["an attribute", "[data-consent=necessary]", 'data-consent="necessary"'],
    ["a class", ".always", 'class="first always"'],
  ]) {
    (how === "a class" ? alone : test)(`a consent manager knows the second script by ${how} of the first one`, async (at) => {
      await at.preload(manager(mark));
      const script = `<script src="/fault-finder.js" ${tag} type="text/javascript" async></script>`;
      const widget = await new Widget(at).openPage({ script });
      assert.equal(await widget.state(), "ready");
    });
  }

  alone("what a consent manager has put aside of the first script is not taken over", async (at) => {
    const script = `<script src="/fault-finder.js" data-src="/fault-finder.js" data-wasm="/fault-finder-wasm.js" async></script>`;
    const widget = await new Widget(at).openPage({ script });
    const attributes = await widget.inPage("return document.querySelector('[data-fault-finder]').getAttributeNames()");
    assert.deepEqual(attributes.sort(), ["data-fault-finder", "src"]);
  });

  test("a script that is held back gives way to the plain guide, and works once it is let go", async (at) => {
    await at.preload(SOON + manager(ALL));
    const widget = await strand(at, { isPressed: true });
    await isTold(widget, /nothing has come within 25 seconds/);
    await widget.inPage("letGo()");
    await isReady(widget);
    assert.deepEqual(await widget.errors(), []);
  });

  test("a server that does not answer is asked again when the network is back", async (at) => {
    await at.preload(SOON);
    answer(at, never);
    const widget = await strand(at, { script: LATER });
    await isTold(widget, /nothing has come within 25 seconds/);
    answer(at, BUNDLE);
    await widget.inPage("window.dispatchEvent(new Event('online'))");
    await isReady(widget);
  });

  test("what failed is tried again for the next element, and then comes for all", async (at) => {
    answer(at, "", { status: 503 });
    const widget = await strand(at);
    await isTold(widget, /fault-finder-wasm\.js could not be loaded/);
    answer(at, BUNDLE);
    await widget.inPage("host.insertAdjacentHTML('afterend', args[0])", ANOTHER);
    await isReady(new Widget(at, "#another"));
    await isReady(widget);
    assert.equal(asked(at).length, 2);
  }, { expected: /503/ });

  alone("what came damaged is asked for under another address, on request", async (at) => {
    answer(at, HALF);
    const widget = await strand(at);
    await isTold(widget, /damaged/);
    answer(at, BUNDLE);
    await widget.inPage("return host.start()");
    await isReady(widget);
    assert.equal((await widget.focus()).tag, "h2");
    const [first, second, ...others] = asked(at);
    assert.notEqual(first, second);
    assert.deepEqual(others, []);
  }, { expected: /SyntaxError/ });

  alone("where it fails again, it is told again, and the plain guide stays", async (at) => {
    answer(at, "", { status: 404 });
    const widget = await strand(at);
    for (const n of [2, 3]) {
      await widget.inPage("return host.start()");
      assert.equal(await widget.state(), "static");
      assert.equal((await widget.eventsNamed("error")).length, n);
    }
    await widget.inPage("window.dispatchEvent(new Event('online'))");
    await widget.until("the next try", () => asked(at).length === 4);
    assert.equal(await widget.state(), "static");
  }, { expected: /404/ });

  alone("where two come after all, one is used", async (at) => {
    await at.preload(SOON + manager(ALL));
    const widget = await strand(at);
    await widget.inPage("host.start()");
    await widget.untilInPage("the next try", "return document.querySelectorAll('[data-fault-finder]').length === 2");
    await widget.inPage("letGo()");
    await isReady(widget);
    await widget.until("both", () => asked(at).length === 2);
    assert.equal(await widget.state(), "ready");
  });
});
