// Earbuds may not let themselves be called, not answer, or be lost on the way; each time the person goes on.

import assert from "node:assert/strict";
import { fails, later, NEVER, SUCCEEDS } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, WORDS } from "../harness/guide.mjs";

const CONNECT_MS = 20_000;
const SLACK_MS = 5_000;
// Codes of HCI: the connection times out, the device is out of resources.
const TIMEOUT = 0x08;
const NO_RESOURCES = 0x0d;

// In the page, before its scripts: no link can be given up before it is there, as it was in earlier browsers.
const CANCELS_NOTHING = `
  const { disconnect } = BluetoothRemoteGATTServer.prototype;
  BluetoothRemoteGATTServer.prototype.disconnect = function () {
    if (this.connected) disconnect.call(this);
  };`;

// In the page, before its scripts: what a device has is looked up when the test says so.
const LOOKS_UP_LATER = `
  const { getPrimaryService } = BluetoothRemoteGATTServer.prototype;
  const isTime = new Promise((resolve) => (window.lookUp = resolve));
  BluetoothRemoteGATTServer.prototype.getPrimaryService = async function (...args) {
    await isTime;
    return getPrimaryService.apply(this, args);
  };`;

/** Calls earbuds that do this when they are called, and tell this level. */
async function calling(at, connection, level = [77]) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(EARBUDS, battery(level));
  earbuds.connection = connection;
  const reader = await Reader.watched(at);
  await reader.openBox();
  await reader.press(WORDS.readTheLevel);
  await at.adapter.until("connection");
  return { earbuds, reader };
}

inBatteryServiceChromium((test) => {
  test("earbuds that cannot be reached can be called again", async (at) => {
    const { reader } = await calling(at, fails(TIMEOUT));
    await reader.fails(FAILURES.notReached, "connect, NetworkError: Connection Error: Connection attempt failed.");
    const others = await at.adapter.add(EARBUDS, battery([77]));
    others.connection = fails(NO_RESOURCES);
    await reader.press(WORDS.readTryAgain);
    await reader.fails(FAILURES.notReached, "connect, NetworkError: Unknown error when connecting to the device.");
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTryAgain);
    await reader.reads(76);
    await reader.answersByHand();
  });

  test("earbuds that do not answer a call are given up after 20 seconds, also where they answer then", async (at) => {
    const connection = later();
    const { reader } = await calling(at, connection.answer);
    const start = Date.now();
    await reader.runs(WORDS.readCalling);
    const hasHint = async () => (await reader.text()).includes(WORDS.readSlowHint);
    await reader.until("the hint", hasHint, CONNECT_MS);
    await reader.goesOn([WORDS.readCalling, WORDS.readSlowHint], WORDS.readStop);
    await reader.until("the end of the attempt", () => reader.hasButton(WORDS.readTryAgain), CONNECT_MS);
    assert.ok(Date.now() - start > CONNECT_MS - SLACK_MS, "not before");
    await reader.fails(FAILURES.timedOut, "connect, TimedOut");
    connection.give(SUCCEEDS);
    await reader.isUnlinked(1);
    assert.deepEqual([await reader.calls(), await reader.closed()], [["AbortError"], ["not open"]]);
    await reader.fails(FAILURES.timedOut, "connect, TimedOut");
    await reader.answersByHand();
  });

  test("a call that the person has stopped leads to no link and to no level", async (at) => {
    const connection = later();
    const { reader } = await calling(at, connection.answer);
    await reader.runs(WORDS.readCalling);
    await reader.press(WORDS.readStop);
    await reader.goesOn([], WORDS.readTheLevel);
    connection.give(SUCCEEDS);
    await reader.isUnlinked(1);
    assert.deepEqual([await reader.calls(), await reader.closed()], [["AbortError"], ["not open"]]);
    assert.deepEqual((await reader.record()).readings, []);
    await reader.answersByHand();
  });

  test("in a browser that cannot stop a call, the link is closed once it is there", async (at) => {
    await at.preload(CANCELS_NOTHING);
    const connection = later();
    const { reader } = await calling(at, connection.answer);
    await reader.runs(WORDS.readCalling);
    await reader.press(WORDS.readStop);
    await reader.goesOn([], WORDS.readTheLevel);
    connection.give(SUCCEEDS);
    await reader.isUnlinked(1);
    assert.deepEqual([await reader.calls(), await reader.closed()], [["connected"], ["not open", "open"]]);
    assert.deepEqual((await reader.record()).readings, []);
  });

  test("who has stopped a call can call others at once, and the late link takes nothing from them", async (at) => {
    const connection = later();
    const { reader } = await calling(at, connection.answer);
    await reader.runs(WORDS.readCalling);
    await reader.press(WORDS.readStop);
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    connection.give(SUCCEEDS);
    await reader.isUnlinked(2);
    await reader.reads(76);
  });

  test("who answers by hand meanwhile finds the level at the next step", async (at) => {
    const connection = later();
    const { reader } = await calling(at, connection.answer);
    await reader.runs(WORDS.readCalling);
    await reader.answersByHand();
    // It was said before, so it is only shown here.
    await reader.goesOn([WORDS.readCalling], WORDS.readStop);
    const step = await reader.step();
    connection.give(SUCCEEDS);
    await reader.shows("77%");
    assert.equal(await reader.step(), step);
    const { entries } = await reader.record();
    assert.deepEqual(entries.map((it) => it.step), ["dangers", "what-fails", "case-light"]);
  });

  test("a link that is lost before the level is told is said to be lost", async (at) => {
    await at.preload(LOOKS_UP_LATER);
    const { earbuds, reader } = await calling(at, SUCCEEDS);
    await reader.runs(WORDS.readReading);
    await earbuds.drop();
    await reader.fails(FAILURES.linkLost, "read, LinkLost");
    await at.driver.executeScript("lookUp()");
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTryAgain);
    await reader.reads(76);
    await reader.answersByHand();
  });

  test("earbuds that never tell the level are given up after five seconds", async (at) => {
    const level = later();
    const { reader } = await calling(at, SUCCEEDS, level.answer);
    await reader.runs(WORDS.readReading);
    const start = Date.now();
    await reader.fails(FAILURES.timedOut, "read, TimedOut");
    assert.ok(Date.now() - start > 3_000, "not before");
    assert.deepEqual(await reader.closed(), ["open"]);
    level.give([77]);
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTryAgain);
    await reader.reads(76);
    assert.equal((await reader.record()).readings.length, 1);
    await reader.answersByHand();
  });

  test("earbuds that are lost while they are asked are given up as well", async (at) => {
    const { earbuds, reader } = await calling(at, SUCCEEDS, NEVER);
    await at.adapter.until("read");
    // The emulation tells the page nothing of this, as some browsers do not.
    await earbuds.drop();
    await reader.runs(WORDS.readReading);
    await reader.fails(FAILURES.timedOut, "read, TimedOut");
    await reader.answersByHand();
  });
});
