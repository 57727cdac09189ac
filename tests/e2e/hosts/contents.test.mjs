// Links of the page that lead into the plain guide, as a table of contents has them: they lead to something in sight.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { readGuide } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const FAR = '<div style="block-size: 2000px"></div>';
const INSIDE = `<h2 id="clean">Clean the contacts</h2><p>Wipe them.</p>
  <details><summary>More</summary><h3 id="käse 100%">Reset</h3></details><a name="old">An old name</a>`;
// As themes do that scroll by a script.
const SCROLLS = `<script>
  addEventListener("click", (event) => {
    if (event.target.id !== "scrolls") return;
    event.preventDefault();
    const place = document.querySelector(event.target.hash);
    window.found = place.checkVisibility();
    place.scrollIntoView();
  });
</script>`;
const CONTENTS = `<nav><a id="to-clean" href="#clean">Clean</a> <a id="to-reset" href="#k%C3%A4se%20100%25">Reset</a>
  <a id="to-old" href="#old">Old</a> <a id="to-more" href="#more">More help</a> <a id="nowhere" href="#%">None</a>
  <a id="scrolls" href="#clean">Clean, by a script</a></nav>`;
const PAGE = { before: CONTENTS + FAR, inside: INSIDE, end: `<h2 id="more">More help</h2>${FAR}${SCROLLS}` };

const click = (widget, id) => widget.driver.executeScript("document.getElementById(arguments[0]).click()", id);

/** Whether this is in sight, and in the window. */
function isInWindow(widget, selector) {
  return widget.driver.executeScript(`const it = document.querySelector(arguments[0]);
    const { top, bottom } = it.getBoundingClientRect();
    return it.checkVisibility() && top >= -1 && bottom <= innerHeight`, selector);
}

const arrives = (widget, selector) => widget.until(`${selector} in the window`, () => isInWindow(widget, selector));

inEachBrowser((test) => {
  for (const [id, place] of [
    ["to-clean", "#clean"],
    ["to-reset", "h3"],
    ["to-old", "a[name=old]"],
  ]) {
    test(`a link leads to ${place} in the plain guide, below the widget, which goes on`, async (at) => {
      const widget = await new Widget(at).openPage(PAGE);
      await widget.answerByMethod("none");
      const before = await widget.whereItIs();
      assert.equal(await isInWindow(widget, place), false);
      await click(widget, id);
      await arrives(widget, place);
      assert.equal(await widget.isVisible(), true);
      assert.deepEqual([await widget.whereItIs(), await widget.state()], [before, "ready"]);
    });
  }

  test("so it is where a script scrolls to it, and where a script changes the address", async (at) => {
    const widget = await new Widget(at).openPage(PAGE);
    await click(widget, "scrolls");
    await arrives(widget, "#clean");
    assert.equal(await at.driver.executeScript("return window.found"), true);
    const other = await new Widget(at).openPage(PAGE);
    await at.driver.executeScript("location.hash = 'clean'");
    await arrives(other, "#clean");
  });

  test("other links of the page leave the plain guide where it is", async (at) => {
    const widget = await new Widget(at).openPage(PAGE);
    for (const id of ["to-more", "nowhere"]) await click(widget, id);
    await arrives(widget, "#more");
    assert.equal(await at.driver.executeScript("return document.getElementById('clean').checkVisibility()"), false);
  });

  test("who comes with an address of a place in the plain guide sees it, also once the widget is there", async (at) => {
    for (const attributes of [ASKING, 'guide="/own.json"']) {
      at.server.route("/own.json", readGuide());
      await new Widget(at).openPage({ ...PAGE, attributes });
      await at.driver.get(`${at.server.origin}/blank.html`);
      const widget = await new Widget(at).open("/page.html#clean");
      await arrives(widget, "#clean");
      assert.equal(await widget.isVisible(), true);
    }
  });
});
