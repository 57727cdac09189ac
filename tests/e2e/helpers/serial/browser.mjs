// Chromium with Bluetooth: its real code for it, which finds a BlueZ of ours, and its real chooser.

import { inBrowser } from "../../harness/browser.mjs";
import { startChromium } from "../../harness/start.mjs";
import { watchByBidi } from "../../harness/watch.mjs";
import { startBluez } from "./bluez.mjs";
import { Chooser, CHOOSER_ARGS } from "./chooser.mjs";

const ARGS = [...CHOOSER_ARGS, "--enable-blink-features=WebBluetooth"];
const WITHOUT_SERIAL = "--disable-blink-features=Serial";
// In another language, the buttons of the chooser would have other names.
const ENGLISH = { LC_ALL: "C.UTF-8", LANGUAGE: "en" };

/**
 * Clicks on an element as a person does, who holds the button down for a moment. Chromium shows its chooser only after
 * a press. The process of the page tells the one of the browser of the press and of the wish for a chooser by two ways;
 * where both are sent at once, the wish may come first: then no chooser is shown, as if nothing had been chosen.
 */
export async function press(driver, element) {
  await driver.actions().move({ origin: element }).press().perform();
  await driver.actions().release().perform();
}

/**
 * Runs the tests that `define` names in a browser of their own; see inEachBrowser for what they get. Beside that they
 * get `bluez`, on which nothing is paired at first, and `chooser`.
 */
export function inChromium(define) {
  inChromiumWith(ARGS, "Chromium", define);
}

/** The same without Web Serial: of the ways to a level, the Battery Service alone is there. */
export function inLowEnergyChromium(define) {
  inChromiumWith([...ARGS, WITHOUT_SERIAL], "Chromium with the Battery Service", define);
}

function inChromiumWith(args, name, define) {
  inBrowser({ name, key: `${name} and BlueZ`, start: () => start(args), watch: watchByBidi }, (test) => {
    define((name, run, options) => test(name, (at) => runWithoutDevices(at, run), options));
  });
}

async function runWithoutDevices(at, run) {
  const { bluez, chooser } = at.driver;
  // A chooser closes with the page that has asked for it.
  await chooser.gone();
  await bluez.reset();
  await run({ ...at, bluez, chooser });
}

/** The driver has what the browser finds, and ends that as well. */
async function start(args) {
  const bluez = await startBluez();
  let end = () => bluez.end();
  try {
    const driver = await startChromium(args, { ...process.env, ...ENGLISH, ...bluez.env });
    const quit = driver.quit.bind(driver);
    end = () => quit().finally(() => bluez.end());
    return Object.assign(driver, { bluez, chooser: await Chooser.of(driver), quit: end });
  } catch (error) {
    await end();
    throw error;
  }
}
