// What a person reads where nothing comes of it, and that the help goes on by hand.

import assert from "node:assert/strict";
import { inChromium } from "./browser.mjs";
import { FIRST_VERSION, HANDSHAKE, HANDSHAKE_FRAME, telling } from "./messages.mjs";
import { OTHER_WAY, READ, Reader, STOP, TRY_AGAIN } from "./reader.mjs";

const NOTHING_CHOSEN = [
  "Nothing was chosen.",
  "Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with this computer or phone. Then try again.",
];
const NOT_REACHED = [
  "Your device could not be reached.",
  "Take it out of its case and connect it to this computer or phone, as if to play music. Then try again.",
];
const LOST = ["The connection was lost.", "Keep your device out of its case and close by, then try again."];
const TIMED_OUT = [
  "Your device did not answer in time.",
  "Take it out of its case, switch Bluetooth off and on, and try again.",
];
const OLD = ["Your device speaks an older language, in which asking is not safe.", "Nothing more was sent to it. Answer by hand."];
const NO_LEVEL = ["Your device answers, but tells no level.", "Take it out of its case and try again, or answer by hand."];

/** By hand it goes on. */
async function answersByHand(reader) {
  await reader.answer("green");
  assert.deepEqual(await reader.answerTo("case-light"), { choice: "green", isRead: false });
}

inChromium((test) => {
  test("where nothing is chosen, the words say what an empty list may mean, and another way is offered", async (at) => {
    const device = await at.bluez.pair({ answers: telling() });
    const reader = await Reader.at(at);
    await reader.press(READ);
    await reader.boxShows("Choose your device in the window of your browser.");
    await at.chooser.cancel();
    await reader.hasFailed(...NOTHING_CHOSEN);
    assert.equal(
      await reader.detail(),
      "For support: choose, NotFoundError: Failed to execute 'requestPort' on 'Serial': No port selected by the user.",
    );
    assert.deepEqual(await reader.focus(), { tag: "button", name: TRY_AGAIN, inWidget: true });
    assert.ok(await reader.hasButton(OTHER_WAY));
    assert.deepEqual(device.log, []);
    await answersByHand(reader);
  });

  test("where Bluetooth is off or nothing is paired, the words are the same", async (at) => {
    const reader = await Reader.at(at);
    await reader.press(READ);
    await at.chooser.cancel();
    await reader.hasFailed(...NOTHING_CHOSEN);
    await at.bluez.switch(false);
    await reader.press(TRY_AGAIN);
    await at.chooser.cancel();
    await reader.hasFailed(...NOTHING_CHOSEN);
    await at.bluez.switch(true);
    await at.bluez.pair({ answers: telling() });
    await reader.read(at, TRY_AGAIN);
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
  });

  test("a channel that does not open is told, and can be tried again", async (at) => {
    const device = await at.bluez.pair({ answers: telling(), opening: "org.bluez.Error.Failed" });
    const reader = await Reader.at(at);
    await reader.read(at);
    await reader.hasFailed(...NOT_REACHED);
    assert.equal(
      await reader.detail(),
      "For support: connect, NetworkError: Failed to execute 'open' on 'SerialPort': Failed to open serial port.",
    );
    await device.behave({ answers: telling() });
    await reader.read(at, TRY_AGAIN);
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
  });

  test("a device that never answers is given up after three handshakes", async (at) => {
    const device = await at.bluez.pair({ answers: {} });
    const reader = await Reader.at(at);
    await reader.read(at);
    await reader.boxShows("Asking for the levels …");
    await reader.hasFailed(...TIMED_OUT);
    await device.until("closed");
    assert.deepEqual(device.messages, [HANDSHAKE, HANDSHAKE, HANDSHAKE]);
    await answersByHand(reader);
  });

  test("to a device that speaks the first version, nothing goes after the handshake", async (at) => {
    const device = await at.bluez.pair({ answers: { [HANDSHAKE]: [FIRST_VERSION] } });
    const reader = await Reader.at(at);
    await reader.read(at);
    await reader.hasFailed(...OLD);
    await device.until("closed");
    assert.equal(device.received, HANDSHAKE_FRAME);
    await answersByHand(reader);
  });

  test("a device that tells no level is told as such", async (at) => {
    await at.bluez.pair({ answers: { [HANDSHAKE]: telling()[HANDSHAKE] } });
    const reader = await Reader.at(at);
    await reader.read(at);
    await reader.hasFailed(...NO_LEVEL);
    await answersByHand(reader);
  });

  test("a device that hangs up is told as lost", async (at) => {
    await at.bluez.pair({ answers: telling(), lasts: 1 });
    const reader = await Reader.at(at);
    await reader.read(at);
    await reader.hasFailed(...LOST);
    assert.match(await reader.detail(), /^For support: read, /);
    await answersByHand(reader);
  });

  test("a link that breaks in the middle is told at once, although the browser still waits", async (at) => {
    const device = await at.bluez.pair({ answers: {} });
    const reader = await Reader.at(at);
    await reader.read(at);
    await device.until("message");
    await device.link(false);
    await reader.hasFailed(...LOST);
    await answersByHand(reader);
  });

  test("two clicks at once ask once", async (at) => {
    const device = await at.bluez.pair({ answers: telling() });
    const reader = await Reader.at(at);
    await reader.doubleClick(READ);
    await at.chooser.connect();
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
    assert.equal(device.log.filter((it) => it.what === "asked").length, 1);
  });
});

inChromium((test) => {
  test("whoever stops while the device is called has it closed as soon as it opens", async (at) => {
    const device = await at.bluez.pair({ answers: telling(), opening: "waits" });
    const reader = await Reader.at(at);
    await reader.read(at);
    await device.until("asked");
    await reader.boxShows("Calling your device …");
    await reader.press(STOP);
    assert.deepEqual(await reader.focus(), { tag: "button", name: READ, inWidget: true });
    await device.settle("opens");
    await device.until("closed");
    assert.equal(device.received, "");
    await answersByHand(reader);
  });
});
