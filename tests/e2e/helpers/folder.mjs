// A folder as people have them on a USB stick. Its name is full of signs that mean something else in an address.

import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "../harness/server.mjs";

const NAME = "Ohrhörer #1, 100% leer %41";

/** Makes such a folder, with nothing in it; `remove` takes it away with all that is in it by then. */
export async function makeFolder() {
  return makeFolderIn(await mkdtemp(join(tmpdir(), "fault-finder-")));
}

/** The same in a folder that is there, and that goes with it. */
export async function makeFolderIn(around) {
  const path = join(around, NAME);
  await mkdir(path);
  return { path, remove: () => rm(around, { recursive: true }) };
}

/** Makes such a folder with one file of the build in it, at `file`. */
export async function makeFolderWith(name) {
  const folder = await makeFolder();
  const file = join(folder.path, name);
  await copyFile(join(DIST, name), file);
  return { ...folder, file };
}
