// What a run has checked, a line of JSON for each, for the report and for run.mjs: in the file that FAULT_FINDER_CHECKED
// names, if it names one.

import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { spent } from "./time.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let current = process.argv[1];

/** The tests that are defined from now on stand in this file. */
export function define(file) {
  current = file;
}

/** The name of the file whose tests are being defined: its path in this folder, without `.test.mjs`. */
export function testFile() {
  return relative(ROOT, current).replace(/\.test\.mjs$/, "");
}

/** Keeps one thing that was checked. */
export function note(what) {
  const file = process.env.FAULT_FINDER_CHECKED;
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(what)}\n`);
}

/**
 * Runs a test, and keeps how it ended and where its time went, in milliseconds. `why` says why it is run in this browser
 * alone, if it is.
 */
export async function noted({ file, browser, name, why }, run) {
  spent();
  const started = performance.now();
  let passed = false;
  try {
    await run();
    passed = true;
  } finally {
    note({ test: file, browser, name, why, passed, ms: performance.now() - started, spent: spent() });
  }
}
