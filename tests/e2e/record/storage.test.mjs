// Whatever the browser's storage holds, denies or refuses, the walk goes on.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, KEY, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

const [FIRST, SECOND, THIRD] = REPAIRS;
// Recent, because the danger check is asked again after some hours.
const AT = Date.now() - 60_000;
const TRIED = { at: AT, finding: { tried: [FIRST.id, "not-fixed"] }, is_read: false };
const STORED = {
  format: 1,
  guide: GUIDE.id,
  guide_version: GUIDE.version,
  started: AT,
  changed: AT,
  kept_for: 30,
  evidence: [{ at: AT, finding: "no-danger", is_read: false }, TRIED],
  readings: [],
  details: {},
  ticked: [[SECOND.id, SECOND.instructions[0].id]],
  wait: null,
  language: null,
};

const CORRUPT = {
  "not JSON": "{ this is not JSON",
  "empty": "",
  "null": "null",
  "a list": "[]",
  "a number": "7",
  "without its fields": { format: 1 },
  "of another format": { ...STORED, format: 2 },
  "of another guide": { ...STORED, guide: "another-guide" },
  "with evidence of the wrong type": { ...STORED, evidence: "none" },
  "with an unknown finding": { ...STORED, evidence: [{ at: AT, finding: "sorcery" }] },
  "with an unknown result": { ...STORED, evidence: [{ at: AT, finding: { tried: [FIRST.id, "perhaps"] } }] },
  "with a wait that names no step": { ...STORED, wait: { repair: SECOND.id, started: AT } },
  "with a time that is none": { ...STORED, started: "yesterday" },
  "with a last change that is none": { ...STORED, changed: "today" },
  "kept for longer than any": { ...STORED, kept_for: 365 },
};

/** Opens the page with this stored. */
async function openWith(at, stored) {
  const widget = new Widget(at);
  await widget.store(stored);
  return widget.openArticle();
}

/** Answers two steps, as one who knows nothing of storage. */
async function goOn(widget) {
  await widget.at(WORDS.dangerQuestion);
  assert.equal(await widget.state(), "ready");
  assert.deepEqual((await widget.record()).entries, []);
  await widget.walkTo(SECOND.id);
  await widget.tick(SECOND.instructions[0].text);
  await widget.press(NOT_FIXED);
  await widget.at(THIRD.text);
}

inEachBrowser((test) => {
  const alone = test.alone("What is read of a stored text is the same in each browser; one shows that it is read at all.");

  alone("what these tests store is what the widget stores", async (at) => {
    const widget = await openWith(at, STORED);
    await widget.at(SECOND.text);
    assert.deepEqual(await widget.ticked(), [SECOND.instructions[0].text]);
    await widget.press(NOT_FIXED);
    await widget.at(THIRD.text);
    const { evidence, changed, ...rest } = await widget.stored();
    assert.deepEqual({ ...rest, changed: AT, evidence: STORED.evidence }, STORED);
    assert.equal(changed, evidence[2].at, "the last change was the last answer");
    assert.deepEqual(evidence.slice(0, 2), STORED.evidence);
    assert.deepEqual(evidence[2].finding, { tried: [SECOND.id, "not-fixed"] });
  });

  for (const [what, stored] of Object.entries(CORRUPT)) {
    (what === "not JSON" ? test : alone)(`stored: ${what}`, async (at) => {
      const widget = await openWith(at, stored);
      await goOn(widget);
      assert.equal((await widget.stored()).evidence.length, 3);
      await widget.reload();
      await widget.at(THIRD.text);
    });
  }

  alone("stored with another version of the guide", async (at) => {
    const gone = { at: AT, finding: { tried: ["a-repair-that-is-gone", "not-fixed"] } };
    const widget = await openWith(at, {
      ...STORED,
      guide_version: "2020-01-01",
      evidence: [...STORED.evidence, gone],
      ticked: [...STORED.ticked, ["a-repair-that-is-gone", "take-out"], [THIRD.id, "an-instruction-that-is-gone"]],
      wait: { step: "a-repair-that-is-gone", started: AT },
    });
    await widget.at(WORDS.dangerQuestion);
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), [FIRST.id]);
    assert.equal((await widget.record()).guide_version, GUIDE.version);
    await widget.press(WORDS.noDanger);
    await widget.at(SECOND.text);
    assert.deepEqual(await widget.ticked(), [SECOND.instructions[0].text]);
    assert.equal(await widget.timer(), null);
    await widget.press(NOT_FIXED);
    await widget.at(THIRD.text);
    assert.deepEqual(await widget.ticked(), []);
    assert.equal((await widget.stored()).guide_version, GUIDE.version);
  });

  test("storage denied", async (at) => {
    await at.preload(`Object.defineProperty(window, "localStorage", {
      get() { throw new DOMException("denied", "SecurityError"); } });`);
    const widget = await new Widget(at).openArticle();
    const denied = await widget.driver.executeScript("try { localStorage } catch (error) { return error.name }");
    assert.equal(denied, "SecurityError");
    await goOn(widget);
    await widget.toggle(WORDS.trail);
    await widget.press(WORDS.forget);
    await widget.at(WORDS.dangerQuestion);
  });

  test("storage full", async (at) => {
    await at.preload(`Storage.prototype.setItem = function () {
      window.refused = (window.refused ?? 0) + 1;
      throw new DOMException("full", "QuotaExceededError"); };`);
    const widget = await new Widget(at).openArticle();
    await goOn(widget);
    assert.ok((await widget.driver.executeScript("return window.refused")) > 0, "the widget tried to store");
    assert.equal(await widget.nStored(), 0, KEY);
    await widget.toggle(WORDS.trail);
    await widget.press(WORDS.forget);
    await widget.at(WORDS.dangerQuestion);
  });
});
