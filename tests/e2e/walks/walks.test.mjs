// People with different faults, each asked and led to the end that is right for them, and told why on the way.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, headingOf, QUESTIONS, REPAIRS, SERVICE, stepOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED, NO_POWER, WORN } from "../helpers/people.mjs";

/** Walks on the demo page to this end, and reads each step: what it is called, why it comes and what is ahead. */
async function walk(at, person, to) {
  const widget = await new Widget(at).open();
  const look = async (step) => {
    const { aside, count, heading, ahead, why } = await widget.reading();
    assert.equal(heading, headingOf(step));
    if (step === "dangers") return;
    const { minutes, wait } = stepOf(step);
    const parts = minutes > 0 || !wait ? [`about ${Math.ceil(minutes)} min`] : [];
    if (wait) parts.push(`${wait.minutes} min wait`);
    assert.equal(aside, parts.join(" + "), step);
    assert.match(ahead, WORDS.aheadOf, step);
    const question = QUESTIONS.find((it) => it.id === step);
    assert.equal(count, question ? WORDS.aQuestion : WORDS.tryThis, step);
    if (question) {
      const causes = why.match(/^Why ask: The answer helps to tell “(.+)” from “(.+)”\./);
      assert.equal(new Set(causes?.slice(1)).size, 2, `${step}: ${why}`);
      assert.deepEqual(await widget.choices(), question.choices.map((it) => it.text));
      assert.ok((await widget.text()).includes(question.help ?? ""), step);
    } else {
      assert.match(why, /^Why now: It helps in .+ of \d+ cases like yours and takes .+\./, step);
      assert.match(why, /\bWhy this helps: /, step);
    }
  };
  const steps = await widget.pressAs(person, to, look);
  assert.equal(new Set(steps).size, steps.length, "nothing comes twice");
  assert.deepEqual((await widget.record()).entries.map((it) => it.step).slice(0, steps.length), steps);
  return { widget, steps };
}

inEachBrowser((test) => {
  const alone = test.alone("The session decides; one walk shows that each browser comes to an end.");

  test("dirty contacts are wiped, and nothing that cannot be it is tried before", async (at) => {
    const { widget, steps } = await walk(at, DIRTY, "fixed");
    assert.deepEqual([steps[1], steps.at(-1)], ["what-fails", "dry-wipe"]);
    for (const other of ["charge-case", "other-cable", "firmware", "reset"]) assert.ok(!steps.includes(other), other);
    await widget.at(DONE);
    assert.ok((await widget.text()).includes(`What helped: ${stepOf("dry-wipe").text}`));
    const [outcome] = await widget.eventsNamed("outcome");
    assert.deepEqual([outcome.outcome, outcome.step], ["fixed", "dry-wipe"]);
  });

  alone("a worn battery leads to support, which says what it is and what is left", async (at) => {
    const { widget, steps } = await walk(at, WORN, "service");
    assert.ok(steps.length < REPAIRS.length + 3, `quickly: ${steps}`);
    const { ahead, why } = await widget.reading();
    assert.equal(ahead, "");
    assert.match(why, /^Most likely: An earbud battery is worn or failing \(.+ cases like yours\)\. What is left to try /);
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    const { outcome, entries } = await widget.record();
    assert.equal(outcome, "service");
    assert.deepEqual(entries.map((it) => it.step), [...steps, "service"]);
  });

  alone("both dead and no light: the case is charged first, and the broken cable is found", async (at) => {
    const { widget, steps } = await walk(at, NO_POWER, "fixed");
    assert.deepEqual(steps.slice(0, 4), ["dangers", "what-fails", "case-light", "charge-case"]);
    assert.equal(steps.at(-1), "other-cable");
    assert.ok((await widget.text()).includes(`What helped: ${stepOf("other-cable").text}`));
  });

  alone("all charges but an earbud runs empty: support after few questions and no repair", async (at) => {
    const { widget, steps } = await walk(at, DRAINED, "service");
    const repairs = steps.filter((it) => !["dangers", ...QUESTIONS.map((it) => it.id)].includes(it));
    assert.deepEqual(repairs, []);
    assert.match((await widget.reading()).why, /^Most likely: An earbud battery is worn or failing/);
    assert.ok(await widget.hasButton(WORDS.keepTrying), "it can be tried all the same");
  });

  alone("who is sure of nothing comes to an end as well", async (at) => {
    const { widget, steps } = await walk(at, {}, "service");
    assert.ok(steps.includes("seat") && steps.includes("dry-wipe"), `the likely repairs were tried: ${steps}`);
    assert.equal((await widget.reading()).remark, "", "nothing was said, so nothing contradicts");
    const { entries } = await widget.record();
    const asked = entries.filter((it) => QUESTIONS.some((question) => question.id === it.step));
    assert.ok(asked.length > 0 && asked.every((it) => it.result === "not-sure"));
  });
});
