// Whatever stands in a guide or in its translation is text in the widget, in each field and on each screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { readGuide } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const LAMP = JSON.parse(readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8"));
const HOSTILE = `"'><img src=x onerror="window.entered=1"><script>window.entered=1</script><svg onload=window.entered=1>\${1}{{1}}&lt;b>`;
// An id may not be as long as that.
const HOSTILE_ID = `"><img src=x onerror=window.entered=1>`;
// The fields that hold words; see `src/guide/translation.rs`.
const WORDS = ["text", "title", "intro", "question", "fixed", "not_fixed", "done", "prepare", "help", "why", "heading", "over",
  "action", "first", "second", "region", "danger_question", "advice", "product", "remark"];
// What a guide holds that is neither words nor an id: names of a closed list, numbers, addresses.
const NEITHER = ["trust", "model", "light", "measure", "units", "url", "language", "strokes", "image", "size", "battery"];

// Its fields are called like words, but hold ids.
const ONLY_IDS = "only_if";

/** A document with hostile words in each field that holds words; a number tells them apart. */
function withHostileWords(it, isWord = false) {
  if (typeof it === "string") return isWord ? `${it.slice(0, 12)} ${HOSTILE}` : it;
  if (Array.isArray(it)) return it.map((item) => withHostileWords(item, isWord));
  if (Object(it) !== it) return it;
  const changed = ([name, value]) => [name, name === ONLY_IDS ? value : withHostileWords(value, WORDS.includes(name))];
  return Object.fromEntries(Object.entries(it).map(changed));
}

function idsOf(it, ids = new Set(), isNamed = false) {
  if (Object(it) !== it) return ids;
  for (const [name, value] of Object.entries(it)) {
    if (name === "id") ids.add(value);
    if (isNamed) ids.add(name);
    idsOf(value, ids, ["sources", "preparations", "pictures"].includes(name));
  }
  return ids;
}

/** A guide with a hostile id in place of each id, wherever it is named. */
function withHostileIds(it, ids = idsOf(it)) {
  const hostile = (text) => (ids.has(text) ? `${HOSTILE_ID}${text}` : text);
  if (typeof it === "string") return hostile(it);
  if (Array.isArray(it)) return it.map((item) => withHostileIds(item, ids));
  if (Object(it) !== it) return it;
  const changed = ([name, value]) => (NEITHER.includes(name) ? [name, value] : [hostile(name), withHostileIds(value, ids)]);
  return Object.fromEntries(Object.entries(it).map(changed));
}

// In the page: what is in the widget that no text makes.
const FOREIGN = `
  const OWN_STYLE = /^--_ff-bar: max\\([\\w%., -]*\\);$/;
  const all = [...host.shadowRoot.querySelectorAll("*")];
  const isForeign = (it) => ["script", "iframe", "object", "embed", "form"].includes(it.localName) ||
    (it.localName === "img" && !it.src.startsWith("https:")) ||
    [...it.attributes].some(({ name, value }) => name.startsWith("on") || (name === "style" && !OWN_STYLE.test(value)) ||
      (["href", "src", "xlink:href"].includes(name) && !/^(https:|mailto:|tel:|data:text\\/(calendar|plain)|data:application\\/json)/.test(value)));
  return [window.entered ?? null, ...all.filter(isForeign).map((it) => it.outerHTML.slice(0, 200))];`;

/** Walks through all that there is in a guide by the element's methods, and looks at each screen. */
async function walkAndLook(widget, guide) {
  const seen = [];
  const look = async () => {
    await widget.openAll();
    assert.deepEqual(await widget.inPage(FOREIGN), [null]);
    seen.push(await widget.heading());
  };
  const answer = (step, choice) => widget.inPage("return host.answer(...args)", step, choice);
  await look();
  await answer("dangers", "found");
  await look();
  await widget.inPage("return host.restart()");
  await answer("dangers", "none");
  for (let n = 0; n < 80; n++) {
    await look();
    const step = await widget.toldStep();
    if (step === "service") break;
    const question = (guide.questions ?? []).find((it) => it.id === step);
    if (guide.repairs.find((it) => it.id === step)?.wait) await widget.startWait();
    await answer(step, question ? question.choices.at(-1).id : "not-fixed");
    await answer(step, question ? "not-sure" : "cannot-do");
  }
  await look();
  await answer("service", "handed-over");
  await look();
  await widget.inPage("return host.back()");
  await answer("service", "fixed");
  await look();
  return seen;
}

/** Opens a page around a guide that stands at this address, in this language. */
async function openGuide(at, guide, lang = "en") {
  at.server.route("/hostile.json", guide);
  const widget = new Widget(at);
  await widget.openPage({ root: `lang="${lang}"`, attributes: 'guide="/hostile.json" resume' });
  assert.equal(await widget.state(), "ready", String(await widget.errors()));
  return widget;
}

inChromiumAlone("All text gets into a page by the one call that makes text, which is the same in each browser.", (test) => {
  for (const [what, guide] of [
    ["of the built-in guide", readGuide()],
    ["of another", LAMP],
  ]) {
    test(`hostile words in each field ${what} stay text`, async (at) => {
      const hostile = { ...withHostileWords(guide), translations: {} };
      const widget = await openGuide(at, hostile);
      const seen = await walkAndLook(widget, hostile);
      assert.ok(seen.length > 6 && seen.filter((it) => it.includes(HOSTILE)).length > 4, seen.join("\n"));
    });
  }

  test("hostile ids stay text, wherever they are used", async (at) => {
    const hostile = { ...withHostileIds(LAMP), version: HOSTILE_ID };
    const widget = await openGuide(at, hostile);
    const seen = await walkAndLook(widget, hostile);
    assert.ok(seen.length > 6);
    assert.deepEqual(await widget.eventsNamed("error"), []);
    await widget.reload();
    assert.deepEqual(await widget.inPage(FOREIGN), [null]);
  });

  test("hostile words in a translation stay text, and so do hostile names of languages", async (at) => {
    const guide = readGuide();
    const german = JSON.parse(readFileSync(new URL(`../../../guides/${guide.id}.de.json`, import.meta.url), "utf8"));
    at.server.route("/hostile.de.json", withHostileWords(german));
    const hostile = { ...guide, translations: { de: "hostile.de.json", [HOSTILE]: "hostile.de.json" } };
    const widget = await openGuide(at, hostile, "de");
    const seen = await walkAndLook(widget, hostile);
    assert.ok(seen.filter((it) => it.includes(HOSTILE)).length > 4, seen.join("\n"));
  });

  test("words that call themselves no language are none, and other widgets of the page go on", async (at) => {
    const words = JSON.parse(readFileSync(new URL("../../../locales/de.json", import.meta.url), "utf8"));
    for (const language of ["de_DE", "12", HOSTILE, "x".repeat(9_000)]) {
      const held = JSON.stringify({ ...words, language }).replaceAll("<", "\\u003c");
      const one = new Widget(at, "#one");
      await one.openPage({
        before: `<script type="application/json" data-fault-finder="locales/de.json">${held}</script>`,
        attributes: `id="one" lang="de" ${ASKING}`,
        end: `<fault-finder id="two" lang="en" ${ASKING}><p>Another plain guide.</p></fault-finder>`,
      });
      const two = new Widget(at, "#two");
      await two.settled();
      assert.deepEqual([await one.state(), await two.state()], ["ready", "ready"]);
      assert.match((await one.errors())[0], /^lang: locales\/de\.json holds no words of this language$/);
    }
  });

  test("a translation that brings more than words brings nothing more", async (at) => {
    const german = { id: LAMP.id, language: "de", title: "Lampe", service: { contacts: [{ url: "https://evil.example" }] },
      sources: { manual: { url: "javascript:window.entered=1" } }, pictures: { x: { image: "https://evil.example/x.png" } },
      repairs: { plug: { id: "x", fixes: { unplugged: 0 }, minutes: 0 } }, translations: { de: "/evil.json" } };
    at.server.route("/hostile.de.json", german);
    const widget = await openGuide(at, { ...LAMP, translations: { de: "hostile.de.json" } }, "de");
    await walkAndLook(widget, LAMP);
    const links = await widget.inPage("return [...host.shadowRoot.querySelectorAll('a')].map((it) => it.href)");
    assert.deepEqual(links.filter((it) => it.includes("evil")), []);
  });
});
