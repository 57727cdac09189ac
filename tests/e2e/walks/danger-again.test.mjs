// The danger check holds for some hours and for who has answered it: in a page that stays open, that comes back, or whose
// element was away, and behind a link. No answer is lost by it, and nobody is called away from elsewhere.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { WORN } from "../helpers/people.mjs";
import { CLOCKS, HOUR, MINUTE, pass } from "../helpers/waiting.mjs";

const [FIRST, SECOND, THIRD] = REPAIRS;
const NIGHT = 9 * HOUR;
const LONG_AGO = "You were asked this some hours ago, and things may have changed. Your answers are kept.";
const BY_OTHERS = "Somebody else answered this, at an earlier time.";
const SUPPORT = "Get support";

// In the page, before its scripts: what would come each minute comes at once.
const HASTE = `const { setInterval } = window;
  window.setInterval = (run, ms, ...args) => setInterval(run, ms === ${MINUTE} ? 100 : ms, ...args);`;

/** A person of the article at its second repair, whose clocks a test winds. */
async function atRepair(at, { attributes = ARTICLE, scripts = "", ...page } = {}) {
  await at.preload(CLOCKS + scripts);
  const widget = await new Widget(at).openPage({ attributes, ...page });
  await widget.walkTo(SECOND.id);
  return widget;
}

/** Sees that the check is at hand, with what was answered, and that this step comes behind it. */
async function asksAgain(widget, then = SECOND) {
  await widget.at(WORDS.dangerQuestion);
  await widget.shows(LONG_AGO);
  const steps = (await widget.record()).entries.map((it) => it.step);
  assert.deepEqual(steps.slice(0, 2), ["dangers", FIRST.id], "the check has still its first answer");
  await widget.turn(WORDS.noDanger);
  await widget.at(then.text);
}

/** The session of somebody else with these parts, by a code with the right sum. */
function madeUp(parts) {
  const text = `1.${GUIDE.id}.${GUIDE.version}.mwrmynk0.${parts}`;
  let sum = ~0;
  for (const byte of Buffer.from(text)) {
    sum ^= byte;
    for (let n = 0; n < 8; n++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return `#fault-finder=${text}.${(~sum >>> 0).toString(36)}`;
}

inEachBrowser((test) => {
  const alone = test.alone("The session decides.");

  for (const [how, event] of [
    ["comes into sight", "document.dispatchEvent(new Event('visibilitychange'))"],
    ["was kept by the browser and is shown", "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"],
  ]) {
    test(`a page that ${how} after a night asks at once`, async (at) => {
      const widget = await atRepair(at);
      await pass(widget, 5 * HOUR);
      await at.driver.executeScript(event);
      await widget.inPage("return host.start()");
      assert.equal(await widget.heading(), SECOND.text, "it holds for hours");
      await pass(widget, 2 * HOUR);
      await at.driver.executeScript(event);
      await asksAgain(widget);
    });
  }

  alone("a page that nobody touches asks by itself", async (at) => {
    const widget = await atRepair(at, { scripts: HASTE });
    await pass(widget, NIGHT);
    await asksAgain(widget);
    assert.deepEqual((await widget.eventsNamed("step")).map((it) => it.step), ["dangers", FIRST.id, SECOND.id, "dangers", SECOND.id]);
  });

  alone("an answer that is given after a night is kept, by a press and by the method", async (at) => {
    const widget = await atRepair(at);
    await pass(widget, NIGHT);
    await widget.press(NOT_FIXED);
    await asksAgain(widget, THIRD);
    await pass(widget, NIGHT);
    await widget.answerByMethod("cannot-do", THIRD.id);
    await widget.at(WORDS.dangerQuestion);
    const results = (await widget.record()).entries.map((it) => `${it.step} ${it.result}`);
    const expected = [`${FIRST.id} not-fixed`, `${SECOND.id} not-fixed`, "dangers none", `${THIRD.id} cannot-do`];
    assert.deepEqual(results, expected);
    // Behind it nothing else is answered.
    await widget.answerByMethod("fixed", REPAIRS[3].id);
    assert.equal(await widget.heading(), WORDS.dangerQuestion);
  });

  alone("nobody is called away from another part of the page", async (at) => {
    const widget = await atRepair(at, { before: '<label>Search <input id="search"></label>' });
    const focusId = () => at.driver.executeScript("return document.activeElement.id");
    await at.driver.executeScript("document.querySelector('#search').focus()");
    await pass(widget, NIGHT);
    await at.driver.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
    await widget.at(WORDS.dangerQuestion);
    await widget.inPage("return host.answer('dangers', 'nonsense')");
    assert.equal(await focusId(), "search");
    // Whoever is in the widget is led to what is there now.
    await widget.turn(WORDS.noDanger);
    await widget.focusOn(SECOND.text);
    await pass(widget, NIGHT);
    await at.driver.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
    await widget.focusOn(WORDS.dangerQuestion);
  });

  test("an element that was out of the page for a night asks", async (at) => {
    const widget = await atRepair(at);
    await widget.inPage("window.out = host; host.remove()");
    await at.driver.executeScript(`clocks.system += ${NIGHT}; clocks.steady += ${NIGHT}; document.querySelector("main").append(out)`);
    await widget.settled();
    await asksAgain(widget);
  });

  alone("a stored session asks after a night, and its record says what was found then", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: `${ARTICLE} resume` });
    await widget.walkTo(SECOND.id);
    const session = await widget.stored();
    for (const it of session.evidence) it.at -= NIGHT;
    await widget.store(session);
    const { result_text: found } = (await widget.record()).entries[0];
    await widget.reload();
    assert.equal((await widget.record()).entries[0].result_text, found);
    await asksAgain(widget);
  });

  alone("a made-up link leads nobody past the check", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: `${ASKING} resume` });
    for (const parts of [`n1.v.r${SECOND.id}`, "nzzzz.k2", `n1.a2.what-fails.both-buds.v.r${SECOND.id}`]) {
      await at.driver.get(`${at.server.origin}/blank.html`);
      await at.driver.get(`${at.server.origin}/page.html${madeUp(parts)}`);
      await widget.settled();
      assert.equal(await widget.heading(), WORDS.dangerQuestion, parts);
      await widget.shows(BY_OTHERS);
      assert.ok((await widget.banner()).startsWith("You see the session of somebody else"));
      const { entries } = await widget.record();
      for (const [step, choice] of [[SECOND.id, "not-fixed"], [FIRST.id, "not-fixed"], ["service", "keep-trying"]]) {
        await widget.answerByMethod(choice, step);
      }
      await widget.inPage("return host.back()");
      assert.equal(await widget.heading(), WORDS.dangerQuestion, parts);
      assert.deepEqual((await widget.record()).entries, entries);
      // Whoever only looks finds the record without it.
      await widget.turn(SUPPORT);
      assert.ok((await widget.recordText()).includes(entries.at(-1).result_text));
      await widget.turn(WORDS.back);
      assert.equal(await widget.heading(), WORDS.dangerQuestion);
      await widget.turn(WORDS.noDanger);
      assert.notEqual(await widget.heading(), WORDS.dangerQuestion, parts);
    }
    assert.equal(await widget.nStored(), 0);
  });

  alone("whoever was asked in the session of somebody else is not asked again when the element is moved", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs(WORN, "service");
    const link = await widget.sharedLink();
    await at.driver.get(`${at.server.origin}/blank.html`);
    await at.driver.get(link);
    await widget.settled();
    await widget.turn(WORDS.keepTrying);
    assert.equal(await widget.step(), "dangers");
    await widget.turn(WORDS.noDanger);
    const step = await widget.step();
    await widget.inPage("document.body.append(host)");
    await widget.settled();
    assert.equal(await widget.step(), step);
    await widget.reload();
    await widget.turn(WORDS.keepTrying);
    assert.equal(await widget.step(), "dangers", "but a link says nothing of whoever opens it");
  });
});
