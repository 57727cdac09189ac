// A folder as people have them on a USB stick. Its name is full of signs that mean something else in an address.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = "Ohrhörer #1, 100% leer %41";

/** Makes such a folder, with nothing in it; `remove` takes it away with all that is in it by then. */
export async function makeFolder() {
  const around = await mkdtemp(join(tmpdir(), "fault-finder-"));
  const path = join(around, NAME);
  await mkdir(path);
  return { path, remove: () => rm(around, { recursive: true }) };
}
