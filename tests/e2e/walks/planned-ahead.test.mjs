// Plans are made while the browser is idle, so that the next step is there when it is asked for.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

// Keeps which requests for an idle moment are open, and how many came. WebKit does not know of idle moments.
const COUNT = `
  window.idle = { open: new Set(), n: 0 };
  window.requestIdleCallback ??= setTimeout;
  window.cancelIdleCallback ??= clearTimeout;
  const [request, cancel] = [window.requestIdleCallback.bind(window), window.cancelIdleCallback.bind(window)];
  window.requestIdleCallback = (call) => {
    const id = request((deadline) => { window.idle.open.delete(id); window.idle.n++; call(deadline); });
    window.idle.open.add(id);
    return id;
  };
  window.cancelIdleCallback = (id) => { window.idle.open.delete(id); cancel(id); };`;
// A clock that goes on by 15 ms with each look at it in an idle moment, and how many looks each moment has taken. What
// is done in one may begin in a microtask.
const SLOW = `
  window.looks = [];
  const now = Date.now;
  let [passed, isIdle] = [0, false];
  Date.now = () => {
    if (isIdle) window.looks[0] += 1;
    return now() + (passed += isIdle ? 15 : 0);
  };
  const requestIdle = window.requestIdleCallback;
  window.requestIdleCallback = (call, options) => requestIdle((deadline) => {
    [isIdle, window.looks] = [true, [0, ...window.looks]];
    call(deadline);
    setTimeout(() => (isIdle = false));
  }, options);`;
const NEVER = "window.requestIdleCallback = () => 0; window.cancelIdleCallback = () => {};";
const UNKNOWN = "delete window.requestIdleCallback; delete window.cancelIdleCallback;";

/**
 * Waits until nothing is left to plan. Browsers give one short moment after the other, so it takes some seconds. They
 * are idle between frames, and without a window there are none but those that are asked for.
 */
function planned(widget) {
  const script = "requestAnimationFrame(() => {}); return window.idle.open.size === 0";
  const isPlanned = () => widget.driver.executeScript(script);
  return widget.until("the plans", isPlanned, 30_000);
}

inEachBrowser((test) => {
  const alone = test.alone("The browser is made to be one that is never idle.");

  test("idle moments are asked for until all is planned, and no longer", async (at) => {
    await at.preload(COUNT);
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "fixed", () => planned(widget));
    await planned(widget);
    const n = await widget.driver.executeScript("return window.idle.n");
    const nSteps = (await widget.record()).entries.length + 1;
    assert.ok(n > nSteps, `${n} moments for ${nSteps} steps: there was something to plan`);
  });

  test("an idle moment ends after 20 ms, even where there is more to plan", async (at) => {
    await at.preload(COUNT + SLOW);
    const widget = await new Widget(at).open();
    await widget.answer("none");
    await planned(widget);
    const looks = await widget.driver.executeScript("return window.looks");
    // One at its start, one after each part of the work, of which the second is over the time, and some beside the work.
    const most = Math.max(...looks);
    assert.ok(most > 2 && most < 7, `looks at the clock: ${looks}`);
  });

  for (const [what, preload] of [["is never idle", NEVER], ["does not tell when it is idle", UNKNOWN]]) {
    alone(`a browser that ${what} leads through the same steps`, async (at) => {
      const usual = await new Widget(at).open();
      const steps = await usual.walkAs(DIRTY, "fixed");
      await usual.driver.executeScript("localStorage.clear()");
      await at.preload(preload);
      const widget = await new Widget(at).open();
      assert.deepEqual(await widget.walkAs(DIRTY, "fixed"), steps);
    });
  }
});
