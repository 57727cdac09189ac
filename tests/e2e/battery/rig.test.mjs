// The emulated adapter shows a page what a real one would, so that tests of the widget can rely on it.

import assert from "node:assert/strict";
import { CANCEL, fails, later, NEVER, SUCCEEDS } from "../helpers/bluetooth/answers.mjs";
import { DISALLOWED, inBluetoothChromium } from "../helpers/bluetooth/browser.mjs";
import { BATTERY_LEVEL, BATTERY_SERVICE, battery } from "../helpers/bluetooth/peripheral.mjs";
import { PlainPage } from "../helpers/bluetooth/plain-page.mjs";
import { makeFolder } from "../helpers/folder.mjs";

const NAME = "LE_WF-1000XM4";
const CONNECTED = [`chosen ${NAME}`, "connected"];
const CANCELLED = "NotFoundError: User cancelled the requestDevice() chooser.";
const READ_FAILED = "NotSupportedError: GATT operation failed for unknown reason.";
// Codes of HCI: the connection times out, the device is out of resources. Of ATT: an unlikely error.
const TIMEOUT = 0x08;
const NO_RESOURCES = 0x0d;
const UNLIKELY = 0x0e;

/** Starts the adapter with earbuds that answer so, opens the page, and connects to them. */
async function connected(at, level) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(NAME, battery(level));
  const page = await new PlainPage(at).visit();
  await page.connect();
  assert.deepEqual(await page.told(2), CONNECTED);
  return { earbuds, page };
}

/** Waits until the page has connected, and reads with it. */
async function reads(page) {
  assert.deepEqual(await page.told(2), CONNECTED);
  await page.read();
  assert.deepEqual(await page.told(3), [...CONNECTED, "read 77"]);
}

/** Presses in a page that may have no Bluetooth, with earbuds within its reach. */
async function refused({ adapter }, page) {
  await adapter.startOn();
  await adapter.add(NAME, battery([77]));
  assert.equal(await page.isAvailable(), false);
  await page.connect();
  const [told] = await page.told(1);
  assert.match(told, /^SecurityError: .*Access to the feature "bluetooth" is disallowed by permissions policy\.$/);
  assert.deepEqual(adapter.asked, []);
}

inBluetoothChromium((test) => {
  for (const bytes of [[77], [255], [], [55, 1]]) {
    test(`a level of the bytes [${bytes}] arrives as it is`, async (at) => {
      const { page } = await connected(at, bytes);
      await page.read();
      assert.deepEqual(await page.told(3), [...CONNECTED, ["read", ...bytes].join(" ")]);
      assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
    });
  }

  test("a level that changes is read anew", async (at) => {
    const { earbuds, page } = await connected(at, [77]);
    await page.read();
    await page.told(3);
    earbuds.services[BATTERY_SERVICE][BATTERY_LEVEL] = [76];
    await page.read();
    assert.deepEqual(await page.told(4), [...CONNECTED, "read 77", "read 76"]);
  });

  test("a chooser may be cancelled, with earbuds in it or without", async (at) => {
    await at.adapter.startOn();
    at.adapter.chooser = CANCEL;
    const page = await new PlainPage(at).visit();
    await page.connect();
    assert.deepEqual(await page.told(1), [CANCELLED]);
    await at.adapter.add(NAME, battery([77]));
    at.adapter.chooser = CANCEL;
    await page.connect();
    assert.deepEqual(await page.told(2), [CANCELLED, CANCELLED]);
  });

  test("a chooser may stay open, and lists what the page asks for", async (at) => {
    await at.adapter.startOn();
    const earbuds = await at.adapter.add(NAME, battery([77]));
    await at.adapter.add("Another device", battery([12]));
    const choice = later();
    at.adapter.chooser = choice.answer;
    const page = await new PlainPage(at).visit();
    await page.connect();
    await at.adapter.until("chooser");
    assert.deepEqual(await page.told(0), []);
    choice.give(earbuds);
    await reads(page);
    assert.deepEqual(at.adapter.listed, [NAME]);
  });

  test("a computer without an adapter has none", async (at) => {
    await at.adapter.startAbsent();
    const page = await new PlainPage(at).visit();
    assert.equal(await page.isAvailable(), false);
    await page.connect();
    assert.deepEqual(await page.told(1), ["NotFoundError: Bluetooth adapter not available."]);
  });

  test("an adapter that is off keeps the page waiting until it is switched on", async (at) => {
    await at.adapter.startOff();
    await at.adapter.add(NAME, battery([77]));
    const page = await new PlainPage(at).visit();
    await page.connect();
    assert.equal(await page.isAvailable(), true);
    assert.deepEqual(await page.told(0), []);
    await at.adapter.switchOn();
    await reads(page);
  });

  test("earbuds may have no battery service", async (at) => {
    await at.adapter.startOn();
    await at.adapter.add(NAME, {});
    const page = await new PlainPage(at).visit();
    await page.connect();
    await page.told(2);
    await page.read();
    const missing = `NotFoundError: No Services matching UUID ${BATTERY_SERVICE} found in Device.`;
    assert.deepEqual(await page.told(3), [...CONNECTED, missing]);
  });

  for (const [code, words] of [
    [TIMEOUT, "Connection Error: Connection attempt failed."],
    [NO_RESOURCES, "Unknown error when connecting to the device."],
  ]) {
    test(`a connection fails with “${words}”`, async (at) => {
      await at.adapter.startOn();
      const earbuds = await at.adapter.add(NAME, battery([77]));
      earbuds.connection = fails(code);
      const page = await new PlainPage(at).visit();
      await page.connect();
      assert.deepEqual(await page.told(2), [`chosen ${NAME}`, `NetworkError: ${words}`]);
    });
  }

  test("a connection may not be answered, or late", async (at) => {
    await at.adapter.startOn();
    const earbuds = await at.adapter.add(NAME, battery([77]));
    const connection = later();
    earbuds.connection = connection.answer;
    const page = await new PlainPage(at).visit();
    await page.connect();
    await at.adapter.until("connection");
    assert.deepEqual(await page.told(1), [`chosen ${NAME}`]);
    connection.give(SUCCEEDS);
    await reads(page);
  });

  test("a level may be refused, or come late", async (at) => {
    const { earbuds, page } = await connected(at, fails(UNLIKELY));
    await page.read();
    assert.deepEqual(await page.told(3), [...CONNECTED, READ_FAILED]);
    const level = later();
    earbuds.services[BATTERY_SERVICE][BATTERY_LEVEL] = level.answer;
    await page.read();
    await at.adapter.until("read", 2);
    assert.equal((await page.told(3)).length, 3);
    level.give([77]);
    assert.deepEqual(await page.told(4), [...CONNECTED, READ_FAILED, "read 77"]);
  });

  test("a link may be lost, and earbuds found again", async (at) => {
    const { earbuds, page } = await connected(at, [77]);
    await earbuds.drop();
    assert.deepEqual(await page.told(3), [...CONNECTED, "disconnected"]);
    await page.read();
    const [, , , lost] = await page.told(4);
    assert.match(lost, /^NetworkError: .*GATT Server is disconnected\. Cannot retrieve services\./);
    await at.adapter.add(NAME, battery([76]));
    await page.connect();
    await page.told(6);
    await page.read();
    assert.deepEqual((await page.told(7)).slice(4), [...CONNECTED, "read 76"]);
  });

  test("where a page has left in the middle of a read, the adapter can be started anew", async (at) => {
    const { page } = await connected(at, NEVER);
    await page.read();
    await at.adapter.until("read");
    await at.driver.navigate().refresh();
    await at.adapter.startOn();
    await at.adapter.add(NAME, battery([77]));
    await page.connect();
    await reads(page);
  });

  test("a frame of another site reads where it is allowed to", async (at) => {
    await at.adapter.startOn();
    await at.adapter.add(NAME, battery([77]));
    const page = await new PlainPage(at).visitFrame('allow="bluetooth"');
    await page.connect();
    await reads(page);
    assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
  });

  test("a frame of another site does not read where nobody allows it", async (at) => {
    await refused(at, await new PlainPage(at).visitFrame(""));
  });

  test("a page does not read where its own policy forbids it", async (at) => {
    await refused(at, await new PlainPage(at).visit({ "permissions-policy": "bluetooth=()" }));
  }, { expected: DISALLOWED });

  test("a file reads", async (at) => {
    const folder = await makeFolder();
    at.t.after(() => folder.remove());
    await at.adapter.startOn();
    await at.adapter.add(NAME, battery([77]));
    const page = await new PlainPage(at).visitFile(folder.path);
    await page.connect();
    await reads(page);
  });
});
