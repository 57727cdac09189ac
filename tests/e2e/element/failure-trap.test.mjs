// Where the WebAssembly is stopped without a word, by a stack that is at its end or by a page's script that throws in the
// middle of its work, every widget of the page gives way to its plain guide, and says so once.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { givesWay } from "../helpers/plain-guide.mjs";

const [FIRST] = REPAIRS;

/** Opens a page with two widgets, the first of which stands at the first repair. */
async function openTwo(at) {
  const end = `<fault-finder id="two" ${ARTICLE}><p>Another plain guide.</p></fault-finder>`;
  const one = await new Widget(at, "#one").openPage({ attributes: `id="one" ${ARTICLE} resume`, end });
  const two = new Widget(at, "#two");
  await two.settled();
  await one.walkTo(FIRST.id);
  return [one, two];
}

/** Both have given way and told one error, which matches `why`, and the page can still be used. */
async function haveGivenWay(widgets, why, heading = WORDS.brokenHeading) {
  for (const widget of widgets) {
    await givesWay(widget);
    const told = (await widget.events()).filter((it) => it.name === "error" && `#${it.target}` === widget.selector);
    assert.equal(told.length, 1);
    assert.equal(told[0].detail.errors.length, 1);
    assert.match(told[0].detail.errors[0], /^widget: it has failed \(/);
    assert.match(told[0].detail.errors[0], why);
    assert.ok(await widget.inPage("return host.querySelector('p').checkVisibility()"), "the plain guide is seen");
    assert.equal((await widget.alert())?.heading ?? null, heading);
    // Whatever is called by now settles, and does nothing.
    assert.equal(await widget.inPage("return host.answer('dangers', 'none').then(() => host.record ?? null)"), null);
  }
}

// Goes down until the stack is at its end, and asks for the record on the way up, with a little more room each time; and
// again with frames of another size, so that the end is met at any place.
const DIVE = `
  let left;
  const ask = () => { try { host.record; } catch {} };
  const down = (...more) => {
    try { down(...more); } catch {}
    if (left-- > 0) ask();
  };
  for (let n = 0; n < 40; n++) {
    left = 200;
    down(...Array(n));
  }
  return left < 0;`;

inEachBrowser((test) => {
  const alone = test.alone("What throws in one browser throws in each; a stack is not the same.");

  test("a stack that is at its end within the WebAssembly", async (at) => {
    const widgets = await openTwo(at);
    assert.ok(await widgets[0].inPage(DIVE));
    await haveGivenWay(widgets, /stack|recursion/);
    const [repair] = (await widgets[0].stored()).evidence.map((it) => it.finding);
    assert.equal(repair, "no-danger", "the answers are kept");
  });

  for (const [what, broken, heading] of [
    ["a clock", "Performance.prototype.now"],
    ["a clock, and what draws an apology", "Element.prototype.setAttribute = Performance.prototype.now", null],
    ["a clock, and what makes elements", "Document.prototype.createElement = Performance.prototype.now", null],
    ["a clock, and reflection", "Reflect.get = Performance.prototype.now"],
  ]) {
    (what === "a clock" ? test : alone)(`a page that has broken ${what}`, async (at) => {
      const widgets = await openTwo(at);
      const button = await widgets[0].button(NOT_FIXED);
      await at.driver.executeScript(`${broken} = () => { throw new TypeError("this page knows better") }`);
      await button.click();
      await haveGivenWay(widgets, /this page knows better/, heading);
    }, { expected: /this page knows better/ });
  }

  for (const [what, broken, state] of [
    ["what makes functions", "const { Function: own } = window; window.Function = function (...it) { return own(...it) }", "ready"],
    ["what makes elements", "Document.prototype.createElement = () => { throw new TypeError('this page knows better') }", "static"],
  ]) {
    (what.includes("functions") ? test : alone)(`a page that has replaced ${what} beforehand`, async (at) => {
      const widget = new Widget(at);
      const end = `<script>${broken}</script><script src="/fault-finder.js"></script>`;
      at.server.route("/page.html", html({ script: "", attributes: ARTICLE, end }));
      await widget.visit("/page.html");
      await widget.settled();
      assert.equal(await widget.state(), state, String(await widget.errors()));
      if (state === "ready") return widget.walkTo(FIRST.id);
      assert.match((await widget.errors())[0], /^widget: it cannot start here \(this page knows better\)/);
      assert.ok(await widget.inPage("return host.querySelector('p').checkVisibility()"), "the plain guide is seen");
    });
  }
});
