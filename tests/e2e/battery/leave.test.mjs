// An attempt to read ends with what it is part of: the page, the element, and the host's wish to have it.

import assert from "node:assert/strict";
import { later, NEVER, SUCCEEDS } from "../helpers/bluetooth/answers.mjs";
import { inBatteryServiceChromium } from "../helpers/bluetooth/browser.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { FAILURES, stepOf, WORDS } from "../harness/guide.mjs";
import { demo } from "../harness/host-page.mjs";

/** Opens the box, with earbuds in reach that do this when they are called, and tell this level. */
async function opened(at, { connection = SUCCEEDS, level = [77] } = {}) {
  await at.adapter.startOn();
  const earbuds = await at.adapter.add(EARBUDS, battery(level));
  earbuds.connection = connection;
  const reader = await Reader.watched(at);
  await reader.openBox();
  return { earbuds, reader };
}

const REMOVE = "window.removed = [host, host.parentNode, host.nextSibling]; host.remove()";
const PUT_BACK = "const [host, parent, next] = removed; parent.insertBefore(host, next)";

/** Puts the element back, and sees that nothing runs and nothing was read. Then it reads from other earbuds. */
async function readsAnew(at, reader) {
  await at.driver.executeScript(PUT_BACK);
  await reader.settled();
  await reader.at(stepOf("case-light").text);
  assert.deepEqual((await reader.record()).readings, []);
  await reader.toggle(WORDS.readLevels);
  await reader.goesOn([], WORDS.readTheLevel);
  await at.adapter.add(EARBUDS, battery([76]));
  await reader.press(WORDS.readTheLevel);
  await reader.reads(76);
}

inBatteryServiceChromium((test) => {
  test("the element taken out while the chooser is open calls nothing, and reads when it is back", async (at) => {
    const choice = later();
    const { earbuds, reader } = await opened(at);
    at.adapter.chooser = choice.answer;
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("chooser");
    await reader.inPage(REMOVE);
    choice.give(earbuds);
    await readsAnew(at, reader);
    assert.deepEqual(at.adapter.asked, ["chooser", "chooser", "connection", "read"]);
  });

  test("the element taken out while it calls closes the link, and reads when it is back", async (at) => {
    const connection = later();
    const { reader } = await opened(at, { connection: connection.answer });
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("connection");
    await reader.inPage(REMOVE);
    await reader.until("the link closed", async () => (await reader.closed()).length > 0);
    connection.give(SUCCEEDS);
    await reader.isUnlinked(1);
    assert.deepEqual(await reader.closed(), ["not open"]);
    await readsAnew(at, reader);
  });

  test("the element taken out while it asks for the level closes the link, and reads when it is back", async (at) => {
    const level = later();
    const { reader } = await opened(at, { level: level.answer });
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("read");
    await reader.inPage(REMOVE);
    await reader.isUnlinked(1);
    assert.deepEqual(await reader.closed(), ["open"]);
    level.give([77]);
    await readsAnew(at, reader);
  });

  for (const [what, choice] of [["connection", null], ["chooser", NEVER]]) {
    test(`who leaves the page while it waits for a ${what} finds nothing running on return, and reads`, async (at) => {
      const { reader } = await opened(at, { connection: NEVER });
      at.adapter.chooser = choice ?? at.adapter.chooser;
      await reader.press(WORDS.readTheLevel);
      await at.adapter.until(what);
      await reader.visit("/blank.html");
      await at.driver.navigate().back();
      await reader.settled();
      await reader.at(stepOf("case-light").text);
      await reader.toggle(WORDS.readLevels);
      await reader.goesOn([], WORDS.readTheLevel);
      assert.deepEqual((await reader.record()).readings, []);
      // The emulation ends with the page.
      await at.adapter.startOn();
      await at.adapter.add(EARBUDS, battery([76]));
      await reader.press(WORDS.readTheLevel);
      await reader.reads(76);
    });
  }

  test("a page that is kept for the way back holds no link", async (at) => {
    const { reader } = await opened(at, { level: NEVER });
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("read");
    await at.driver.executeScript("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    await reader.fails(FAILURES.linkLost, "read, LinkLost");
    assert.deepEqual(await reader.closed(), ["open"]);
    await reader.isUnlinked(1);
  });

  test("a host that does not want it has no box, and gets one once it does", async (at) => {
    at.server.route("/off.html", demo('battery="off"'));
    await at.adapter.startOn();
    await at.adapter.add(EARBUDS, battery([77]));
    const reader = await Reader.watched(at);
    await reader.open("/off.html");
    await reader.toQuestion();
    assert.equal(await reader.box(), null);
    assert.ok(!(await reader.text()).includes("Bluetooth"));
    await reader.inPage("host.removeAttribute('battery')");
    await reader.until("the box", () => reader.box());
    await reader.toggle(WORDS.readLevels);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    await reader.inPage("host.battery = 'off'");
    await reader.until("no box", async () => (await reader.box()) === null);
    await reader.answersByHand();
  });

  test("a host that does not want it any more ends the call, and nothing is read", async (at) => {
    const connection = later();
    const { reader } = await opened(at, { connection: connection.answer });
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("connection");
    await reader.inPage("host.battery = 'off'");
    await reader.until("no box", async () => (await reader.box()) === null);
    connection.give(SUCCEEDS);
    await reader.isUnlinked(1);
    assert.deepEqual((await reader.record()).readings, []);
    assert.deepEqual([await reader.calls(), await reader.closed()], [["AbortError"], ["not open"]]);
    await reader.inPage("host.battery = 'on'");
    await reader.until("the box", () => reader.box());
    await reader.openAll();
    await reader.goesOn([], WORDS.readTheLevel);
  });

  test("a host that does not want it any more closes the link on which a level is asked for", async (at) => {
    const level = later();
    const { reader } = await opened(at, { level: level.answer });
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("read");
    await reader.inPage("host.battery = 'off'");
    await reader.isUnlinked(1);
    level.give([77]);
    await reader.answersByHand();
    assert.deepEqual((await reader.record()).readings, []);
  });

  test("a host that does not want it any more leaves an open chooser without a use", async (at) => {
    const choice = later();
    const { earbuds, reader } = await opened(at);
    at.adapter.chooser = choice.answer;
    await reader.press(WORDS.readTheLevel);
    await at.adapter.until("chooser");
    await reader.inPage("host.battery = 'off'");
    await reader.until("no box", async () => (await reader.box()) === null);
    await reader.inPage("host.battery = 'on'");
    await reader.until("the box", () => reader.box());
    await reader.openAll();
    await reader.goesOn([], WORDS.readTheLevel);
    choice.give(earbuds);
    await at.adapter.add(EARBUDS, battery([76]));
    await reader.press(WORDS.readTheLevel);
    await reader.reads(76);
    assert.deepEqual(at.adapter.asked, ["chooser", "chooser", "connection", "read"]);
  });
});
