// What is pressed is large enough for a thumb, on each kind of step on a phone, with all of it unfolded.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { eachKind } from "../helpers/kinds.mjs";

const LARGE = 44;
// What is this large needs as much room around its middle.
const LEAST = 24;

/** How far apart the middle of one thing and another thing are. */
function distance(one, other) {
  const [x, y] = [one.x + one.width / 2, one.y + one.height / 2];
  const dx = Math.max(other.x - x, 0, x - other.x - other.width);
  const dy = Math.max(other.y - y, 0, y - other.y - other.height);
  return Math.hypot(dx, dy);
}

function isLargeEnough(target, targets) {
  if (target.height >= LARGE && target.width >= LARGE) return true;
  const hasRoom = targets.every((it) => it === target || distance(target, it) >= LEAST / 2);
  return target.height >= LEAST && target.width >= LEAST && hasRoom;
}

inEachBrowser((test) => {
  test("each control is large, or has room around it", async (at) => {
    let nLooked = 0;
    await eachKind(at, 360, {}, async (widget, kind) => {
      await widget.openAll();
      const targets = await widget.targets();
      const small = targets.filter((it) => !it.isInSentence && !isLargeEnough(it, targets));
      const told = small.map((it) => `${it.name}: ${it.width.toFixed(1)} × ${it.height.toFixed(1)}`);
      assert.deepEqual(told, [], `too small at: ${kind}`);
      assert.ok(targets.length > 5, `${kind} has ${targets.length} controls`);
      nLooked += 1;
    });
    assert.equal(nLooked, 7);
  });
});
