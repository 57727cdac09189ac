// The page as one web archive, which Chromium makes and opens. No script runs in an archive.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { walkHalfWay } from "../helpers/both-ends.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { makeFolder } from "../helpers/folder.mjs";
import { demo } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

let folder;
before(async () => (folder = await makeFolder()));
after(() => folder.remove());

/** Opens an archive of what the window shows, and sees that it is the plain guide and asks the site for nothing. */
async function isPlainAsArchive({ driver, server }, widget, name) {
  const { data } = await driver.sendAndGetDevToolsCommand("Page.captureSnapshot", { format: "mhtml" });
  const path = join(folder.path, name);
  await writeFile(path, data);
  const before = server.asked().length;
  await widget.visitFile(path);
  assert.equal(await widget.state(), null, "no script runs");
  assert.deepEqual(await widget.plainGuide(), await widget.plainGuide(demo("")));
  assert.equal((await widget.layout()).indexOf(null), -1, "all of the plain guide is seen");
  assert.deepEqual(server.asked().slice(before), []);
}

inEachBrowser((test, browser) => {
  if (browser !== "Chromium") return;

  test("an archive made before anything was answered is the plain guide", async (at) => {
    await isPlainAsArchive(at, await new Widget(at).open(), "unanswered.mhtml");
  });

  test("an archive made half way is the plain guide", async (at) => {
    const widget = await new Widget(at).open();
    await walkHalfWay(widget);
    await isPlainAsArchive(at, widget, "half way.mhtml");
  });
});
