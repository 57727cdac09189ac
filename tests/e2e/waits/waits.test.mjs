// A countdown keeps to the time whatever becomes of the clock, and leaves time for a question.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { labelOf, stepOf, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { CLOCKS, EMPTY, HOUR, MINUTE, pass, showsTime, start, waiting, WAITING, wind } from "../helpers/waiting.mjs";

inEachBrowser((test) => {
  const alone = test.alone("The element decides by the two clocks that each browser has.");

  test("a reload keeps the countdown and its end", async (at) => {
    const widget = await waiting(at);
    const [ends, timer] = [await widget.ends(), await widget.timer()];
    assert.match(ends, /^Until \d\d:\d\d$/);
    await widget.shows(WORDS.mayClose);
    await widget.reload();
    await widget.at(WAITING.text);
    assert.equal(await widget.ends(), ends);
    await widget.until("the next second", async () => (await widget.timer()) < timer);
  });

  test("a page that stores nothing is not to be closed", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ARTICLE });
    await widget.walkTo(WAITING.id);
    await start(widget);
    assert.equal((await widget.text()).includes(WORDS.mayClose), false);
  });

  for (const [how, moved] of [["back", -HOUR], ["ahead", HOUR]]) {
    (how === "back" ? test : alone)(`a system clock that is set ${how} neither stops the countdown nor moves its end`, async (at) => {
      await at.preload(CLOCKS);
      const widget = await waiting(at);
      await showsTime(widget, "30:00");
      await pass(widget, MINUTE);
      await showsTime(widget, "29:00");
      const [ends, { started }] = [await widget.ends(), (await widget.stored()).wait];
      await wind(widget, { system: moved, steady: 0 });
      await widget.until("the end by the new clock", async () => (await widget.ends()) !== ends);
      assert.equal(await widget.timer(), "29:00");
      assert.equal((await widget.stored()).wait.started, started + moved);
      await pass(widget, 2 * MINUTE);
      await showsTime(widget, "27:00");
      await pass(widget, HOUR);
      await showsTime(widget, WORDS.timeIsUp);
    });
  }

  test("the time that a computer has slept counts, also where its steady clock stood still", async (at) => {
    await at.preload(CLOCKS);
    const widget = await waiting(at);
    const ends = await widget.ends();
    // It takes a computer a moment to fall asleep and to wake.
    await wind(widget, { system: 10 * MINUTE + 3_000, steady: 3_000 });
    await showsTime(widget, "19:57");
    assert.equal(await widget.ends(), ends);
  });

  alone("a start that lies ahead of a clock that was set back makes the wait no longer", async (at) => {
    const widget = await waiting(at);
    const session = await widget.stored();
    await widget.store({ ...session, wait: { ...session.wait, started: session.wait.started + HOUR } });
    await widget.reload();
    await widget.until("the second after the start", async () => /^29:5\d$/.test(await widget.timer()));
  });

  alone("a quick question leads there, and back to the countdown", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(EMPTY, WAITING.id);
    await start(widget);
    const offered = [];
    for (;;) {
      const name = await widget.quickQuestion();
      if (name === null) break;
      const text = name.slice(WORDS.quickQuestion("").length);
      await widget.turn(name);
      await widget.at(text);
      assert.ok(await widget.hasButton(WORDS.toCountdown));
      // Looking is no answer.
      if (offered.length === 0) {
        await widget.turn(WORDS.back);
        await widget.at(WAITING.text);
        await widget.turn(name);
      }
      const step = await widget.step();
      assert.equal(stepOf(step).meanwhile, true);
      offered.push(step);
      // The last answer that is no danger is the rare one, after which the plan may have something else to do.
      await widget.turn(labelOf(step, stepOf(step).choices.findLast((it) => !it.dangers).id));
      await widget.at(WAITING.text);
      assert.match(await widget.timer(), /^\d+:\d\d$/);
    }
    assert.ok(offered.length > 0 && new Set(offered).size === offered.length, offered.join(", "));
    const { entries } = await widget.record();
    assert.deepEqual(entries.map((it) => it.step), ["dangers", ...Object.keys(EMPTY), ...offered]);
    await widget.reload();
    await widget.at(WAITING.text);
    await widget.answer("not-fixed");
    assert.equal(await widget.timer(), null);
  });

  alone("who follows the article is asked nothing", async (at) => {
    assert.equal(await (await waiting(at)).quickQuestion(), null);
  });
});
