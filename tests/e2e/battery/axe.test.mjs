// axe-core finds nothing wrong with the box for levels, whatever goes on in it, in light and in dark.

import { hasNoViolation } from "../helpers/axe.mjs";
import { CANCEL, later, SUCCEEDS } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, WORDS } from "../harness/guide.mjs";

inBatteryServiceChromium((test) => {
  test("ready, failed, running and read", async (at) => {
    await at.adapter.startOn();
    const earbuds = await at.adapter.add(EARBUDS, battery([77]));
    const connection = later();
    earbuds.connection = connection.answer;
    const reader = await Reader.watched(at);
    await reader.openBox();
    await hasNoViolation(reader, "ready");
    at.adapter.chooser = CANCEL;
    await reader.press(WORDS.readTheLevel);
    await reader.fails(FAILURES.nothingChosen, "choose, NotFoundError: User cancelled the requestDevice() chooser.");
    await hasNoViolation(reader, "failed");
    at.adapter.chooser = earbuds;
    await reader.press(WORDS.readTryAgain);
    await reader.runs(WORDS.readCalling);
    await hasNoViolation(reader, "running");
    connection.give(SUCCEEDS);
    await reader.reads(77);
    await hasNoViolation(reader, "read");
  });

  test("what cannot be read", async (at) => {
    const reader = new Reader(at);
    await reader.visitDemo({ headers: { "permissions-policy": "bluetooth=()" } });
    await reader.settled();
    await reader.toQuestion();
    await reader.toggle(WORDS.readWhether);
    await hasNoViolation(reader, "not here");
  });
});
