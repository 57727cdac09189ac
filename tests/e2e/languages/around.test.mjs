// The language around the element counts, however far out it is said, and whenever it changes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { ASKING, html, REFUSED } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { files, LANGUAGES } from "../helpers/languages.mjs";

const LAMP = JSON.parse(readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8"));
const UNKNOWN = 'lang: there is no language "tlh"; there are: en, de, fr, es, ja, ar';

// Two components, one in the other, and the widget in the inner one. The test gets in where the roots are closed, too.
const WITHIN = (mode) => `<outer-part></outer-part><script>
  const part = (content) => class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "${mode}" });
      root.innerHTML = content;
      Object.defineProperty(this, "shadowRoot", { value: root });
    }
  };
  customElements.define("outer-part", part("<inner-part></inner-part>"));
  customElements.define("inner-part", part('<fault-finder ${ASKING}><p>The plain guide.</p></fault-finder>'));
</script>`;
const SELECTOR = "outer-part >>> inner-part >>> fault-finder";

// Runs before the page's scripts: counts how often a change of a language is looked for.
const WATCHED = `
  window.nWatched = 0;
  const { observe, disconnect } = MutationObserver.prototype;
  const ours = new WeakSet();
  MutationObserver.prototype.observe = function (node, options) {
    if (options.attributeFilter?.includes("lang")) {
      ours.add(this);
      window.nWatched++;
    }
    return observe.call(this, node, options);
  };
  MutationObserver.prototype.disconnect = function () {
    if (ours.has(this)) window.nWatched = 0;
    return disconnect.call(this);
  };`;

const speaks = (widget, tag) => widget.until(`the language ${tag}`, async () => (await widget.language()) === tag);
const setPage = (widget, tag) => widget.inPage("document.documentElement.lang = args[0]", tag);

/** Opens a page in German whose translation is on its way; `release` lets it come. */
async function openLoading(at, attributes) {
  const [path] = files("de");
  const file = readFileSync(join(DIST, path));
  let release;
  const released = new Promise((resolve) => (release = resolve));
  // Where a test has failed, the next page would wait for this one's answer.
  at.t.after(() => release());
  at.server.clear();
  at.server.route(path, async function* () {
    await released;
    yield file;
  });
  at.server.route("/loading.html", html({ root: 'lang="de"', attributes }));
  const widget = new Widget(at);
  await widget.visit("/loading.html");
  await widget.until("the request", () => at.server.asked().includes(path));
  assert.equal(await widget.state(), "loading");
  return { widget, release };
}

inEachBrowser((test) => {
  const alone = test.alone("Which language counts, the element decides.");

  test("a page's language holds through shadow roots, and so do its changes", async (at) => {
    const widget = await new Widget(at, SELECTOR).openPage({ root: 'lang="de_DE"', element: WITHIN("open") });
    await speaks(widget, "de");
    await setPage(widget, "fr");
    await speaks(widget, "fr");
    await widget.inPage("host.getRootNode().host.lang = 'ja'");
    await speaks(widget, "ja");
    await widget.inPage("host.getRootNode().host.removeAttribute('lang')");
    await speaks(widget, "fr");
    assert.deepEqual(await widget.errors(), []);
  });

  test("it holds through closed shadow roots as well", async (at) => {
    const widget = await new Widget(at, SELECTOR).openPage({ root: 'lang="de"', element: WITHIN("closed") });
    await speaks(widget, "de");
    await setPage(widget, "fr");
    await speaks(widget, "fr");
  });

  test("a page that learns its language later is followed, and the answers stay", async (at) => {
    const widget = await new Widget(at).openPage();
    await widget.answerByMethod("none");
    const before = await widget.toldStep();
    await setPage(widget, "ar");
    await speaks(widget, "ar");
    assert.equal(await widget.direction(), "rtl");
    assert.equal(await widget.toldStep(), before);
    assert.equal((await widget.record()).entries.length, 1);
  });

  alone("a nearer language counts, and one that is empty says nothing", async (at) => {
    const element = `<div lang="fr"><div lang=""><fault-finder lang="" ${ASKING}></fault-finder></div></div>`;
    const widget = await new Widget(at).openPage({ root: 'lang="de"', element });
    assert.equal(await widget.language(), "fr");
    await setPage(widget, "es");
    await widget.inPage("host.closest('[lang=fr]').removeAttribute('lang')");
    await speaks(widget, "es");
    await widget.inPage("host.lang = 'ja'");
    await speaks(widget, "ja");
  });

  alone("what the person has chosen stays, whatever the page says, and nothing more is asked for", async (at) => {
    const widget = await new Widget(at).openPage();
    await widget.toggle("Language: English");
    await widget.press(LANGUAGES.fr);
    await speaks(widget, "fr");
    at.server.clear();
    await setPage(widget, "tlh");
    await widget.until("the error", async () => (await widget.errors()).length > 0);
    await setPage(widget, "de");
    await widget.until("no error", async () => (await widget.errors()).length === 0);
    assert.equal(await widget.language(), "fr");
    assert.deepEqual(at.server.asked(), []);
  });

  for (const [what, attributes, change] of [
    ["the page's language changes", ASKING, "document.documentElement.lang = 'fr'"],
    ["its own lang changes", `${ASKING} lang="de"`, "host.lang = 'fr'"],
    ["its own lang goes away", `${ASKING} lang="de"`, "document.documentElement.lang = 'fr'; host.removeAttribute('lang')"],
  ]) {
    alone(`${what} while the widget loads: the last one counts`, async (at) => {
      const { widget, release } = await openLoading(at, attributes);
      await widget.inPage(change);
      release();
      await widget.settled();
      await speaks(widget, "fr");
      assert.deepEqual(await widget.eventsNamed("error"), []);
    });
  }

  alone("moved to a place in another language, it speaks that, and hears of its changes", async (at) => {
    const end = '<div lang="fr"></div><div lang="de" id="second"></div>';
    const widget = await new Widget(at).openPage({ end });
    await widget.inPage("document.querySelector('[lang=fr]').append(host)");
    await widget.settled();
    await speaks(widget, "fr");
    await widget.inPage("second.attachShadow({ mode: 'open' }).append(host)");
    const moved = new Widget(at, "#second >>> fault-finder");
    await moved.settled();
    await speaks(moved, "de");
    await moved.inPage("second.lang = 'es'");
    await speaks(moved, "es");
  });

  alone("all widgets share what looks for changes, and the last one to go takes it along", async (at) => {
    await at.preload(WATCHED);
    const widget = await new Widget(at).openPage({ end: `<fault-finder id="other" ${ASKING}></fault-finder>` });
    const other = new Widget(at, "#other");
    await other.settled();
    const nWatched = () => at.driver.executeScript("return nWatched");
    assert.equal(await nWatched(), 2);
    await widget.inPage("host.remove()");
    await other.inPage("document.documentElement.lang = 'de'");
    await speaks(other, "de");
    await other.inPage("host.remove()");
    assert.equal(await nWatched(), 0);
  });

  alone("a page whose observers are broken gets the widget all the same", async (at) => {
    await at.preload("window.MutationObserver = class { constructor() { throw new Error('not here'); } }");
    const widget = await new Widget(at).openPage({ root: 'lang="de"' });
    assert.deepEqual([await widget.state(), await widget.language()], ["ready", "de"]);
    await widget.inPage("host.lang = 'fr'");
    await speaks(widget, "fr");
  });

  alone("a language of the page that is not there is told once each time it changes, and the widget goes on", async (at) => {
    const widget = await new Widget(at).openPage({ root: 'lang="tlh"' });
    assert.deepEqual(await widget.errors(), [UNKNOWN]);
    await widget.inPage("host.order = 'article'; document.documentElement.lang = 'tlh'");
    await setPage(widget, "en");
    await widget.until("no error", async () => (await widget.errors()).length === 0);
    await setPage(widget, `"><b>${"x".repeat(5_000)}`);
    await widget.until("the error", async () => (await widget.errors()).length > 0);
    assert.equal((await widget.eventsNamed("error")).length, 2);
    assert.ok((await widget.errors())[0].length < 200, "no more of it is told than a language has characters");
    assert.deepEqual([await widget.state(), await widget.language()], ["ready", "en"]);
  });

  test("languages come from beside the script, wherever the page is", async (at) => {
    at.server.route("/help/earbuds/page.html", html({ root: 'lang="de"' }));
    const widget = await new Widget(at).open("/help/earbuds/page.html");
    assert.deepEqual([await widget.language(), await widget.errors()], ["de", []]);
    for (const path of files("de")) assert.ok(at.server.asked().includes(path), path);
  });

  alone("a guide in its own language tells that the widget's own words for it did not come", async (at) => {
    at.server.route(files("de")[1], "gone", { status: 404 });
    at.server.route("/lamp.json", { ...LAMP, language: "de" });
    const widget = await new Widget(at).openPage({ root: 'lang="de"', attributes: 'guide="/lamp.json"' });
    assert.deepEqual([await widget.state(), await widget.language()], ["ready", "de"]);
    assert.match((await widget.errors()).join(), /^lang: .*locales\/de\.json did not load: the server answered 404$/);
  }, { networkErrors: true, expected: REFUSED });
});
