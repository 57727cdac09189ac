// "Not sure", "Later", "Did that already" and "Can't do this", where the next step is computed.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, headingOf, QUESTIONS, stepOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

/** The shares of all that it could be. */
async function shares(widget) {
  if (!(await widget.couldBe()).isOpen) await widget.toggle(WORDS.whatItCouldBe);
  return (await widget.couldBe()).rows;
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("“Not sure” is no evidence: the odds stay, and it is not asked again", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({}, "what-fails");
    const before = await shares(widget);
    await widget.answer("not-sure");
    assert.deepEqual(await shares(widget), before);
    assert.equal((await widget.reading()).changed, "", "nothing has changed");
    const steps = await widget.walkAs({}, "service");
    assert.equal(steps.includes("what-fails"), false);
    const entry = (await widget.record()).entries.find((it) => it.step === "what-fails");
    assert.deepEqual([entry.result, entry.result_text], ["not-sure", "not sure"]);
  });

  test("a question that one was not sure about can be answered through the trail", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({}, "what-fails");
    await widget.answer("not-sure");
    await widget.toggle(WORDS.trail);
    await widget.turn(WORDS.change(headingOf("what-fails")));
    await widget.at(headingOf("what-fails"));
    await widget.answer("drains");
    assert.match((await widget.reading()).changed, /^More likely since your last answer: /);
    assert.equal((await widget.record()).entries.filter((it) => it.step === "what-fails").length, 1);
  });

  test("“Later”: a question comes back when nothing else is worth doing", async (at) => {
    const widget = await new Widget(at).open();
    const person = { ...DIRTY, seat: "already-done", "dry-wipe": "cannot-do", "case-light": "orange" };
    await widget.walkAs(person, "case-light");
    await widget.answer("later");
    const steps = await widget.walkAs(person, "case-light");
    assert.ok(steps.length > 0, "something else came first");
    await widget.answer(person["case-light"]);
    const results = (await widget.record()).entries.filter((it) => it.step === "case-light").map((it) => it.result);
    assert.deepEqual(results, [person["case-light"]], "the answer takes the place of “later”");
    await widget.walkAs(person, "service");
  });

  test("“Later”: a repair comes back when nothing else is worth doing, and can help then", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.answer("later");
    assert.notEqual(await widget.step(), "dry-wipe");
    assert.deepEqual((await widget.record()).entries.at(-1).result, "later");
    const steps = await widget.walkAs(DIRTY, "dry-wipe");
    assert.ok(steps.length > 0);
    await widget.answer("fixed");
    assert.equal(await widget.step(), "fixed");
  });

  test("“Later”: what was put off is there on request through the trail", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "seat");
    await widget.answer("later");
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.toggle(WORDS.trail);
    await widget.turn(WORDS.change(headingOf("seat")));
    await widget.at(headingOf("seat"));
    // To look and to put it off once more leads back to where one was.
    await widget.answer("later");
    await widget.at(headingOf("dry-wipe"));
    if (!(await widget.hasButton(WORDS.change(headingOf("seat"))))) await widget.toggle(WORDS.trail);
    await widget.turn(WORDS.change(headingOf("seat")));
    await widget.at(headingOf("seat"));
    await widget.answer("fixed");
    assert.equal(await widget.step(), "fixed");
  });

  test("“Did that already” counts as tried, “Can’t do this” does not, and neither comes again", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "seat");
    const share = async () => {
      const row = (await shares(widget)).find((it) => it.text === GUIDE.faults.find(({ id }) => id === "not-seated").text);
      return row?.percent ?? 0;
    };
    const before = await share();
    await widget.answer("cannot-do");
    assert.equal(await share(), before, "not done, so nothing is known");
    await widget.turn(WORDS.back);
    await widget.answer("already-done");
    assert.ok((await share()) < before, "done in vain, so it is less likely");
    const person = { ...DIRTY, "dry-wipe": "cannot-do" };
    const steps = await widget.walkAs(person, "service");
    assert.equal(steps.includes("seat"), false);
    assert.equal(steps.filter((it) => it === "dry-wipe").length, 1);
    await widget.toggle(WORDS.notTriedYet);
    assert.ok(await widget.hasButton(stepOf("dry-wipe").text), "what could not be done is listed at the end");
    assert.equal(await widget.hasButton(stepOf("seat").text), false, "what was done is not");
  });

  test("each question offers both", async (at) => {
    const widget = await new Widget(at).open();
    const look = async (step) => {
      if (!QUESTIONS.some((it) => it.id === step)) return;
      assert.ok((await widget.hasButton(WORDS.notSure)) && (await widget.hasButton(WORDS.later)), step);
    };
    await widget.walkAs({}, "service", look);
  });
});
