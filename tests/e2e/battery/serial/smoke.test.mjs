// What the tests of reading over a serial channel trust: a page gets a channel to a device through the browser's real
// chooser and its real Bluetooth code, or hears why not.

import assert from "node:assert/strict";
import { inChromium } from "../../helpers/serial/browser.mjs";
import { ASK, HELLO, TELL, WELCOME } from "../../helpers/serial/vectors.mjs";
import { chosen, connected, LOST, pressed, SerialPage } from "../../helpers/serial/serial-page.mjs";

const NOTHING_CHOSEN = "NotFoundError: Failed to execute 'requestPort' on 'Serial': No port selected by the user.";
const NOT_OPENED = "NetworkError: Failed to execute 'open' on 'SerialPort': Failed to open serial port.";
// What the chooser says.
const NO_DEVICES = "No compatible devices found.";
const SWITCHED_OFF = "Turn on Bluetooth to explore Bluetooth devices";
const AUDIO_SINK = "0000110b-0000-1000-8000-00805f9b34fb";

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

  for (const row of [0, 1]) {
    test(`of two devices, the one in row ${row} is connected to, and the other hears nothing`, async (at) => {
      const devices = [await at.bluez.pair({ name: "Zulu" }), await at.bluez.pair({ name: "Alpha" })];
      const page = await pressed(at);
      await at.chooser.shown(({ rows }) => rows === devices.length);
      await at.chooser.connect(row);
      await page.comesTo("open");
      assert.deepEqual(devices[row].whats, ["asked", "opened"]);
      assert.deepEqual(devices[1 - row].whats, []);
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
    assert.deepEqual(device.whats, ["asked"]);
  });

  test("a channel that is never answered does not outlive its test", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    await SerialPage.open(at);
    // Else the one after the next would be refused.
    for (let n = 0; n < 2; n++) {
      await at.bluez.reset();
      await connected(at);
    }
  });

  test("a channel that opens after its page has gone is closed at once", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    await SerialPage.open(at);
    await device.settle("opens");
    await device.until("closed");
    assert.deepEqual(device.whats, ["asked", "opened", "closed"]);
  });

  test("a device that hangs up ends the reading", async (at) => {
    const { device, page } = await connected(at);
    await device.hangUp();
    await page.comesTo(LOST);
    assert.deepEqual(device.whats, ["asked", "opened", "hung up"]);
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

  // Once two channels have been asked for at a time and one of them was never answered, Chromium refuses the next one.
  test("while a channel waits, one to another device opens", async (at) => {
    const { device } = await chosen(at, { opening: "waits" });
    await device.until("asked");
    const other = await at.bluez.pair();
    const next = await pressed(at);
    await at.chooser.connect(1);
    await next.comesTo("open");
    assert.deepEqual([device, other].map((it) => it.whats), [["asked"], ["asked", "opened"]]);
  }, { last: true });
});
