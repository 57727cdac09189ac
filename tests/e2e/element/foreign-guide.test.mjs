// Any guide by URL leads on, whatever its numbers are: with odds of zero, with one fault, without questions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

const LAMP = new URL("../../fixtures/desk-lamp.json", import.meta.url);
const DARK = "Still dark";
const SUPPORT = "Ask Acme";
const QUESTION = "Does another device work in the same socket?";

/** Opens a page with the lamp's guide, changed, past the danger check. */
async function openLamp(at, change) {
  const guide = JSON.parse(readFileSync(LAMP, "utf8"));
  change(guide);
  at.server.route("/lamp.json", guide);
  const widget = await new Widget(at).openPage({ attributes: 'guide="/lamp.json"' });
  assert.equal(await widget.state(), "ready");
  await widget.turn(WORDS.noDanger);
  return widget;
}

/** Opens it at its question, which has a third answer that no fault explains. */
async function openAtImpossible(at) {
  const widget = await openLamp(at, ({ questions: [question] }) => {
    question.choices.push({ id: "never", text: "Neither" });
    for (const row of Object.values(question.odds)) row.push(0);
  });
  await widget.turn(DARK);
  await widget.at(QUESTION);
  return widget;
}

/** Gives up on each repair in turn; returns the headings on the way to support. */
async function failAll(widget) {
  const headings = [];
  for (let heading = await widget.heading(); heading !== SUPPORT; heading = await widget.heading()) {
    headings.push(heading);
    await widget.turn((await widget.hasButton(DARK)) ? DARK : WORDS.notSure);
  }
  return headings;
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("an answer that nothing explains leads to the review, and can be changed there", async (at) => {
    const widget = await openAtImpossible(at);
    await widget.turn("Neither");
    await widget.at(WORDS.review);
    assert.ok((await widget.text()).includes("No cause that we know explains all of these answers."));
    assert.deepEqual((await widget.answers()).map((it) => it.result), ["Neither"]);
    assert.equal(await widget.hasButton(WORDS.answersAreRight), false, "there is nothing to go on with");
    assert.equal(await widget.couldBe(), null);
    await widget.turn(WORDS.change(QUESTION));
    await widget.at(QUESTION);
    await widget.turn("Yes");
    assert.equal((await widget.reading()).remark, "");
    assert.notEqual(await widget.couldBe(), null);
    await failAll(widget);
  });

  test("from that review support can be reached, and Back returns to the question", async (at) => {
    const widget = await openAtImpossible(at);
    await widget.turn("Neither");
    await widget.at(WORDS.review);
    await widget.turn(SUPPORT);
    await widget.at(SUPPORT);
    assert.ok((await widget.text()).includes("They mend lamps."));
    assert.equal(await widget.hasButton(WORDS.keepTrying), false);
    await widget.turn(WORDS.back);
    await widget.at(WORDS.review);
    await widget.turn(WORDS.back);
    await widget.at(QUESTION);
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), ["dangers", "plug"]);
  });

  test("that review outlives a reload", async (at) => {
    const widget = await openAtImpossible(at);
    await widget.inPage("host.resume = true");
    await widget.settled();
    await widget.at(QUESTION);
    await widget.turn("Neither");
    await widget.at(WORDS.review);
    await widget.inPage("const again = host.cloneNode(true); host.replaceWith(again)");
    await widget.settled();
    await widget.at(WORDS.review);
  });

  test("repairs that should cure for certain fail: support, without a word of wrong answers", async (at) => {
    const widget = await openLamp(at, (guide) => {
      guide.questions = [];
      guide.repairs = guide.repairs.slice(0, 1);
      guide.repairs[0].fixes = { unplugged: 1, "bulb-dead": 1, hot: 1 };
      guide.repairs[0].voids = [];
    });
    await widget.at("Plug it in");
    await widget.turn(DARK);
    await widget.at(SUPPORT);
    assert.equal((await widget.reading()).remark, "");
    assert.ok((await widget.text()).includes("They mend lamps."));
  });

  test("one fault and no questions: the repairs that may cure it, then support", async (at) => {
    const widget = await openLamp(at, (guide) => {
      guide.faults = guide.faults.slice(0, 1);
      guide.questions = [];
      guide.repairs = guide.repairs.slice(0, 2);
      guide.repairs[0].voids = [];
      guide.repairs[1].fixes = { unplugged: 0.1 };
    });
    const isSure = async () => {
      const { rows } = await widget.couldBe();
      assert.deepEqual(rows, [{ text: "No power", share: "over 9 of 10", percent: 100 }]);
    };
    await widget.at("Plug it in");
    await isSure();
    await widget.turn(DARK);
    await widget.at("Let it cool");
    await isSure();
    await widget.turn(DARK);
    await widget.at(SUPPORT);
    await isSure();
  });

  test("no repair is worth its minutes: support at once, and one can go on all the same", async (at) => {
    const widget = await openLamp(at, (guide) => {
      guide.questions = [];
      guide.repairs = guide.repairs.slice(0, 1);
      guide.repairs[0].fixes = { unplugged: 0.01 };
      guide.repairs[0].minutes = 1000;
      guide.repairs[0].voids = [];
    });
    await widget.at(SUPPORT);
    await widget.turn(WORDS.keepTrying);
    await widget.at("Plug it in");
    await widget.turn(DARK);
    await widget.at(SUPPORT);
    assert.equal(await widget.hasButton(WORDS.keepTrying), false);
  });

  test("a weight of 0: the fault is not listed, and its repair never comes by itself", async (at) => {
    const widget = await openLamp(at, (guide) => {
      guide.faults.find((it) => it.id === "hot").weight = 0;
    });
    const { rows } = await widget.couldBe();
    assert.equal(rows.some((it) => it.text === "Too hot"), false);
    assert.equal(rows.reduce((sum, it) => sum + it.percent, 0), 100);
    const headings = await failAll(widget);
    assert.equal(headings.includes("Let it cool"), false);
    assert.ok(headings.includes("Plug it in"), `${headings}`);
  });

  test("a guide without dangers begins with the first question", async (at) => {
    const guide = JSON.parse(readFileSync(LAMP, "utf8"));
    delete guide.dangers;
    delete guide.danger_advice;
    at.server.route("/lamp.json", guide);
    const widget = await new Widget(at).openPage({ attributes: 'guide="/lamp.json"' });
    await widget.at("Plug it in");
    assert.equal(await widget.hasButton(WORDS.looksDangerous), false);
    await widget.turn("It lights up");
    await widget.at("Your lamp works again");
  });
});
