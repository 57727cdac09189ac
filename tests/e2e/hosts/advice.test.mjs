// Who builds a page is told on its console, once, what is odd about how the element stands in it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inChromiumAlone } from "../harness/browser.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { files } from "../helpers/languages.mjs";

// Runs before the page's scripts.
const LISTEN = `
  window.said = [];
  console.warn = (it) => said.push(it);`;
const SWALLOWS = /<fault-finder \/> does not end there/;
const UNREADABLE = /on a site that does not let this page read them/;
const LACKS = /there is no plain guide inside/;

/** What the console says of a page. */
async function saidOf(at, page) {
  await at.preload(LISTEN);
  const widget = await new Widget(at).openPage(page);
  await widget.untilInPage("the page is there to its end", "return document.readyState === 'complete'");
  return at.driver.executeScript("return said");
}

inChromiumAlone("The element looks, and says what it says in each browser.", (test) => {
  for (const [what, page, ...advice] of [
    ["a plain guide", {}],
    ["a guide with data for search engines", { inside: '<p>Guide</p><script type="application/ld+json">{}</script>' }],
    ["a text", { inside: "The plain guide." }],
    ["nothing inside", { inside: "\n  " }, LACKS],
    ["nothing inside, three times", { inside: "", end: `<fault-finder ${ASKING}></fault-finder>`.repeat(2) }, LACKS],
    ["no end", { element: `<fault-finder ${ASKING} />`, end: "<h2>More help</h2><footer>The makers</footer>" }, SWALLOWS],
    ["no end, before a script", { element: `<fault-finder ${ASKING} />`, end: "<script>window.more = 1;</script>" }, SWALLOWS],
  ]) {
    test(`an element with ${what}`, async (at) => {
      const said = await saidOf(at, page);
      assert.equal(said.length, advice.length, said.join());
      advice.forEach((it, idx) => assert.match(said[idx], it));
    });
  }

  test("languages on another site that does not let the page read them", async (at) => {
    const folder = `${at.elsewhere.origin}/release`;
    for (const it of ["fault-finder.js", "fault-finder-wasm.js"]) at.elsewhere.route(`/release/${it}`, readFileSync(join(DIST, it)));
    for (const it of files("de")) at.elsewhere.route(`/release${it}`, readFileSync(join(DIST, it)));
    const script = `<script src="${folder}/fault-finder.js" async></script>`;
    const said = await saidOf(at, { root: 'lang="de"', script });
    assert.equal(said.length, 1, said.join());
    assert.match(said[0], UNREADABLE);
  }, { networkErrors: true, expected: /CORS/ });
});
