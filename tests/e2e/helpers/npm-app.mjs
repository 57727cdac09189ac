// An app that uses the npm package, as its author would have it: its sources, its packages, and what is built of it.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("..", import.meta.url));
/** The npm package: what the build has left, or what FAULT_FINDER_PKG names. */
export const PACKAGE = process.env.FAULT_FINDER_PKG ?? join(HERE, "../../pkg");

/** Makes a folder with the sources of `app`, in which the package and these others are installed; `remove` ends it. */
export function makeApp(app, others = []) {
  const folder = mkdtempSync(join(tmpdir(), "fault-finder-app-"));
  cpSync(join(HERE, app), folder, { recursive: true });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  // The package is copied, as an installation would: what it needs has to be in it.
  cpSync(PACKAGE, join(modules, "fault-finder"), { recursive: true });
  for (const name of others) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(HERE, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** All files below a folder, each as its path and its bytes. */
export function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = entries.map((it) => join(it.parentPath ?? it.path, it.name));
  return paths.map((path) => ({ path: path.slice(folder.length), bytes: readFileSync(path) }));
}
