// On paper nothing can be pressed: there is the whole plain guide, and what was found and tried.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { walkHalfWay } from "../helpers/both-ends.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { makeFolderWith } from "../helpers/folder.mjs";
import { WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { printed, words } from "../helpers/paper.mjs";
import { WORN } from "../helpers/people.mjs";

let folder;
before(async () => (folder = await makeFolderWith("fault-finder.html")));
after(() => folder.remove());

/** Prints what the window shows, and sees that the plain guide is there, each line once, and nothing to press. */
async function printGuide(widget) {
  const paper = await printed(widget.driver);
  for (const heading of await widget.plainHeadings()) assert.ok(paper.includes(words(heading)), heading);
  const guide = words(await widget.plainText());
  assert.ok(paper.includes(guide), `the plain guide breaks off: …${start(guide, paper).slice(-200)}`);
  assert.ok(!paper.includes(words(WORDS.yesDanger)));
  return paper;
}

/** How much of a text there is at most. */
function start(text, paper) {
  const parts = text.split(" ").map((_, idx, all) => all.slice(0, idx + 1).join(" "));
  return parts.findLast((it) => paper.includes(it));
}

inEachBrowser((test, browser) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  // The driver of WebKitGTK does not print.
  if (browser === "WebKitGTK") return;

  test("the demo page is the plain guide", async (at) => {
    const paper = await printGuide(await new Widget(at).open());
    assert.ok(!paper.includes(words(WORDS.dangerQuestion)), "the step is not on paper beside the guide");
    assert.ok(!paper.includes(words("Where it stands")), "nothing was found or tried yet");
  });

  test("the demo page is the record and the plain guide, half way", async (at) => {
    const widget = await new Widget(at).open();
    await walkHalfWay(widget);
    const paper = await printGuide(widget);
    const { entries } = await widget.record();
    assert.equal(entries.length, 2);
    for (const { text, result_text: result } of entries) assert.ok(paper.includes(words(`${text} ${result}`)), text);
  });

  for (const [what, inside] of Object.entries({ "nothing": "", "only a line break": "\n" })) {
    (inside === "" ? test : alone)(`an element that holds ${what} is the step at hand`, async (at) => {
      const widget = await new Widget(at).openPage({ inside });
      const paper = await printed(at.driver);
      assert.ok(paper.includes(words(await widget.heading())), paper);
    });
  }

  alone("the one file is the record and the plain guide, at the end", async (at) => {
    const widget = await new Widget(at).openFile(folder.file);
    await widget.walkAs(WORN, "service");
    const paper = await printGuide(widget);
    assert.ok(paper.includes(words(await widget.recordText())));
  });
});
