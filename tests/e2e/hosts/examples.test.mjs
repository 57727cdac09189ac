// What EMBEDDING.md says to copy works as it stands there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, GUIDE } from "../harness/guide.mjs";
import { html, replaced } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { Framed } from "../helpers/framed.mjs";
import { DIRTY } from "../helpers/people.mjs";

const DOCUMENT = readFileSync(new URL("../../../EMBEDDING.md", import.meta.url), "utf8");
// The folder of the site in which the examples have the scripts.
const FOLDER = "/fault-finder";
const SCRIPTS = ["fault-finder.js", "fault-finder-wasm.js"];
// The frame's origin in the examples.
const HELP = "https://help.example/fault-finder";

/** The examples in a section, by its heading. */
function examples(heading) {
  const section = DOCUMENT.split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  return section.split(/^```.*$/m).filter((_, idx) => idx % 2 === 1);
}

const [PLAIN] = examples("A plain page");
const [LINES, TWO_TAGS] = examples("A strict Content-Security-Policy");
const POLICY = LINES.trim().replaceAll("\n", " ");
const [, IN_FRAME, IN_PLAIN_FRAME] = examples("A frame");
const [ANALYTICS] = examples("Events to analytics");
const [ELEMENT] = /<fault-finder [^]*<\/fault-finder>/.exec(PLAIN);

/** Opens a page that holds this, under this policy, and walks to the good end. */
async function works(at, { element, policy }) {
  for (const it of SCRIPTS) at.server.route(`${FOLDER}/${it}`, readFileSync(join(DIST, it)));
  at.server.route("/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>', { type: "image/svg+xml" });
  const page = replaced(html({ script: "", element }), ['href="data:,"', 'href="/icon.svg"']);
  // The page's own icon is no matter of the widget.
  const headers = policy && { "content-security-policy": `${policy}; img-src 'self'` };
  at.server.route("/page.html", page, { headers });
  const widget = await new Widget(at).open("/page.html");
  await widget.pressAs(DIRTY, "fixed");
  await widget.at(DONE);
  assert.notEqual(await widget.stored(), null, "it has `resume`");
}

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  alone("a plain page", async (at) => {
    await works(at, { element: PLAIN });
  });

  test("a strict policy is enough", async (at) => {
    await works(at, { element: PLAIN, policy: POLICY });
  });

  test("a tag for each script is enough where nobody may make an address of a script", async (at) => {
    const policy = `${POLICY}; trusted-types 'none'`;
    await works(at, { element: TWO_TAGS + ELEMENT, policy });
  });

  test("a frame, with the link inside until it is there", async (at) => {
    const framed = new Framed(at);
    const widget = IN_FRAME.replaceAll(HELP, () => at.elsewhere.origin);
    at.server.route("/page.html", html({ script: "", element: widget }));
    await at.resize(1100, 2900);
    await at.driver.get(`${at.server.origin}/page.html`);
    await framed.within(async (it) => {
      await it.settled();
      await it.walkAs(DIRTY, "fixed");
      assert.equal(await it.nStored(), 1, "it has `resume`");
      await at.driver.executeScript("localStorage.clear()");
    });
  });

  alone("a plain frame", async (at) => {
    const widget = new Widget(at);
    const [, attributes] = /<iframe ([^]*)><\/iframe>/.exec(IN_PLAIN_FRAME.replaceAll(HELP, () => at.elsewhere.origin));
    await widget.visitFrame(attributes);
    const isThere = () => at.driver.executeScript("return document.querySelector('fault-finder') !== null");
    await widget.until("the widget", isThere);
    await widget.settled();
    await widget.walkAs(DIRTY, "fixed");
    assert.equal(await widget.nStored(), 0);
    // Browsers complain of permissions that they do not know.
  }, { expected: /(unrecognized|unsupported|unknown) feature/i });

  alone("a page's analytics hear each step, each answer and the outcome", async (at) => {
    const head = `<script>
      window.tracked = [];
      const analytics = { track: (...args) => tracked.push(args) };
      ${ANALYTICS}</script>`;
    const widget = await new Widget(at).openPage({ head });
    const steps = await widget.walkAs(DIRTY, "fixed");
    const tracked = await at.driver.executeScript("return window.tracked");
    const named = (name) => tracked.filter(([it]) => it === `guide ${name}`).map(([, it]) => it);
    assert.deepEqual(named("step").map((it) => it.step), steps);
    assert.deepEqual(named("answer").map((it) => it.step), steps);
    assert.equal(named("answer").at(-1).choice, "fixed");
    assert.deepEqual(named("outcome").map((it) => [it.outcome, it.step]), [["fixed", steps.at(-1)]]);
    assert.ok(tracked.every(([, it]) => it.guide === GUIDE.id));
  });
});
