// What the tests of reading over a serial channel trust: a device behaves as it is told, and its log misses nothing.

import assert from "node:assert/strict";
import { inChromium } from "../../helpers/serial/browser.mjs";
import { ANSWERS, ASK, HELLO, TELL, WELCOME } from "../../helpers/serial/vectors.mjs";
import { chosen, connected, LOST } from "../../helpers/serial/serial-page.mjs";

inChromium((test) => {
  test("the log tells messages from acknowledgements and from nonsense, and misses no byte", async (at) => {
    const { device, page } = await connected(at);
    const damaged = HELLO.frame.replace("0e3c", "0f3c");
    const all = `${HELLO.acknowledgement}ffff${damaged}${ASK.frame}`;
    await page.write(all);
    await device.until("message");
    assert.equal(device.received, all);
    assert.deepEqual(device.log.filter((it) => ["acknowledgement", "nonsense", "message"].includes(it.what)), [
      { what: "acknowledgement", sequence: 1 },
      { what: "nonsense", bytes: damaged.slice(2, -2) },
      { what: "message", sequence: 1, payload: ASK.payload },
    ]);
  });

  test("a device can send what nobody asked for, and bytes without a frame", async (at) => {
    const { device, page } = await connected(at);
    await device.send(WELCOME.payload, { bytes: "00ff" }, TELL.payload);
    await page.hasRead(WELCOME.frame, "00ff", TELL.frame);
  });

  test("a device is silent where it has no answer, until it has", async (at) => {
    const { device, page } = await connected(at, { answers: {} });
    await page.write(HELLO.frame);
    await page.hasRead(HELLO.acknowledgement);
    await device.behave({ answers: ANSWERS });
    await page.write(HELLO.frame);
    await page.hasRead(HELLO.acknowledgement, HELLO.acknowledgement, WELCOME.frame);
  });

  test("a device can answer without acknowledging", async (at) => {
    const { page } = await connected(at, { acknowledges: false });
    await page.write(HELLO.frame);
    await page.hasRead(WELCOME.frame);
  });

  test("a device can ignore the first messages", async (at) => {
    const { device, page } = await connected(at, { ignores: 2 });
    for (let n = 1; n <= 3; n++) {
      await page.write(HELLO.frame);
      await device.until("message", n);
    }
    await page.hasRead(HELLO.acknowledgement, WELCOME.frame);
    const heardBefore = device.log.slice(0, device.whats.indexOf("sent")).filter((it) => it.what === "message");
    assert.equal(heardBefore.length, 3);
  });

  test("a device can send a few bytes at a time", async (at) => {
    const { page } = await connected(at, { chunk: 3 });
    await page.write(HELLO.frame);
    const parts = await page.hasRead(HELLO.acknowledgement, WELCOME.frame);
    assert.ok(parts.length > 2, `it came in ${parts.length} parts`);
  });

  test("a device can send all that belongs to a message at once, with garbage between", async (at) => {
    const { device, page } = await connected(at, { joins: true, garbage: "0d0a" });
    await page.write(HELLO.frame);
    const parts = await page.hasRead("0d0a", HELLO.acknowledgement, "0d0a", WELCOME.frame);
    assert.equal(parts.length, 1);
    assert.deepEqual(device.log.filter((it) => it.what === "sent"), [{ what: "sent", bytes: parts[0] }]);
  });

  test("a device can hang up at once", async (at) => {
    const { page } = await chosen(at, { lasts: 0 });
    await page.comesTo(LOST);
  });

  test("a device can hang up after some messages", async (at) => {
    const { device, page } = await connected(at, { lasts: 1 });
    await page.write(HELLO.frame);
    await page.comesTo(LOST);
    await page.hasRead(HELLO.acknowledgement, WELCOME.frame);
    assert.equal(device.whats.at(-1), "hung up");
  });

  test("a test that asks for what there is not fails", async (at) => {
    const device = await at.bluez.pair();
    await assert.rejects(device.behave({ sings: true }), /unexpected keyword argument 'sings'/);
    await assert.rejects(device.send(HELLO.payload), /no channel was opened/);
    await assert.rejects(device.settle("opens"), /no channel waits/);
  });
});
