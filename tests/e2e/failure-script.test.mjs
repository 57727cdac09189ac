// Where the script arrives damaged or not at all, the plain guide stays as the page has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { inEachBrowser } from "./browser.mjs";
import { Widget } from "./page.mjs";
import { isStatic, layoutAlone } from "./plain-guide.mjs";
import { DIST } from "./server.mjs";

const BUNDLE = readFileSync(join(DIST, "fault-finder.js"), "utf8");
const [WHOLE, BASE64] = /const WASM = "([^"]+)"/.exec(BUNDLE);

function middle({ length }) {
  return Math.floor(length / 2);
}

/** The bundle with other WebAssembly in it. */
function bundleWith(base64) {
  return BUNDLE.replace(WHOLE, () => `const WASM = "${base64}"`);
}

/** The bundle whose WebAssembly arrives whole but was changed by this before it was packed. */
function bundlePacked(change) {
  const wasm = gunzipSync(Buffer.from(BASE64, "base64"));
  return bundleWith(gzipSync(change(wasm)).toString("base64"));
}

const MIDDLE = middle(BASE64);
const DAMAGED = {
  "of which some characters were changed": bundleWith(`${BASE64.slice(0, MIDDLE)}AAAAAAAA${BASE64.slice(MIDDLE + 8)}`),
  "that ends too early": bundleWith(BASE64.slice(0, MIDDLE - (MIDDLE % 4))),
  "that is missing": bundleWith(""),
  "that is no base64": bundleWith(BASE64.replace("A", "?")),
  "whose code is another": bundlePacked((wasm) => wasm.fill(0xff, middle(wasm), middle(wasm) + 1000)),
  "whose head is another": bundlePacked((wasm) => wasm.fill(0xff, 0, 4)),
  "whose end is missing": bundlePacked((wasm) => wasm.subarray(0, middle(wasm))),
};

const NO_SCRIPT = {
  "a script that ends too early": BUNDLE.slice(0, middle(BUNDLE)),
  "a page instead of the script": "<!doctype html><title>Sign in</title>",
};

inEachBrowser((test) => {
  for (const [what, bundle] of Object.entries(DAMAGED)) {
    test(`WebAssembly ${what}`, async (at) => {
      const widget = new Widget(at);
      const layout = await layoutAlone(widget);
      at.server.route("/fault-finder.js", bundle);
      await widget.visitDemo();
      await isStatic(widget, layout, /./);
      at.t.diagnostic((await widget.errors())[0]);
    }, { expected: /Failed to read data from the ReadableStream/ });
  }

  for (const [what, body] of Object.entries(NO_SCRIPT)) {
    test(what, async (at) => {
      const widget = new Widget(at);
      const layout = await layoutAlone(widget);
      at.server.route("/fault-finder.js", body);
      await widget.visitDemo();
      assert.equal(await widget.state(), null);
      assert.deepEqual(await widget.layout(), layout);
    }, { expected: /SyntaxError/ });
  }
});
