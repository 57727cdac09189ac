// What a person has where the widget cannot run: the plain guide of the demo page, as that page lays it out.

import assert from "node:assert/strict";
import { GUIDE } from "../harness/guide.mjs";
import { SCRIPT } from "../harness/host-page.mjs";

/** What `layout` gives for the demo page without the widget. */
export async function layoutAlone(widget) {
  await widget.visitDemo({ instead: [[SCRIPT, ""]] });
  const layout = await widget.layout();
  assert.equal(layout.indexOf(null), -1, "without the widget, all of the plain guide is seen");
  assert.ok(layout.length > GUIDE.repairs.length);
  return layout;
}

/** Waits until the widget has given way to the plain guide. */
export function givesWay(widget) {
  return widget.until("the widget gave way", async () => (await widget.state()) === "static");
}

/** The widget has given way to the plain guide and says why in one error, which matches `why`. */
export async function isStatic(widget, layout, why) {
  await givesWay(widget);
  assert.deepEqual(await widget.layout(), layout, "the page is as without the widget");
  const errors = await widget.errors();
  assert.equal(errors.length, 1);
  assert.match(errors[0], why);
  const told = await widget.eventsNamed("error");
  assert.deepEqual(told.map((it) => it.errors), [errors]);
  assert.equal(told[0].guide, GUIDE.id);
}
