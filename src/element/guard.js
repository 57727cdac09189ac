// What JavaScript may call of the WebAssembly. Where its stack or its memory is at an end, or the page's own scripts throw
// in the middle of its work, it stops without a word, and what it was about to change stays half changed. So the first
// call that throws is the last one: it ends the WebAssembly as a panic does.

import { isFunction } from "./page.js";

let onTrap = () => {};
let hasTrapped = false;

/** Calls `call` with the error if a call into the WebAssembly throws. */
export function on_trap(call) {
  onTrap = call;
}

/** The exports of the WebAssembly, guarded. What they return to say that something has failed is no error here. */
export function guarded(exports) {
  return Object.fromEntries(Object.entries(exports).map(([name, it]) => [name, isFunction(it) ? guardedCall(it) : it]));
}

function guardedCall(call) {
  return (...args) => {
    if (hasTrapped) return undefined;
    try {
      return call(...args);
    } catch (error) {
      hasTrapped = true;
      onTrap(error);
      throw error;
    }
  };
}
