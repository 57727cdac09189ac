// A question is on the record and told to the page as a repair is, and a page can answer it by name.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, headingOf, labelOf, QUESTIONS, SERVICE, stepOf, WORDS } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED, RED_LIGHT, WORN } from "../helpers/people.mjs";

const IDS = QUESTIONS.map((it) => it.id);

/** Lets the page answer by name, and returns the heading once the promise has settled. */
function call(widget, step, choice) {
  const script = `return host.answer(...args).then(() => host.shadowRoot.querySelector("h2").textContent)`;
  return widget.inPage(script, step, choice);
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("the record has each question and what was answered, in words", async (at) => {
    const widget = await new Widget(at).open();
    const person = { ...WORN, "still-connected": "not-sure" };
    const steps = await widget.walkAs(person, "service");
    const record = await widget.record();
    assert.deepEqual(JSON.parse(JSON.stringify(record)), record, "a plain object");
    assert.deepEqual(record.entries.map((it) => it.step), steps);
    const asked = record.entries.filter((it) => IDS.includes(it.step));
    assert.ok(asked.length >= 3);
    const text = await widget.recordText();
    for (const { step, text: question, result, result_text: answer, at: time } of asked) {
      assert.equal(question, stepOf(step).text);
      assert.equal(result, person[step] ?? "not-sure");
      assert.equal(answer, result === "not-sure" ? "not sure" : labelOf(step, result));
      assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      assert.ok(text.includes(`- ${question} ${answer} (`), text);
    }
  });

  test("the events of a walk with questions, in order", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    const steps = await widget.walkAs(DIRTY, "fixed");
    const told = (await widget.events()).map(({ name, detail }) => [name, detail.step, detail.choice ?? detail.outcome]);
    const choices = { dangers: "none", seat: "not-fixed", ...DIRTY };
    const expected = steps.flatMap((it) => [["step", it, undefined], ["answer", it, choices[it] ?? "not-sure"]]);
    assert.deepEqual(told, [["ready", undefined, undefined], ...expected, ["outcome", "dry-wipe", "fixed"]]);
  });

  test("“Not sure”, “Later” and “Keep trying at home” are told by name", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs({}, "what-fails");
    await widget.answer("later");
    await widget.answer("not-sure");
    await widget.turn(WORDS.toSupport);
    await widget.at(SERVICE.text);
    await widget.answer("keep-trying");
    const choices = (await widget.eventsNamed("answer")).map((it) => it.choice);
    assert.deepEqual(choices, ["none", "later", "not-sure", "keep-trying"]);
    assert.equal((await widget.eventsNamed("answer")).at(-1).step, "service");
    assert.deepEqual((await widget.eventsNamed("step")).map((it) => it.step).includes("service"), true);
  });

  test("the handover takes the questions along", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    const steps = await widget.walkAs(DRAINED, "service");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    const [{ record }] = await widget.eventsNamed("handover");
    assert.deepEqual(record.entries.map((it) => it.step), [...steps, "service"]);
    assert.deepEqual(record, await widget.record());
  });

  test("a page answers by name: questions, “not-sure”, “later”, and “keep-trying”", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await call(widget, "dangers", "none");
    assert.equal(await widget.step(), "what-fails");
    const after = await call(widget, "what-fails", "later");
    assert.notEqual(after, headingOf("what-fails"));
    await widget.inPage("return host.back()");
    await call(widget, "what-fails", DRAINED["what-fails"]);
    for (let step = await widget.step(); step !== "service"; step = await widget.step()) {
      const heading = await call(widget, step, DRAINED[step] ?? (IDS.includes(step) ? "not-sure" : "later"));
      assert.notEqual(heading, headingOf(step));
    }
    const heading = await call(widget, "service", "keep-trying");
    assert.notEqual(heading, SERVICE.text);
    const entry = (await widget.record()).entries.find((it) => it.step === "what-fails");
    assert.deepEqual([entry.result, entry.result_text], ["drains", labelOf("what-fails", "drains")]);
  });

  test("a name that does not apply changes nothing", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs({}, "what-fails");
    const before = await widget.record();
    const wrong = [["what-fails", "no-such-choice"], ["what-fails", "fixed"], ["case-light", "green"], ["seat", "later"],
      ["service", "keep-trying"], ["review", "later"], ["dangers", "later"], ["what-fails", ""]];
    for (const [step, choice] of wrong) {
      assert.equal(await call(widget, step, choice), headingOf("what-fails"), `${step}: ${choice}`);
    }
    assert.deepEqual(await widget.record(), before);
    assert.equal((await widget.eventsNamed("answer")).length, 1);
  });

  test("an answer that means danger, given by name, stops the walk", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs(RED_LIGHT, "light-on-cable");
    assert.equal(await call(widget, "light-on-cable", RED_LIGHT["light-on-cable"]), WORDS.stopped);
    assert.equal((await widget.record()).outcome, "stopped");
    assert.equal((await widget.record()).guide, GUIDE.id);
  });

  test("a double click on an answer is one answer", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({}, "what-fails");
    await widget.doubleClick(labelOf("what-fails", "both-buds"));
    await widget.at(headingOf("case-light"));
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), ["dangers", "what-fails"]);
    await widget.doubleClick(WORDS.back);
    await widget.at(headingOf("what-fails"));
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), ["dangers"]);
  });
});
