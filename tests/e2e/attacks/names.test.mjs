// An article may hold elements with names, ids and classes of any kind. None of them gets in between the widget and the
// browser, and none keeps the widget from working.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, GUIDE } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const GERMAN = JSON.parse(readFileSync(new URL(`../../../guides/${GUIDE.id}.de.json`, import.meta.url), "utf8"));

// What a page's document has, and what the widget may want of it.
const OF_DOCUMENT = [
  "activeElement", "addEventListener", "adoptedStyleSheets", "baseURI", "body", "createComment", "createElement",
  "createElementNS", "createTextNode", "currentScript", "defaultView", "documentElement", "featurePolicy", "getElementById",
  "head", "hidden", "implementation", "importNode", "querySelector", "querySelectorAll", "readyState",
  "removeEventListener", "title", "visibilityState",
];
// What a window has, in some browsers or in all.
const OF_WINDOW = [
  "customElements", "CustomEvent", "Document", "Intl", "localStorage", "navigator", "Notification", "performance",
  "queueMicrotask", "Reflect", "requestIdleCallback", "scheduler", "setTimeout", "trustedTypes", "WebAssembly",
];
// Elements that some browsers call functions, and the names of methods.
const METHODS = ["yield", "createPolicy", "postTask", "getAttribute", "closest", "lang"];

const field = (name) => `<input name="${name}"><object name="${name}"></object>`;
const ids = (names) => names.map((it) => `<form id="${it}" name="${it}">${METHODS.map(field).join("")}</form>`).join("");

/** What is in the article, each kind by itself. */
const ARTICLES = {
  "images named like the document's properties": OF_DOCUMENT.map((it) => `<img name="${it}" alt="">`).join(""),
  "forms named like them": OF_DOCUMENT.map((it) => `<form name="${it}">${field("src")}${field("call")}</form>`).join(""),
  "ids of what a window has": ids(OF_WINDOW),
  "frames named like that": OF_WINDOW.map((it) => `<iframe name="${it}" srcdoc=""></iframe>`).join(""),
  "frames of another site named like that": ["scheduler", "trustedTypes", "requestIdleCallback"].map((it) =>
    `<iframe name="${it}" src="ELSEWHERE/blank.html"></iframe>`).join(""),
  "an element that passes for the second script": '<div data-fault-finder="wasm" data-wasm="/evil.js"></div>',
  "an element that passes for words": '<p data-fault-finder="locales/de.json">{"format":1}</p>',
};

inEachBrowser((test) => {
  const alone = test.alone("How documents and windows find what has a name is one standard; three of its kinds are tried in each.");

  for (const [what, before] of Object.entries(ARTICLES)) {
    (/^images|^ids|^frames named/.test(what) ? test : alone)(`${what}: the widget works to its end`, async (at) => {
      // The script comes after the article, so that all of it is there.
      const widget = new Widget(at);
      const article = before.replaceAll("ELSEWHERE", at.elsewhere.origin);
      at.elsewhere.route("/blank.html", "<!doctype html><title>Blank</title>");
      at.server.route("/page.html", html({ script: "", before: article, end: '<script src="/fault-finder.js"></script>' }));
      await widget.visit("/page.html");
      await widget.settled();
      assert.equal(await widget.state(), "ready", String(await widget.errors()));
      await widget.walkAs(DIRTY, "fixed");
      await widget.at(DONE);
      assert.deepEqual(at.server.asked().filter((it) => it.includes("evil")), []);
    });
  }

  test("an image that passes for the script leads nowhere, wherever it comes from", async (at) => {
    at.elsewhere.route("/fault-finder-wasm.js", "window.entered = true");
    at.elsewhere.route("/x.png", Buffer.from(""), { type: "image/png" });
    const before = `<img name="currentScript" src="${at.elsewhere.origin}/x.png" alt="">
      <a id="script" href="${at.elsewhere.origin}/fault-finder.js">A link</a>`;
    const script = '<script src="/fault-finder.js"></script>';
    const widget = await new Widget(at).openPage({ script: "", before: before + script });
    assert.equal(await widget.state(), "ready");
    assert.deepEqual(at.elsewhere.asked(), ["/x.png"]);
    assert.equal(await at.driver.executeScript("return window.entered"), null);
  }, { networkErrors: true });

  alone("another library's address of its WebAssembly is none of ours", async (at) => {
    at.elsewhere.route("/library.js", "");
    const library = `<script src="${at.elsewhere.origin}/library.js" data-wasm="library.wasm.js"></script>`;
    const script = '<script type="module" src="/fault-finder.js"></script>';
    const widget = await new Widget(at).openPage({ script: library + script });
    assert.equal(await widget.state(), "ready");
    assert.deepEqual(at.elsewhere.asked(), ["/library.js"]);
  });

  alone("a module's own script is found by its name, and by no other address that holds that name", async (at) => {
    at.elsewhere.route("/tracker.js", "");
    at.elsewhere.route("/fault-finder-wasm.js", "window.entered = true");
    const tracker = `<script src="${at.elsewhere.origin}/tracker.js?page=/fault-finder.js"></script>`;
    const script = '<script type="module" src="/fault-finder.js"></script>';
    const widget = await new Widget(at).openPage({ script: tracker + script });
    assert.equal(await widget.state(), "ready");
    assert.deepEqual(at.elsewhere.asked(), ["/tracker.js?page=/fault-finder.js"]);
  });

  alone("a guide in the page is the script's, not that of an element of the same id further up", async (at) => {
    const other = JSON.stringify({ ...GUIDE, id: "another", title: "Another guide" });
    const own = JSON.stringify(GUIDE).replaceAll("<", "\\u003c");
    const before = `<p id="lamp:1" hidden>${other.replaceAll("<", "&lt;")}</p>
      <script type="application/json" id="lamp:1">${own}</script>`;
    const widget = await new Widget(at).openPage({ attributes: 'guide="#lamp:1"', before });
    assert.equal((await widget.eventsNamed("ready"))[0].guide, GUIDE.id);
  });

  alone("a form around the widget does not hide its language", async (at) => {
    const form = `<form lang="de">${METHODS.map(field).join("")}<fault-finder ${ASKING}></fault-finder></form>`;
    const widget = await new Widget(at).openPage({ element: form });
    await widget.at(GERMAN.danger_question);
  });
});
