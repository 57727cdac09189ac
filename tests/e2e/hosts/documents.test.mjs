// Documents that are odd in themselves: old ones, ones with old scripts, ones whose links lead elsewhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isAtHome, looksAtHome, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const LAMP = readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8");

// What Prototype, MooTools and the polyfills of their time do to a page. WebKit's driver counts what all objects have as
// part of its answer, and then cannot give it; there, they have it without listing it.
const oldIn = (browserName) => `<script>
  const give = (name, value) =>
    Object.defineProperty(Object.prototype, name, { value, enumerable: ${browserName !== "WebKitGTK"}, writable: true });
  give("inspect", function () { return "an object"; });
  give("each", function (each) { for (var name in this) each(this[name], name); });
  Array.prototype.toJSON = function () { return "an array"; };
  String.prototype.toJSON = function () { return "a string"; };
  Array.prototype.each = Array.prototype.forEach;
  Array.prototype.find = function (test) { return this.filter(test)[0]; };
  Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };
  Array.prototype.includes = Array.prototype.include = function (it) { return this.indexOf(it) !== -1; };
  Array.prototype.clone = Array.prototype.slice;
  Array.prototype.remove = function (it) { this.splice(this.indexOf(it), 1); return this; };
  Array.from = window.$A = function (it) { return Array.prototype.slice.call(it); };
  Function.prototype.bind = function (self) {
    var method = this, given = Array.prototype.slice.call(arguments, 1);
    return function () { return method.apply(self, given.concat(Array.prototype.slice.call(arguments))); };
  };
  Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
  Element.prototype.replace = function () { return this; };
  Element.prototype.show = Element.prototype.hide = Element.prototype.update = function () { return this; };
  Event.observe = function (element, name, handler) { element.addEventListener(name, handler, false); };
  document.getElementsByClassName = function (name) { return [].slice.call(this.querySelectorAll("." + name)); };
  window.$ = function (id) { return document.getElementById(id); };
  window.Hash = window.Class = window.Template = function () {};
  window.define = function () { throw new Error("this page's own define"); };
  window.wasm_bindgen = function () { throw new Error("this page's own WebAssembly"); };
  window.wasm = window.exports = window.module = window.element = window.start = "the page's own";
</script>`;

inEachBrowser((test, browserName) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  test("a page without a doctype", async (at) => {
    const widget = await isAtHome(at, { page: { doctype: "" } });
    assert.equal(await widget.inPage("return document.compatMode"), "BackCompat");
  });

  alone("a page with a doctype of 1999", async (at) => {
    const doctype = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">';
    await looksAtHome(at, { page: { doctype } });
  });

  const ANSI = [
    ["in windows-1252", "text/html; charset=windows-1252", {}],
    ["without a character set", "text/html", { expected: /The character encoding of the document was not declared/ }],
  ];
  for (const [what, type, options] of ANSI) {
    test(`a page ${what}: the widget's words are whole`, async (at) => {
      const page = Buffer.from(html({ charset: "", inside: "<p>The plain guide: caf\xe9.</p>" }), "latin1");
      const widget = await looksAtHome(at, { page, type });
      assert.equal(await widget.inPage("return document.characterSet"), "windows-1252");
      assert.equal(await widget.inPage("return host.textContent"), "The plain guide: café.");
      await widget.turn(WORDS.noDanger);
      await widget.answer(DIRTY["what-fails"]);
      assert.ok((await widget.text()).includes("’"));
    }, options);
  }

  test("a page with scripts that have changed what all objects, arrays and elements can do", async (at) => {
    await isAtHome(at, { page: { head: oldIn(browserName) } });
  });

  alone("with such scripts, the session is stored and comes back", async (at) => {
    const widget = await openHost(at, { page: { head: oldIn(browserName), attributes: `${ASKING} resume` } });
    await widget.walkAs(DIRTY, "dry-wipe");
    await widget.reload();
    assert.equal(await widget.step(), "dry-wipe");
  });

  test("a page whose links lead elsewhere: a guide's URL does as well", async (at) => {
    const page = { head: '<base href="/elsewhere/" />' };
    await looksAtHome(at, { page });
    const widget = await openHost(at, {
      files: { "/elsewhere/lamp.json": LAMP },
      page: { ...page, attributes: 'guide="lamp.json"' },
    });
    assert.equal(await widget.state(), "ready");
    assert.equal((await widget.record()).guide, JSON.parse(LAMP).id);
  });
});
