// Runs the tests of these files in one process, which starts each browser once. run.mjs starts several of them.

import { pathToFileURL } from "node:url";
import { define } from "./checked.mjs";

for (const file of process.argv.slice(2)) {
  define(file);
  await import(pathToFileURL(file));
}
