// A page that the browser prepares before the person asks for it: nothing is told or read before it is shown.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

// Tells the server once the widget has had the time to start: its script is there, and the page has been idle for a while.
const TELL = `<script>
  window.early = [];
  for (const name of ["ready", "step", "error"]) {
    document.addEventListener("fault-finder-" + name, () => document.prerendering && window.early.push(name));
  }
  document.addEventListener("load", ({ target }) => {
    if (target.dataset?.faultFinder) setTimeout(() => fetch("/prepared"), 1_500);
  }, true);
</script>`;
const RULES = `<script type="speculationrules">{"prerender": [{"urls": ["/next.html"], "eagerness": "immediate"}]}</script>`;

/** Opens a page that has the browser prepare another one, and goes there; does something before that. */
async function openPrepared(at, attributes, before = () => {}) {
  at.server.route("/prepared", "");
  at.server.route("/next.html", html({ head: TELL, attributes }));
  const first = await new Widget(at).openPage({ head: RULES, attributes });
  await first.until("the next page to be prepared", () => at.server.asked().includes("/prepared"));
  await before(first);
  // Chromium's driver loses hold of the page that it has opened: another one takes its place in the tab.
  await at.driver.executeScript("location.href = '/next.html'");
  const next = new Widget(at);
  await next.until("the next page", async () => (await at.driver.getCurrentUrl()).endsWith("/next.html"));
  await next.settled();
  const { activationStart } = await at.driver.executeScript("return performance.getEntriesByType('navigation')[0].toJSON()");
  assert.ok(activationStart > 0, "the browser has prepared the page");
  return next;
}

inChromiumAlone("No other browser prepares pages in this way.", (test) => {
  test("that it is ready, and its step, is told once the page is shown, once and in order", async (at) => {
    const widget = await openPrepared(at, ASKING);
    await widget.until("the step", async () => (await widget.eventsNamed("step")).length > 0);
    assert.deepEqual(await at.driver.executeScript("return window.early"), []);
    assert.deepEqual((await widget.events()).map((it) => it.name), ["ready", "step"]);
    assert.equal(await widget.nStored(), 0);
  });

  test("what the person has answered meanwhile is known", async (at) => {
    const attributes = `${ASKING} resume`;
    let before;
    const widget = await openPrepared(at, attributes, async (first) => {
      await first.answerByMethod("none");
      before = await first.whereItIs();
    });
    assert.deepEqual(await widget.whereItIs(), before);
  });

  test("that a guide is wrong is told once the page is shown as well", async (at) => {
    const widget = await openPrepared(at, 'guide="nobody-knows"');
    assert.deepEqual(await at.driver.executeScript("return window.early"), []);
    assert.equal((await widget.eventsNamed("error")).length, 1);
  });
});
