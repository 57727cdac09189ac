// Where a browser refuses the script, or what the script needs, the plain guide stays as the page has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE } from "../harness/guide.mjs";
import { SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";
import { isStatic, layoutAlone } from "../helpers/plain-guide.mjs";
import { DIST } from "../harness/server.mjs";

const HASHES = JSON.parse(readFileSync(join(DIST, "sri.json"), "utf8"));

/** The widget's tag with the hash that the page expects. */
function expecting(hash) {
  return `<script src="fault-finder.js" integrity="${hash}" crossorigin="anonymous" async></script>`;
}

function isDefined({ driver }) {
  return driver.executeScript("return customElements.get('fault-finder') !== undefined");
}

inEachBrowser((test) => {
  test("with the hash that the release hands out, the script runs", async (at) => {
    const widget = new Widget(at);
    await widget.visitDemo({ instead: [[SCRIPT, expecting(HASHES["fault-finder.js"])]] });
    await widget.settled();
    await widget.pressAs(DIRTY, "fixed");
    await widget.at(DONE);
  });

  test("where the page expects a hash, the script with the WebAssembly has to be that of the release", async (at) => {
    const widget = new Widget(at);
    const layout = await layoutAlone(widget);
    const wasm = readFileSync(join(DIST, "fault-finder-wasm.js"), "utf8");
    at.server.route("/fault-finder-wasm.js", `${wasm} `);
    await widget.visitDemo({ instead: [[SCRIPT, expecting(HASHES["fault-finder.js"])]] });
    await isStatic(widget, layout, /fault-finder-wasm\.js could not be loaded/);
  }, { expected: /integrity/ });

  test("a script that has another hash does not run", async (at) => {
    const widget = new Widget(at);
    const layout = await layoutAlone(widget);
    await widget.visitDemo({ instead: [[SCRIPT, expecting(`sha384-${"A".repeat(64)}`)]] });
    assert.deepEqual(await widget.layout(), layout);
    assert.equal(await isDefined(at), false);
  }, { expected: /integrity/ });

  test("in a browser without WebAssembly the widget says so and gives way", async (at) => {
    const widget = new Widget(at);
    const layout = await layoutAlone(widget);
    await widget.visitDemo({ instead: [[SCRIPT, `<script>delete window.WebAssembly;</script>${SCRIPT}`]] });
    await isStatic(widget, layout, /WebAssembly/);
  });
});
