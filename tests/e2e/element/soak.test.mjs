// In a page that is never closed: after thousands of steps and ticks and hundreds of widgets there is no more memory, no
// node and no listener more than after the first hundreds, and the last steps are as quick as the first.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { COUNT, figures } from "../helpers/memory.mjs";
import { Widget } from "../harness/page.mjs";
import { WORN } from "../helpers/people.mjs";
import { WAITING } from "../helpers/waiting.mjs";

// How many times as much there may be at the end, and how many bytes of WebAssembly more: engines collect and hand out
// memory as they like. Of a heap of 2 MB and 1,000 steps, that is 300 bytes a step. It does not grow with what is done:
// thirty times as much leaves no more behind.
const LEEWAY = { steps: { JSHeapUsedSize: 1.15, others: 1.05 }, others: { JSHeapUsedSize: 1.5, others: 1.05 } };
const WASM_PAGE = 65_536;
// A driver ends a script that takes longer than some seconds.
const N_STEPS = { all: 1_000, atOnce: 125 };
const N_MOUNTS = { Chromium: 200, others: 50, atOnce: 50 };
const N_WIDGETS = 10;
const LONG = { timeout: 600_000 };

// In the page: `walk` takes so many steps or a few more, from the first to the end of the guide and back, and tells how
// much of what is drawn each has changed.
const WALK = `
  const QUESTIONS = ${JSON.stringify(GUIDE.questions.map((it) => it.id))};
  const PERSON = ${JSON.stringify({ ...WORN, dangers: "none" })};
  const answerTo = (step) => PERSON[step] ?? (QUESTIONS.includes(step) ? "not-sure" : "not-fixed");
  window.walk = async (host, nSteps) => {
    let step = "dangers";
    const onStep = ({ detail }) => (step = detail.step);
    host.addEventListener("fault-finder-step", onStep);
    let nChanges = 0;
    const watch = new MutationObserver((records) => (nChanges += records.length));
    watch.observe(host.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    let n = 0;
    while (n < nSteps) {
      let depth = 0;
      for (; step !== "service"; depth++) await host.answer(step, answerTo(step));
      for (let back = 0; back < depth; back++) await host.back();
      if (step !== "dangers") throw new Error("the way back ends at " + step);
      n += 2 * depth;
    }
    host.removeEventListener("fault-finder-step", onStep);
    window.seenEvents.length = 0;
    nChanges += watch.takeRecords().length;
    watch.disconnect();
    return nChanges / n;
  };`;

// In the page: puts the widget in, answers and takes it out, as often as it is told.
const MOUNT = `
  window.mount = async (attributes, n) => {
    const nListeners = countListeners();
    for (; n > 0; n--) {
      const host = document.createElement("fault-finder");
      for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      document.body.append(host);
      await host.answer("dangers", "none");
      host.remove();
    }
    await letGoTo(nListeners);
    window.seenEvents.length = 0;
  };`;

// Runs before the page's scripts: from `stopClocks` on, clocks and timers stand still, but where time is let go by.
// Between two timers the page draws as it always does.
const TIMERS = `
  const real = { now: Date.now, steady: performance.now.bind(performance), clear: clearTimeout.bind(window) };
  let clocks;
  Date.now = () => clocks?.system ?? real.now();
  performance.now = () => clocks?.steady ?? real.steady();
  window.stopClocks = () => (clocks = { system: real.now(), steady: real.steady() });
  const timers = new Map();
  let lastId = 0;
  const add = (again, add) => (run, ms = 0, ...args) => {
    if (!clocks) return add(run, ms, ...args);
    timers.set(--lastId, { run: () => run(...args), ms, again, due: clocks.steady + ms });
    return lastId;
  };
  window.setInterval = add(true, setInterval);
  window.setTimeout = add(false, setTimeout);
  window.clearInterval = window.clearTimeout = (id) => timers.delete(id) || real.clear(id);
  const { port1, port2 } = new MessageChannel();
  let goOn;
  port1.onmessage = () => goOn();
  const drawn = () => new Promise((resolve) => {
    goOn = resolve;
    port2.postMessage(null);
  });
  window.countTimers = () => timers.size;
  window.letPass = async (ms) => {
    const end = clocks.steady + ms;
    for (let nRun = 0; ; nRun++) {
      const [first] = [...timers].filter(([, it]) => it.due <= end).sort(([, one], [, other]) => one.due - other.due);
      const due = first?.[1].due ?? end;
      clocks.system += due - clocks.steady;
      clocks.steady = due;
      if (!first) return nRun;
      const [id, timer] = first;
      if (timer.again) timer.due += Math.max(timer.ms, 1);
      else timers.delete(id);
      timer.run();
      await drawn();
    }
  };`;

/** Opens a page of which everything is counted. */
async function openCounted(at, page, ...scripts) {
  await at.preload([COUNT, ...scripts].map((it) => `{${it}}`).join("\n"));
  return new Widget(at).openPage(page);
}

/** Sees that what there is after something is not more than before it. */
async function staysFlat(at, browser, run, leeway = LEEWAY.others) {
  const count = async () => ({
    listeners: await at.driver.executeScript("return countListeners()"),
    ...(await figures(at, browser)),
  });
  const before = await count();
  await run();
  const after = await count();
  const said = Object.keys(before).map((it) => `${it}: ${before[it]}, then ${after[it]}`).join("; ");
  at.t.diagnostic(said);
  assert.equal(after.listeners, before.listeners, said);
  assert.ok(after.wasm <= before.wasm + WASM_PAGE, said);
  for (const [name, value] of Object.entries(after)) {
    assert.ok(value <= (leeway[name] ?? leeway.others) * before[name], `${name}: ${said}`);
  }
}

inEachBrowser((test, browser) => {
  const alone = test.alone("Chromium alone tells how much memory and how many nodes there are.");

  alone(`${N_STEPS.all} steps back and forth`, async (at) => {
    const widget = await openCounted(at, { attributes: ASKING }, WALK);
    const walk = () => widget.inPage("return walk(host, args[0])", N_STEPS.atOnce);
    const rounds = N_STEPS.all / N_STEPS.atOnce;
    // By then it has planned and drawn all that there is.
    await walk();
    const changes = [];
    await staysFlat(at, browser, async () => {
      for (let n = 0; n < rounds; n++) changes.push(await walk());
    }, LEEWAY.steps);
    at.t.diagnostic(`changes of a step, round by round: ${changes.map((it) => it.toFixed(1)).join(", ")}`);
    assert.ok(changes.at(-1) <= LEEWAY.steps.others * changes[0], "a step is no more work in the end");
  }, LONG);

  const { [browser]: nMounts = N_MOUNTS.others, atOnce: mountsAtOnce } = N_MOUNTS;
  test(`${nMounts} widgets, one after the other`, async (at) => {
    const widget = await openCounted(at, { attributes: ASKING }, MOUNT);
    const mount = () => widget.inPage("return mount(...args)", { guide: GUIDE.id }, mountsAtOnce);
    for (let n = 0; n < 2; n++) await mount();
    await staysFlat(at, browser, async () => {
      for (let n = 0; n < nMounts / mountsAtOnce; n++) await mount();
    });
  }, LONG);

  alone(`${N_WIDGETS} widgets beside each other`, async (at) => {
    const more = `<fault-finder ${ASKING}></fault-finder>`.repeat(N_WIDGETS - 1);
    const widget = await openCounted(at, { attributes: ASKING, end: more }, WALK);
    const walkAll = () => widget.inPage(
      "return Promise.all([...document.querySelectorAll('fault-finder')].map((it) => walk(it, args[0])))",
      1,
    );
    assert.equal((await walkAll()).length, N_WIDGETS);
    await staysFlat(at, browser, async () => {
      for (let n = 0; n < 3; n++) await walkAll();
    });
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });

  alone("half an hour of a countdown, after another", async (at) => {
    const widget = await openCounted(at, { attributes: ARTICLE }, TIMERS);
    await widget.walkTo(WAITING.id);
    // By scripts alone: a driver keeps each node that it has pressed.
    const halfAnHour = async () => {
      await widget.startWait();
      const nTicks = await widget.inPage(`return letPass(${WAITING.wait.minutes} * 60_000)`);
      await widget.stopWait();
      return nTicks;
    };
    await widget.inPage("stopClocks()");
    await halfAnHour();
    const timers = await widget.inPage("return countTimers()");
    let nTicks;
    await staysFlat(at, browser, async () => (nTicks = await halfAnHour()));
    at.t.diagnostic(`${nTicks} ticks`);
    assert.ok(nTicks >= WAITING.wait.minutes * 60, "a tick a second");
    assert.equal(await widget.inPage("return countTimers()"), timers);
  }, LONG);
});
