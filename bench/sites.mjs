// What is served for each page that is compared: what was bundled of a peer, or the widget as the build has left it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { barePage, bundle } from "./bundle.mjs";

/** What the build has left. */
export const DIST = process.env.FAULT_FINDER_DIST ?? fileURLToPath(new URL("../dist", import.meta.url));

const SCRIPT = "fault-finder.js";
const SCRIPTS = [SCRIPT, "fault-finder-wasm.js"];
const EMBED = `<fault-finder guide="sony-wf-1000xm4-not-charging" order="article"></fault-finder>`;

/** The files of a page, each `{ path, body }`; where the path begins with a slash, it is that of the whole server. */
export async function filesOf(page) {
  if (page.peer) return bundle(page);
  if (page.name === "demo") return Promise.all(["index.html", "/page.css", ...SCRIPTS].map(built));
  const index = barePage(`<script src="${SCRIPT}" async></script>`, EMBED);
  return [{ path: "index.html", body: index }, ...(await Promise.all(SCRIPTS.map(built)))];
}

async function built(path) {
  return { path, body: await readFile(join(DIST, path)) };
}
