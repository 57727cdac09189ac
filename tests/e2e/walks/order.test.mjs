// The host can switch between the computed order and the article's at any time, and no answer is lost.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { headingOf, NOT_FIXED, QUESTIONS, REPAIRS, SERVICE } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED } from "../helpers/people.mjs";

function follow(widget, order) {
  return widget.inPage("host.order = args[0]", order);
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("from computed to the article and back, with all answers", async (at) => {
    const widget = await new Widget(at).open();
    const steps = await widget.walkAs(DIRTY, "dry-wipe");
    assert.ok(steps.includes("seat"));
    const before = await widget.record();
    await follow(widget, "article");
    const next = REPAIRS.find((it) => !steps.includes(it.id));
    await widget.at(next.text);
    assert.equal((await widget.reading()).count, `Step ${REPAIRS.indexOf(next) + 1} of ${REPAIRS.length + 1}`);
    assert.deepEqual(await widget.record(), { ...before, could_be: [] }, "nothing is weighed");
    assert.equal(await widget.couldBe(), null);
    await follow(widget, "best");
    await widget.at(headingOf("dry-wipe"));
    assert.deepEqual(await widget.record(), before);
    assert.notEqual(await widget.couldBe(), null);
  });

  test("what was tried by the article is known to the plan", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(REPAIRS[2].id);
    await follow(widget, "best");
    await widget.at(headingOf("what-fails"));
    const steps = await widget.walkAs(DRAINED, "service");
    for (const { id } of REPAIRS.slice(0, 2)) assert.equal(steps.includes(id), false, `${id} is not tried again`);
    assert.ok(QUESTIONS.some((it) => steps.includes(it.id)));
  });

  test("the article is followed to its end after questions were answered", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DRAINED, "service");
    await follow(widget, "article");
    for (const repair of REPAIRS) {
      await widget.at(repair.text);
      await widget.turn(NOT_FIXED);
    }
    await widget.at(SERVICE.text);
    const answered = (await widget.record()).entries.filter((it) => it.step in DRAINED);
    assert.ok(answered.length > 0, "the answers are still on the record");
  });

  test("without the attribute the order is computed", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(REPAIRS[0].id);
    await widget.inPage("host.removeAttribute('order')");
    await widget.at(headingOf("what-fails"));
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });
});
