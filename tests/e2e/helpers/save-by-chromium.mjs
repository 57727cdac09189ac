// Saves pages as people do in Chromium: Ctrl+S, “Webpage, Complete”, and the name that the browser proposes.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openWindow } from "../harness/window.mjs";
import { until } from "../harness/until.mjs";

const COMPLETE = 1;

/** Opens a browser that saves into this folder: `save` gives the path of the page at hand once it is saved. */
export async function chromiumThatSaves(folder) {
  const window = await openWindow({ savefile: { default_directory: folder, type: COMPLETE } });
  const { driver } = window;
  return {
    driver,
    async save() {
      const before = await readdir(folder);
      await window.press("ctrl+s");
      // The key of the button “Save”. Enter does nothing in a dialog that no window manager has made active.
      await window.closeDialog("Save File", "alt+s");
      return until("the saved page", () => savedPage(folder, before));
    },
    end: () => window.end(),
  };
}

/** The path of the page that was not there before; null until it and all that it needs are whole. */
async function savedPage(folder, before) {
  const name = (await readdir(folder)).find((it) => it.endsWith(".html") && !before.includes(it));
  if (!name) return null;
  const text = await readFile(join(folder, name), "utf8");
  const files = [...text.matchAll(/"\.\/([^"]+_files\/[^"]+)"/g)].map(([, it]) => it);
  return text.endsWith("</html>") && files.every((it) => existsSync(join(folder, it))) ? join(folder, name) : null;
}
