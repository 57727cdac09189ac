// What has the focus is in sight: nothing covers it on a phone, where the answers stay at the end of the window.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { REPAIRS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { inWindow } from "../helpers/narrow.mjs";

const REPAIR = REPAIRS.find((it) => it.instructions.some((row) => row.heading));
const END = '<p><a href="#end">Behind the widget</a></p>';

/** Goes on by this key until the focus leaves the widget, and returns what had it. */
async function isInSightThroughout(widget, press, mayLeave) {
  const names = [];
  for (;;) {
    await press();
    const { name, inWidget } = await widget.focus();
    if (!inWidget) return names;
    assert.ok(names.length < 80, "the focus never leaves the widget");
    assert.equal(await widget.coversFocus(), "", `what covers “${name}”`);
    const { leaves, shows } = await widget.focusInWindow();
    assert.ok(leaves <= mayLeave && shows >= 12, `“${name}” leaves the window by ${leaves} and shows ${shows}`);
    names.push(name);
  }
}

inEachBrowser((test, browser) => {
  const alone = test.alone("What is unfolded is longer, and tried in each.");

  // Firefox does not scroll for what it shows a part of.
  const mayLeave = browser === "Firefox" ? 24 : 0.5;
  for (const [what, isOpen] of [["folded", false], ["unfolded", true]]) {
    (isOpen ? test : alone)(`a repair, ${what}, on a phone, there and back`, async (at) => {
      await inWindow(at, 360, { attributes: ARTICLE, end: END }, async (widget) => {
        await widget.answerByMethod("none");
        while ((await widget.step()) !== REPAIR.id) await widget.answerByMethod("not-fixed");
        if (isOpen) await widget.openAll();
        await widget.focusHeading();
        const there = await isInSightThroughout(widget, () => widget.keys(Key.TAB), mayLeave);
        for (const { text } of REPAIR.instructions) assert.ok(there.includes(text), text);
        const back = await isInSightThroughout(widget, () => widget.shiftTab(), mayLeave);
        assert.deepEqual(back.toReversed(), there);
      }, 640);
    });
  }
});
