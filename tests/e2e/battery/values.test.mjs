// What earbuds tell may be no level, or they may have none to tell; then the person is told so, and no level is shown.

import assert from "node:assert/strict";
import { fails } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { BATTERY_LEVEL, BATTERY_SERVICE, battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, NO_SERVICE, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, WORDS } from "../harness/guide.mjs";

// A code of ATT.
const UNLIKELY = 0x0e;

/** Reads earbuds that hold this. */
async function read(at, services) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(EARBUDS, services);
  const reader = await Reader.watched(at);
  await reader.openBox();
  await reader.press(WORDS.readTheLevel);
  return { earbuds, reader };
}

inBatteryServiceChromium((test) => {
  test("0% and 100% are levels", async (at) => {
    const { earbuds, reader } = await read(at, battery([0]));
    await reader.reads(0);
    earbuds.services[BATTERY_SERVICE][BATTERY_LEVEL] = [100];
    await reader.press(WORDS.readTheLevel);
    await reader.reads(100);
  });

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
  ]) {
    test(`${what}: the person is told so, and goes on by hand`, async (at) => {
      const { reader } = await read(at, services);
      await reader.fails(words, detail);
      assert.deepEqual((await reader.record()).readings, []);
      assert.deepEqual(await reader.closed(), ["open"]);
      await reader.isUnlinked(1);
      await reader.answersByHand();
    });
  }

  test("bytes that are no level are not shown, and the person is told so, and goes on by hand", async (at) => {
    const odd = [
      { value: [255], told: "ff" },
      { value: [101], told: "65" },
      { value: [], told: "no bytes" },
      { value: [55, 1], told: "37 01" },
    ];
    const { reader } = await read(at, battery(odd[0].value));
    for (const [n, { value, told }] of odd.entries()) {
      if (n > 0) {
        await at.adapter.add(EARBUDS, battery(value));
        await reader.press(WORDS.readTryAgain);
      }
      await at.adapter.until("read", n + 1);
      await reader.until("the link closed", async () => (await reader.closed()).length === n + 1);
      await reader.fails(FAILURES.oddAnswer, `read, OddAnswer: ${told}`);
    }
    assert.deepEqual((await reader.record()).readings, []);
    await reader.isUnlinked(odd.length);
    await reader.answersByHand();
  });
});
