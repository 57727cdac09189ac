// What a run has checked, a line of JSON for each, for conformance.mjs to tell: in the file that FAULT_FINDER_CHECKED
// names, if it names one.

import { appendFileSync, mkdirSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Keeps one thing that was checked. */
export function note(what) {
  const file = process.env.FAULT_FINDER_CHECKED;
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(what)}\n`);
}

/** Runs a test, and keeps how it ended. */
export async function noted(browser, run) {
  const test = basename(process.argv[1], ".test.mjs");
  let passed = false;
  try {
    await run();
    passed = true;
  } finally {
    note({ test, browser, passed });
  }
}
