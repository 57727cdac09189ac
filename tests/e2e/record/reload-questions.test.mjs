// A session that stands at a question outlives the page, with its countdown.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { headingOf, labelOf, stepOf, WORDS } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, RED_LIGHT } from "../helpers/people.mjs";

const WAITING = stepOf("light-on-cable");
const { wait: WAIT } = WAITING;
const START = `Start ${WAIT.minutes} min countdown`;
const MINUTE = 60_000;

/** Starts the countdown of a question, then makes it one that was started so long ago. */
async function startWait(at, minutesAgo) {
  const widget = await new Widget(at).open();
  await widget.walkAs(RED_LIGHT, WAITING.id);
  assert.ok((await widget.text()).includes(WAIT.text));
  await widget.turn(START);
  const session = await widget.stored();
  assert.equal(session.wait.step, WAITING.id);
  session.wait.started -= minutesAgo * MINUTE;
  await widget.store(session);
  await widget.reload();
  await widget.at(WAITING.text);
  return widget;
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("a reload keeps the step, the answers and the odds", async (at) => {
    const widget = await new Widget(at).open();
    const look = async (step) => {
      const [before, reading, couldBe] = [await widget.record(), await widget.reading(), await widget.couldBe()];
      await widget.reload();
      await widget.at(headingOf(step));
      assert.deepEqual(await widget.record(), before);
      assert.deepEqual(await widget.reading(), reading);
      assert.deepEqual(await widget.couldBe(), couldBe);
    };
    // Before the first answer there is nothing to keep.
    await widget.walkAs(DIRTY, "what-fails");
    await widget.walkAs(DIRTY, "fixed", look);
    await widget.reload();
    assert.equal(await widget.step(), "fixed");
  });

  test("a reload keeps what was put off, and that one goes on at home", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs({}, "what-fails");
    await widget.answer("later");
    await widget.turn(WORDS.toSupport);
    await widget.answer("keep-trying");
    const step = await widget.step();
    await widget.reload();
    await widget.at(headingOf(step));
    const results = (await widget.record()).entries.map((it) => it.result);
    assert.deepEqual(results, ["none", "later", "keep-trying"]);
  });

  test("without resume, a reload starts over", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs(DIRTY, "dock-light");
    assert.equal(await widget.nStored(), 0);
    await widget.reload();
    await widget.at(WORDS.dangerQuestion);
    assert.deepEqual((await widget.record()).entries, []);
  });

  test("a question's countdown goes on over a reload", async (at) => {
    const widget = await startWait(at, 1);
    const first = await widget.timer();
    const [minutes, seconds] = first.split(":").map(Number);
    const left = minutes * 60 + seconds;
    const most = (WAIT.minutes - 1) * 60;
    assert.ok(left <= most && left > most - 60, `${left} seconds`);
    await widget.until("the next second", async () => (await widget.timer()) !== first);
    await widget.turn(WORDS.stopWait);
    assert.equal(await widget.timer(), null);
    assert.equal((await widget.stored()).wait, null);
  });

  test("a question's countdown that ended while the page was closed says so, and the answer ends it", async (at) => {
    const widget = await startWait(at, WAIT.minutes + 1);
    assert.equal(await widget.timer(), WORDS.timeIsUp);
    assert.ok((await widget.text()).includes(WAIT.over));
    const ours = `${WORDS.timeIsUp} · `;
    await widget.until("the title", async () => (await widget.driver.getTitle()).startsWith(ours));
    const title = await widget.driver.getTitle();
    await widget.turn(labelOf(WAITING.id, "none"));
    await widget.titled(title.slice(ours.length));
    assert.equal((await widget.stored()).wait, null);
  });

  test("a question's countdown goes on while another step is done, with a way back to it", async (at) => {
    const widget = await startWait(at, 1);
    await widget.answer("later");
    assert.notEqual(await widget.step(), WAITING.id);
    assert.notEqual((await widget.stored()).wait, null);
    await widget.turn(WORDS.toCountdown);
    await widget.at(WAITING.text);
    assert.match(await widget.timer(), /^[0-3]:\d\d$/);
    await widget.turn(labelOf(WAITING.id, "steady"));
    assert.equal(await widget.hasButton(WORDS.toCountdown), false);
  });
});
