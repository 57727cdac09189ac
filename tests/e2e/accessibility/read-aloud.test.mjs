// A walk as a screen reader reads it out. What it says is in fixtures/read-aloud-*.txt, to be read like a conversation;
// RENEW_READ_ALOUD=1 writes them anew.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, REPAIRS, SERVICE, WORDS } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";
import { readAloud } from "../helpers/read-aloud.mjs";

const WAITING = REPAIRS.find((it) => it.wait);

// What differs from one run to the next.
const STEADY = [
  [/\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d/g, "(a date)"],
  [/\(\d\d:\d\d\)/g, "(a time)"],
  [/Until \d\d:\d\d/g, "Until (a time)"],
  [/http\S+#fault-finder=\S+/g, "(the link)"],
  [/timer: \d+:\d\d/g, "timer: (what is left)"],
  // Of a bar, Chromium 150 tells the words, and 156 the share.
  [/(progress bar “[^”]+”, )Step (\d+) of (\d+)/g, (_, bar, step, all) => `${bar}${Math.round((100 * step) / all)} %`],
];

async function reads(widget, step) {
  const lines = await readAloud(widget.driver, GUIDE.title);
  const text = STEADY.reduce((all, [pattern, words]) => all.replaceAll(pattern, words), `${lines.join("\n")}\n`);
  const file = new URL(`../fixtures/read-aloud-${step}.txt`, import.meta.url);
  if (process.env.RENEW_READ_ALOUD) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"), `${step} reads otherwise`);
}

inChromiumAlone("No other browser tells what it tells a screen reader.", (test) => {
  test("the danger check, a question, a repair and the good end", async (at) => {
    const widget = await new Widget(at).open();
    await reads(widget, "danger-check");
    await widget.walkAs(DIRTY, "what-fails");
    await reads(widget, "question");
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.tick(GUIDE.repairs.find((it) => it.id === "dry-wipe").instructions[0].text);
    await reads(widget, "repair");
    await widget.answer("fixed");
    await reads(widget, "fixed");
    await widget.turn(WORDS.back);
    await widget.openAll();
    await reads(widget, "repair-unfolded");
  });

  test("a countdown and the way to support", async (at) => {
    const widget = await new Widget(at).openArticle();
    await widget.walkTo(WAITING.id);
    await widget.turn(`Start ${WAITING.wait.minutes} min countdown`);
    await reads(widget, "waiting");
    await widget.answerByMethod("not-fixed");
    await widget.walkAs({}, "service");
    await reads(widget, "service");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    await reads(widget, "handed-over");
  });

  test("a danger", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.tick(GUIDE.dangers[1].text);
    await widget.turn(WORDS.showAdvice);
    await reads(widget, "stopped");
  });
});
