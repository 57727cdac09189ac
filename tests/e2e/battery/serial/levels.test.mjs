// Left, right and case, read over the browser's real serial channel from devices that behave in every way.

import assert from "node:assert/strict";
import { WORDS } from "../../harness/guide.mjs";
import { inChromium } from "../../helpers/serial/browser.mjs";
import { answering, CASE, CHARGING, HANDSHAKE, OLD_CASE, OLD_PAIR, PAIR, telling, WHOLE } from "../../helpers/serial/messages.mjs";
import { SerialReader } from "../../helpers/serial/reader.mjs";

const { no, yes, unknown, charged } = CHARGING;

/** Reads from a device that behaves like this; gives back what the widget has read. */
async function readFrom(at, behaviour) {
  const device = await at.bluez.pair(behaviour);
  const reader = await SerialReader.at(at);
  await reader.read(at);
  return { device, reader, text: await reader.hasRead() };
}

inChromium((test) => {
  test("nothing is asked of a device before the person has chosen it", async (at) => {
    const device = await at.bluez.pair({ answers: telling() });
    await SerialReader.at(at);
    assert.deepEqual(device.log, []);
  });

  test("left, right and case are read, and the case answers its question", async (at) => {
    const { device, reader, text } = await readFrom(at, { answers: telling() });
    assert.equal(text, "Left 80%; Right 70%; Case 55%");
    assert.deepEqual(await reader.answerTo("case-light"), { choice: "green", isRead: true });
    assert.equal(await reader.said(), "Left 80%; Right 70%; Case 55%");
    await device.until("closed");
    assert.deepEqual(device.messages, [HANDSHAKE, PAIR, CASE], "the device was asked for nothing else");
    assert.deepEqual(await reader.focus(), { tag: "h2", name: await reader.heading(), inWidget: true });
  });

  test("an earbud that is not there is told as such, and as nothing else", async (at) => {
    const { reader, text } = await readFrom(at, { answers: telling({ right: [0, no], case: [20, no] }) });
    assert.equal(text, "Left 80%; Right no level told; Case 20%");
    assert.deepEqual(await reader.answerTo("case-light"), { choice: "orange", isRead: true });
    assert.equal(await reader.answerTo("what-fails").then((it) => it.isRead), false);
  });

  for (const [what, charging, words] of [
    ["charging and charged", { left: [60, yes], right: [100, charged], case: [62, no] }, "Left 60%, charging; Right 100%, full; Case 62%"],
    ["not charging and unknown", { left: [61, no], right: [1, unknown], case: [5, yes] }, "Left 61%; Right 1%; Case 5%, charging"],
  ]) {
    test(`whether they charge: ${what}`, async (at) => {
      const { text } = await readFrom(at, { answers: telling(charging) });
      assert.equal(text, words);
    });
  }

  for (const [what, behaviour] of [
    ["a few bytes at a time", { chunk: 3 }],
    ["a byte at a time", { chunk: 1 }],
    ["all at once", { joins: true }],
    ["behind garbage", { garbage: "ff3e0c3d" }],
    ["without acknowledgements", { acknowledges: false }],
  ]) {
    test(`a device that sends ${what} is read`, async (at) => {
      const { text } = await readFrom(at, { answers: telling({ left: [60, no], right: [61, no], case: [62, no] }), ...behaviour });
      assert.equal(text, "Left 60%; Right 61%; Case 62%");
    });
  }

  for (const ignores of [1, 2]) {
    test(`a device that passes over ${ignores} handshakes is read`, async (at) => {
      const { device, text } = await readFrom(at, { answers: telling(), ignores });
      assert.equal(text, "Left 80%; Right 70%; Case 55%");
      assert.deepEqual(device.messages.slice(0, ignores + 1), Array(ignores + 1).fill(HANDSHAKE));
    });
  }

  test("a device that knows only the older ways to ask is read by them", async (at) => {
    const answers = answering({ [OLD_PAIR]: ["23014b005001"], [OLD_CASE]: ["23022800"] });
    const { device, text } = await readFrom(at, { answers });
    assert.equal(text, "Left 75%; Right 80%, charging; Case 40%");
    assert.deepEqual(device.messages, [HANDSHAKE, PAIR, OLD_PAIR, CASE, OLD_CASE]);
  });

  test("a device with one level is read", async (at) => {
    const { device, reader, text } = await readFrom(at, { answers: answering({ [WHOLE]: ["23005500"] }) });
    assert.equal(text, "Level 85%");
    assert.equal(await reader.answerTo("case-light"), undefined);
    await reader.shows(WORDS.levelsLeaveOpen);
    assert.deepEqual(device.messages, [HANDSHAKE, PAIR, OLD_PAIR, WHOLE, CASE, OLD_CASE]);
  });

  test("levels that were told before the device hangs up are kept", async (at) => {
    const { text } = await readFrom(at, { answers: telling(), lasts: 2 });
    assert.equal(text, "Left 80%; Right 70%");
  });

  test("an earbud that leaves the air in the case answers its question, and is not chosen again", async (at) => {
    const device = await at.bluez.pair({ answers: telling({ right: [40, no] }) });
    const reader = await SerialReader.at(at, ["none", "one-bud"]);
    await reader.read(at);
    await reader.hasRead();
    await reader.answer("not-fixed");
    assert.equal(await reader.step(), "still-connected");
    await device.behave({ answers: telling({ right: [0, no] }) });
    await reader.press(WORDS.readAgain);
    assert.equal(await reader.hasRead(2), "Left 80%; Right no level told; Case 55%");
    assert.deepEqual(await reader.answerTo("still-connected"), { choice: "drops", isRead: true });
  });
});
