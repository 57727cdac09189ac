// Starts Chromium, and opens pages in it as if it were another device in another network.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { watch } from "./in-page.mjs";

// What Chromium needs here, which the tests take from the same place.
const CAPABILITIES = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"));
const ARGS = CAPABILITIES["goog:chromeOptions"].args;

/** The size of a phone's window, in which every page has its answers in a few strokes of a thumb. */
const WINDOW = { width: 412, height: 915 };

/** The conditions under which every page is measured: how many times slower the CPU is, and what the network does. */
export const CONDITIONS = {
  slow: { label: "Slow phone", slowdown: 6, bitsPerSecond: 1_600_000, msPerRequest: 150 },
  unthrottled: { label: "Unthrottled", slowdown: 1 },
};

/** Starts the browser that CHROME names, or the system's. */
export function startChromium() {
  return chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", headless: true, args: ARGS });
}

/** A profile that has seen nothing yet. */
export function newProfile(browser) {
  return browser.newContext({ viewport: WINDOW, colorScheme: "light" });
}

/** Opens an empty page under a condition, with what watches `page` in it. What goes wrong there goes to `faults`. */
export async function openBlank(profile, page, { slowdown, bitsPerSecond, msPerRequest }, faults) {
  const tab = await profile.newPage();
  let nRequests = 0;
  tab.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  tab.on("console", (it) => it.type() === "error" && faults.push(`console: ${it.text()}`));
  tab.on("requestfailed", (it) => faults.push(`failed: ${it.url()}`));
  tab.on("request", (it) => {
    if (it.url().startsWith("http")) nRequests++;
  });
  const { host, heading, buttons, answers } = page;
  await tab.addInitScript(watch, { host, heading, buttons, answers });
  const cdp = await profile.newCDPSession(tab);
  await cdp.send("Performance.enable");
  if (slowdown > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (bitsPerSecond) {
    await cdp.send("Network.enable");
    const bytesPerSecond = bitsPerSecond / 8;
    const network = { latency: msPerRequest, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond / 2 };
    await cdp.send("Network.emulateNetworkConditions", { offline: false, ...network });
  }
  return { tab, cdp, nRequests: () => nRequests };
}
