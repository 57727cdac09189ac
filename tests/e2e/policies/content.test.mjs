// Under a strict content security policy the widget works; under one that forbids WebAssembly the plain guide stays.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE } from "../harness/guide.mjs";
import { ASKING, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { Framed } from "../helpers/framed.mjs";
import { DIRTY, WORN } from "../helpers/people.mjs";
import { isStatic, layoutAlone } from "../helpers/plain-guide.mjs";

const WITHOUT_WASM = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const STRICT = WITHOUT_WASM.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
const TRUSTED_TYPES = `${STRICT}; require-trusted-types-for 'script'`;
// The page's own tag for what the script would load.
const SECOND = '<script src="fault-finder-wasm.js" data-fault-finder="wasm" async></script>';

// A script of the page's own, because the policies forbid those within the page.
const RECORDER = `window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    window.violations.push(effectiveDirective + " " + blockedURI);
  });`;

const NONCE = "bG9uZyBhbmQgcmFuZG9t";

/** Opens the demo page under a policy that, for the page's sake, also allows this one icon; `second` is a tag more. */
async function openUnder(at, policy, second = "") {
  at.server.route("/recorder.js", RECORDER);
  at.server.route("/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>', { type: "image/svg+xml" });
  const icon = ['<link rel="icon" href="data:," />', '<link rel="icon" href="/icon.svg" />'];
  const scripts = `<script src="/recorder.js"></script>${SCRIPT}${second}`;
  const script = [SCRIPT, scripts.replaceAll("<script", `<script nonce="${NONCE}"`)];
  const headers = { "content-security-policy": `${policy}; img-src ${at.server.origin}/icon.svg` };
  const widget = new Widget(at);
  await widget.visitDemo({ instead: [icon, script], headers });
  await widget.settled();
  return widget;
}

function violations({ driver }) {
  return driver.executeScript("return window.violations");
}

inEachBrowser((test, browser) => {
  for (const [what, policy, second] of [
    ["a strict policy", STRICT],
    ["one that allows no connection", STRICT.replace("; connect-src 'self'", "")],
    ["one that goes by the page's nonce", STRICT.replace("'self' 'wasm", `'nonce-${NONCE}' 'wasm`)],
    ["one that also demands trusted types", TRUSTED_TYPES],
    ["one that names who may make them", `${TRUSTED_TYPES}; trusted-types fault-finder`],
    ["one under which nobody may make them, with a tag for each script", `${TRUSTED_TYPES}; trusted-types 'none'`, SECOND],
  ]) {
    test(`the widget works to its end under ${what}`, async (at) => {
      const widget = await openUnder(at, policy, second);
      await widget.pressAs(DIRTY, "fixed");
      await widget.at(DONE);
      assert.deepEqual(await violations(at), []);
    });
  }

  test("no blob: URL is made in a whole session", async (at) => {
    await at.preload(`window.nBlobs = 0;
      const { createObjectURL } = URL;
      URL.createObjectURL = (it) => (window.nBlobs++, createObjectURL.call(URL, it));`);
    const nBlobs = () => at.driver.executeScript("return window.nBlobs");
    const widget = await openUnder(at, STRICT);
    await widget.pressAs(WORN, "service");
    await widget.openAll();
    await widget.press("Copy");
    await widget.shows("Copied.");
    assert.equal(await nBlobs(), 0);
    await at.driver.executeScript("URL.createObjectURL(new Blob())");
    assert.equal(await nBlobs(), 1, "one would have been seen");
  });

  test("the plain guide stays under a policy that forbids WebAssembly", async (at) => {
    const layout = await layoutAlone(new Widget(at));
    const widget = await openUnder(at, WITHOUT_WASM);
    await isStatic(widget, layout, /Content Security Policy|CSP/i);
    // WebKit does not count this as one.
    const others = (await violations(at)).filter((it) => it !== "script-src wasm-eval");
    assert.deepEqual(others, []);
    // WebKit compiles WebAssembly all the same, and refuses to run it.
    const isLoaded = at.server.asked().includes("/fault-finder-wasm.js");
    assert.equal(isLoaded, browser === "WebKitGTK", "what cannot run is not loaded");
  }, { expected: /WebAssembly \(script-src\)/ });

  test("in a frame the widget works all the same, under the frame's own policy", async (at) => {
    const { origin } = at.elsewhere;
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:`;
    const end = `<script src="${origin}/fault-finder.js"></script><fault-finder ${ASKING}></fault-finder>`;
    const framed = await new Framed(at).open("", { end, headers: { "content-security-policy": policy } });
    assert.equal(await new Widget(at).state(), "static", "in the page itself it cannot run");
    await framed.within((it) => it.walkAs(DIRTY, "fixed"));
    await framed.fits();
  }, { expected: /WebAssembly \(script-src\)/ });
});
