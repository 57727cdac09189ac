// What a host page hears of two whole sessions, word for word: a page that counts on it must not be surprised.
//
// Where the stream is meant to change, because the guide or the widget has: run this file once with RENEW_EVENTS=1, and
// see in the difference that nothing else has changed. Of times and sessions, which are others each time, only the kind
// is compared.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { inEachBrowser } from "./browser.mjs";
import { FIXED, NOT_FIXED, SERVICE, WORDS } from "./guide.mjs";
import { Widget } from "./page.mjs";
import { NO_POWER, WORN } from "./people.mjs";

const UNSTEADY = ["at", "session", "started"];

/** The events so far are those of the fixture, whole and in order. */
async function isAsInFixture(widget, name) {
  const file = new URL(`fixtures/events-${name}.json`, import.meta.url);
  const steady = (key, value) => (UNSTEADY.includes(key) ? typeof value : value);
  const events = (await widget.events()).map(({ target, ...told }) => JSON.parse(JSON.stringify(told, steady)));
  if (process.env.RENEW_EVENTS) writeFileSync(file, `${JSON.stringify(events, null, 2)}\n`);
  assert.deepEqual(events, JSON.parse(readFileSync(file, "utf8")));
}

inEachBrowser((test) => {
  test("a session with an answer, a doubt, a step put off and one taken back, which a repair ends well", async (at) => {
    const widget = await new Widget(at).openPage();
    await widget.walkAs({ ...NO_POWER, "stored-long": "not-sure", "got-wet": "later" }, "other-cable");
    await widget.turn(NOT_FIXED);
    await widget.turn(WORDS.back);
    await widget.turn(FIXED);
    await isAsInFixture(widget, "fixed");
  });

  test("a session that support takes over with the record", async (at) => {
    const widget = await new Widget(at).openPage();
    await widget.walkAs(WORN, "service");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
    await isAsInFixture(widget, "service");
  });
});
