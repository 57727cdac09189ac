// The demo page, saved by a browser together with what it needs, and opened in any browser when its site is gone.

import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { before } from "node:test";
import { walkHalfWay, walkToGoodEnd, walkToSupport } from "./both-ends.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { makeFolderIn } from "./folder.mjs";
import { demo, replaced } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { madeOnce } from "../harness/shared.mjs";
import { startServer } from "../harness/server.mjs";

const ALONE = "alone";
// What browsers say of the script and the styles that are not there.
const LOST = /Failed to load resource|Loading failed for the <script>/;
const TITLE = "<title>WF-1000XM4 not charging · Larkfield Help</title>";

/** Saves the page with what `startSaver` starts, twice, and sees in each browser what it is good for. */
export function savedPageWorks(browser, startSaver) {
  const making = () =>
    madeOnce(`saved-by-${browser}`, async (around) => {
      const { path } = await makeFolderIn(around);
      const saved = await save(startSaver, path);
      await mkdir(join(path, ALONE));
      for (const it of Object.values(saved)) await copyFile(it, alone(it));
      const early = join(path, "early.html");
      const page = await readFile(saved.unanswered, "utf8");
      await writeFile(early, replaced(page, [/(?<=<script [^>]*)\basync=""/, ""]));
      return { ...saved, early };
    });

  inEachBrowser((test) => {
    let saved;
    before(async () => (saved = await making()));

    test("saved before anything was answered, it leads to the good end", async (at) => {
      await walkToGoodEnd(await openSaved(at, saved.unanswered));
    });

    test("saved half way, it starts again and leads to support, with the record", async (at) => {
      const widget = await openSaved(at, saved.halfWay);
      assert.equal(await widget.step(), "dangers");
      assert.deepEqual((await widget.record()).entries, []);
      await walkToSupport(widget);
    });

    test("a script that is there before the rest of the page leads to the good end as well", async (at) => {
      await walkToGoodEnd(await openSaved(at, saved.early));
    });

    test("a reload in the middle goes on", async (at) => {
      const widget = await openSaved(at, saved.unanswered);
      await walkHalfWay(widget);
      const left = await widget.whereItIs();
      await widget.reload();
      assert.deepEqual(await widget.whereItIs(), left);
    });

    for (const when of ["unanswered", "halfWay"]) {
      test(`without the files beside it, it is the plain guide: ${when}`, async (at) => {
        const widget = new Widget(at);
        await widget.visitFile(alone(saved[when]));
        assert.equal(await widget.state(), null);
        assert.equal((await widget.layout()).indexOf(null), -1, "all of the plain guide is seen");
      }, { expected: LOST });
    }
  });
}

/** The path of a saved page that was moved without the folder of its files. */
function alone(path) {
  return join(dirname(path), ALONE, basename(path));
}

/** Opens a saved page, and sees that it holds what the site has sent, and the widget once. */
async function openSaved(at, path) {
  const widget = await new Widget(at).openFile(path);
  assert.equal(await widget.state(), "ready");
  assert.deepEqual(await widget.nWidgets(), [1, 1]);
  assert.deepEqual(await widget.plainGuide(), await widget.plainGuide(demo("")));
  const [, ...parts] = await widget.layout();
  assert.ok(parts.every((it) => it === null), "the plain guide is not seen beside the widget");
  return widget;
}

/** The paths of the page as a person finds it, and as they leave it half way. */
async function save(startSaver, folder) {
  const server = await startServer();
  const saver = await startSaver(folder);
  try {
    const widget = await new Widget({ driver: saver.driver, server }).open();
    const unanswered = await saver.save();
    // The title becomes the name of the file.
    server.route("/half-way.html", replaced(demo(""), [TITLE, "<title>Half way</title>"]));
    await widget.open("/half-way.html");
    await walkHalfWay(widget);
    return { unanswered, halfWay: await saver.save() };
  } finally {
    await saver.end();
    await server.close();
  }
}
