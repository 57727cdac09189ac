// What takes long to make, and is the same for each browser: made once in a run, by whoever needs it first, in the folder
// that FAULT_FINDER_SHARED names. Without that, each process makes its own.

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.mjs";

const PATIENCE_MS = 90_000;

function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), "fault-finder-shared-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const FOLDER = process.env.FAULT_FINDER_SHARED ?? ownFolder();

/** What `make` has made of a folder of its own, as JSON knows it; `name` is unlike all others. */
export async function madeOnce(name, make) {
  const folder = join(FOLDER, name);
  const result = join(FOLDER, `${name}.json`);
  if (!isMine(folder)) {
    const read = () => readFile(result, "utf8").catch(() => null);
    const { made, error } = JSON.parse(await until(`${name} of another process`, read, PATIENCE_MS));
    if (error) throw new Error(`another process could not make ${name}: ${error}`);
    return made;
  }
  try {
    const made = await make(folder);
    write(result, { made });
    return made;
  } catch (error) {
    write(result, { error: `${error}` });
    throw error;
  }
}

// Nobody reads half of it.
function write(path, what) {
  writeFileSync(`${path}.new`, JSON.stringify(what));
  renameSync(`${path}.new`, path);
}

/** Whether the folder was not there before: then whoever asks has to fill it. */
function isMine(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
