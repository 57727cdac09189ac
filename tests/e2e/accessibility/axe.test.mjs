// axe-core finds nothing wrong with any kind of step, in light and in dark.

import assert from "node:assert/strict";
import { hasNoViolation } from "../helpers/axe.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, FIXED, GUIDE, NOT_FIXED, REPAIRS, SERVICE, stepOf, WORDS } from "../harness/guide.mjs";
import { eachKind } from "../helpers/kinds.mjs";
import { Widget } from "../harness/page.mjs";
import { CONTRADICTORY, DRAINED, RED_LIGHT } from "../helpers/people.mjs";

const GROUPED = REPAIRS.find((it) => it.instructions.some((row) => row.heading));
const WAITING = REPAIRS.find((it) => it.wait);

inEachBrowser((test) => {
  const alone = test.alone("axe reads the page and its styles, and a step of one kind shows that each browser tells the same.");

  test("danger check and the stop", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.at(WORDS.dangerQuestion);
    await hasNoViolation(widget, "danger check");
    await widget.tick(GUIDE.dangers[1].text);
    await widget.until("the button to the advice", () => widget.hasButton(WORDS.showAdvice));
    await hasNoViolation(widget, "danger ticked");
    await widget.press(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    await hasNoViolation(widget, "stopped");
    await widget.toggle(WORDS.sources);
    await hasNoViolation(widget, "stopped, sources open");
  });

  alone("repairs, plain and in groups, with all of it open", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(REPAIRS[0].id);
    await widget.tick(REPAIRS[0].instructions[0].text);
    await hasNoViolation(widget, "plain repair");
    for (const { text } of REPAIRS.slice(0, REPAIRS.indexOf(GROUPED))) {
      await widget.at(text);
      await widget.press(NOT_FIXED);
    }
    await widget.at(GROUPED.text);
    await hasNoViolation(widget, "repair in groups");
    for (const name of [WORDS.more, WORDS.sources, WORDS.trail]) await widget.toggle(name);
    await hasNoViolation(widget, "repair with all open");
  });

  alone("the countdown, before, while and after it runs", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(WAITING.id);
    await hasNoViolation(widget, "wait ready");
    await widget.press(`Start ${WAITING.wait.minutes} min countdown`);
    await widget.until("the countdown", async () => (await widget.timer()) !== null);
    await hasNoViolation(widget, "wait running");
    const session = await widget.stored();
    await widget.store({ ...session, wait: { ...session.wait, started: session.wait.started - 3_600_000 } });
    await widget.reload();
    await widget.at(WAITING.text);
    assert.equal(await widget.timer(), WORDS.timeIsUp);
    await hasNoViolation(widget, "wait over");
  });

  alone("the ends", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo("service", "cannot-do");
    await hasNoViolation(widget, "service");
    for (const name of [WORDS.more, WORDS.otherRegions]) await widget.toggle(name);
    await hasNoViolation(widget, "service with all open");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    await hasNoViolation(widget, "handed over");
    await widget.press(FIXED);
    await widget.at(DONE);
    await hasNoViolation(widget, "fixed");
  });

  alone("a question, its wait and what it could be", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(RED_LIGHT, "what-fails");
    await hasNoViolation(widget, "question");
    await widget.answer(RED_LIGHT["what-fails"]);
    for (const name of [WORDS.whatItCouldBe, WORDS.sources, WORDS.trail]) await widget.toggle(name);
    await hasNoViolation(widget, "question with all open");
    await widget.walkAs(RED_LIGHT, "light-on-cable");
    await hasNoViolation(widget, "question with a wait");
    await widget.turn(`Start ${stepOf("light-on-cable").wait.minutes} min countdown`);
    await hasNoViolation(widget, "question with a countdown");
    await widget.answer("later");
    await hasNoViolation(widget, "the way to a countdown");
    await widget.turn(WORDS.toCountdown);
    await widget.answer(RED_LIGHT["light-on-cable"]);
    await hasNoViolation(widget, "stopped by an answer");
  });

  alone("a repair that is computed, the remark and the review", async (at) => {
    const widget = await new Widget(at).open();
    const [last] = Object.keys(CONTRADICTORY).toReversed();
    await widget.walkAs(CONTRADICTORY, last);
    await widget.answer(CONTRADICTORY[last]);
    await widget.toggle(WORDS.whatItCouldBe);
    await hasNoViolation(widget, "repair with the remark");
    await widget.turn(WORDS.lookAgain);
    await widget.at(WORDS.review);
    await hasNoViolation(widget, "review");
  });

  alone("the service step with what is left and what it could be", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DRAINED, "service");
    await widget.toggle(WORDS.whatItCouldBe);
    await hasNoViolation(widget, "service with bars");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    await widget.toggle(WORDS.whatItCouldBe);
    await hasNoViolation(widget, "handed over with bars");
  });

  alone("the failure", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: 'guide="no-such-guide"' });
    assert.equal(await widget.state(), "failed");
    await widget.until("the alert", () => widget.alert());
    await hasNoViolation(widget, "failure");
  });

  alone("a step of each kind from the right, on a phone, with all of it open", async (at) => {
    await eachKind(at, 360, { root: 'lang="ar"' }, async (widget, kind) => {
      await widget.openAll();
      assert.equal(await widget.language(), "ar");
      await hasNoViolation(widget, `${kind} in Arabic`);
    });
  });
});
