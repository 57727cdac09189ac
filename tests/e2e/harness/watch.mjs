// Watches Chromium and Firefox: their console, the requests of their pages, and what runs before the pages' own scripts.

import { logging } from "selenium-webdriver";
import { bidiSender } from "./bidi.mjs";

// What comes from the drivers' own scripts: Chromium's says this where a page has ended before it could look at it, and
// that of Firefox 140 also in pages that have no script at all.
const BY_THE_DRIVER = [
  /^javascript \d+:\d+ Uncaught CloseError: Target\./,
  /^error: Error: Permission denied to access property "length"$/,
];

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
    // Firefox 140 may also run it among the globals of the page before, with the window of this one.
    const functionDeclaration = `() => { if (document !== window.document) return; ${body} }`;
    const { script } = await send("script.addPreloadScript", { functionDeclaration });
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
      const ofPages = [...texts, ...bad].filter((it) => !BY_THE_DRIVER.some((its) => its.test(it)));
      const seen = { console: ofPages, urls };
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
