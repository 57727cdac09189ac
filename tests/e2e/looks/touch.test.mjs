// What was touched does not look pressed: a browser takes the place of the last touch for that of a pointer, and the next
// step has other answers there.

import assert from "node:assert/strict";
import { inChromiumAlone, inChromiumWith } from "../harness/browser.mjs";
import { labelOf } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

const WHY = "Only here can a test have a screen that is touched, or a mouse.";

/** The ground of an answer before and while something points at it. */
async function grounds(at) {
  const widget = await new Widget(at).openPage({});
  await widget.answerByMethod("none");
  const button = await widget.button(labelOf("what-fails", "one-bud"));
  const ground = () => at.driver.executeScript("return getComputedStyle(arguments[0]).backgroundColor", button);
  await at.driver.actions().move({ x: 1, y: 1 }).perform();
  const before = await ground();
  await at.driver.actions().move({ origin: button }).perform();
  return [before, await ground()];
}

// The machine of a test may have no mouse.
inChromiumWith(["--blink-settings=primaryHoverType=2,availableHoverTypes=2"], "Chromium", (test) => {
  test.alone(WHY)("an answer that a mouse is over looks so", async (at) => {
    const [before, pointed] = await grounds(at);
    assert.equal(await at.driver.executeScript("return matchMedia('(hover: hover)').matches"), true);
    assert.notEqual(pointed, before);
  });
});

inChromiumAlone(WHY, (test) => {
  test("a touch leaves nothing behind", async (at) => {
    const send = (command, params) => at.driver.sendDevToolsCommand(`Emulation.${command}`, params);
    await send("setTouchEmulationEnabled", { enabled: true });
    await send("setDeviceMetricsOverride", { width: 390, height: 800, deviceScaleFactor: 1, mobile: true });
    try {
      const [before, touched] = await grounds(at);
      assert.equal(await at.driver.executeScript("return matchMedia('(hover: hover)').matches"), false);
      assert.equal(touched, before);
    } finally {
      await send("clearDeviceMetricsOverride", {});
      await send("setTouchEmulationEnabled", { enabled: false });
    }
  });
});
