// Pages put functions of their own in the place of the browser's, and some of them by half.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { givesWay } from "../helpers/plain-guide.mjs";
import { DIRTY } from "../helpers/people.mjs";

const IDLE = "{ didTimeout: false, timeRemaining: () => 10 }";
// By what a page has: scripts that run before the widget's.
const SHIMS = {
  "idle moments that cannot be cancelled": `
    window.cancelIdleCallback = undefined;
    window.requestIdleCallback = (call) => setTimeout(call, 1, ${IDLE});`,
  "idle moments that come although they are cancelled": `
    window.cancelIdleCallback = () => {};
    window.requestIdleCallback = (call) => setTimeout(call, 100, ${IDLE});`,
  "idle moments that come at once": `
    window.cancelIdleCallback = () => {};
    window.requestIdleCallback = (call) => (call(${IDLE}), 1);`,
  "idle moments that are named by objects": `
    window.cancelIdleCallback = ({ id }) => clearTimeout(id);
    window.requestIdleCallback = (call) => ({ id: setTimeout(call, 1, ${IDLE}) });`,
  "timers that go on although they are cleared": `
    delete window.requestIdleCallback;
    window.clearTimeout = window.clearInterval = () => {};`,
  "no microtasks": "delete window.queueMicrotask;",
  "microtasks that never come": "window.queueMicrotask = () => {};",
};
const OPEN = "const attachShadow = Element.prototype.attachShadow;";
const REFUSALS = {
  "keeps all shadow roots closed": [
    `${OPEN} Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: "closed" }); };`,
    /keeps shadow roots closed/,
  ],
  "allows no shadow roots": [
    `Element.prototype.attachShadow = () => { throw new Error("not here"); };`,
    /not here/,
  ],
};

inEachBrowser((test) => {
  const alone = test.alone("What the page has put there is the same in each browser; one of each kind shows it.");

  for (const [what, script] of Object.entries(SHIMS)) {
    (/by objects|no micro|at once/.test(what) ? alone : test)(`a page with ${what}`, async (at) => {
      await at.preload(script);
      const widget = await new Widget(at).openPage({ attributes: ASKING });
      await widget.walkAs(DIRTY, "fixed");
      await widget.inPage("return host.restart()");
      await widget.walkAs(DIRTY, "fixed");
      assert.equal(await widget.state(), "ready");
      assert.deepEqual(await widget.eventsNamed("error"), []);
    });
  }

  for (const [what, [script, why]] of Object.entries(REFUSALS)) {
    test(`a page that ${what} has the plain guide, and is told why`, async (at) => {
      await at.preload(script);
      at.server.route("/page.html", html());
      const widget = new Widget(at);
      await widget.visit("/page.html");
      await givesWay(widget);
      assert.ok(await widget.inPage("return host.querySelector('p').checkVisibility()"));
      assert.match((await widget.errors()).join(), why);
      assert.equal((await widget.eventsNamed("error")).length, 1);
    });
  }
});
