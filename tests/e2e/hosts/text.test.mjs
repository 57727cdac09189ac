// The widget's text in a page: as large as the text around it, whatever the page has made of its root, and there to be
// selected and copied.

import assert from "node:assert/strict";
import { openHost } from "../helpers/at-home.mjs";
import { inChromiumWith, inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";

const SIZES = [
  ["with a root font of 100 px and a body of 16 px", "html { font-size: 100px } body { font-size: 0.16rem }", 16],
  ["whose root font follows the window", "html { font-size: 10vw } body { font-size: 18px }", 18],
  ["with a root font of 10 px and a larger body", "html { font-size: 62.5% } body { font-size: 1.9rem }", 19],
  ["with small text", "body { font-size: 10px }", 16],
  ["that sets text in monospace", "body { font-family: monospace }", 16],
  ["with a part in larger text", "main { font-size: 20px }", 20],
  ["with a root font of 100 px, and nothing else", "html { font-size: 100px }", 32],
  ["that gives a size", "html { font-size: 100px } main { --fault-finder-size: 0.17rem }", 17],
];

const UNSELECTABLE = "*, ::before { -webkit-user-select: none !important; user-select: none !important }";

const head = (style) => ({ page: { head: `<style>${style}</style>` } });
const size = (widget) => widget.textSize();

inEachBrowser((test) => {
  const alone = test.alone("What a browser can get wrong is tried in each.");

  for (const [what, style, expected] of SIZES) {
    (/100 px|larger/.test(what) ? test : alone)(`in a page ${what}, its text is ${expected} px`, async (at) => {
      assert.equal(await size(await openHost(at, head(style))), expected);
    });
  }

  test("all sizes follow that of the text, and none becomes smaller within another", async (at) => {
    const ratios = async (style) => {
      const widget = await openHost(at, { page: { ...head(style).page, attributes: ARTICLE } });
      await widget.walkTo();
      return widget.textSizes();
    };
    const [once, twice] = [await ratios(""), await ratios("main { font-size: 32px }")];
    assert.deepEqual(twice.map((it) => it / 2), once);
    assert.ok(Math.min(...once) >= 13, `${Math.min(...once)} px`);
  });

  alone("what is said of a guide that cannot be used is no larger than the widget", async (at) => {
    const widget = await openHost(at, head("html { font-size: 100px }"));
    await widget.inPage("host.guide = 'no-such-guide'");
    await widget.until("the failure", () => widget.alert());
    assert.equal(await size(widget), 32);
  });

  alone("a page that indents its text does not push the widget aside", async (at) => {
    const place = async (style) => (await openHost(at, head(style))).place();
    assert.deepEqual(await place("main { text-indent: 60px }"), await place(""));
  });

  alone("a page whose lines run from above has it with its own lines", async (at) => {
    const widget = await openHost(at, head("main { writing-mode: vertical-rl; block-size: 900px; overflow: auto }"));
    assert.equal(await widget.sticksOut(), "");
    const { width } = await widget.place();
    assert.ok(width > 600, `it is ${width} px wide`);
  });

  test("its text can be selected in a page whose own text cannot", async (at) => {
    const widget = await openHost(at, { page: { ...head(UNSELECTABLE).page, attributes: ARTICLE } });
    const isWordOf = (selected, text) => assert.ok(selected && text.includes(selected), `selected: “${selected}”`);
    isWordOf(await widget.selectInHeading(), WORDS.dangerQuestion);
    await widget.walkTo();
    isWordOf(await widget.selectInRecord(), await widget.recordText());
  });
});

inChromiumWith(["--blink-settings=defaultFontSize=24"], "Chromium", (test) => {
  const alone = test.alone("Only here can a test set what a person sets.");
  for (const [what, style, expected] of [
    ["that leaves it alone", "", 24],
    ["that sets 16 px", "html { font-size: 16px }", 24],
    ["that makes it larger", "html { font-size: 125% }", 30],
    ["with a root font of 100 px", "html { font-size: 100px }", 48],
  ]) {
    alone(`who has made the browser's text larger has it so in a page ${what}`, async (at) => {
      assert.equal(await size(await openHost(at, head(style))), expected);
    });
  }
});
