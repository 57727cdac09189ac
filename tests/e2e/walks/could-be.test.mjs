// "What it could be": a list of causes with how often it is each, in step with what was answered.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inChromiumAlone } from "../harness/browser.mjs";
import { FIXED, GUIDE, QUESTIONS, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED, RAINED_ON } from "../helpers/people.mjs";

const FAULTS = GUIDE.faults.map((it) => it.text);
const SHARE = /^(over 9 of 10|[1-9] of 10|1 of 20|under 1 of 20)$/;

/** The percents that a share in words may stand for. */
function percents(share) {
  if (share === "over 9 of 10") return [95, 100];
  if (share === "1 of 20") return [3, 8];
  if (share === "under 1 of 20") return [0, 4];
  const tenths = Number(share.split(" ")[0]);
  return [tenths === 1 ? 7 : tenths * 10 - 5, tenths * 10 + 5];
}

/** The rows say what they should, and together they are all there is. */
function isPlausible(rows, step) {
  const sum = rows.reduce((sum, it) => sum + it.percent, 0);
  assert.ok(Math.abs(sum - 100) <= 6, `${step}: the bars sum to ${sum}`);
  for (const [idx, { text, share, percent }] of rows.entries()) {
    const isLast = idx === rows.length - 1;
    assert.ok(FAULTS.includes(text) || (isLast && text === WORDS.rarerCauses), text);
    assert.match(share, SHARE);
    const [least, most] = percents(share);
    assert.ok(percent >= least && percent <= most, `${step}: ${percent} % is no “${share}”`);
    if (FAULTS.includes(text) && idx > 0) assert.ok(percent <= rows[idx - 1].percent, "the likeliest first");
  }
  assert.equal(new Set(rows.map((it) => it.text)).size, rows.length);
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("it is closed at first, and opens and closes by keyboard", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "what-fails");
    assert.equal((await widget.couldBe()).isOpen, false);
    await widget.tabTo(WORDS.whatItCouldBe);
    await widget.keys(Key.ENTER);
    await widget.until("the list", async () => (await widget.couldBe()).isOpen);
    for (const { text, share } of (await widget.couldBe()).rows) {
      const shown = await widget.text();
      assert.ok(shown.includes(text) && shown.includes(share), `${text}: ${share}`);
    }
    await widget.keys(Key.SPACE);
    await widget.until("no list", async () => !(await widget.couldBe()).isOpen);
  });

  for (const [name, person] of Object.entries({ RAINED_ON, DRAINED })) {
    test(`its shares are plausible on each step: ${name}`, async (at) => {
      const widget = await new Widget(at).open();
      const look = async (step) => {
        if (step !== "dangers") isPlausible((await widget.couldBe()).rows, step);
      };
      await widget.walkAs(person, "service", look);
      await look("service");
    });
  }

  test("the causes weigh at first what the guide says", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "what-fails");
    const sum = GUIDE.faults.reduce((sum, it) => sum + it.weight, 0);
    const { rows } = await widget.couldBe();
    for (const { text, percent } of rows.filter((it) => FAULTS.includes(it.text))) {
      const weight = GUIDE.faults.find((it) => it.text === text).weight;
      assert.equal(percent, Math.round((weight / sum) * 100), text);
    }
  });

  test("each answer moves it, and what it says to have moved has moved", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DIRTY, "what-fails");
    const percentOf = async (text) => (await widget.couldBe()).rows.find((it) => it.text === text)?.percent ?? 0;
    let n = 0;
    const look = async () => {
      const { changed } = await widget.reading();
      const [, way, text] = /^(More|Less) likely since your last answer: (.+)\.$/.exec(changed) ?? [];
      if (!text) return;
      n += 1;
      const now = await percentOf(text);
      await widget.turn(WORDS.back);
      const before = await percentOf(text);
      assert.ok(way === "More" ? now > before : now < before, `${changed} ${before} % before, ${now} % now`);
      const [{ choice }] = (await widget.eventsNamed("answer")).slice(-1);
      await widget.answer(choice);
    };
    await widget.walkAs(DIRTY, "dry-wipe", look);
    await look();
    assert.ok(n >= QUESTIONS.filter((it) => it.id in DIRTY).length, "answers were told to have moved it");
  });

  test("it stays beside support that takes over, and goes where the device works", async (at) => {
    const widget = await new Widget(at).open();
    await widget.walkAs(DRAINED, "service");
    const before = await widget.couldBe();
    await (await widget.link(GUIDE.service.action)).click();
    await widget.at(WORDS.handedOver);
    assert.deepEqual((await widget.couldBe()).rows, before.rows);
    await widget.turn(FIXED);
    assert.equal(await widget.couldBe(), null);
  });

  test("following the article, nothing is weighed", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo("service");
    assert.equal(await widget.couldBe(), null);
    const { ahead, changed } = await widget.reading();
    assert.deepEqual([ahead, changed], ["", ""]);
  });
});
