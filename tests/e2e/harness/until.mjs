// How tests wait: by asking again and again, at first at once and then a little later each time.

import { setTimeout } from "node:timers/promises";
import { timed } from "./time.mjs";

const WAIT_MS = 10_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [5, 50];

/**
 * Waits until `condition` gives something that holds, and gives that. It fails after so many milliseconds, and says then
 * `what` was not to be: a text, or a function that makes one of what was seen last.
 */
export function until(what, condition, ms = WAIT_MS) {
  return timed("waiting", async () => {
    const end = Date.now() + ms;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(1.5 * pause, LONGEST_PAUSE_MS)) {
      const held = await condition();
      if (held) return held;
      if (Date.now() > end) throw new Error(`In vain, after ${ms / 1000} s: ${typeof what === "function" ? what() : what}`);
      await setTimeout(pause);
    }
  });
}
