// What was answered, ticked and started outlives the page, where the host asks for it.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, FIXED, GUIDE, KEY, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const [FIRST, WAITING, THIRD] = REPAIRS;
const { wait: WAIT } = WAITING;
const START = `Start ${WAIT.minutes} min countdown`;
const MINUTE = 60_000;

/** The seconds of a countdown such as `4:09`. */
function seconds(timer) {
  assert.match(timer, /^\d+:\d\d$/);
  const [minutes, rest] = timer.split(":").map(Number);
  return minutes * 60 + rest;
}

/** Starts the countdown, then makes it one that was started so long ago. */
async function startWait(at, minutesAgo) {
  const widget = await new Widget(at).openArticle();
  const title = await widget.driver.getTitle();
  await widget.walkTo(WAITING.id);
  await widget.press(START);
  await widget.until("the countdown", async () => (await widget.timer()) !== null);
  const session = await widget.stored();
  session.wait.started -= minutesAgo * MINUTE;
  await widget.store(session);
  await widget.reload();
  return { widget, title, started: session.wait.started };
}

inEachBrowser((test) => {
  const alone = test.alone("What is stored and said, the session decides.");

  test("a reload keeps the step and what is ticked", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(THIRD.id);
    const ticked = THIRD.instructions.slice(1, 4).map((it) => it.text);
    for (const text of ticked) await widget.tick(text);
    await widget.tick(ticked[1]);
    const before = await widget.record();
    await widget.reload();
    await widget.at(THIRD.text);
    assert.deepEqual(await widget.ticked(), [ticked[0], ticked[2]]);
    assert.deepEqual(await widget.record(), before);
    await widget.press(WORDS.back);
    await widget.at(WAITING.text);
    await widget.press(NOT_FIXED);
    await widget.at(THIRD.text);
    assert.deepEqual(await widget.ticked(), [ticked[0], ticked[2]]);
  });

  test("a reload keeps the countdown running", async (at) => {
    const { widget, started } = await startWait(at, 10);
    await widget.at(WAITING.text);
    const first = await widget.timer();
    const left = await widget.driver.executeScript(
      "return Math.ceil((arguments[0] - Date.now()) / 1000)",
      started + WAIT.minutes * MINUTE,
    );
    assert.ok(Math.abs(seconds(first) - left) <= 2, `${first} for ${left} seconds`);
    await widget.shows(WAIT.checks[0].text);
    await widget.until("the next second", async () => seconds(await widget.timer()) < seconds(first));
    await widget.press(WORDS.stopWait);
    await widget.until("the button that starts it", () => widget.hasButton(START));
    assert.equal(await widget.timer(), null);
    assert.equal((await widget.stored()).wait, null);
  });

  alone("a countdown that ended while the page was closed says so in the title", async (at) => {
    const { widget, title } = await startWait(at, WAIT.minutes + 1);
    await widget.at(WAITING.text);
    await widget.titled(`${WORDS.timeIsUp} · ${title}`);
    assert.equal(await widget.timer(), WORDS.timeIsUp);
    assert.ok((await widget.text()).includes(WAIT.over));
    await widget.press(NOT_FIXED);
    await widget.at(THIRD.text);
    await widget.titled(title);
  });

  test("a countdown that ends before the eyes says so", async (at) => {
    const { widget, title } = await startWait(at, WAIT.minutes - 3 / 60);
    await widget.until("the end", async () => (await widget.timer()) === WORDS.timeIsUp);
    await widget.shows(WAIT.over);
    await widget.titled(`${WORDS.timeIsUp} · ${title}`);
    assert.equal(await widget.said(), WAIT.over);
  });

  alone("a countdown goes on behind another step, and ends with the walk", async (at) => {
    const { widget } = await startWait(at, 10);
    await widget.press(WORDS.looksDangerous);
    await widget.at(WORDS.dangerQuestion);
    await widget.press(WORDS.back);
    await widget.at(WAITING.text);
    assert.ok(seconds(await widget.timer()) <= (WAIT.minutes - 10) * 60);
    await widget.press(WORDS.back);
    await widget.at(FIRST.text);
    await widget.press(FIXED);
    await widget.at(DONE);
    assert.equal((await widget.stored()).wait, null, "nobody waits at the good end");
  });

  alone("the title has nothing to say at the good end", async (at) => {
    const { widget, title } = await startWait(at, WAIT.minutes + 1);
    await widget.titled(`${WORDS.timeIsUp} · ${title}`);
    await widget.press(WORDS.back);
    await widget.at(FIRST.text);
    await widget.press(FIXED);
    await widget.at(DONE);
    await widget.titled(title);
  });

  alone("Forget this empties the storage and starts over", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(THIRD.id);
    assert.equal((await widget.stored()).guide, GUIDE.id);
    await widget.toggle(WORDS.trail);
    await widget.press(WORDS.forget);
    await widget.at(WORDS.dangerQuestion);
    assert.equal(await widget.nStored(), 0, KEY);
    await widget.reload();
    await widget.at(WORDS.dangerQuestion);
    assert.deepEqual((await widget.record()).entries, []);
    assert.equal(await widget.nStored(), 0);
  });

  alone("without resume nothing is stored", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ARTICLE });
    await widget.walkTo(FIRST.id);
    await widget.tick(FIRST.instructions[0].text);
    await widget.press(NOT_FIXED);
    await widget.at(WAITING.text);
    await widget.press(START);
    await widget.toggle(WORDS.trail);
    assert.equal(await widget.hasButton(WORDS.startAgain), true);
    assert.equal(await widget.hasButton(WORDS.forget), false);
    assert.equal(await widget.nStored(), 0);
    await widget.reload();
    await widget.at(WORDS.dangerQuestion);
    assert.deepEqual((await widget.record()).entries, []);
  });
});
