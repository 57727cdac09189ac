// What got wet is not charged, whether it is said at the start or on the way.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, headingOf, labelOf, QUESTIONS, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { RAINED_ON } from "../helpers/people.mjs";

const WET = GUIDE.dangers.find((it) => it.id === "wet");

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("wet at the start: nothing is asked, the advice says not to charge it", async (at) => {
    const widget = await new Widget(at).open();
    await widget.tick(WET.text);
    await widget.turn(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    const text = await widget.text();
    for (const line of WET.advice) assert.ok(text.includes(line), line);
    const { outcome, entries } = await widget.record();
    assert.equal(outcome, "stopped");
    assert.deepEqual(entries.map((it) => [it.step, it.result]), [["dangers", "found"]]);
    assert.equal(await widget.couldBe(), null, "no causes are weighed where there is danger");
  });

  test("wet on the way: the cause becomes more likely, and damp is one press from the danger check", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(RAINED_ON, "got-wet");
    assert.ok((await widget.text()).includes(QUESTIONS.find((it) => it.id === "got-wet").help));
    await widget.answer("yes-dry");
    assert.equal((await widget.reading()).changed, "More likely since your last answer: Moisture got in and did damage.");
    const after = await widget.step();

    await widget.turn(WORDS.looksDangerous);
    await widget.at(headingOf("dangers"));
    await widget.turn(WORDS.back);
    await widget.at(headingOf(after));
    await widget.turn(WORDS.looksDangerous);
    await widget.tick(WET.text);
    await widget.turn(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    const { entries } = await widget.record();
    const yes = entries.find((it) => it.step === "got-wet");
    assert.equal(yes.result_text, labelOf("got-wet", "yes-dry"), "the answer stays on the record");
    assert.equal(entries.at(-1).result_text, WET.text);
  });

  test("wet on the way, and still damp: nothing more is charged", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(RAINED_ON, "got-wet");
    await widget.answer("yes-damp");
    await widget.at(WORDS.stopped);
    const text = await widget.text();
    for (const line of WET.advice) assert.ok(text.includes(line), line);
  });

  test("wet on the way, and dry by now: the walk comes to an end", async (at) => {
    const widget = await new Widget(at).open();
    const steps = await widget.walkAs(RAINED_ON, "service");
    assert.ok(steps.includes("rest"), `it is left to dry: ${steps}`);
  });
});
