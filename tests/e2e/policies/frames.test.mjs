// In frames that know nothing of the page around them, and may store nothing, the widget works to its end.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, GUIDE, WORDS } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const ORDINARY = ["asking", ASKING];
const RESUMING = ["asking, with resume", `${ASKING} resume`];

// Stands in the framed page before the widget's script, where the browser itself would not deny it.
const DENY = `<script>Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); } });</script>`;

/** Walks to the good end in the frame that the test is in, where nothing can be stored. */
async function walk({ driver }, widget) {
  const denied = await driver.executeScript("try { localStorage } catch (error) { return error.name }");
  assert.equal(denied, "SecurityError");
  await widget.settled();
  assert.equal(await widget.state(), "ready");
  await widget.pressAs(DIRTY, "fixed");
  await widget.at(DONE);
  assert.deepEqual(await widget.eventsNamed("error"), []);
}

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  for (const [what, attributes] of [ORDINARY, RESUMING]) {
    (what === ORDINARY[0] ? test : alone)(`in a sandboxed frame, ${what}`, async (at) => {
      const widget = new Widget(at);
      at.server.route("/framed.html", html({ attributes }));
      await widget.visitFrame('sandbox="allow-scripts" src="/framed.html"');
      assert.equal(await at.driver.executeScript("return origin"), "null");
      await walk(at, widget);
    });

    (what === RESUMING[0] ? test : alone)(`in a frame of another site without storage, ${what}`, async (at) => {
      const widget = new Widget(at);
      at.elsewhere.route("/framed.html", html({ attributes, head: DENY }));
      await widget.visitFrame(`src="${at.elsewhere.origin}/framed.html"`);
      assert.equal(await at.driver.executeScript("return origin"), at.elsewhere.origin);
      await walk(at, widget);
    });
  }

  alone("in a sandboxed frame, with a guide from a URL that any origin may read", async (at) => {
    const widget = new Widget(at);
    at.server.route("/guide.json", GUIDE, { headers: { "access-control-allow-origin": "*" } });
    at.server.route("/framed.html", html({ attributes: 'guide="/guide.json"' }));
    await widget.visitFrame('sandbox="allow-scripts" src="/framed.html"');
    await widget.settled();
    await widget.at(WORDS.dangerQuestion);
  });
});
