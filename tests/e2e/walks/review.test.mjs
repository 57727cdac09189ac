// Answers that rarely come together are remarked on, can be looked at again, and one of them changed.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { headingOf, labelOf, QUESTIONS, stepOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { CONTRADICTORY } from "../helpers/people.mjs";

/** Answers as one who mixes things up, up to the step on which the widget remarks on it. */
async function walkToRemark(at) {
  const widget = await new Widget(at).open();
  const isRemarked = async () => (await widget.reading()).remark !== "";
  const last = Object.keys(CONTRADICTORY).at(-1);
  await widget.walkAs(CONTRADICTORY, last, async (step) => assert.equal(await isRemarked(), false, step));
  assert.equal(await isRemarked(), false);
  await widget.answer(CONTRADICTORY[last]);
  return widget;
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("the remark comes with the answer that does not fit, and leads to the answers", async (at) => {
    const widget = await walkToRemark(at);
    const step = await widget.step();
    assert.equal((await widget.reading()).remark, `${WORDS.answersRarelyMeet} ${WORDS.lookAgain}`);
    await widget.turn(WORDS.lookAgain);
    await widget.at(WORDS.review);
    await widget.focusOn(WORDS.review);
    assert.ok((await widget.text()).includes("They may all be right: rare things happen."));
    assert.equal((await widget.eventsNamed("step")).at(-1).step, "review");
    const expected = Object.entries(CONTRADICTORY).map(([id, choice]) => {
      const { text } = stepOf(id);
      return { text, result: labelOf(id, choice), change: WORDS.change(text) };
    });
    assert.deepEqual(await widget.answers(), expected, "the answers, without what was tried");
    await widget.turn(WORDS.answersAreRight);
    await widget.at(headingOf(step));
    assert.equal((await widget.reading()).remark, `${WORDS.answersRarelyMeet} ${WORDS.lookAgain}`);
  });

  test("Back leaves the review as it came", async (at) => {
    const widget = await walkToRemark(at);
    const [step, before] = [await widget.step(), await widget.record()];
    await widget.turn(WORDS.lookAgain);
    await widget.at(WORDS.review);
    await widget.turn(WORDS.back);
    await widget.at(headingOf(step));
    assert.deepEqual(await widget.record(), before);
  });

  test("with the wrong answer changed, the remark is gone and the other answers stay", async (at) => {
    const widget = await walkToRemark(at);
    await widget.turn(WORDS.lookAgain);
    await widget.at(WORDS.review);
    await widget.turn(WORDS.change(stepOf("what-fails").text));
    await widget.at(headingOf("what-fails"));
    await widget.answer("both-buds");
    assert.equal((await widget.reading()).remark, "");
    const answers = (await widget.record()).entries.filter((it) => QUESTIONS.some(({ id }) => id === it.step));
    const results = Object.fromEntries(answers.map((it) => [it.step, it.result]));
    assert.deepEqual(results, { ...CONTRADICTORY, "what-fails": "both-buds" });
    await widget.walkAs(CONTRADICTORY, "service");
  });

  test("the remark stays in the way of nobody: the walk goes on to its end", async (at) => {
    const widget = await walkToRemark(at);
    await widget.walkAs(CONTRADICTORY, "service");
    assert.equal((await widget.reading()).remark, `${WORDS.answersRarelyMeet} ${WORDS.lookAgain}`);
    await widget.turn(WORDS.lookAgain);
    await widget.at(WORDS.review);
  });
});
