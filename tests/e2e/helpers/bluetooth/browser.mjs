// Runs tests in a Chromium with Web Bluetooth, each with a Bluetooth adapter of its own.

import assert from "node:assert/strict";
import { inChromiumWith } from "../../harness/browser.mjs";
import { Adapter } from "./adapter.mjs";

// Chromium for Linux has Web Bluetooth, but switched off.
const WITH_BLUETOOTH = "--enable-blink-features=WebBluetooth";
const WITHOUT_SERIAL = "--disable-blink-features=Serial";

/** What Chromium says where a page asks for Bluetooth that its policy forbids, for a test that expects it. */
export const DISALLOWED = /^\S+ \S+ Permissions policy violation: bluetooth is not allowed in this document\.$/;

/** Runs tests as `inEachBrowser` does. Each gets `adapter` besides, for the test to start. */
export function inBluetoothChromium(define) {
  inChromiumWithAdapter([WITH_BLUETOOTH], "Chromium with Bluetooth", define);
}

/** The same without Web Serial, and with these arguments: of the ways to a level, the Battery Service alone is there. */
export function inBatteryServiceChromium(define, args = []) {
  const name = "Chromium with the Battery Service";
  inChromiumWithAdapter([WITH_BLUETOOTH, WITHOUT_SERIAL, ...args], name, define);
}

function inChromiumWithAdapter(args, name, define) {
  inChromiumWith(args, name, (test, browser) => {
    define((name, run, options) => test(name, (at) => runWithAdapter(at, run), options), browser);
  });
}

async function runWithAdapter(at, run) {
  const adapter = await Adapter.of(at.driver);
  try {
    await run({ ...at, adapter });
    assert.deepEqual(adapter.failures, [], "answers that could not be given");
  } finally {
    await adapter.close();
  }
}
