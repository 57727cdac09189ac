// Pages that listen for keys: what is typed and pressed in the widget is no shortcut of theirs, and their own keys still
// work.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, headingOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { WORN } from "../helpers/people.mjs";

const [ADD, SERIAL] = ["Add details for support (optional)", "Serial number"];

// As libraries for shortcuts do, it leaves out what is pressed in a field or on a button, as far as it can see that.
const SHORTCUTS = `<script>
  window.heard = [];
  const hear = ({ type, key, target }) => {
    if (!/^(input|textarea|select|button)$/i.test(target.tagName ?? "")) window.heard.push(type + " " + key);
  };
  for (const name of ["keydown", "keypress", "keyup"]) {
    for (const it of [window, document]) it.addEventListener(name, hear);
  }
</script>`;
// As some frameworks have it: Enter anywhere in the form presses its first button.
const FORM = `<form onsubmit="heard.push('submit'); return false"
  onkeypress="if (event.key === 'Enter' && event.target.type !== 'search') heard.push('default button')">
  <button>Search</button><input type="search" aria-label="Words" />`;
const PAGE = { head: SHORTCUTS, before: FORM, end: "</form>" };

/** What the page has heard since it was asked last, each once. */
async function heard(widget) {
  const all = await widget.driver.executeScript("return window.heard.splice(0).join('\\n')");
  return [...new Set(all.split("\n").filter((it) => it !== ""))];
}

inEachBrowser((test) => {
  test("what is typed into a field is typed, and nothing else happens", async (at) => {
    const widget = await new Widget(at).openPage(PAGE);
    await widget.walkAs(WORN, "service");
    await widget.toggle(ADD);
    await widget.tabTo(SERIAL);
    await heard(widget);
    await widget.keys("s/?j 7", Key.ARROW_LEFT, Key.BACK_SPACE, Key.ENTER);
    assert.equal(await widget.typed(SERIAL), "s/?j7");
    assert.deepEqual(await heard(widget), []);
  });

  test("what is pressed is pressed, also where the key comes up on the next step", async (at) => {
    const widget = await new Widget(at).openPage(PAGE);
    await widget.tabTo(GUIDE.dangers[0].text);
    await heard(widget);
    await widget.keys(Key.SPACE, Key.SPACE);
    await widget.tabTo(WORDS.noDanger);
    await heard(widget);
    await widget.driver.actions().keyDown(Key.ENTER).perform();
    await widget.focusOn(headingOf("what-fails"));
    await widget.driver.actions().keyUp(Key.ENTER).perform();
    await widget.pressByKey(WORDS.notSure, Key.SPACE);
    await widget.until("another step", async () => (await widget.step()) !== "what-fails");
    assert.deepEqual((await heard(widget)).filter((it) => !it.endsWith("Tab")), []);
    await widget.tabTo(WORDS.back);
    await heard(widget);
    await widget.keys("s/", Key.ARROW_DOWN);
    assert.deepEqual(await heard(widget), []);
  });

  test("the page's own keys work: out of a dialog, with Control, and where nothing is pressed or typed", async (at) => {
    const widget = await new Widget(at).openPage(PAGE);
    await widget.pressByKey(WORDS.noDanger);
    await widget.focusOn(headingOf("what-fails"));
    await heard(widget);
    await widget.keys("/");
    assert.deepEqual(await heard(widget), ["keydown /", "keypress /", "keyup /"]);
    await widget.tabTo(WORDS.notSure);
    await heard(widget);
    await widget.keys(Key.ESCAPE);
    assert.ok((await heard(widget)).includes("keydown Escape"));
    await widget.driver.actions().keyDown(Key.CONTROL).sendKeys(".").keyUp(Key.CONTROL).perform();
    const combined = await heard(widget);
    assert.ok(combined.includes("keydown ."), combined.join());
  });

  test("a listener that captures can tell what is pressed in the widget", async (at) => {
    const widget = await new Widget(at).openPage({});
    await widget.tabTo(WORDS.noDanger);
    await widget.driver.executeScript(`addEventListener("keydown", (event) => {
      window.pressed = [event.target, event.composedPath()[0]].map((it) => it.localName).join(" ");
    }, true)`);
    await widget.keys("s");
    assert.equal(await widget.driver.executeScript("return window.pressed"), "fault-finder button");
  });

  test("keys in the page's own fields, and in the plain guide, are the page's", async (at) => {
    const inside = '<p tabindex="0">The plain guide.</p>';
    const widget = await new Widget(at).openPage({ ...PAGE, attributes: 'guide="nobody-knows"', inside });
    await widget.tabTo("The plain guide.");
    await heard(widget);
    await widget.keys("j");
    assert.ok((await heard(widget)).includes("keydown j"));
    await widget.shiftTabTo("Words");
    await widget.keys("x", Key.ENTER);
    assert.ok((await heard(widget)).includes("submit"));
  });
});
