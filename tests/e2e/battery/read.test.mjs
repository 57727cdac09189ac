// A level of the Battery Service is read when the person wants it, shown, and kept for support.

import assert from "node:assert/strict";
import { NEVER } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { BATTERY_LEVEL, BATTERY_SERVICE, battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, NO_SERVICE, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, GUIDE, SERVICE, WORDS } from "../harness/guide.mjs";

/** Opens the box, with earbuds in reach that tell 77 %. */
async function opened(at) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(EARBUDS, battery([77]));
  const reader = await Reader.watched(at);
  await reader.openBox();
  return { earbuds, reader };
}

// Keeps who listens to a device by now, and how many have.
const LISTENERS = `
  window.listening = { now: 0, inAll: 0 };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  BluetoothDevice.prototype.addEventListener = function (...args) {
    window.listening.now += 1;
    window.listening.inAll += 1;
    return addEventListener.apply(this, args);
  };
  BluetoothDevice.prototype.removeEventListener = function (...args) {
    window.listening.now -= 1;
    return removeEventListener.apply(this, args);
  };`;

inBatteryServiceChromium((test) => {
  test("nothing is asked before the person wants it, and the box says what will happen", async (at) => {
    const { reader } = await opened(at);
    assert.deepEqual(await reader.box(), [
      WORDS.readLevels,
      GUIDE.battery.prepare,
      WORDS.readTheLevelHint,
      WORDS.readPrivacy,
      `[${WORDS.readTheLevel}]`,
      `${GUIDE.battery.remark.text} (our own judgement)`,
    ]);
    await reader.answersByHand();
    assert.equal(await reader.nRequests(), 0);
    assert.deepEqual(at.adapter.asked, []);
  });

  test("a level is shown with its time, leaves the question to the person, and goes to support", async (at) => {
    const { reader } = await opened(at);
    at.server.clear();
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
    assert.deepEqual(at.server.asked(), [], "nothing of it is sent");
    assert.deepEqual(await reader.closed(), ["open"]);
    await reader.isUnlinked(1);
    const { readings, entries } = await reader.record();
    const time = readings[0].at;
    const units = [{ unit: "whole", level: { known: 77 }, charging: "unknown" }];
    assert.deepEqual(readings, [{ at: time, reading: { source: "battery-service", units }, text: "Level 77%" }]);
    assert.deepEqual(entries.map((it) => it.step), ["dangers", "what-fails"]);
    await reader.answersByHand();
    await reader.turn(WORDS.toSupport);
    await reader.at(SERVICE.text);
    const lines = (await reader.recordText()).split("\n");
    assert.ok(lines.includes(`- Battery levels: Level 77% (${time.slice(11, 16)})`), lines.join("\n"));
  });

  test("once chosen, earbuds need not be chosen again to tell another level", async (at) => {
    const { earbuds, reader } = await opened(at);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    earbuds.services[BATTERY_SERVICE][BATTERY_LEVEL] = [76];
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    assert.equal(await reader.nRequests(), 1);
    assert.deepEqual((await reader.record()).readings.map((it) => it.text), ["Level 77%", "Level 76%"]);
  });

  test("nothing listens to earbuds that have told their level", async (at) => {
    await at.preload(LISTENERS);
    const { reader } = await opened(at);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    await reader.isUnlinked(1);
    assert.deepEqual(await at.driver.executeScript("return window.listening"), { now: 0, inAll: 1 });
  });

  test("a page that is loaded anew keeps the level, but the earbuds have to be chosen again", async (at) => {
    const { reader } = await opened(at);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    await reader.reload();
    await reader.toggle(WORDS.readLevels);
    assert.ok((await reader.box()).includes("Level 77%"));
    // The emulation ends with the page.
    await at.adapter.startOn();
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    assert.equal(await reader.nRequests(), 1);
    assert.deepEqual((await reader.record()).readings.map((it) => it.text), ["Level 77%", "Level 76%"]);
  });

  test("a link that is lost after a reading takes nothing from it, and others can be chosen then", async (at) => {
    const { earbuds, reader } = await opened(at);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    await earbuds.drop();
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.reads(77);
    // Those that are gone can be called in the emulation, but have nothing more to tell.
    await reader.press(WORDS.readTheLevel);
    await reader.fails(FAILURES.noService, NO_SERVICE);
    assert.equal(await reader.nRequests(), 1);
    await reader.press(WORDS.readTryAgain);
    await reader.reads(76);
    assert.equal(await reader.nRequests(), 2);
  });

  test("two clicks at once open one chooser", async (at) => {
    const { reader } = await opened(at);
    at.adapter.chooser = NEVER;
    const button = await reader.button(WORDS.readTheLevel);
    await at.driver.executeScript("arguments[0].click(); arguments[0].click()", button);
    await at.adapter.until("chooser");
    assert.equal(await reader.nRequests(), 1);
  });

  test("a double click opens one chooser", async (at) => {
    const { reader } = await opened(at);
    at.adapter.chooser = NEVER;
    await reader.doubleClick(WORDS.readTheLevel);
    await at.adapter.until("chooser");
    assert.equal(await reader.nRequests(), 1);
  });
});
