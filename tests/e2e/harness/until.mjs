// How tests wait: by asking again and again, at first at once and then a little later each time.

import { setTimeout } from "node:timers/promises";
import { timed } from "./time.mjs";

// What comes at all comes long before, also beside a busy process; what does not is waited for in failing tests alone.
const WAIT_MS = 30_000;
// What WebKitGTK's driver says now and then, on a busy machine, of a script that has run. Whoever waits asks again.
const UNREAD = "Could not parse script result";
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [5, 50];

/**
 * Waits until `condition` gives something that holds, and gives that. It fails after so many milliseconds, and says then
 * `what` was not to be: a text, or a function that makes one of what was seen last.
 */
export function until(what, condition, ms = WAIT_MS) {
  return timed("waiting", async () => {
    const end = Date.now() + ms;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(1.5 * pause, LONGEST_PAUSE_MS)) {
      const held = await asked(condition);
      if (held) return held;
      if (Date.now() > end) throw new Error(`In vain, after ${ms / 1000} s: ${typeof what === "function" ? what() : what}`);
      await setTimeout(pause);
    }
  });
}

async function asked(condition) {
  try {
    return await condition();
  } catch (error) {
    if (error.message !== UNREAD) throw error;
    return undefined;
  }
}
