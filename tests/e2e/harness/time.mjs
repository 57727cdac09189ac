// Where the time of the tests goes: in starting browsers, in opening pages, in waiting, in walking; and the rest.

import { AsyncLocalStorage } from "node:async_hooks";

const within = new AsyncLocalStorage();

/** The milliseconds of each kind since this was asked last. */
export function spent() {
  const taken = sums;
  sums = {};
  return taken;
}

let sums = {};

/** Runs something, and counts its time as of this kind, less what is of a kind of its own in it. */
export async function timed(kind, run) {
  const outer = within.getStore();
  const own = { inner: 0 };
  const started = performance.now();
  try {
    return await within.run(own, run);
  } finally {
    const took = performance.now() - started;
    sums[kind] = (sums[kind] ?? 0) + took - own.inner;
    if (outer) outer.inner += took;
  }
}
