// Starts the real browsers, and sees in each that no test leaves words on the console or sends requests elsewhere.
// BROWSERS names some of them where it is not to be all, as in "Chromium WebKitGTK". CHROME, CHROMEDRIVER, FIREFOX and
// GECKODRIVER name other programs than those that the system has.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { bidiSender } from "./bidi.mjs";
import { note, noted } from "./checked.mjs";
import { WATCH } from "./host-page.mjs";
import { onPath } from "./program.mjs";
import { startServer } from "./server.mjs";
import { startWebKit } from "./webkit.mjs";
import { watchWebKit } from "./webkit-watch.mjs";

// What Chromium needs here, which the tests in WebAssembly take from the same place.
const CAPABILITIES = JSON.parse(readFileSync(new URL("../../webdriver.json", import.meta.url), "utf8"));
export const CHROMIUM_ARGS = [...CAPABILITIES["goog:chromeOptions"].args, "--window-size=1100,900"];

// What the script says that Chromium's driver runs beside the pages, where a page has ended before it could look at it.
const BY_THE_DRIVER = /^javascript \d+:\d+ Uncaught CloseError: Target\./;

// A page from the network can not ask for files; one that is a file may ask for those beside it.
const OWN_PROTOCOLS = ["data:", "blob:", "about:", "file:"];

const CHROMIUM = { name: "Chromium", start: startChromium, watch: watchByBidi };
const BROWSERS = [
  CHROMIUM,
  { name: "Firefox", start: startFirefox, watch: watchByBidi },
  { name: "WebKitGTK", start: startWebKit, watch: watchWebKit },
];
const CHOSEN = BROWSERS.filter((it) => process.env.BROWSERS?.split(" ").includes(it.name) ?? true);
assert.ok(CHOSEN.length > 0, `BROWSERS may name ${BROWSERS.map((it) => it.name).join(", ")}`);

/**
 * Runs the tests that `define` names in each browser, the browsers side by side. `define` gets a function like `test`
 * and the browser's name; what that function runs gets `driver`, `server`, `elsewhere` (a server of another site that
 * pages may ask as well), `t`, and `preload` and `seen` of the watch. With `networkErrors`, the console may tell of
 * failed loads; with `expected`, it may also say what that matches; `timeout` is in milliseconds.
 */
export function inEachBrowser(define) {
  describe("in each browser", { concurrency: CHOSEN.length }, () => {
    for (const browser of CHOSEN) inBrowser(browser, define);
  });
}

/** Runs tests as `inEachBrowser` does, but only in a Chromium that is started with these arguments as well. */
export function inChromiumWith(args, name, define) {
  if (CHOSEN.includes(CHROMIUM)) inBrowser({ ...CHROMIUM, name, start: () => startChromium(args) }, define);
}

/** The same in one browser: its `name`, how to `start` it, and how to `watch` it. */
export function inBrowser(browser, define) {
  describe(browser.name, { concurrency: 1 }, () => {
    const it = {};
    before(async () => {
      it.server = await startServer();
      it.elsewhere = await startServer("localhost");
      Object.assign(it, await startWatched(browser));
      note({ browser: browser.name, version: (await it.driver.getCapabilities()).getBrowserVersion() });
    });
    after(async () => {
      // First what cannot fail: where the browser has ended by itself, it does not quit.
      await it.server?.close();
      await it.elsewhere?.close();
      await it.driver?.quit();
    });
    const testInIt = (name, run, { timeout = 120_000, ...options } = {}) =>
      test(`${browser.name}: ${name}`, { timeout }, (t) => noted(browser.name, () => runFresh({ ...it, t }, run, options)));
    define(testInIt, browser.name);
  });
}

/**
 * Starts a browser, and what watches it. A driver looks for a free port and takes it a moment later; where another
 * program was faster, it is started anew.
 */
async function startWatched(browser, attempts = 3) {
  const driver = await browser.start();
  try {
    return { driver, watch: await browser.watch(driver) };
  } catch (error) {
    await driver.quit();
    if (attempts === 1) throw error;
    return startWatched(browser, attempts - 1);
  }
}

/** Runs one test on a browser that remembers nothing, and looks at what it left on the console and the network. */
async function runFresh({ driver, server, elsewhere, watch, t }, run, { networkErrors = false, expected }) {
  server.clear();
  elsewhere.clear();
  await watch.forget();
  server.route("/blank.html", `<!doctype html><title>Blank</title><link rel="icon" href="data:,">`);
  await driver.get(`${server.origin}/blank.html`);
  await driver.executeScript("localStorage.clear()");
  await watch.preload(WATCH);
  await watch.seen();
  await run({ driver, server, elsewhere, t, preload: watch.preload, seen: watch.seen });
  const { console, urls } = await watch.seen();
  const foreign = urls.filter((it) => !isOwn(it, [server.origin, elsewhere.origin]));
  assert.deepEqual(foreign, [], "requests that left the page's own origin");
  const isExpected = (it) => (networkErrors && isLoadError(it)) || expected?.test(it);
  assert.deepEqual(console.filter((it) => !isExpected(it)), [], "words on the console");
}

function isLoadError(text) {
  return text.includes("Failed to load resource");
}

/**
 * Listens to the console and the network by WebDriver BiDi. Chromium leaves loads that failed and broken policies out
 * of that and has them in its log, so the log is read as well.
 */
export async function watchByBidi(driver) {
  const bidi = await driver.getBidi();
  const hasLog = (await driver.getCapabilities()).getBrowserName() !== "firefox";
  let preloaded = [];
  let texts = [];
  let urls = [];
  let onSentinel = () => {};
  bidi.on("log.entryAdded", ({ level, text }) => {
    if (text === "sentinel") return onSentinel();
    if (level === "warn" || level === "error") texts.push(`${level}: ${text}`);
  });
  bidi.on("network.beforeRequestSent", ({ request }) => urls.push(request.url));
  await bidi.subscribe("log.entryAdded");
  await bidi.subscribe("network.beforeRequestSent");

  const send = await bidiSender(driver);
  /** Runs a function in each page from now on, before the page's own scripts. */
  const preload = async (body) => {
    const { script } = await send("script.addPreloadScript", { functionDeclaration: `() => {${body}}` });
    preloaded.push(script);
  };
  const log = () => driver.manage().logs().get(logging.Type.BROWSER);
  return {
    preload,
    /** What was on the console and which requests were sent since this was asked last. */
    async seen() {
      // What the console said before this has arrived when this arrives.
      const arrived = new Promise((resolve) => (onSentinel = resolve));
      await driver.executeScript("console.debug('sentinel')");
      await arrived;
      const entries = hasLog ? await log() : [];
      const bad = entries.filter((it) => it.level.value >= logging.Level.WARNING.value).map((it) => it.message);
      const seen = { console: [...texts, ...bad.filter((it) => !BY_THE_DRIVER.test(it))], urls };
      [texts, urls] = [[], []];
      return seen;
    },
    /** Runs no function any more that was given before. */
    async forget() {
      for (const script of preloaded) await send("script.removePreloadScript", { script });
      preloaded = [];
    },
  };
}

function isOwn(url, origins) {
  return origins.some((it) => url.startsWith(`${it}/`)) || OWN_PROTOCOLS.includes(new URL(url).protocol);
}

/** Starts a Chromium with these arguments more, in this environment; see startFirefox. */
export function startChromium(args = [], env = process.env) {
  const options = new chrome.Options();
  options.addArguments(...CHROMIUM_ARGS, ...args);
  options.setBinaryPath(process.env.CHROME ?? "/usr/bin/chromium");
  options.enableBidi();
  const prefs = new logging.Preferences();
  prefs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(prefs);
  const driver = process.env.CHROMEDRIVER ?? onPath("chromedriver");
  const service = new chrome.ServiceBuilder(driver).setEnvironment(env);
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/**
 * Starts a Firefox with these preferences, whose driver gets these arguments; whoever starts one more than the tests
 * have quits it.
 */
export function startFirefox(preferences = {}, driverArgs = []) {
  const options = new firefox.Options();
  options.addArguments("-headless", "--width=1100", "--height=900");
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  options.setBinary(process.env.FIREFOX ?? "/usr/bin/firefox-esr");
  options.enableBidi();
  const driver = process.env.GECKODRIVER ?? onPath("geckodriver");
  const service = new firefox.ServiceBuilder(driver).addArguments(...driverArgs);
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}
