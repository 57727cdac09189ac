// Where a script arrives damaged or not at all, the plain guide stays as the page has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { Widget } from "../harness/page.mjs";
import { isStatic, layoutAlone } from "../helpers/plain-guide.mjs";
import { DIST } from "../harness/server.mjs";

const CLASS = readFileSync(join(DIST, "fault-finder.js"), "utf8");
const BUNDLE = readFileSync(join(DIST, "fault-finder-wasm.js"), "utf8");
const [, VERSION] = /Fault Finder (\d[^:]*):/.exec(CLASS);
// Nothing else in it is as long.
const [WHOLE, TEXT] = /"([^"]{100000,})"/.exec(BUNDLE);
const [CHECK] = /\w+\.checksum!==-?\d+/.exec(BUNDLE);

function middle({ length }) {
  return Math.floor(length / 2);
}

/** The script with other text for its WebAssembly. */
function bundleWith(text) {
  return BUNDLE.replace(WHOLE, () => `"${text}"`);
}

/** The text with this many characters from `start` on in another order, so that it stands for as many bytes. */
function mixed(text, start, length) {
  const turned = [...text.slice(start, start + length)].reverse().join("");
  return text.slice(0, start) + turned + text.slice(start + length);
}

/** The same, where the damage is not noticed by the checksum. */
function unnoticed(text) {
  return bundleWith(text).replace(CHECK, "false");
}

const MIDDLE = middle(TEXT);
const DAMAGED = {
  "of which some characters were changed": bundleWith(mixed(TEXT, MIDDLE, 8)),
  "that ends too early": bundleWith(TEXT.slice(0, MIDDLE)),
  "that is missing": bundleWith(""),
  "with characters that mean nothing": bundleWith(TEXT.replace("a", "ä")),
  "whose code is another": unnoticed(mixed(TEXT, MIDDLE, 1000)),
  "whose head is another": unnoticed(mixed(TEXT, 0, 40)),
};

const NO_SCRIPT = {
  "a script that ends too early": CLASS.slice(0, middle(CLASS)),
  "a page instead of the script": "<!doctype html><title>Sign in</title>",
};

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  for (const [what, bundle] of Object.entries(DAMAGED)) {
    (/changed|early|head/.test(what) ? test : alone)(`WebAssembly ${what}`, async (at) => {
      const widget = new Widget(at);
      const layout = await layoutAlone(widget);
      at.server.route("/fault-finder-wasm.js", bundle);
      await widget.visitDemo();
      await isStatic(widget, layout, /./);
      at.t.diagnostic((await widget.errors())[0]);
    });
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

  for (const [what, body, isSilent] of [
    ["that ends too early", BUNDLE.slice(0, middle(BUNDLE))],
    ["that is a page", NO_SCRIPT["a page instead of the script"]],
    ["of another version", BUNDLE.replace(`"${VERSION}"`, '"99.0.0"'), true],
  ]) {
    (what.includes("early") ? test : alone)(`a second script ${what}`, async (at) => {
      const widget = new Widget(at);
      const layout = await layoutAlone(widget);
      at.server.route("/fault-finder-wasm.js", body);
      await widget.visitDemo();
      await isStatic(widget, layout, /fault-finder-wasm\.js is damaged, or of another version/);
    }, isSilent ? {} : { expected: /SyntaxError/ });
  }
});
