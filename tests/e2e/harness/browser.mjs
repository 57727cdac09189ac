// Runs tests in the real browsers, and sees in each that no test leaves words on the console or sends requests elsewhere.
// BROWSERS names some of them where it is not to be all, as in "Chromium WebKitGTK".

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { note, noted, testFile } from "./checked.mjs";
import { WATCH } from "./host-page.mjs";
import { quit } from "./quit.mjs";
import { startServer } from "./server.mjs";
import { startChromium, startFirefox, WINDOW } from "./start.mjs";
import { timed } from "./time.mjs";
import { watchByBidi } from "./watch.mjs";
import { startWebKit } from "./webkit.mjs";
import { watchWebKit } from "./webkit-watch.mjs";

// A page from the network can not ask for files; one that is a file may ask for those beside it.
const OWN_PROTOCOLS = ["data:", "blob:", "about:", "file:"];

const CHROMIUM = { name: "Chromium", start: () => startChromium(), watch: watchByBidi };
const BROWSERS = [
  CHROMIUM,
  { name: "Firefox", start: () => startFirefox(), watch: watchByBidi },
  { name: "WebKitGTK", start: startWebKit, watch: watchWebKit },
];
const CHOSEN = BROWSERS.filter((it) => process.env.BROWSERS?.split(" ").includes(it.name) ?? true);
assert.ok(CHOSEN.length > 0, `BROWSERS may name ${BROWSERS.map((it) => it.name).join(", ")}`);

/** The browsers that are running, by key: tests of this process share them, and one that fails leaves none to the next. */
const running = new Map();
const endAll = () => Promise.all([...running.keys()].map(end));
after(endAll);
// A run that is broken off leaves no browser behind, which would slow down the next one.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => endAll().finally(() => process.exit(1)));

/**
 * Runs the tests that `define` names in each browser, the browsers side by side. `define` gets a function like `test`
 * and the browser's name; of the former, `alone(why)` is one for tests that are for Chromium alone. What these run gets
 * `driver`, `server`, `elsewhere` (a server of another site that pages may ask as well), `t`, `preload` and `seen` of
 * the watch, and `resize`, which gives the window another size until the test has ended. With `networkErrors`, the
 * console may tell of failed loads; with `expected`, it may also say what that matches; `timeout` is in milliseconds.
 * With `fresh`, the browser is one that has been nowhere: the history of a window has an end. With `last`, it comes to
 * no test after this one, which has spoilt it.
 */
export function inEachBrowser(define) {
  inBrowsers(CHOSEN, define);
}

/** The same in Chromium alone. `why` says what makes one browser enough, or the others unfit. */
export function inChromiumAlone(why, define) {
  inBrowsers(CHOSEN.filter((it) => it === CHROMIUM), (test, name) => define(test.alone(why), name));
}

/** The same in a Chromium that is started with these arguments as well. */
export function inChromiumWith(args, name, define) {
  const browser = { ...CHROMIUM, name, key: `${name} ${args.join(" ")}`, start: () => startChromium(args) };
  if (CHOSEN.includes(CHROMIUM)) inBrowser(browser, define);
}

/** Runs tests that need no browser, once in a run. */
export function inNoBrowser(define) {
  if (!CHOSEN.includes(CHROMIUM)) return;
  const file = testFile();
  define((name, run) => test(name, (t) => noted({ file, browser: "no browser", name }, () => run({ t }))));
}

function inBrowsers(browsers, define) {
  if (browsers.length === 0) return;
  describe("in each browser", { concurrency: browsers.length }, () => {
    for (const browser of browsers) inBrowser(browser, define);
  });
}

/** The same in one browser: its `name`, its `key` where others have that name, how to `start` it, and to `watch` it. */
export function inBrowser(browser, define) {
  const { name: browserName, key = browserName } = browser;
  const file = testFile();
  describe(browserName, { concurrency: 1 }, () => {
    const servers = {};
    before(async () => {
      servers.server = await startServer();
      servers.elsewhere = await startServer("localhost");
    });
    after(async () => {
      await servers.server?.close();
      await servers.elsewhere?.close();
    });
    const runIn = async (t, run, { timeout = 120_000, fresh = false, last = false, ...options } = {}) => {
      if (fresh) await end(key);
      if (!running.has(key)) running.set(key, startWatched(browser));
      try {
        await inTime(timeout, runFresh({ ...(await running.get(key)), ...servers, t }, run, options));
        if (last) await end(key);
      } catch (error) {
        // What it has left, and what it may still be doing, is no matter of the next test.
        await end(key);
        throw error;
      }
    };
    const testFor = (why) => (name, run, options) =>
      test(`${browserName}: ${name}`, (t) => noted({ file, browser: browserName, name, why }, () => runIn(t, run, options)));
    const alone = (why) => {
      assert.ok(why);
      return browserName === CHROMIUM.name ? testFor(why) : () => {};
    };
    define(Object.assign(testFor(), { alone }), browserName);
  });
}

async function end(key) {
  const ending = running.get(key);
  running.delete(key);
  // Where it has not started, or has ended by itself, there is nothing to quit.
  await ending?.then(({ driver }) => quit(driver)).catch(() => {});
}

async function inTime(ms, running) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it has taken more than ${ms / 1000} s`)), ms);
  });
  try {
    await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts a browser, and what watches it. A driver looks for a free port and takes it a moment later; where another
 * program was faster, it is started anew.
 */
async function startWatched(browser, attempts = 3) {
  let driver;
  try {
    driver = await timed("starting", browser.start);
    const watch = await browser.watch(driver);
    note({ browser: browser.name, version: (await driver.getCapabilities()).getBrowserVersion() });
    return { driver, watch };
  } catch (error) {
    await driver?.quit();
    if (attempts === 1) throw error;
    return startWatched(browser, attempts - 1);
  }
}

/** Runs one test on a browser that remembers nothing, and looks at what it left on the console and the network. */
// Most pages of these tests have no plain guide; hosts/advice.test.mjs looks at what is said of that.
const ADVICE = /Fault Finder: there is no plain guide inside/;

async function runFresh({ driver, server, elsewhere, watch, t }, run, { networkErrors = false, expected }) {
  await timed("making room", async () => {
    server.clear();
    elsewhere.clear();
    await watch.forget();
    server.route("/blank.html", `<!doctype html><title>Blank</title><link rel="icon" href="data:,">`);
    await driver.get(`${server.origin}/blank.html`);
    await driver.executeScript("localStorage.clear()");
    await watch.preload(WATCH);
    await watch.seen();
  });
  let isResized = false;
  const setSize = (size) => driver.manage().window().setRect(size);
  const resize = (width, height) => {
    isResized = true;
    return setSize({ width, height });
  };
  await run({ driver, server, elsewhere, t, resize, preload: watch.preload, seen: watch.seen });
  await timed("making room", async () => {
    const { console, urls } = await watch.seen();
    if (isResized) await setSize(WINDOW);
    const foreign = urls.filter((it) => !isOwn(it, [server.origin, elsewhere.origin]));
    assert.deepEqual(foreign, [], "requests that left the page's own origin");
    const isExpected = (it) => (networkErrors && isLoadError(it)) || ADVICE.test(it) || expected?.test(it);
    assert.deepEqual(console.filter((it) => !isExpected(it)), [], "words on the console");
  });
}

function isLoadError(text) {
  return text.includes("Failed to load resource");
}

function isOwn(url, origins) {
  return origins.some((it) => url.startsWith(`${it}/`)) || OWN_PROTOCOLS.includes(new URL(url).protocol);
}
