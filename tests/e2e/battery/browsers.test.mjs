// A browser that cannot read the levels says so to who asks, and is as good for all the rest.

import assert from "node:assert/strict";
import { Reader } from "../helpers/bluetooth/reader.mjs";
import { inChromiumWith, inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { demo } from "../harness/host-page.mjs";
import { NO_POWER } from "../helpers/people.mjs";

/** The steps of a walk by hand to the good end, and what the box for levels says on the way, wherever there is one. */
async function walk(at, attributes) {
  at.server.route("/walk.html", demo(attributes));
  const reader = await new Reader(at).open("/walk.html");
  await reader.inPage("return host.restart()");
  const boxes = [];
  const look = async () => boxes.push(await reader.box());
  const steps = await reader.walkAs(NO_POWER, "fixed", look);
  return { steps, boxes: boxes.filter((it) => it !== null) };
}

/** The tests of a browser in which the box is called this. */
function define(test, heading) {
  test("the walk by hand leads through the same steps, with a closed box beside some of them", async (at) => {
    const { steps, boxes } = await walk(at, "");
    assert.ok(boxes.length > 0, steps.join());
    for (const box of boxes) assert.deepEqual(box, [heading]);
    assert.deepEqual(await walk(at, 'battery="off"'), { steps, boxes: [] });
  });
}

function defineWithout(test) {
  define(test, WORDS.readWhether);
  test("who asks whether it can read is told that it cannot", async (at) => {
    const reader = new Reader(at);
    await reader.open();
    await reader.toQuestion();
    await reader.cannotRead(WORDS.readNotInBrowser);
  });
}

inEachBrowser((test, browser) => {
  // Chromium for Linux has Web Serial without any switch. Firefox has one that knows nothing of Bluetooth.
  if (browser === "Chromium") {
    define(test, WORDS.readLevels);
  } else {
    defineWithout(test);
  }
});

inChromiumWith(["--disable-blink-features=Serial,WebBluetooth"], "Chromium without both ways", defineWithout);
