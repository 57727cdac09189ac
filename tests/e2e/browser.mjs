// Starts both real browsers, and sees in each that no test leaves words on the console or sends requests elsewhere.
// CHROME, CHROMEDRIVER, FIREFOX and GECKODRIVER name other programs than those that the system has.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { WATCH } from "./host-page.mjs";
import { startServer } from "./server.mjs";

const CHROMIUM_ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--window-size=1100,900",
];

const BROWSERS = [
  { name: "Chromium", start: startChromium },
  { name: "Firefox", start: startFirefox },
];

/**
 * Runs the tests that `define` names in each browser, the browsers side by side. `define` gets a function like `test`
 * and the browser's name; what that function runs gets `driver`, `server`, `elsewhere` (a server of another site that
 * pages may ask as well), `t` and `preload`. With `networkErrors`, the console may tell of failed loads; with
 * `expected`, it may also say what that matches.
 */
export function inEachBrowser(define) {
  describe("in each browser", { concurrency: BROWSERS.length }, () => {
    for (const browser of BROWSERS) {
      describe(browser.name, { concurrency: 1 }, () => {
        const it = {};
        before(async () => {
          it.server = await startServer();
          it.elsewhere = await startServer("localhost");
          Object.assign(it, await startWatched(browser, [it.server.origin, it.elsewhere.origin]));
        });
        after(async () => {
          await it.driver?.quit();
          await it.server?.close();
          await it.elsewhere?.close();
        });
        const testInIt = (name, run, options = {}) =>
          test(`${browser.name}: ${name}`, { timeout: 120_000 }, (t) => runFresh({ ...it, t }, run, options));
        define(testInIt, browser.name);
      });
    }
  });
}

/**
 * Starts a browser, and what watches it. A driver looks for a free port and takes it a moment later; where another
 * program was faster, it is started anew.
 */
async function startWatched(browser, origins, attempts = 3) {
  const driver = await browser.start();
  try {
    return { driver, watch: await watch(driver, origins) };
  } catch (error) {
    await driver.quit();
    if (attempts === 1) throw error;
    return startWatched(browser, origins, attempts - 1);
  }
}

/** Runs one test on a browser that remembers nothing, and looks at what it left on the console and the network. */
async function runFresh({ driver, server, elsewhere, watch, t }, run, { networkErrors = false, expected }) {
  server.clear();
  elsewhere.clear();
  server.route("/blank.html", `<!doctype html><title>Blank</title><link rel="icon" href="data:,">`);
  await driver.get(`${server.origin}/blank.html`);
  await driver.executeScript("localStorage.clear()");
  await watch.start();
  try {
    await run({ driver, server, elsewhere, t, preload: watch.preload });
    const { console, foreign } = await watch.seen();
    assert.deepEqual(foreign, [], "requests that left the page's own origin");
    const isExpected = (it) => (networkErrors && isLoadError(it)) || expected?.test(it);
    assert.deepEqual(console.filter((it) => !isExpected(it)), [], "words on the console");
  } finally {
    await watch.end();
  }
}

function isLoadError(text) {
  return text.includes("Failed to load resource");
}

/**
 * Listens to the console and the network by WebDriver BiDi. Chromium leaves loads that failed and broken policies out
 * of that and has them in its log, so the log is read as well.
 */
async function watch(driver, origins) {
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

  const send = async (method, params) => {
    const answer = await bidi.send({ method, params });
    assert.equal(answer.type, "success", JSON.stringify(answer));
    return answer.result;
  };
  /** Runs a function in each page from now on, before the page's own scripts. */
  const preload = async (body) => {
    const { script } = await send("script.addPreloadScript", { functionDeclaration: `() => {${body}}` });
    preloaded.push(script);
  };
  const log = () => driver.manage().logs().get(logging.Type.BROWSER);
  return {
    preload,
    async start() {
      if (hasLog) await log();
      await preload(WATCH);
      texts = [];
      urls = [];
    },
    async seen() {
      // What the console said before this has arrived when this arrives.
      const arrived = new Promise((resolve) => (onSentinel = resolve));
      await driver.executeScript("console.debug('sentinel')");
      await arrived;
      const entries = hasLog ? await log() : [];
      const bad = entries.filter((it) => it.level.value >= logging.Level.WARNING.value).map((it) => it.message);
      return { console: [...texts, ...bad], foreign: urls.filter((it) => !isOwn(it, origins)) };
    },
    async end() {
      for (const script of preloaded) await send("script.removePreloadScript", { script });
      preloaded = [];
    },
  };
}

function isOwn(url, origins) {
  return origins.some((it) => url.startsWith(`${it}/`)) || ["data:", "blob:", "about:"].includes(new URL(url).protocol);
}

function startChromium() {
  const options = new chrome.Options();
  options.addArguments(...CHROMIUM_ARGS);
  options.setBinaryPath(process.env.CHROME ?? "/usr/bin/chromium");
  options.enableBidi();
  const prefs = new logging.Preferences();
  prefs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(prefs);
  const driver = process.env.CHROMEDRIVER ?? onPath("chromedriver");
  const service = new chrome.ServiceBuilder(driver);
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}

/** Starts a Firefox with these preferences; whoever starts one more than the tests have quits it. */
export function startFirefox(preferences = {}) {
  const options = new firefox.Options();
  options.addArguments("-headless", "--width=1100", "--height=900");
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  options.setBinary(process.env.FIREFOX ?? "/usr/bin/firefox-esr");
  options.enableBidi();
  const driver = process.env.GECKODRIVER ?? onPath("geckodriver");
  const service = new firefox.ServiceBuilder(driver);
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}

/** Where a program is, so that Selenium never looks for one to download. */
function onPath(name) {
  const folders = (process.env.PATH ?? "").split(":");
  const found = folders.map((it) => join(it, name)).find((it) => existsSync(it));
  assert.ok(found, `${name} is not on the PATH`);
  return found;
}
