// Support is advised where it saves time, never forced: one can go on at home, and turn to support at any step.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { headingOf, QUESTIONS, SERVICE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED, RAINED_ON } from "../helpers/people.mjs";

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("“Keep trying at home” leads through all that is left, and then there is nothing to keep trying", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DRAINED, "service");
    assert.match((await widget.reading()).why, /What is left to try takes .+ and helps in .+ cases like yours\.$/);
    await widget.answer("keep-trying");
    const steps = await widget.walkAs(DRAINED, "service");
    assert.ok(steps.length > 1, "something was left to try");
    for (const step of steps) assert.ok(!QUESTIONS.some((it) => it.id === step), `${step} is something to try`);
    assert.equal(await widget.hasButton(WORDS.keepTrying), false);
    assert.equal((await widget.reading()).why.includes("What is left to try"), false);
    const results = (await widget.record()).entries.filter((it) => it.step === "service").map((it) => it.result);
    assert.deepEqual(results, ["keep-trying"]);
    assert.ok((await widget.recordText()).includes(`${SERVICE.text}: went on at home (`));
  });

  test("what is tried on can help, and Back takes the wish to go on back", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DRAINED, "service");
    await widget.answer("keep-trying");
    const first = await widget.step();
    await widget.turn(WORDS.back);
    await widget.at(SERVICE.text);
    assert.equal((await widget.record()).entries.some((it) => it.result === "keep-trying"), false);
    await widget.answer("keep-trying");
    await widget.at(headingOf(first));
    await widget.answer("fixed");
    assert.equal(await widget.step(), "fixed");
  });

  test("“Get support” leads to support from every question and repair, and Back returns", async (at) => {
    const widget = await new Widget(at).open();
    const look = async (step) => {
      if (step === "dangers") return;
      const before = await widget.record();
      await widget.turn(WORDS.toSupport);
      await widget.at(SERVICE.text);
      assert.ok(await widget.link(SERVICE.action));
      await widget.turn(WORDS.back);
      await widget.at(headingOf(step));
      assert.deepEqual(await widget.record(), before, step);
    };
    await widget.walkAs(RAINED_ON, "service", look);
  });

  test("who asked for support early can be handed over, or go on at home after all", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "dock-light");
    await widget.turn(WORDS.toSupport);
    await widget.at(SERVICE.text);
    await widget.answer("keep-trying");
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.turn(WORDS.toSupport);
    await widget.at(SERVICE.text);
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    assert.equal((await widget.record()).outcome, "service");
    await widget.turn(WORDS.back);
    assert.equal((await widget.record()).outcome, "open");
  });
});
