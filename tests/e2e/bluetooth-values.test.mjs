// What earbuds tell may be no level, or they may have none to tell; then the person is told so, and no level is shown.

import assert from "node:assert/strict";
import { fails } from "./bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "./bluetooth/browser.mjs";
import { BATTERY_LEVEL, BATTERY_SERVICE, battery } from "./bluetooth/peripheral.mjs";
import { EARBUDS, NO_SERVICE, Reader } from "./bluetooth/reader.mjs";
import { FAILURES, WORDS } from "./guide.mjs";

// A code of ATT.
const UNLIKELY = 0x0e;

/** Reads earbuds that hold this. */
async function read(at, services) {
  await at.adapter.startOn();
  await at.adapter.add(EARBUDS, services);
  const reader = await Reader.watched(at);
  await reader.openBox();
  await reader.press(WORDS.readTheLevel);
  return reader;
}

inBatteryServiceChromium((test) => {
  for (const percent of [0, 100]) {
    test(`${percent}% is a level`, async (at) => {
      const reader = await read(at, battery([percent]));
      await reader.reads(percent);
    });
  }

  for (const [what, services, words, detail] of [
    ["earbuds without a battery service", {}, FAILURES.noService, NO_SERVICE],
    [
      "a battery service without a level",
      { [BATTERY_SERVICE]: {} },
      FAILURES.noService,
      `read, NotFoundError: No Characteristics matching UUID ${BATTERY_LEVEL} found in Service with UUID ` +
        `${BATTERY_SERVICE}.`,
    ],
    [
      "a level that is refused",
      battery(fails(UNLIKELY)),
      FAILURES.refused,
      "read, NotSupportedError: GATT operation failed for unknown reason.",
    ],
    ["a level of 101", battery([101]), FAILURES.oddAnswer, "read, OddAnswer"],
    ["a level of 255", battery([255]), FAILURES.oddAnswer, "read, OddAnswer"],
    ["a level without a byte", battery([]), FAILURES.oddAnswer, "read, OddAnswer"],
    ["a level of two bytes", battery([55, 1]), FAILURES.oddAnswer, "read, OddAnswer"],
  ]) {
    test(`${what}: the person is told so, and goes on by hand`, async (at) => {
      const reader = await read(at, services);
      await reader.fails(words, detail);
      assert.deepEqual((await reader.record()).readings, []);
      assert.deepEqual(await reader.closed(), ["open"]);
      await reader.isUnlinked(1);
      await reader.answersByHand();
    });
  }
});
