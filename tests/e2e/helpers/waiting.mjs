// People who wait for a countdown, and clocks that a test winds by hand.

import { REPAIRS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

/** The repair of the article that has a wait. */
export const WAITING = REPAIRS.find((it) => it.wait);
/** What starts its countdown. */
export const START = `Start ${WAITING.wait.minutes} min countdown`;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Whoever has an empty case, and comes to that wait by questions. */
export const EMPTY = { "what-fails": "both-buds", "case-light": "none" };

/** In the page, before its scripts: the system clock and the one that nobody can set, both in milliseconds. */
export const CLOCKS = `
  window.clocks = { system: Date.now(), steady: performance.now() };
  Date.now = () => clocks.system;
  performance.now = () => clocks.steady;`;

/** Starts the countdown by what says so. */
export async function start(widget, label = START) {
  await widget.press(label);
  await widget.until("the countdown", async () => (await widget.timer()) !== null);
}

/** A person of the article who has started the countdown. */
export async function waiting(at) {
  const widget = await new Widget(at).openArticle();
  await widget.walkTo(WAITING.id);
  await start(widget);
  return widget;
}

/** Sets both clocks ahead by so many milliseconds; or back, where that is less than nothing. */
export async function wind(widget, { system, steady }) {
  await widget.inPage("clocks.system += args[0]; clocks.steady += args[1]", system, steady);
}

/** Lets time go by. */
export function pass(widget, ms) {
  return wind(widget, { system: ms, steady: ms });
}

/** Waits until the countdown shows this. */
export async function showsTime(widget, time) {
  let seen;
  const isThere = async () => (seen = await widget.timer()) === time;
  await widget.until(`the countdown at ${time}`, isThere).catch((error) => {
    throw new Error(`${error.message}; it is at ${seen}`);
  });
}
