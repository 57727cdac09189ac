// A level of the Battery Service, which the browser's real code reads from a device that loses its link, or refuses.

import assert from "node:assert/strict";
import { Reader } from "../../helpers/bluetooth/reader.mjs";
import { FAILURES, WORDS } from "../../harness/guide.mjs";
import { inLowEnergyChromium } from "../../helpers/serial/browser.mjs";

// Half of what the widget waits for a level.
const AT_ONCE_MS = 2_500;

// In the page, before its scripts: keeps what became of each value that was asked for, once it is known.
const WATCH_VALUES = `
  const { readValue } = BluetoothRemoteGATTCharacteristic.prototype;
  window.values = [];
  BluetoothRemoteGATTCharacteristic.prototype.readValue = function () {
    const value = readValue.call(this);
    value.then(() => values.push("read"), (error) => values.push(error.name));
    return value;
  };`;

/** Opens the box, and has it read from a device that behaves like this. */
async function reading(at, behaviour) {
  await at.preload(WATCH_VALUES);
  const device = await at.bluez.place(behaviour);
  const reader = await Reader.watched(at);
  await reader.openBox();
  await choose(at, reader, WORDS.readTheLevel);
  return { device, reader };
}

/** Presses what asks for a device, and chooses the first in the browser's own window. */
async function choose({ chooser }, reader, name) {
  await reader.press(name);
  await chooser.pair();
}

/** What became of the values that the page has asked for. */
function values({ driver }) {
  return driver.executeScript("return values");
}

inLowEnergyChromium((test) => {
  test("a level is read, the link is closed, and the next level needs no choice", async (at) => {
    const { device, reader } = await reading(at, { level: "4d" });
    await reader.reads(77);
    await device.until("closed");
    assert.deepEqual(device.whats, ["called", "asked", "told", "closed"]);
    await device.behave({ level: "4c" });
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    assert.equal(await reader.nRequests(), 1);
  });

  test("a link that breaks while a level is read is told at once, although the browser still waits", async (at) => {
    const { device, reader } = await reading(at, { reading: "waits" });
    await device.until("asked");
    await reader.runs(WORDS.readReading);
    const start = Date.now();
    await device.drop();
    await reader.goesOn([FAILURES.linkLost, "For support: read, LinkLost"], WORDS.readTryAgain);
    const ms = Date.now() - start;
    assert.ok(ms < AT_ONCE_MS, `it took ${ms} ms`);
    await reader.fails(FAILURES.linkLost, "read, LinkLost");
    assert.deepEqual(device.whats, ["called", "asked", "lost"]);
    await device.behave({ level: "4c" });
    await choose(at, reader, WORDS.readTryAgain);
    await reader.reads(76);
    assert.deepEqual(await values(at), ["read"], "nothing became of the first value");
  });

  test("a link that breaks behind a level takes nothing from it, and is made anew for the next", async (at) => {
    const { device, reader } = await reading(at, { level: "4d", drops: true });
    await device.until("lost");
    await reader.reads(77);
    assert.deepEqual(device.whats, ["called", "asked", "told", "lost"]);
    await device.behave({ level: "4c" });
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    assert.equal(await reader.nRequests(), 1);
    assert.deepEqual((await reader.record()).readings.map((it) => it.text), ["Level 77%", "Level 76%"]);
  });

  test("a device that refuses, or whose answer is none, is told as such, and can be tried again", async (at) => {
    const { device, reader } = await reading(at, { paired: true, reading: "org.bluez.Error.NotPaired" });
    await reader.fails(FAILURES.refused, "read, NetworkError: GATT Error: Not paired.");
    for (const [error, words, detail] of [
      ["NotAuthorized", FAILURES.refused, "SecurityError: GATT operation not authorized."],
      ["NotPermitted", FAILURES.refused, "NotSupportedError: GATT operation not permitted."],
      ["InvalidValueLength", FAILURES.oddAnswer, "InvalidModificationError: GATT Error: invalid attribute length."],
    ]) {
      await device.behave({ reading: `org.bluez.Error.${error}` });
      await choose(at, reader, WORDS.readTryAgain);
      await reader.fails(words, `read, ${detail}`);
    }
    await device.behave({});
    await choose(at, reader, WORDS.readTryAgain);
    await reader.reads(77);
    await reader.answersByHand();
  });
});
