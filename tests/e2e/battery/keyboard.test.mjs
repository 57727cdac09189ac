// The battery levels with nothing but the keyboard: what is pressed keeps the focus, whatever becomes of it.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { CANCEL, NEVER } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, labelOf, WORDS } from "../harness/guide.mjs";

inBatteryServiceChromium((test) => {
  test("open, start, stop, fail, try again, read, read again, and answer", async (at) => {
    await at.adapter.startOn();
    const earbuds = await at.adapter.add(EARBUDS, battery([77]));
    const reader = await Reader.watched(at);
    await reader.open();
    await reader.toQuestion();
    await reader.pressByKey(WORDS.readLevels);
    await reader.until("the box open", async () => (await reader.goingOn()).length > 0);
    assert.equal((await reader.focus()).name, WORDS.readLevels);

    at.adapter.chooser = NEVER;
    await reader.pressByKey(WORDS.readTheLevel, Key.SPACE);
    await reader.runs(WORDS.readChoosing);
    await at.adapter.until("chooser");
    assert.equal((await reader.focus()).name, WORDS.readStop);
    await reader.keys(Key.SPACE);
    await reader.goesOn([], WORDS.readTheLevel);
    assert.equal((await reader.focus()).name, WORDS.readTheLevel);

    at.adapter.chooser = CANCEL;
    await reader.keys(Key.ENTER);
    await reader.fails(FAILURES.nothingChosen, "choose, NotFoundError: User cancelled the requestDevice() chooser.");
    at.adapter.chooser = earbuds;
    await reader.keys(Key.ENTER);
    await reader.reads(77);
    await reader.keys(Key.SPACE);
    await reader.until("another reading", async () => (await reader.record()).readings.length === 2);
    await reader.reads(77);

    const label = labelOf("case-light", "green");
    await reader.shiftTabTo(label);
    await reader.keys(Key.ENTER);
    await reader.until("the next step", async () => (await reader.step()) !== "case-light");
    await reader.focusOn(await reader.heading());
  });
});
