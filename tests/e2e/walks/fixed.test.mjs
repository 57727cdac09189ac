// "They charge now", at each of the six stages in turn, leads to the good end.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { DONE, FIXED, GUIDE, REPAIRS, SERVICE } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  for (const [idx, repair] of [...REPAIRS, { id: "service", text: SERVICE.text }].entries()) {
    test(`fixed at ${repair.id}`, async (at) => {
      const widget = await new Widget(at).openArticle();
      await widget.walkTo(repair.id);
      await widget.press(FIXED);
      await widget.at(DONE);

      const text = await widget.text();
      assert.ok(text.includes(repair.id === "service" ? "It works after all." : `What helped: ${repair.text}`), text);
      for (const { text: advice } of GUIDE.aftercare) assert.ok(text.includes(advice), advice);

      const [outcome, ...more] = await widget.eventsNamed("outcome");
      assert.equal(more.length, 0);
      assert.deepEqual([outcome.outcome, outcome.step, outcome.guide], ["fixed", repair.id, GUIDE.id]);

      const { entries, ...head } = await widget.record();
      const { started, ...rest } = head;
      assert.match(started, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      assert.deepEqual(rest, {
        format: 1,
        product: GUIDE.product,
        title: GUIDE.title,
        guide: GUIDE.id,
        guide_version: GUIDE.version,
        outcome: "fixed",
        // Following the article, nothing is weighed, and nothing was added.
        could_be: [],
        details: {},
        readings: [],
      });
      const tried = REPAIRS.slice(0, idx).map((it) => [it.id, it.text, "not-fixed", "did not help"]);
      assert.deepEqual(
        entries.map((it) => [it.step, it.text, it.result, it.result_text]),
        [["dangers", "Danger check", "none", "no sign of danger"], ...tried, [repair.id, repair.text, "fixed", "it works"]],
      );
      assert.match(await widget.recordText(), /Where it stands: it works/);
    });
  }
});
