// The whole walk with nothing but the keyboard.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { answersOf, DONE, FIXED, GUIDE, headingOf, labelOf, NOT_FIXED, REPAIRS, SERVICE, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const [FIRST, WAITING, THIRD] = REPAIRS;
const START = `Start ${WAITING.wait.minutes} min countdown`;

/** Waits for the step with this heading, and for the focus to be on the heading. */
async function isAt(widget, heading) {
  await widget.at(heading);
  await widget.focusOn(heading);
  assert.equal((await widget.focus()).tag, "h2");
}

inEachBrowser((test) => {
  const alone = test.alone("Other walks show how each browser moves the focus.");

  test("to the good end", async (at) => {
    const widget = await new Widget(at).openArticle();
    assert.deepEqual((await widget.focus()).tag, "body", "loading the page steals no focus");
    await widget.pressByKey(GUIDE.dangers[0].text, Key.SPACE);
    await widget.until("the tick", () => widget.isTicked(GUIDE.dangers[0].text));
    assert.equal((await widget.focus()).name, GUIDE.dangers[0].text, "a tick keeps the focus");
    await widget.keys(Key.SPACE);
    await widget.until("no tick", async () => !(await widget.isTicked(GUIDE.dangers[0].text)));
    await widget.pressByKey(WORDS.noDanger);
    await isAt(widget, FIRST.text);
    for (const { text } of FIRST.instructions) {
      await widget.pressByKey(text, Key.SPACE);
      await widget.until("the tick", () => widget.isTicked(text));
    }
    await widget.pressByKey(NOT_FIXED, Key.SPACE);
    await isAt(widget, WAITING.text);
    await widget.pressByKey(WORDS.back);
    await isAt(widget, FIRST.text);
    await widget.pressByKey(FIXED, Key.SPACE);
    await isAt(widget, DONE);
    await widget.pressByKey(WORDS.startAgain);
    await isAt(widget, WORDS.dangerQuestion);
  });

  alone("through questions and repairs as the plan has them, to the good end", async (at) => {
    const widget = await new Widget(at).open();
    let step = "dangers";
    for (let n = 0; step !== "fixed"; n++) {
      const choice = answersOf(DIRTY)[step];
      await widget.pressByKey(labelOf(step, choice), n % 2 ? Key.SPACE : Key.ENTER);
      await widget.until("the next step", async () => (await widget.step()) !== step);
      step = await widget.step();
      await isAt(widget, headingOf(step));
    }
    const steps = (await widget.record()).entries.map((it) => it.step);
    assert.deepEqual([steps[1], steps.at(-1)], ["what-fails", "dry-wipe"]);
  });

  test("“Not sure”, “Later”, “Get support” and on at home", async (at) => {
    const widget = await new Widget(at).open();
    await widget.pressByKey(WORDS.noDanger);
    await isAt(widget, headingOf("what-fails"));
    const isPast = async (step) => {
      await widget.until("the next step", async () => (await widget.step()) !== step);
      const next = await widget.step();
      await isAt(widget, headingOf(next));
      return next;
    };
    await widget.pressByKey(WORDS.notSure, Key.SPACE);
    const second = await isPast("what-fails");
    await widget.pressByKey(WORDS.later);
    const third = await isPast(second);
    await widget.pressByKey(WORDS.toSupport);
    assert.equal(await isPast(third), "service");
    await widget.pressByKey(WORDS.back);
    assert.equal(await isPast("service"), third);
    await widget.pressByKey(WORDS.toSupport, Key.SPACE);
    assert.equal(await isPast(third), "service");
    await widget.pressByKey(WORDS.keepTrying);
    await isPast("service");
  });

  alone("to the service end, and past the danger check", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.pressByKey(WORDS.noDanger, Key.SPACE);
    for (const [idx, repair] of REPAIRS.entries()) {
      await isAt(widget, repair.text);
      await widget.pressByKey([NOT_FIXED, WORDS.alreadyDone, WORDS.cannotDo][idx % 3], idx % 2 ? Key.SPACE : Key.ENTER);
    }
    await isAt(widget, SERVICE.text);
    await widget.pressByKey(WORDS.looksDangerous);
    await isAt(widget, WORDS.dangerQuestion);
    await widget.pressByKey(GUIDE.dangers[1].text, Key.SPACE);
    await widget.pressByKey(WORDS.showAdvice);
    await isAt(widget, WORDS.stopped);
    await widget.pressByKey(WORDS.back);
    await isAt(widget, WORDS.dangerQuestion);
    await widget.pressByKey(WORDS.noDanger);
    await isAt(widget, SERVICE.text);
    await widget.pressByKey(SERVICE.action);
    await isAt(widget, WORDS.handedOver);
    assert.equal(await widget.leftFor(), SERVICE.contacts[0].url);
  });

  alone("an earlier answer is changed through the trail", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(THIRD.id);
    await widget.pressByKey(WORDS.trail);
    await widget.pressByKey(WORDS.change(FIRST.text));
    await isAt(widget, FIRST.text);
    await widget.pressByKey(WORDS.cannotDo);
    await isAt(widget, THIRD.text);
  });

  test("the countdown keeps the focus in the widget", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(WAITING.id);
    await widget.pressByKey(START);
    await widget.until("the countdown", async () => (await widget.timer()) !== null);
    await isAt(widget, WAITING.text);
    await widget.until("the live region", async () => (await widget.said()).includes(String(WAITING.wait.minutes)));
    await widget.pressByKey(WORDS.stopWait);
    await widget.until("the button that starts it", () => widget.hasButton(START));
    await isAt(widget, WAITING.text);
  });

  test("nothing is trapped", async (at) => {
    const end = '<p><a href="#end">Behind the widget</a></p>';
    const widget = await new Widget(at).openPage({ end, attributes: `${ARTICLE} resume` });
    await widget.walkTo(WAITING.id);
    const thereAndBack = async (name) => {
      await widget.tabTo("Behind the widget");
      assert.equal((await widget.focus()).inWidget, false);
      await widget.shiftTab();
      assert.equal((await widget.focus()).inWidget, true);
      await widget.shiftTabTo(name);
    };
    await thereAndBack(FIXED);
    await widget.keys(Key.ENTER);
    await isAt(widget, DONE);
    await thereAndBack("Copy");
  });

  test("loading a page steals no focus, with a stored session either", async (at) => {
    const field = '<input autofocus aria-label="Search" />';
    const widget = await new Widget(at).openPage({ end: field, attributes: `${ARTICLE} resume` });
    await widget.focusOn("Search");
    await widget.walkTo(THIRD.id);
    await widget.reload();
    await widget.at(THIRD.text);
    await widget.focusOn("Search");
  });
});
