// A saved page whose tag has a hash: a browser may refuse the script there, and then the plain guide is shown.

import assert from "node:assert/strict";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { demo, replaced, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { walkToGoodEnd } from "../helpers/both-ends.mjs";
import { makeFolder } from "../helpers/folder.mjs";

// How browsers say on the console that they refuse it.
const REFUSED = /CORS|cross[- ]origin|Access-Control-Allow-Origin|integrity|ERR_FAILED/i;

/** Saves the demo page, whose tag has these attributes, with its scripts beside it; gives its path. */
async function save({ t }, attributes) {
  const folder = await makeFolder();
  t.after(() => folder.remove());
  const beside = ["fault-finder.js", "fault-finder-wasm.js", "page.css"];
  for (const it of beside) await copyFile(join(DIST, it), join(folder.path, it));
  const page = replaced(demo(""), [SCRIPT, `<script src="fault-finder.js" ${attributes}></script>`]);
  const path = join(folder.path, "page.html");
  await writeFile(path, replaced(page, ['href="/page.css"', 'href="page.css"']));
  return path;
}

inEachBrowser((test) => {
  for (const [what, attributesOf] of [
    ["a hash", (hash) => `integrity="${hash}"`],
    ["a hash, for a script of another site", (hash) => `integrity="${hash}" crossorigin="anonymous"`],
  ]) {
    test(`a page whose tag has ${what} is the widget when it is a file, or the plain guide`, async (at) => {
      const { "fault-finder.js": hash } = JSON.parse(await readFile(join(DIST, "sri.json"), "utf8"));
      const path = await save(at, attributesOf(hash));
      const widget = new Widget(at);
      await widget.visitFile(path);
      // Files share what they store.
      await at.driver.executeScript("localStorage.clear()");
      await widget.visitFile(path);
      if ((await widget.state()) !== null) await widget.settled();
      const state = await widget.state();
      at.t.diagnostic(`the widget is ${state ?? "refused"}`);
      if (state === "ready") return walkToGoodEnd(widget);
      assert.equal((await widget.layout()).indexOf(null), -1, "all of the plain guide is seen");
    }, { expected: REFUSED });
  }
});
