// Where nothing helps, the walk leads to support, and the record goes with it.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { FIXED, GUIDE, NOT_FIXED, REPAIRS, SERVICE, STEPS, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

// One choice per repair, each of the three that lead on.
const MIX = [
  [NOT_FIXED, "not-fixed", "did not help"],
  [WORDS.cannotDo, "cannot-do", "not tried, not possible"],
  [WORDS.alreadyDone, "already-done", "was done before, did not help"],
  [WORDS.cannotDo, "cannot-do", "not tried, not possible"],
  [NOT_FIXED, "not-fixed", "did not help"],
];
const SKIPPED = REPAIRS.filter((_, idx) => MIX[idx][1] === "cannot-do");

async function walk(at) {
  const widget = await new Widget(at).openArticle();
  await widget.at(WORDS.dangerQuestion);
  await widget.press(WORDS.noDanger);
  for (const [idx, repair] of REPAIRS.entries()) {
    await widget.at(repair.text);
    await widget.press(MIX[idx][0]);
  }
  await widget.at(SERVICE.text);
  return widget;
}

inEachBrowser((test) => {
  const alone = test.alone("The session decides; copying, saving and opening are tried in each.");

  alone("everything fails, support takes over with the whole record", async (at) => {
    const widget = await walk(at);
    for (const { text } of SERVICE.claims) assert.ok((await widget.text()).includes(text), text);

    const link = await widget.link(SERVICE.action);
    const href = await link.getAttribute("href");
    assert.equal(href, SERVICE.contacts[0].url);
    assert.match(href, /^https:\/\//);
    assert.equal(await link.getAttribute("target"), "_blank");
    assert.match(await link.getAttribute("rel"), /noopener/);
    assert.equal((await widget.record()).outcome, "open");

    await link.click();
    await widget.at(WORDS.handedOver);
    assert.equal(await widget.leftFor(), href);
    const record = await widget.record();
    assert.equal(record.outcome, "service");
    assert.deepEqual(record.entries.map((it) => it.step), STEPS);
    const results = ["none", ...MIX.map(([, result]) => result), "handed-over"];
    assert.deepEqual(record.entries.map((it) => it.result), results);

    const [handover, ...others] = await widget.eventsNamed("handover");
    assert.equal(others.length, 0);
    assert.deepEqual(handover.record, record);
    const outcomes = await widget.eventsNamed("outcome");
    assert.deepEqual(outcomes.map((it) => it.outcome), ["service"]);

    const lines = (await widget.recordText()).split("\n").filter((it) => it.startsWith("- "));
    const texts = [WORDS.dangerCheck, ...REPAIRS.map((it) => it.text), SERVICE.text];
    const words = ["no sign of danger", ...MIX.map(([, , text]) => text), "handed over"];
    assert.equal(lines.length, texts.length);
    for (const [idx, line] of lines.entries()) {
      assert.match(line, / \(\d\d:\d\d\)$|\d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d\)$/);
      assert.ok(line.startsWith(`- ${texts[idx]}: ${words[idx]} (`), line);
    }
  });

  test("the link can be followed again, the record keeps the first time", async (at) => {
    const widget = await walk(at);
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    const before = await widget.record();
    await (await widget.link(SERVICE.action)).click();
    await widget.until("the second handover", async () => (await widget.eventsNamed("handover")).length === 2);
    assert.deepEqual(await widget.record(), before);
  });

  test("the record can be copied and saved", async (at) => {
    const widget = await walk(at);
    const text = await widget.recordText();
    const save = await widget.link("Save as text");
    assert.equal(await save.getAttribute("download"), `${GUIDE.id}-record.txt`);
    const href = await save.getAttribute("href");
    assert.equal(decodeURIComponent(href.replace("data:text/plain;charset=utf-8,", "")), text);
    await widget.press("Copy");
    await widget.shows("Copied.");
    assert.equal(await widget.said(), "Copied.");
    assert.equal(await widget.heading(), SERVICE.text);
  });

  test("where copying is refused, the record can be copied by hand", async (at) => {
    await at.preload(`navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));`);
    const widget = await walk(at);
    await widget.press("Copy");
    await widget.shows("Your browser did not allow copying.");
    assert.match(await widget.said(), /copy it by hand/);
  });

  alone("what was skipped can be tried from the service step", async (at) => {
    const widget = await walk(at);
    for (const repair of REPAIRS) assert.equal(await widget.hasButton(repair.text), SKIPPED.includes(repair), repair.id);
    const [first, second] = SKIPPED;
    await widget.press(first.text);
    await widget.at(first.text);
    await widget.press(WORDS.back);
    await widget.at(SERVICE.text);
    await widget.press(first.text);
    await widget.at(first.text);
    await widget.press(NOT_FIXED);
    await widget.at(SERVICE.text);
    assert.equal(await widget.hasButton(first.text), false);
    await widget.press(second.text);
    await widget.at(second.text);
    await widget.press(FIXED);
    await widget.at("Your earbuds charge again");
    const [outcome] = await widget.eventsNamed("outcome");
    assert.deepEqual([outcome.outcome, outcome.step], ["fixed", second.id]);
    // Each repair is in the record once, with what came of it last.
    const steps = (await widget.record()).entries.map((it) => it.step);
    assert.deepEqual(steps.toSorted(), STEPS.filter((it) => it !== "service").toSorted());
  });

  alone("Back takes back that support has taken over", async (at) => {
    const widget = await walk(at);
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    await widget.press(WORDS.back);
    await widget.at(SERVICE.text);
    assert.equal((await widget.record()).outcome, "open");
    await widget.press(WORDS.back);
    await widget.at(REPAIRS.at(-1).text);
  });
});
