// The guide as one file, from a USB stick: nothing is beside it, and there is no network.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { walkHalfWay, walkToGoodEnd, walkToSupport } from "../helpers/both-ends.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { makeFolderWith } from "../helpers/folder.mjs";
import { WORDS } from "../harness/guide.mjs";
import { LANGUAGES, translation, wordsIn } from "../helpers/languages.mjs";
import { cutNetwork } from "../helpers/network.mjs";
import { Widget } from "../harness/page.mjs";

let folder;
before(async () => (folder = await makeFolderWith("fault-finder.html")));
after(() => folder.remove());

inEachBrowser((test, browser) => {
  const alone = test.alone("Words and answers are the same in each browser.");

  async function open(at) {
    // WebKitGTK's driver cannot; there, as everywhere, it is proof enough that nothing is asked for.
    if (browser !== "WebKitGTK") await cutNetwork(at);
    return new Widget(at).openFile(folder.file);
  }

  test("one file leads to the good end", async (at) => {
    await walkToGoodEnd(await open(at));
  });

  alone("one file leads to support, with the record", async (at) => {
    await walkToSupport(await open(at));
  });

  alone("one file speaks each language", async (at) => {
    const widget = await open(at);
    await widget.toggle("Language: English");
    for (const [tag, name] of Object.entries(LANGUAGES)) {
      await widget.press(name);
      await widget.until(name, async () => (await widget.language()) === tag);
      assert.equal(await widget.heading(), translation(tag).danger_question);
      assert.ok(await widget.hasButton(wordsIn(tag).DangersNoneButton));
    }
    assert.deepEqual(await widget.errors(), []);
  });

  test("closed and opened again, one file goes on, until it is told to forget", async (at) => {
    const widget = await open(at);
    await walkHalfWay(widget);
    const before = await widget.whereItIs();
    await at.driver.get("about:blank");
    await widget.visitFile(folder.file);
    await widget.settled();
    assert.deepEqual(await widget.whereItIs(), before);
    await widget.toggle(WORDS.trail);
    await widget.press(WORDS.forget);
    await widget.at(WORDS.dangerQuestion);
    await widget.reload();
    await widget.at(WORDS.dangerQuestion);
    assert.equal(await widget.nStored(), 0);
  });
});
