// The files that hold tests.

import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The paths of all files with tests in a folder and below it, in their order. */
export function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((it) => it.name !== "node_modules");
  const paths = entries.flatMap((it) => {
    const path = join(folder, it.name);
    if (it.isDirectory()) return filesIn(path);
    return it.name.endsWith(".test.mjs") ? [path] : [];
  });
  return paths.toSorted();
}
