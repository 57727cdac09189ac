// Where the widget may stand: a page or a frame that may reach devices, or not.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { inBatteryServiceChromium, inBluetoothChromium } from "../helpers/bluetooth/browser.mjs";
import { press } from "../helpers/bluetooth/hand.mjs";
import { battery } from "../helpers/bluetooth/peripheral.mjs";
import { EARBUDS, Reader } from "../helpers/bluetooth/reader.mjs";
import { makeFolderWith } from "../helpers/folder.mjs";
import { Framed } from "../helpers/framed.mjs";
import { WORDS } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { startServer } from "../harness/server.mjs";

// A name that stands for no machine.
const INSECURE = "insecure.test";

let folder;
before(async () => (folder = await makeFolderWith("fault-finder.html")));
after(() => folder.remove());

/** Opens a frame of another site that has these attributes, and goes into it. */
async function openFrame(at, attributes) {
  at.elsewhere.route("/framed.html", html());
  const reader = new Reader(at);
  await reader.visitFrame(`src="${at.elsewhere.origin}/framed.html" ${attributes}`);
  await reader.settled();
  await reader.toQuestion();
  return reader;
}

/** Puts earbuds within reach that tell 77 %. */
async function hasEarbuds({ adapter }) {
  await adapter.startOn();
  await adapter.add(EARBUDS, battery([77]));
}

inBatteryServiceChromium((test) => {
  test("a file reads", async (at) => {
    await hasEarbuds(at);
    const reader = new Reader(at);
    await reader.openFile(folder.file);
    await reader.toQuestion();
    await reader.toggle(WORDS.readLevels);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
  });

  test("a frame of another site reads where it is allowed to", async (at) => {
    await hasEarbuds(at);
    const reader = await openFrame(at, 'allow="bluetooth"');
    await reader.toggle(WORDS.readLevels);
    await reader.press(WORDS.readTheLevel);
    await reader.reads(77);
    assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
  });

  test("the project’s own frame reads", async (at) => {
    await hasEarbuds(at);
    const framed = await new Framed(at).open("");
    await framed.within(async (it) => {
      await it.turn(WORDS.noDanger);
      await it.answer("both-buds");
      await it.toggle(WORDS.readLevels);
      await press(at.driver, await it.button(WORDS.readTheLevel));
      await it.shows("77%");
    });
    assert.deepEqual(at.adapter.asked, ["chooser", "connection", "read"]);
  });

  test("a page that is not secure cannot read", async (at) => {
    const insecure = await startServer(INSECURE);
    at.t.after(() => insecure.close());
    const reader = new Reader({ ...at, server: insecure });
    await reader.open();
    await reader.toQuestion();
    await reader.cannotRead(WORDS.readNotInsecure);
    const { console, urls } = await at.seen();
    assert.deepEqual([console, urls.filter((it) => !it.startsWith(`${insecure.origin}/`))], [[], []]);
  });
}, [`--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`]);

inBluetoothChromium((test) => {
  test("a frame of another site that is allowed to has both ways", async (at) => {
    const reader = await openFrame(at, 'allow="bluetooth; serial"');
    await reader.toggle(WORDS.readLevels);
    await reader.goesOn([], WORDS.readStart);
  });

  test("the project’s own frame has both ways", async (at) => {
    const framed = await new Framed(at).open("");
    await framed.within(async (it) => {
      await it.turn(WORDS.noDanger);
      await it.answer("both-buds");
      await it.toggle(WORDS.readLevels);
      assert.ok(await it.hasButton(WORDS.readStart));
    });
  });

  test("the page’s own policy may forbid it", async (at) => {
    const headers = { "permissions-policy": "bluetooth=(), serial=()" };
    await hasEarbuds(at);
    const reader = new Reader(at);
    await reader.visitDemo({ headers });
    await reader.settled();
    await reader.toQuestion();
    await reader.cannotRead(WORDS.readNotAllowed);
    assert.deepEqual(at.adapter.asked, []);
  });

  test("a frame of another site cannot read where nobody allows it", async (at) => {
    await hasEarbuds(at);
    const reader = await openFrame(at, "");
    await reader.cannotRead(WORDS.readNotAllowed);
    assert.deepEqual(at.adapter.asked, []);
  });

  for (const [forbidden, label] of [["serial", WORDS.readTheLevel], ["bluetooth", WORDS.readStart]]) {
    test(`a page whose policy forbids ${forbidden} offers the other way only`, async (at) => {
      await hasEarbuds(at);
      const reader = new Reader(at);
      await reader.visitDemo({ headers: { "permissions-policy": `${forbidden}=()` } });
      await reader.settled();
      await reader.toQuestion();
      await reader.toggle(WORDS.readLevels);
      await reader.goesOn([], label);
    });
  }
});
