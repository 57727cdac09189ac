// Bars of the page that stay at the edges of the window: the widget stands clear of them, as the page says how high they are.

import assert from "node:assert/strict";
import { openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DIRTY } from "../helpers/people.mjs";

const HEIGHT = 90;
const AT_BOTTOM = "nav { position: fixed; inset: auto 0 0; block-size: 90px; background: silver; z-index: 9 }";
const AT_TOP = "nav { position: fixed; inset: 0 0 auto; block-size: 120px; background: silver; z-index: 9 } main { padding-block: 200px 3000px }";
const SHELL = `html, body { margin: 0; block-size: 100%; overflow: hidden }
  main { block-size: 100vh; overflow: auto; scroll-padding-bottom: 20% } ${AT_BOTTOM}`;
const BOTTOM = {
  "scroll padding of the page": "html { scroll-padding-bottom: 90px }",
  "a margin of the element": "fault-finder { scroll-margin-bottom: 90px }",
  "both, of which the larger counts": "html { scroll-padding-bottom: 80px } fault-finder { scroll-margin-bottom: 90px }",
  "its own property": "html { --fault-finder-bottom: 90px }",
};

const withBar = (style) => ({ page: { head: `<style>${style}</style>`, before: "<nav>A bar</nav>" } });

inEachBrowser((test) => {
  const alone = test.alone("What a browser can get wrong is tried in each.");

  /** At the step with the held answers, at the start of the page. */
  async function atRepair(at, style) {
    const widget = await openHost(at, withBar(style));
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.inPage("host.scrollIntoView()");
    return widget;
  }

  for (const [what, style] of Object.entries(BOTTOM)) {
    (/page|property/.test(what) ? test : alone)(`held answers stand above a bar that is told by ${what}`, async (at) => {
      const widget = await atRepair(at, `${AT_BOTTOM} ${style}`);
      assert.equal(await widget.heldAbove(), HEIGHT);
      assert.deepEqual(await widget.coveredAnswers(), []);
    });
  }

  test("held answers stand above a bar in a page that scrolls in a box, by a part of its height", async (at) => {
    const widget = await atRepair(at, SHELL);
    assert.deepEqual(await widget.coveredAnswers(), []);
    const due = await widget.inPage("return innerHeight / 5");
    assert.ok(Math.abs((await widget.heldAbove()) - due) < 1, `${await widget.heldAbove()} px above, and not ${due}`);
  });

  alone("a bar that comes later, and goes, is seen where the page scrolls", async (at) => {
    const widget = await atRepair(at, AT_BOTTOM);
    assert.equal(await widget.heldAbove(), 0);
    for (const [padding, above] of [["90px", HEIGHT], ["auto", 0]]) {
      await widget.inPage("document.documentElement.style.scrollPaddingBottom = args[0]; scrollBy(0, args[1])", padding, above ? 5 : -5);
      await widget.until(`the answers ${above} px above`, async () => (await widget.heldAbove()) === above);
    }
  });

  alone("without a bar they stand at the end of the window", async (at) => {
    assert.equal(await (await atRepair(at, "")).heldAbove(), 0);
  });

  for (const [what, style] of [
    ["scroll padding of the page", "html { scroll-padding-top: 120px }"],
    ["scroll padding in parts of the window", "html { scroll-padding-top: 25% }"],
  ]) {
    (what.includes("page") ? test : alone)(`a step that would begin behind a bar at the top begins below it, told by ${what}`, async (at) => {
      const widget = await openHost(at, withBar(`${AT_TOP} ${style}`));
      const top = () => widget.inPage("return host.getBoundingClientRect().top");
      await widget.inPage("scrollTo(0, scrollY + host.getBoundingClientRect().top - 40)");
      const due = what.includes("page") ? 120 : await widget.inPage("return innerHeight / 4");
      await widget.answerByMethod("none");
      // Some browsers have moved the heading to the middle by then.
      const middle = await widget.inPage("return innerHeight / 2");
      assert.ok((await top()) >= due - 1 && (await top()) < middle, `the step begins at ${await top()}, and not at ${due}`);
    });
  }

  alone("a step that begins in sight stays where it is", async (at) => {
    const widget = await openHost(at, withBar(`${AT_TOP} html { scroll-padding-top: 120px }`));
    const top = () => widget.inPage("return host.getBoundingClientRect().top");
    await widget.inPage("scrollTo(0, scrollY + host.getBoundingClientRect().top - 150)");
    await widget.answerByMethod("none");
    assert.ok(Math.abs((await top()) - 150) <= 1, `the step begins at ${await top()}`);
  });
});
