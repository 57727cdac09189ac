// What the tests of reading over a serial channel trust: a page gets a channel to a device through the browser's real
// chooser and its real Bluetooth code, the device behaves as it is told, and its log misses nothing.

import assert from "node:assert/strict";
import { inChromium } from "./browser.mjs";
import { SerialPage } from "./serial-page.mjs";

// Two messages and what acknowledges them, and the answers; the frames are from the vectors in tests/battery.rs.
const HELLO = { payload: "0000", frame: "3e0c000000000200000e3c", acknowledgement: "3e010100000000023c" };
const WELCOME = { payload: "0100010000000000", frame: "3e0c00000000080100010000000000163c" };
const ASK = { payload: "2209", frame: "3e0c010000000222093a3c", acknowledgement: "3e010000000000013c" };
const TELL = { payload: "23093c003d011414", frame: "3e0c010000000823093d2c003d2d011414e33c" };
const ANSWERS = { [HELLO.payload]: [WELCOME.payload], [ASK.payload]: [TELL.payload] };

const NOTHING_CHOSEN = "NotFoundError: Failed to execute 'requestPort' on 'Serial': No port selected by the user.";
const NOT_OPENED = "NetworkError: Failed to execute 'open' on 'SerialPort': Failed to open serial port.";
const LOST = "NetworkError: The device has been lost.";
// What the chooser says.
const NO_DEVICES = "No compatible devices found.";
const SWITCHED_OFF = "Turn on Bluetooth to explore Bluetooth devices";
const AUDIO_SINK = "0000110b-0000-1000-8000-00805f9b34fb";

/** A page whose button was pressed. */
async function pressed(at) {
  const page = await SerialPage.open(at);
  await page.press();
  return page;
}

/** A page for which a device that behaves like this was chosen. */
async function chosen(at, behaviour) {
  const device = await at.bluez.pair({ answers: ANSWERS, ...behaviour });
  const page = await pressed(at);
  await at.chooser.connect();
  return { device, page };
}

/** A page with a channel to a device that behaves like this. */
async function connected(at, behaviour) {
  const { device, page } = await chosen(at, behaviour);
  await page.comesTo("open");
  return { device, page };
}

const whatOf = ({ log }) => log.map((it) => it.what);

inChromium((test) => {
  test("a device that is paired can be chosen, and bytes go both ways", async (at) => {
    const { device, page } = await connected(at);
    await page.write(HELLO.frame);
    await page.hasRead(HELLO.acknowledgement, WELCOME.frame);
    await page.write(ASK.frame);
    await page.hasRead(HELLO.acknowledgement, WELCOME.frame, ASK.acknowledgement, TELL.frame);
    await page.close();
    await page.comesTo("closed");
    await device.until("closed");
    assert.deepEqual(device.log, [
      { what: "asked" },
      { what: "opened" },
      { what: "received", bytes: HELLO.frame },
      { what: "message", sequence: 0, payload: HELLO.payload },
      { what: "sent", bytes: HELLO.acknowledgement },
      { what: "sent", bytes: WELCOME.frame },
      { what: "received", bytes: ASK.frame },
      { what: "message", sequence: 1, payload: ASK.payload },
      { what: "sent", bytes: ASK.acknowledgement },
      { what: "sent", bytes: TELL.frame },
      { what: "closed" },
    ]);
    assert.equal(device.received, HELLO.frame + ASK.frame);
    assert.deepEqual(device.messages, [HELLO.payload, ASK.payload]);
  });

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

  for (const row of [0, 1]) {
    test(`of two devices, the one in row ${row} is connected to, and the other hears nothing`, async (at) => {
      const devices = [await at.bluez.pair({ name: "Zulu" }), await at.bluez.pair({ name: "Alpha" })];
      const page = await pressed(at);
      await at.chooser.shown(({ rows }) => rows === devices.length);
      await at.chooser.connect(row);
      await page.comesTo("open");
      assert.deepEqual(whatOf(devices[row]), ["asked", "opened"]);
      assert.deepEqual(whatOf(devices[1 - row]), []);
    });
  }

  test("a device that is paired while the chooser is open comes into its list", async (at) => {
    const page = await pressed(at);
    await at.chooser.shown(({ texts }) => texts.includes(NO_DEVICES));
    await at.bluez.pair();
    await at.chooser.connect();
    await page.comesTo("open");
  });

  test("a device without the service is not in the list", async (at) => {
    await at.bluez.pair({ services: [AUDIO_SINK] });
    const page = await pressed(at);
    await at.chooser.shown(({ rows, texts }) => rows === 0 && texts.includes(NO_DEVICES));
    await at.chooser.cancel();
    await page.comesTo(NOTHING_CHOSEN);
  });

  test("where nothing is chosen, the page hears so and the device nothing", async (at) => {
    const device = await at.bluez.pair();
    const page = await pressed(at);
    await at.chooser.shown(({ rows }) => rows === 1);
    await at.chooser.cancel();
    await page.comesTo(NOTHING_CHOSEN);
    assert.deepEqual(device.log, []);
  });

  test("where Bluetooth is off, the chooser says so until it is switched on", async (at) => {
    await at.bluez.pair();
    await at.bluez.switch(false);
    const page = await pressed(at);
    await at.chooser.shown(({ texts }) => texts.includes(SWITCHED_OFF));
    await at.bluez.switch(true);
    await at.chooser.connect();
    await page.comesTo("open");
  });

  test("where there is no adapter, the chooser says what it says where Bluetooth is off", async (at) => {
    await at.bluez.removeAdapter();
    const page = await pressed(at);
    await at.chooser.shown(({ texts }) => texts.includes(SWITCHED_OFF));
    await at.chooser.cancel();
    await page.comesTo(NOTHING_CHOSEN);
  });

  for (const error of ["org.bluez.Error.Failed", "org.bluez.Error.NotAvailable"]) {
    test(`a channel fails with ${error}`, async (at) => {
      const { device, page } = await chosen(at, { opening: error });
      await page.comesTo(NOT_OPENED);
      assert.deepEqual(device.log, [{ what: "asked" }, { what: "refused", error }]);
    });
  }

  test("a channel that waits opens once it may", async (at) => {
    const { device, page } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    await page.comesTo("opening");
    await device.settle("opens");
    await page.comesTo("open");
  });

  test("while a channel waits, no other to the same device opens", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    const next = await pressed(at);
    await at.chooser.connect();
    await next.comesTo(NOT_OPENED);
    assert.deepEqual(whatOf(device), ["asked"]);
  });

  test("a channel that is never answered does not outlive its test", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    await SerialPage.open(at);
    await at.bluez.reset();
    await connected(at);
  });

  test("a channel that opens after its page has gone is closed at once", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    await SerialPage.open(at);
    await device.settle("opens");
    await device.until("closed");
    assert.deepEqual(whatOf(device), ["asked", "opened", "closed"]);
  });

  test("a device that hangs up ends the reading", async (at) => {
    const { device, page } = await connected(at);
    await device.hangUp();
    await page.comesTo(LOST);
    assert.deepEqual(whatOf(device), ["asked", "opened", "hung up"]);
  });

  test("a link that breaks is told to the page, and does not end its reading", async (at) => {
    const { device, page } = await connected(at);
    await device.link(false);
    await page.hearsOfLoss();
    await page.comesTo("open");
  });

  test("a device that is not paired any more is told to the page", async (at) => {
    const { device, page } = await connected(at);
    await device.unpair();
    await page.hearsOfLoss();
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
    const heardBefore = device.log.slice(0, whatOf(device).indexOf("sent")).filter((it) => it.what === "message");
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
    assert.equal(whatOf(device).at(-1), "hung up");
  });

  test("a test that asks for what there is not fails", async (at) => {
    const device = await at.bluez.pair();
    await assert.rejects(device.behave({ sings: true }), /unexpected keyword argument 'sings'/);
    await assert.rejects(device.send(HELLO.payload), /no channel was opened/);
    await assert.rejects(device.settle("opens"), /no channel waits/);
  });
});

// Once two channels have been asked for at a time and one of them was never answered, Chromium refuses the next one: so
// this is the last test of its browser.
inChromium((test) => {
  test("while a channel waits, one to another device opens", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    const other = await at.bluez.pair();
    const next = await pressed(at);
    await at.chooser.connect(1);
    await next.comesTo("open");
    assert.deepEqual([device, other].map(whatOf), [["asked"], ["asked", "opened"]]);
  });
});
