// What the widget loads later is what it was built with, comes from where it should, and tells nobody who asks.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, readGuide, WORDS } from "../harness/guide.mjs";
import { ASKING, html, REFUSED } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";

const read = (path) => readFileSync(join(DIST, path));
const SECOND = read("fault-finder-wasm.js");
const TAMPERED = Buffer.concat([SECOND, Buffer.from("\nwindow.entered = true;")]);
const HASHES = JSON.parse(read("sri.json"));
const FOR_ALL = { headers: { "access-control-allow-origin": "*" } };
const GERMAN = JSON.parse(read(`guides/${GUIDE.id}.de.json`));
const PATHS = { translation: `/guides/${GUIDE.id}.de.json`, words: "/locales/de.json" };

const hash = (text, name = "sha384") => `${name}-${createHash(name).update(text).digest("base64")}`;

/** Opens a page with this tag for the script, and waits for what becomes of the widget. */
async function openWith(at, script, { lang = "en", attributes = ASKING } = {}) {
  const widget = new Widget(at);
  at.server.route("/page.html", html({ root: `lang="${lang}"`, script, attributes }));
  await widget.visit("/page.html");
  await widget.settled();
  return widget;
}

function hasEntered({ driver }) {
  return driver.executeScript("return window.entered === true");
}

/** A guide of the host's own, which names this as its German translation; it speaks German in the page. */
async function openOwn(at, translation, guide = {}) {
  at.server.route("/own.json", { ...readGuide(), ...guide, translations: { de: translation } });
  return openWith(at, '<script src="/fault-finder.js"></script>', { lang: "de", attributes: 'guide="/own.json"' });
}

const speaksGerman = async (widget) => (await widget.heading()) === GERMAN.danger_question;

inEachBrowser((test) => {
  const alone = test.alone("The element decides which file and which hash; each browser looks whether they fit.");

  for (const [what, site] of [
    ["of the page's own site", "server"],
    ["of another site", "elsewhere"],
  ]) {
    test(`with a hash on the tag, the second script ${what} is the one of this build`, async (at) => {
      const { origin } = at[site];
      const script = `<script src="${origin}/fault-finder.js" integrity="${HASHES["fault-finder.js"]}" crossorigin="anonymous"></script>`;
      const serve = (body) => {
        at[site].route("/fault-finder.js", read("fault-finder.js"), FOR_ALL);
        at[site].route("/fault-finder-wasm.js", body, FOR_ALL);
      };
      serve(TAMPERED);
      const widget = await openWith(at, script);
      assert.equal(await widget.state(), "static");
      assert.match((await widget.errors())[0], /could not be loaded, or is another file than it should be/);
      assert.equal(await hasEntered(at), false);
      serve(SECOND);
      assert.equal(await (await openWith(at, script)).state(), "ready");
    }, { networkErrors: true, expected: REFUSED });
  }

  test("from a third site, the second script is the one of this build, whatever the tag says", async (at) => {
    const script = `<script src="/fault-finder.js" data-wasm="${at.elsewhere.origin}/moved.js"></script>`;
    at.elsewhere.route("/moved.js", TAMPERED, FOR_ALL);
    assert.equal(await (await openWith(at, script)).state(), "static");
    assert.equal(await hasEntered(at), false);
    at.elsewhere.route("/moved.js", SECOND, FOR_ALL);
    assert.equal(await (await openWith(at, script)).state(), "ready");
  }, { networkErrors: true, expected: REFUSED });

  alone("without a hash on the tag, a script that the site's own tools have changed once more works", async (at) => {
    at.server.route("/fault-finder-wasm.js", Buffer.concat([Buffer.from("/* Made by a tool. */\r\n"), SECOND]));
    assert.equal(await (await openWith(at, '<script src="/fault-finder.js"></script>')).state(), "ready");
  });

  test("the trusted types policy makes the address of the second script, and no other", async (at) => {
    await at.preload(`if (window.trustedTypes?.createPolicy instanceof Function) {
      const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
        const policy = createPolicy.call(this, name, rules);
        (window.policies ??= []).push([name, policy]);
        return policy;
      };
    }`);
    const widget = await openWith(at, '<script src="/fault-finder.js"></script>');
    assert.equal(await widget.state(), "ready");
    const made = await at.driver.executeScript(`return window.policies?.map(([name, it]) => [name,
      ...["https://evil.example/x.js", "data:,", ""].map((url) => String(it.createScriptURL(url))),
      ...["createHTML", "createScript"].map((method) => { try { return String(it[method]("x")); } catch { return null; } })])`);
    if (!made) return at.t.diagnostic("this browser knows no trusted types");
    const own = at.server.origin + at.server.addresses().find((it) => it.startsWith("/fault-finder-wasm.js"));
    assert.deepEqual(made, [["fault-finder", own, own, own, null, null]]);
  });

  for (const [what, path] of Object.entries(PATHS)) {
    (what === "words" ? test : alone)(`built-in ${what} that were changed on their way are not taken`, async (at) => {
      const changed = read(path).toString().replace(/(": ")/, "$1Evil ");
      at.server.route(path, changed);
      const widget = await openWith(at, '<script src="/fault-finder.js"></script>', { lang: "de" });
      await widget.at(WORDS.dangerQuestion);
      const errors = (await widget.eventsNamed("error")).flatMap((it) => it.errors);
      assert.equal(errors.length, 1, String(errors));
      assert.match(errors[0], /^lang: .*\.json did not load: no connection, .* or it is not the file that belongs here$/);
    }, { networkErrors: true, expected: REFUSED });
  }

  test("a translation with the hash that the guide names is taken, and none with another", async (at) => {
    const text = JSON.stringify(GERMAN);
    at.server.route("/own.de.json", text);
    for (const name of ["sha256", "sha384", "sha512"]) {
      const widget = await openOwn(at, { url: "own.de.json", integrity: hash(text, name) });
      assert.ok(await speaksGerman(widget), name);
    }
    const widget = await openOwn(at, { url: "own.de.json", integrity: hash(`${text} `) });
    await widget.at(WORDS.dangerQuestion);
    assert.match((await widget.errors())[0], /^lang: .*own\.de\.json did not load: /);
  }, { networkErrors: true, expected: REFUSED });

  alone("what browsers would not read as a hash is an error of the guide", async (at) => {
    for (const integrity of ["", "sha384-", "md5-abc", hash("x").slice(0, -1), `${hash("x")}?`, hash("x", "sha256").replace("=", "A")]) {
      const widget = await openOwn(at, { url: "own.de.json", integrity });
      assert.equal(await widget.state(), "failed", integrity);
      assert.deepEqual(await widget.errors(), [
        "translations.de.integrity: this must be a hash such as sha384- and 64 characters of base64",
      ]);
    }
  });

  test("a translation from another site than the guide's is not asked for, nor taken where the site sends on to it", async (at) => {
    at.elsewhere.route("/own.de.json", GERMAN, FOR_ALL);
    at.server.route("/away.json", "", { status: 302, headers: { location: `${at.elsewhere.origin}/own.de.json` } });
    const addresses = [`${at.elsewhere.origin}/own.de.json`, at.elsewhere.origin.slice(5) + "/own.de.json", "away.json"];
    for (const [idx, address] of addresses.entries()) {
      const widget = await openOwn(at, address);
      await widget.at(WORDS.dangerQuestion);
      assert.match((await widget.errors())[0], /it is of another site than the guide$/);
      assert.equal(at.elsewhere.asked().length, idx === 2 ? 1 : 0);
    }
  });

  alone("who asks for a guide or for words is not told", async (at) => {
    await openWith(at, '<script src="/fault-finder.js"></script>');
    await at.driver.executeScript("document.cookie = 'who=me'");
    at.server.route("/own.de.json", GERMAN);
    const widget = await openOwn(at, "own.de.json");
    assert.ok(await speaksGerman(widget));
    for (const path of ["/own.json", "/own.de.json", "/locales/de.json"]) {
      const [headers, ...more] = at.server.headersOf(path);
      assert.deepEqual([headers.cookie, headers.referer, more.length], [undefined, undefined, 0], path);
    }
    assert.equal(at.server.headersOf("/fault-finder.js").at(-1).cookie, "who=me", "the page's own requests have it");
    await at.driver.executeScript("document.cookie = 'who=; max-age=0'");
  });
});
