// A danger stops the walk at any point, with what to do.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, NOT_FIXED, REPAIRS, SERVICE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

const [, SECOND, THIRD] = REPAIRS;

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("each danger in turn shows its advice, and Back undoes", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.at(WORDS.dangerQuestion);
    for (const { id, text, advice } of GUIDE.dangers) {
      await widget.tick(text);
      await widget.until("the button to the advice", () => widget.hasButton(WORDS.showAdvice));
      assert.equal(await widget.isTicked(text), true);
      assert.deepEqual(await widget.ticked(), [text]);
      assert.equal(await widget.hasButton(WORDS.noDanger), false, "a danger that is ticked cannot be denied");
      await widget.press(WORDS.showAdvice);
      await widget.at(WORDS.stopped);

      const shown = await widget.text();
      for (const line of [GUIDE.danger_advice.text, text, ...advice]) assert.ok(shown.includes(line), line);
      for (const other of GUIDE.dangers.filter((it) => it.id !== id)) {
        assert.equal(shown.includes(other.text), false, other.text);
      }
      assert.equal(await (await widget.link(SERVICE.action)).getAttribute("href"), SERVICE.contacts[0].url);
      const answer = (await widget.eventsNamed("answer")).at(-1);
      assert.deepEqual([answer.step, answer.choice, answer.dangers], ["dangers", "found", [id]]);
      assert.equal((await widget.eventsNamed("outcome")).at(-1).outcome, "stopped");
      const { outcome, entries } = await widget.record();
      assert.equal(outcome, "stopped");
      assert.deepEqual(entries.map((it) => [it.step, it.result, it.result_text]), [["dangers", "found", text]]);

      await widget.press(WORDS.back);
      await widget.at(WORDS.dangerQuestion);
      assert.deepEqual(await widget.ticked(), []);
    }
    assert.deepEqual((await widget.record()).entries, []);
  });

  test("several dangers together show all their advice", async (at) => {
    const widget = await new Widget(at).openArticle();
    const [one, other] = [GUIDE.dangers[1], GUIDE.dangers[3]];
    await widget.tick(one.text);
    await widget.tick(other.text);
    await widget.tick(GUIDE.dangers[0].text);
    await widget.tick(GUIDE.dangers[0].text);
    await widget.press(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    const shown = await widget.text();
    for (const line of [...one.advice, ...other.advice]) assert.ok(shown.includes(line), line);
    assert.equal(shown.includes(GUIDE.dangers[0].text), false);
  });

  test("a danger that is unticked again can be denied", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.tick(GUIDE.dangers[0].text);
    await widget.until("the button to the advice", () => widget.hasButton(WORDS.showAdvice));
    await widget.tick(GUIDE.dangers[0].text);
    await widget.until("the button that denies", () => widget.hasButton(WORDS.noDanger));
    await widget.press(WORDS.noDanger);
    await widget.at(REPAIRS[0].text);
  });

  test("a danger need not be named", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.at(WORDS.dangerQuestion);
    assert.ok((await widget.text()).includes(GUIDE.danger_advice.text));
    await widget.press(WORDS.yesDanger);
    await widget.at(WORDS.stopped);
    const text = await widget.text();
    assert.ok(text.includes(GUIDE.danger_advice.text));
    for (const { advice } of GUIDE.dangers) assert.ok(text.includes(advice[0]), advice[0]);
    const [answer] = await widget.eventsNamed("answer");
    assert.deepEqual([answer.choice, answer.dangers], ["found", []]);
    await widget.press(WORDS.back);
    await widget.at(WORDS.dangerQuestion);
    assert.equal(await widget.hasButton(WORDS.back), false);
  });

  test("a danger is reported in the middle of a walk", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(SECOND.id);
    await widget.press(NOT_FIXED);
    await widget.at(THIRD.text);
    await widget.press(WORDS.looksDangerous);
    await widget.at(WORDS.dangerQuestion);
    await widget.press(WORDS.back);
    await widget.at(THIRD.text);

    await widget.press(WORDS.looksDangerous);
    await widget.at(WORDS.dangerQuestion);
    await widget.press(WORDS.yesDanger);
    await widget.at(WORDS.stopped);
    assert.equal((await widget.record()).outcome, "stopped");
    await widget.press(WORDS.back);
    await widget.at(WORDS.dangerQuestion);
    assert.equal((await widget.record()).outcome, "open");
    await widget.press(WORDS.noDanger);
    await widget.at(THIRD.text);
    await widget.press(NOT_FIXED);
    await widget.at(REPAIRS[3].text);
  });

  test("a danger can be reported from the service step, and support called from its advice", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo("service");
    await widget.press(WORDS.looksDangerous);
    await widget.at(WORDS.dangerQuestion);
    await widget.tick(GUIDE.dangers[1].text);
    await widget.press(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    await (await widget.link(SERVICE.action)).click();
    await widget.until("the handover", async () => (await widget.eventsNamed("handover")).length === 1);
    // Danger outranks all: the advice stays on the screen.
    assert.equal(await widget.heading(), WORDS.stopped);
    assert.ok((await widget.text()).includes(GUIDE.dangers[1].advice[0]));
    assert.equal((await widget.record()).outcome, "stopped");
  });
});
