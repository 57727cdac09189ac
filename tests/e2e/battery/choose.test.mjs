// The browser asks the person which device it is, and may get no answer, or find no Bluetooth to ask about.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { CANCEL, later, NEVER } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, WORDS } from "../harness/guide.mjs";

const HINT_MS = 10_000;
const CANCELLED = "choose, NotFoundError: User cancelled the requestDevice() chooser.";

// In the page, before its scripts: a clock that can be put ahead.
const CLOCK = `
  window.ahead = 0;
  for (const clock of [Date, performance]) {
    const now = clock.now.bind(clock);
    clock.now = () => now() + ahead;
  }`;

/** Opens the box, with earbuds in reach that tell 77 %, and a person who does this at the chooser. */
async function opened(at, choice) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(EARBUDS, battery([77]));
  at.adapter.chooser = choice;
  const reader = await Reader.watched(at);
  await reader.openBox();
  return { earbuds, reader };
}

/** Presses what has the focus. A press with the mouse would close the chooser before it reaches the page. */
async function stopByKey(reader) {
  assert.equal((await reader.focus()).name, WORDS.readStop);
  await reader.keys(Key.ENTER);
  await reader.goesOn([], WORDS.readTheLevel);
  assert.equal((await reader.focus()).name, WORDS.readTheLevel);
}

inBatteryServiceChromium((test) => {
  test("who chooses nothing is told what to do, and can try again", async (at) => {
    const { earbuds, reader } = await opened(at, CANCEL);
    await reader.press(WORDS.readTheLevel);
    await reader.fails(FAILURES.nothingChosen, CANCELLED);
    await reader.press(WORDS.readTryAgain);
    await at.adapter.until("chooser", 2);
    await reader.fails(FAILURES.nothingChosen, CANCELLED);
    at.adapter.chooser = earbuds;
    await reader.press(WORDS.readTryAgain);
    await reader.reads(77);
    await reader.answersByHand();
  });

  test("a choice that comes after the person has stopped connects to nothing", async (at) => {
    const choice = later();
    const { earbuds, reader } = await opened(at, choice.answer);
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("chooser");
    await reader.runs(WORDS.readChoosing);
    await stopByKey(reader);
    choice.give(earbuds);
    // The next attempt comes after whatever the late choice would have led to.
    at.adapter.chooser = CANCEL;
    await reader.press(WORDS.readTheLevel);
    await reader.fails(FAILURES.nothingChosen, CANCELLED);
    assert.deepEqual(at.adapter.asked, ["chooser", "chooser"]);
    await reader.answersByHand();
  });

  test("who has stopped can read in another chooser while the first one is still open", async (at) => {
    const { earbuds, reader } = await opened(at, NEVER);
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("chooser");
    await stopByKey(reader);
    at.adapter.chooser = earbuds;
    await reader.keys(Key.ENTER);
    await reader.reads(77);
    assert.equal(await reader.nRequests(), 2);
  });

  test("“Stop reading” below the hint opens no other chooser", async (at) => {
    await at.preload(CLOCK);
    const { reader } = await opened(at, NEVER);
    await reader.press(WORDS.readTheLevel);
    await reader.runs(WORDS.readChoosing);
    await at.driver.executeScript("ahead = 10_000");
    await reader.goesOn([WORDS.readChoosing, WORDS.readChoosingHint], WORDS.readStop);
    // As soon as the mouse is pressed, the browser closes the chooser. The press was meant for what stood there.
    await reader.press(WORDS.readStop);
    await reader.until("the end of the attempt", async () => !(await reader.hasButton(WORDS.readStop)));
    assert.equal(await reader.nRequests(), 1);
    await reader.answersByHand();
  });

  test("a computer without Bluetooth says so, and the failure does not follow to the next step", async (at) => {
    await at.adapter.startAbsent();
    const reader = await Reader.watched(at);
    await reader.openBox();
    await reader.press(WORDS.readTheLevel);
    await reader.fails(FAILURES.noAdapter, "choose, NotFoundError: Bluetooth adapter not available.");
    await reader.answersByHand();
    assert.equal(await reader.box(), null);
  });

  test("where Bluetooth is off, a hint comes after ten seconds, and the person can stop", async (at) => {
    await at.adapter.startOff();
    await at.adapter.add(EARBUDS, battery([77]));
    const reader = await Reader.watched(at);
    await reader.openBox();
    const start = Date.now();
    await reader.press(WORDS.readTheLevel);
    await reader.runs(WORDS.readChoosing);
    const hasHint = async () => (await reader.text()).includes(WORDS.readChoosingHint);
    await reader.until("the hint", hasHint, 2 * HINT_MS);
    assert.ok(Date.now() - start >= HINT_MS, "nobody is hurried");
    await reader.goesOn([WORDS.readChoosing, WORDS.readChoosingHint], WORDS.readStop);
    await stopByKey(reader);
    await at.adapter.switchOn();
    await reader.answersByHand();
    assert.ok(!at.adapter.asked.includes("connection"));
  });

  test("Bluetooth that is switched on while the chooser is open brings the level", async (at) => {
    await at.adapter.startOff();
    await at.adapter.add(EARBUDS, battery([77]));
    const reader = await Reader.watched(at);
    await reader.openBox();
    await reader.press(WORDS.readTheLevel);
    await reader.runs(WORDS.readChoosing);
    await at.adapter.switchOn();
    await reader.reads(77);
    await reader.answersByHand();
  });
});
