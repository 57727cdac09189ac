// Where a browser has two ways to the levels, that which tells more comes first, and the other one once it has failed.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { inBluetoothChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, NO_SERVICE, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, GUIDE, WORDS } from "../harness/guide.mjs";

const NO_PORT =
  "choose, NotFoundError: Failed to execute 'requestPort' on 'Serial': No port selected by the user.";

// Longer than a chooser takes to open once it was asked for, and shorter than anybody takes to read.
const OPENING_MS = 500;

// In the page, before its scripts: keeps that it has asked for a port. An empty tab has nothing to ask.
const WATCH_PORTS = `
  const was = window.Serial?.prototype.requestPort;
  if (was) {
    Serial.prototype.requestPort = function (...args) {
      window.hasAsked = true;
      return was.apply(this, args);
    };
  }`;

/** Opens the box, and closes the chooser of serial devices with a look at another tab. */
async function withoutPort(at, services) {
  await at.adapter.startOn();
  await at.adapter.add(EARBUDS, services);
  await at.preload(WATCH_PORTS);
  const reader = new Reader(at);
  await reader.openBox();
  await reader.press(WORDS.readStart);
  await reader.runs(WORDS.readChoosing);
  await reader.until("the request for a port", () => at.driver.executeScript("return window.hasAsked"));
  await reader.until("the end of the chooser", async () => {
    await setTimeout(OPENING_MS);
    const tab = await at.driver.getWindowHandle();
    await at.driver.switchTo().newWindow("tab");
    await at.driver.close();
    await at.driver.switchTo().window(tab);
    return reader.hasButton(WORDS.readTryAgain);
  });
  await reader.goesOn([FAILURES.nothingChosen, `For support: ${NO_PORT}`], WORDS.readTryAgain, WORDS.readOneLevel);
  assert.equal((await reader.said()).trim(), FAILURES.nothingChosen);
  // Somebody reads that first.
  await setTimeout(OPENING_MS);
  return reader;
}

inBluetoothChromium((test) => {
  test("all levels are offered first, and one level once that has failed", async (at) => {
    const reader = await withoutPort(at, battery([77]));
    assert.deepEqual(at.adapter.asked, []);
    await reader.press(WORDS.readOneLevel);
    await reader.shows("77%");
    assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
    assert.deepEqual((await reader.box()).slice(2, 5), ["Level 77%", WORDS.levelsLeaveOpen, GUIDE.battery.prepare]);
    assert.equal(await reader.said(), "Level 77%");
    await reader.answersByHand();
  });

  test("where both ways have failed, each can be tried again, and the question is answered by hand", async (at) => {
    const reader = await withoutPort(at, {});
    await reader.press(WORDS.readOneLevel);
    await reader.goesOn([FAILURES.noService, `For support: ${NO_SERVICE}`], WORDS.readTryAgain, WORDS.readStart);
    assert.equal((await reader.said()).trim(), FAILURES.noService);
    await reader.answersByHand();
  });

  test("who has read in the second way is offered it again", async (at) => {
    const reader = await withoutPort(at, battery([77]));
    await reader.press(WORDS.readOneLevel);
    await reader.shows("77%");
    assert.ok(await reader.hasButton(WORDS.readOneLevel));
  });
});
