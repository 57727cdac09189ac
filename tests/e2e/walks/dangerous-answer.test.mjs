// An answer that means danger stops the walk like the danger check does.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, headingOf, labelOf, stepOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { RED_LIGHT } from "../helpers/people.mjs";

const QUESTION = stepOf("light-on-cable");
const CHOICE = QUESTION.choices.find((it) => it.id === RED_LIGHT[QUESTION.id]);
const DANGERS = GUIDE.dangers.filter((it) => CHOICE.dangers.includes(it.id));

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("it shows the advice for its dangers, and tells the page", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(RED_LIGHT, "stopped");
    const text = await widget.text();
    for (const line of DANGERS.flatMap((it) => [it.text, ...it.advice])) assert.ok(text.includes(line), line);
    for (const other of GUIDE.dangers.filter((it) => !DANGERS.includes(it))) assert.equal(text.includes(other.text), false);
    assert.equal(await widget.couldBe(), null);

    const { outcome, entries } = await widget.record();
    assert.equal(outcome, "stopped");
    const [answer, danger] = entries.slice(-2);
    assert.deepEqual([answer.step, answer.result], [QUESTION.id, CHOICE.id]);
    assert.deepEqual([danger.step, danger.result], ["dangers", "found"]);
    assert.equal(entries.filter((it) => it.step === "dangers").length, 1, "that there was none is taken back");
    const told = (await widget.events()).slice(-3).map(({ name, detail }) => [name, detail.step ?? null]);
    assert.deepEqual(told, [["answer", QUESTION.id], ["answer", "dangers"], ["outcome", null]]);
    assert.deepEqual((await widget.eventsNamed("answer")).at(-1).dangers, CHOICE.dangers);
  });

  test("Back takes the answer back and asks for dangers again, and the walk goes on from there", async (at) => {
    const widget = await new Widget(at).open();
    const steps = await widget.walkAs(RED_LIGHT, "stopped");
    await widget.turn(WORDS.back);
    await widget.at(WORDS.dangerQuestion);
    const { outcome, entries } = await widget.record();
    assert.equal(outcome, "open");
    const answered = steps.filter((it) => it !== "dangers" && it !== QUESTION.id);
    assert.deepEqual(entries.map((it) => it.step), answered);
    await widget.answer("none");
    await widget.at(headingOf(QUESTION.id));
    await widget.turn(labelOf(QUESTION.id, "steady"));
    assert.equal((await widget.record()).outcome, "open");
  });

  test("it outlives a reload", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(RED_LIGHT, "stopped");
    await widget.reload();
    await widget.at(WORDS.stopped);
    assert.ok((await widget.text()).includes(DANGERS[0].advice[0]));
  });
});
