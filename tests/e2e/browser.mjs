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
 * and the browser's name; what that runs gets `driver`, `server`, `t` and `preload`. With `networkErrors`, the console
 * may tell of failed loads, and with `remark`, a pattern, of what the browser itself has to say of the page.
 */
export function inEachBrowser(define) {
  describe("in each browser", { concurrency: BROWSERS.length }, () => {
    for (const browser of BROWSERS) {
      describe(browser.name, { concurrency: 1 }, () => {
        const it = {};
        before(async () => {
          it.server = await startServer();
          it.driver = await browser.start();
          it.watch = await watch(it.driver, it.server.origin);
        });
        after(async () => {
          await it.driver?.quit();
          await it.server?.close();
        });
        const named = (name, run, options = {}) =>
          test(`${browser.name}: ${name}`, { timeout: 120_000 }, (t) => runFresh({ ...it, t }, run, options));
        define(named, browser.name);
      });
    }
  });
}

/** Runs one test on a browser that remembers nothing, and looks at what it left on the console and the network. */
async function runFresh({ driver, server, watch, t }, run, { networkErrors = false, remark }) {
  server.clear();
  server.route("/blank.html", `<!doctype html><title>Blank</title><link rel="icon" href="data:,">`);
  await driver.get(`${server.origin}/blank.html`);
  await driver.executeScript("localStorage.clear()");
  await watch.start();
  try {
    await run({ driver, server, t, preload: watch.preload });
    const { console, foreign } = await watch.seen();
    assert.deepEqual(foreign, [], "requests that left the page's own origin");
    const isExpected = (it) => (networkErrors && isLoadError(it)) || remark?.test(it);
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
async function watch(driver, origin) {
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
      return { console: [...texts, ...bad], foreign: urls.filter((it) => !isOwn(it, origin)) };
    },
    async end() {
      for (const script of preloaded) await send("script.removePreloadScript", { script });
      preloaded = [];
    },
  };
}

function isOwn(url, origin) {
  return url.startsWith(`${origin}/`) || ["data:", "blob:", "about:"].includes(new URL(url).protocol);
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

/** Starts Firefox, with these preferences more. */
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
