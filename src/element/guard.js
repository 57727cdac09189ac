// What JavaScript may call of the WebAssembly. Where its stack or its memory is at an end, or the page's own scripts throw
// in the middle of its work, it stops without a word, and what it was about to change stays half changed. So the first
// call that throws is the last one: it ends the WebAssembly as a panic does.

import { isFunction } from "./page.js";

// What a call returns that is made no more: no value, no error, and no length, wherever it is looked for.
const NOTHING = [0, 0, 0, 0];

let onTrap = () => {};
// What the first call that failed has thrown, and whether that was told: where the stack is at an end, there may be no room
// to tell it, and the next call does.
let trap;
let isTold = false;

/** Calls `call` with the error if a call into the WebAssembly throws. */
export function on_trap(call) {
  onTrap = call;
}

/** The exports of the WebAssembly, guarded. What they return to say that something has failed is no error here. */
export function guarded(exports) {
  return Object.fromEntries(Object.entries(exports).map(([name, it]) => [name, isFunction(it) ? guardedCall(it) : it]));
}

/** The timers as they were when the script came, whatever the page makes of them later. */
export const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;

/** Calls soon. Pages put something else in the place of `queueMicrotask`, but promises hold. */
export function microtask(call) {
  Promise.resolve().then(call).catch((error) => reportError(error));
}

function guardedCall(call) {
  return (...args) => {
    if (trap) {
      tell();
      return NOTHING;
    }
    try {
      return call(...args);
    } catch (error) {
      trap = { error };
      tell();
      throw error;
    }
  };
}

function tell() {
  if (isTold) return;
  onTrap(trap.error);
  isTold = true;
}
