// One visit to a page: its first load, what its answers take, what it keeps in memory, and how it loads again.

import { FLOW } from "#flow";
import { newProfile, openBlank } from "./chromium.mjs";

// As many as the shortest flow has.
const N_ANSWERS = FLOW.steps.length;
// What a page still does after its first step belongs to the load.
const REST_MS = 500;
// A person reads before they answer; an idle page may prepare meanwhile.
const READING_MS = 100;
const MEGABYTE = 1_000_000;
const LIMIT_MS = 60_000;

/** Measures one visit. What could not be measured is missing, and `faults` says why. */
export async function visit(browser, server, page, condition) {
  const profile = await newProfile(browser);
  const measured = { faults: [] };
  try {
    await measure(measured, profile, server, page, condition);
    measured.hasty = await hasty(browser, server, page, condition);
  } catch (error) {
    measured.faults.push(error.message.split("\n")[0]);
  } finally {
    await profile.close();
  }
  return measured;
}

async function measure(measured, profile, server, page, condition) {
  server.sent();
  const opened = await load(profile, server, page, condition, measured.faults);
  const sent = server.sent();
  measured.bytes = sent.reduce((sum, it) => sum + it.bytes, 0);
  measured.faults.push(...sent.filter((it) => it.status >= 400).map((it) => `${it.status}: ${it.path}`));
  Object.assign(measured, await atRest(opened));
  const restedAt = await opened.tab.evaluate(() => performance.now());
  measured.answers = await walk(opened.tab, page.answers);
  measured.longestTaskOfAnswers = await longest(opened.tab, restedAt);
  // A page that goes on where the person was would begin at another step.
  await opened.cdp.send("Storage.clearDataForOrigin", { origin: server.origin, storageTypes: "local_storage" });
  await opened.tab.close();
  // The first time a script comes from the cache it is compiled once more; the second time that is kept as well.
  for (let n = 0; n < 2; n++) {
    const again = await load(profile, server, page, condition, measured.faults);
    measured.repeat = again.firstStep;
    await again.tab.close();
  }
}

/** When who answers at once has the next step, at a first visit. */
async function hasty(browser, server, page, condition) {
  const profile = await newProfile(browser);
  try {
    const { tab } = await open(profile, server, page, condition, []);
    return await within(LIMIT_MS, "the next step", tab.evaluate(() => window.bench.hurry()));
  } finally {
    await profile.close();
  }
}

/** Opens the page, and does not wait for it. */
async function open(profile, server, page, condition, faults) {
  const opened = await openBlank(profile, page, condition, faults);
  await opened.tab.goto(`${server.origin}/${page.name}/`, { waitUntil: "commit", timeout: LIMIT_MS });
  return opened;
}

/** Opens the page, and waits until its first step can be used and what it does then is done. */
async function load(profile, server, page, condition, faults) {
  const opened = await open(profile, server, page, condition, faults);
  const used = await within(LIMIT_MS, "the first step", opened.tab.evaluate(() => window.bench.used));
  await within(LIMIT_MS, "all of it", opened.tab.evaluate(() => window.bench.there));
  await opened.tab.waitForTimeout(REST_MS);
  const firstPaint = await opened.tab.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  );
  // What could be hit before anything was painted could not be seen yet.
  return { ...opened, firstPaint, firstStep: Math.max(used, firstPaint ?? 0) };
}

/** What the load has taken, and what is kept of it. */
async function atRest({ tab, cdp, nRequests, firstPaint, firstStep }) {
  const requests = nRequests();
  const { ScriptDuration } = await metrics(cdp);
  const longestTask = await longest(tab, 0);
  await cdp.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize } = await metrics(cdp);
  const memory = { heap: JSHeapUsedSize / MEGABYTE, wasm: (await wasmBytes(cdp)) / MEGABYTE };
  return { requests, firstPaint, firstStep, script: 1000 * ScriptDuration, longestTask, ...memory };
}

async function metrics(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map((it) => [it.name, it.value]));
}

/** All memory of WebAssembly in the page, which is no part of the heap of JavaScript. */
async function wasmBytes(cdp) {
  const { result } = await cdp.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await cdp.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const functionDeclaration = "function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0) }";
  const call = { objectId: objects.objectId, functionDeclaration, returnByValue: true };
  return (await cdp.send("Runtime.callFunctionOn", call)).result.value;
}

/** The longest task since then, in milliseconds; 0 where none took the 50 ms from which on Chromium tells. */
function longest(tab, since) {
  const evaluated = (from) =>
    Math.max(0, ...window.bench.tasks.filter((it) => it.startTime >= from).map((it) => it.duration));
  return tab.evaluate(evaluated, since);
}

/** Answers at each step that nothing has helped; gives how long each answer took. */
async function walk(tab, answers) {
  const took = [];
  for (let n = 0; n < N_ANSWERS; n++) took.push(await press(tab, answers));
  return took;
}

/** Presses the button of these names with the mouse, and gives how long it took until the frame after. */
export async function press(tab, names) {
  await tab.waitForTimeout(READING_MS);
  const { x, y } = await tab.evaluate((it) => window.bench.aim(it), names);
  // Frames come at fixed times, clicks do not.
  await tab.waitForTimeout(17 * Math.random());
  await tab.mouse.click(x, y);
  return within(LIMIT_MS, names.join(), tab.evaluate(() => window.bench.turned));
}

function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
