// The trail says what each answer has changed, and a changed answer what came of that.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { headingOf, labelOf, NOT_FIXED, readGuide, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("the trail says what each answer has changed", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({ "what-fails": "one-bud" }, "dock-light");
    await widget.answer("not-sure");
    await widget.toggle(WORDS.trail);
    assert.deepEqual(await widget.moves(), [
      "",
      "made more likely: The metal contacts are dirty",
      "made less likely: An earbud is not fully in place",
      "",
    ]);
  });

  test("a changed answer is told once: from what to what, and what that has moved", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({ "what-fails": "one-bud" }, "dock-light");
    assert.equal(await widget.change(), "");
    await widget.toggle(WORDS.trail);
    await widget.turn(WORDS.change(headingOf("what-fails")));
    assert.equal(await widget.change(), "");
    await widget.answer("both-buds");
    const [to, from] = ["both-buds", "one-bud"].map((it) => labelOf("what-fails", it));
    const moved = "More likely since your last answer: The case itself is empty.";
    assert.equal(await widget.change(), `Changed: “${to}”, before “${from}”. ${moved}`);
    assert.equal((await widget.reading()).changed, "", "it is not told twice");
    await widget.answer("not-sure");
    assert.equal(await widget.change(), "");
  });

  test("a changed answer says which later ones count no more", async (at) => {
    const guide = readGuide();
    guide.repairs.find((it) => it.id === "seat").voids = ["what-fails"];
    at.server.route("/guide.json", guide);
    const widget = await new Widget(at).openPage({ attributes: 'guide="/guide.json"' });
    await widget.walkAs({ "what-fails": "one-bud" }, "seat");
    await widget.answer("already-done");
    await widget.toggle(WORDS.trail);
    await widget.turn(WORDS.change(headingOf("seat")));
    await widget.turn(NOT_FIXED);
    const [change, lost] = [await widget.change(), headingOf("what-fails")];
    assert.ok(change.endsWith(`No longer counts: “${lost}”.`), change);
  });
});
