// What a person reads where nothing comes of it, and that the help goes on by hand.

import assert from "node:assert/strict";
import { FAILURES, WORDS } from "../../harness/guide.mjs";
import { inChromium } from "../../helpers/serial/browser.mjs";
import { FIRST_VERSION, HANDSHAKE, HANDSHAKE_FRAME, telling } from "../../helpers/serial/messages.mjs";
import { SerialReader } from "../../helpers/serial/reader.mjs";

const NOTHING_CHOSEN =
  "choose, NotFoundError: Failed to execute 'requestPort' on 'Serial': No port selected by the user.";
const NOT_OPENED = "connect, NetworkError: Failed to execute 'open' on 'SerialPort': Failed to open serial port.";

inChromium((test) => {
  test("where nothing is chosen, the words say what an empty list may mean, and another way is offered", async (at) => {
    const device = await at.bluez.pair({ answers: telling() });
    const reader = await SerialReader.at(at);
    await reader.press(WORDS.readStart);
    await reader.runs(WORDS.readChoosing);
    await at.chooser.cancel();
    await reader.fails(FAILURES.nothingChosen, NOTHING_CHOSEN, WORDS.readOneLevel);
    assert.deepEqual(device.log, []);
    await reader.answersByHand();
  });

  test("where Bluetooth is off or nothing is paired, the words are the same", async (at) => {
    const reader = await SerialReader.at(at);
    await reader.press(WORDS.readStart);
    await at.chooser.cancel();
    await reader.fails(FAILURES.nothingChosen, NOTHING_CHOSEN, WORDS.readOneLevel);
    await at.bluez.switch(false);
    await reader.press(WORDS.readTryAgain);
    await at.chooser.cancel();
    await reader.fails(FAILURES.nothingChosen, NOTHING_CHOSEN, WORDS.readOneLevel);
    await at.bluez.switch(true);
    await at.bluez.pair({ answers: telling() });
    await reader.read(at, WORDS.readTryAgain);
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
  });

  test("a channel that does not open is told, and can be tried again", async (at) => {
    const device = await at.bluez.pair({ answers: telling(), opening: "org.bluez.Error.Failed" });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await reader.fails(FAILURES.notReached, NOT_OPENED, WORDS.readOneLevel);
    await device.behave({ answers: telling() });
    await reader.read(at, WORDS.readTryAgain);
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
  });

  test("a device that never answers is given up after three handshakes", async (at) => {
    const device = await at.bluez.pair({ answers: {} });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await reader.runs(WORDS.readReading);
    await reader.fails(FAILURES.timedOut, "read, TimedOut", WORDS.readOneLevel);
    await device.until("closed");
    assert.deepEqual(device.messages, [HANDSHAKE, HANDSHAKE, HANDSHAKE]);
    await reader.answersByHand();
  });

  test("to a device that speaks the first version, nothing goes after the handshake", async (at) => {
    const device = await at.bluez.pair({ answers: { [HANDSHAKE]: [FIRST_VERSION] } });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await reader.fails(FAILURES.firstVersion, "read, FirstVersion", WORDS.readOneLevel);
    await device.until("closed");
    assert.equal(device.received, HANDSHAKE_FRAME);
    await reader.answersByHand();
  });

  test("a device that tells no level is told as such", async (at) => {
    const device = await at.bluez.pair({ answers: { [HANDSHAKE]: telling()[HANDSHAKE] } });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await device.until("message", 6);
    await reader.fails(FAILURES.noLevel, "read, NoLevel", WORDS.readOneLevel);
    await reader.answersByHand();
  });

  test("a device that hangs up is told as lost", async (at) => {
    await at.bluez.pair({ answers: telling(), lasts: 1 });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await reader.shows(FAILURES.linkLost);
    assert.ok(await reader.hasButton(WORDS.readTryAgain));
    await reader.answersByHand();
  });

  test("a link that breaks in the middle is told at once, although the browser still waits", async (at) => {
    const device = await at.bluez.pair({ answers: {} });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await device.until("message");
    await device.link(false);
    await reader.fails(FAILURES.linkLost, "read, LinkLost", WORDS.readOneLevel);
    await reader.answersByHand();
  });

  test("two clicks at once ask once", async (at) => {
    const device = await at.bluez.pair({ answers: telling() });
    const reader = await SerialReader.at(at);
    await reader.doubleClick(WORDS.readStart);
    await at.chooser.connect();
    assert.equal(await reader.hasRead(), "Left 80%; Right 70%; Case 55%");
    assert.equal(device.log.filter((it) => it.what === "asked").length, 1);
  });
});

inChromium((test) => {
  test("whoever stops while the device is called has it closed as soon as it opens", async (at) => {
    const device = await at.bluez.pair({ answers: telling(), opening: "waits" });
    const reader = await SerialReader.at(at);
    await reader.read(at);
    await device.until("asked");
    await reader.runs(WORDS.readCalling);
    await reader.press(WORDS.readStop);
    assert.deepEqual(await reader.focus(), { tag: "button", name: WORDS.readStart, inWidget: true });
    await device.settle("opens");
    await device.until("closed");
    assert.equal(device.received, "");
    await reader.answersByHand();
  });
});
