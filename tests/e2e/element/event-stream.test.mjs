// What a host page hears of two whole sessions, word for word: a page that counts on it must not be surprised. It hears
// the same where the widget is in a frame.
//
// Where the stream is meant to change, because the guide or the widget has: run this file once with RENEW_EVENTS=1, and
// see in the difference that nothing else has changed. Of times and sessions, which are others each time, only the kind
// is compared.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { Framed } from "../helpers/framed.mjs";
import { FIXED, NOT_FIXED, SERVICE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { NO_POWER, WORN } from "../helpers/people.mjs";

const UNSTEADY = ["at", "session", "started"];

const SESSIONS = {
  // An answer, a doubt, a step put off and one taken back; a repair ends it well.
  async fixed(widget) {
    await widget.pressAs({ ...NO_POWER, "stored-long": "not-sure", "got-wet": "later" }, "other-cable");
    await widget.turn(NOT_FIXED);
    await widget.turn(WORDS.back);
    await widget.turn(FIXED);
  },
  // Support takes over with the record.
  async service(widget) {
    await widget.pressAs(WORN, "service");
    await (await widget.link(SERVICE.action)).click();
    await widget.at(WORDS.handedOver);
  },
};

const fixture = (name) => new URL(`../fixtures/events-${name}.json`, import.meta.url);
const expected = (name) => JSON.parse(readFileSync(fixture(name), "utf8"));

/** These events are those of the fixture, whole and in order. */
function areAsInFixture(events, name) {
  const steady = (key, value) => (UNSTEADY.includes(key) ? typeof value : value);
  const told = events.map(({ target, ...it }) => JSON.parse(JSON.stringify(it, steady)));
  if (process.env.RENEW_EVENTS) writeFileSync(fixture(name), `${JSON.stringify(told, null, 2)}\n`);
  assert.deepEqual(told, expected(name));
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  for (const [name, walk] of Object.entries(SESSIONS)) {
    test(`a page hears each event of the session “${name}”`, async (at) => {
      const widget = await new Widget(at).openPage();
      await walk(widget);
      areAsInFixture(await widget.events(), name);
    });

    test(`a page hears each event of the session “${name}” from within a frame`, async (at) => {
      const framed = await new Framed(at).open("");
      await framed.within(walk);
      // What is told in the frame is heard around it a little later.
      await framed.hears(expected(name).length);
      areAsInFixture(await framed.events(), name);
    });
  }
});
