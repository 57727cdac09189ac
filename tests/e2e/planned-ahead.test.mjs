// Plans are made while the browser is idle, so that the next step is there when it is asked for.

import assert from "node:assert/strict";
import { inEachBrowser } from "./browser.mjs";
import { Widget } from "./page.mjs";
import { DIRTY, NO_POWER } from "./people.mjs";

// Keeps which requests for an idle moment are open, and how many came.
const COUNT = `
  window.idle = { open: new Set(), n: 0 };
  const [request, cancel] = [window.requestIdleCallback.bind(window), window.cancelIdleCallback.bind(window)];
  window.requestIdleCallback = (call) => {
    const id = request((deadline) => { window.idle.open.delete(id); window.idle.n++; call(deadline); });
    window.idle.open.add(id);
    return id;
  };
  window.cancelIdleCallback = (id) => { window.idle.open.delete(id); cancel(id); };`;
const NEVER = "window.requestIdleCallback = () => 0; window.cancelIdleCallback = () => {};";
const UNKNOWN = "delete window.requestIdleCallback; delete window.cancelIdleCallback;";

/** Waits until nothing is left to plan. */
function planned(widget) {
  return widget.until("the plans", () => widget.driver.executeScript("return window.idle.open.size === 0"));
}

/** Walks to the end by name; returns the steps and how many milliseconds the answers took together. */
async function walk(widget, person, rest = () => {}) {
  const steps = [];
  let took = 0;
  for (let step = await widget.step(); step !== "fixed"; step = await widget.step()) {
    steps.push(step);
    await rest();
    const choice = step === "dangers" ? "none" : person[step] ?? (step in NO_POWER ? "not-sure" : "not-fixed");
    const script = `const before = performance.now();
      return host.answer(...args).then(() => performance.now() - before)`;
    took += await widget.inPage(script, step, choice);
  }
  return { steps, took };
}

inEachBrowser((test) => {
  test("idle moments are asked for until all is planned, and no longer", async (at) => {
    await at.preload(COUNT);
    const widget = await new Widget(at).open();
    const look = async () => {
      const before = await widget.driver.executeScript("return window.idle.n");
      await planned(widget);
      assert.ok((await widget.driver.executeScript("return window.idle.n")) >= before);
    };
    await widget.walkAs(DIRTY, "fixed", look);
    await planned(widget);
    assert.ok((await widget.driver.executeScript("return window.idle.n")) > 5, "there was something to plan");
  });

  for (const [what, preload] of [["is never idle", NEVER], ["does not tell when it is idle", UNKNOWN]]) {
    test(`a browser that ${what} leads through the same steps`, async (at) => {
      const usual = await new Widget(at).open();
      const steps = await usual.walkAs(DIRTY, "fixed");
      await usual.driver.executeScript("localStorage.clear()");
      await at.preload(preload);
      const widget = await new Widget(at).open();
      assert.deepEqual(await widget.walkAs(DIRTY, "fixed"), steps);
    });
  }
});
