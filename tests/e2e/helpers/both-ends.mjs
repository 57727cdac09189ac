// The two ends of a walk, for tests that only ask whether both can be reached.

import assert from "node:assert/strict";
import { DONE, SERVICE, WORDS } from "../harness/guide.mjs";
import { DIRTY, WORN } from "./people.mjs";

/** Walks from the first step to the repair that helps. */
export async function walkToGoodEnd(widget) {
  const steps = await widget.pressAs(DIRTY, "fixed");
  await widget.at(DONE);
  const { outcome, entries } = await widget.record();
  assert.equal(outcome, "fixed");
  assert.deepEqual(entries.map((it) => it.step), steps);
}

/** Walks from the first step, where nothing helps, to support, which takes over with the whole record in words. */
export async function walkToSupport(widget) {
  const steps = await widget.pressAs(WORN, "service");
  await (await widget.link(SERVICE.action)).click();
  await widget.at(WORDS.handedOver);
  const { outcome, entries } = await widget.record();
  assert.equal(outcome, "service");
  assert.deepEqual(entries.map((it) => it.step), [...steps, "service"]);
  const lines = (await widget.recordText()).split("\n").filter((it) => it.startsWith("- "));
  assert.equal(lines.length, entries.length);
  for (const [idx, { text, result_text: result }] of entries.entries()) {
    assert.ok(lines[idx].includes(text) && lines[idx].includes(result), lines[idx]);
  }
}

/** Answers the danger check and the first question. */
export async function walkHalfWay(widget) {
  await widget.answer("none");
  await widget.answer(WORN[await widget.step()]);
}
