// Starts Chromium and Firefox as the tests need them. CHROME, CHROMEDRIVER, FIREFOX and GECKODRIVER name other programs
// than those that the system has.

import { readFileSync } from "node:fs";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { onPath } from "./program.mjs";

/** How large windows are, but for tests that need another size. */
export const WINDOW = { width: 1100, height: 900 };

// What Chromium needs here, which the tests in WebAssembly take from the same place.
const CAPABILITIES = JSON.parse(readFileSync(new URL("../../../webdriver.json", import.meta.url), "utf8"));
export const CHROMIUM_ARGS = [
  ...CAPABILITIES["goog:chromeOptions"].args,
  `--window-size=${WINDOW.width},${WINDOW.height}`,
  // A page of a test lives for a second. To optimise its WebAssembly in that time takes more than it saves.
  "--js-flags=--liftoff-only",
];

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
  options.addArguments("-headless", `--width=${WINDOW.width}`, `--height=${WINDOW.height}`);
  // As in Chromium.
  options.setPreference("javascript.options.wasm_optimizingjit", false);
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  options.setBinary(process.env.FIREFOX ?? "/usr/bin/firefox-esr");
  options.enableBidi();
  const driver = process.env.GECKODRIVER ?? onPath("geckodriver");
  const service = new firefox.ServiceBuilder(driver).addArguments(...driverArgs);
  return new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
}
