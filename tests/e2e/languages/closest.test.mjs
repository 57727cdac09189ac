// Which of the languages of a guide comes closest to the one that a page or a browser wants.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { choose } from "../../../src/element/language.js";
import { inChromiumAlone, inNoBrowser } from "../harness/browser.mjs";
import { Widget } from "../harness/page.mjs";
import { wordsIn } from "../helpers/languages.mjs";

const LAMP = JSON.parse(readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8"));

// What is wanted, what there is, and what is found: the one that stands there, or none.
const EXACT = [
  ["de", "en de", "de"],
  ["DE-at", "en de de-CH", "de"],
  ["de-CH-1996", "de de-CH", "de-CH"],
  ["de_DE", "en de", "de"],
  ["de_AT.UTF-8", "en de", "de"],
  ["zh-Hant-TW", "zh zh-Hant", "zh-Hant"],
  ["de-CH", "en de_CH de", "de_CH"],
];
const LIKELY = [
  ["ru", "en ru-RU", "ru-RU"],
  ["pt-PT", "en pt-BR", "pt-BR"],
  ["pt_PT.UTF-8", "en pt-BR", "pt-BR"],
  ["pt", "pt-PT pt-BR", "pt-BR"],
  ["es-MX", "en es-ES es-MX-x-tu", "es-MX-x-tu"],
  ["en-AU", "de en-US en-GB", "en-US"],
  ["zh-TW", "zh-Hans zh-Hant", "zh-Hant"],
  ["zh-TW", "zh zh-Hant", "zh-Hant"],
  ["zh-HK", "zh-CN zh-TW", "zh-TW"],
  ["zh-SG", "zh-TW zh-CN", "zh-CN"],
  ["zh", "zh-Hant zh-Hans", "zh-Hans"],
  ["sr", "sr-Latn sr-Cyrl", "sr-Cyrl"],
  ["sr-ME", "sr-Cyrl sr-Latn", "sr-Latn"],
  ["sr-Latn-RS", "sr sr-Latn", "sr-Latn"],
  ["uz-AF", "uz uz-Arab", "uz-Arab"],
  // Where there is no other script, this one is closer than another language.
  ["zh-TW", "en zh-Hans", "zh-Hans"],
  // Names that were given up, or that are longer than need be.
  ["iw", "en he", "he"],
  ["deu", "en de", "de"],
  ["cmn-Hant", "zh-Hans zh-Hant", "zh-Hant"],
];
const NONE = ["", "-", "_", "und", "und-DE", "mul", "tlh", "x-en", "e", "en en", "123", "d\u0000e", "💡", "en".repeat(50)];

const found = ([wish, languages]) => choose([wish], languages.split(" "));

/** Runs something where `Intl.Locale` is another one. */
function withLocale(locale, run) {
  const { Locale } = Intl;
  Intl.Locale = locale;
  try {
    run();
  } finally {
    Intl.Locale = Locale;
  }
}

inNoBrowser((test) => {
  test("the tag that a wish begins with is found, and else what its language and script most likely are", () => {
    for (const it of [...EXACT, ...LIKELY]) assert.equal(found(it), it[2], it.join("; "));
  });

  test("what is no language that there is finds nothing", () => {
    for (const wish of NONE) assert.equal(choose([wish], ["en", "de"]), undefined, wish);
  });

  test("the first wish that finds something counts", () => {
    assert.equal(choose(["tlh", "", "fr-CA", "de"], ["en", "de", "fr"]), "fr");
  });

  test("where a browser knows no likely scripts, tags are compared as they are", () => {
    const throws = class {
      maximize() {
        throw new Error("not here");
      }
    };
    for (const locale of [undefined, throws]) {
      withLocale(locale, () => {
        for (const it of EXACT) assert.equal(found(it), it[2], it.join("; "));
        assert.equal(choose(["ru"], ["en", "ru-RU"]), undefined);
      });
    }
  });
});

inChromiumAlone("Which language is chosen, the element decides.", (test) => {
  /** Opens a page in a language with the lamp's guide, which has translations into these. */
  async function openLamp(at, root, tags) {
    const translations = Object.fromEntries(tags.map((tag) => [tag, `lamp.${tag}.json`]));
    for (const tag of tags) at.server.route(`/lamp.${tag}.json`, { id: LAMP.id, language: tag, title: `In ${tag}` });
    at.server.route("/lamp.json", { ...LAMP, translations });
    return new Widget(at).openPage({ root: `lang="${root}"`, attributes: 'guide="/lamp.json"' });
  }

  for (const [root, tags, tag] of [
    ["pt-PT", ["pt-BR"], "pt-BR"],
    ["zh-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"],
    ["ru", ["ru-RU"], "ru-RU"],
  ]) {
    test(`a page in ${root} gets the words in ${tag} of a guide of its own`, async (at) => {
      const widget = await openLamp(at, root, tags);
      assert.equal(await widget.language(), tag);
      assert.ok((await widget.text()).includes(`In ${tag}`));
      assert.deepEqual(await widget.errors(), []);
    });
  }

  test("the widget's own words are found in the same way", async (at) => {
    const widget = await openLamp(at, "de_DE", ["de-AT"]);
    assert.equal(await widget.language(), "de-AT");
    assert.ok(await widget.hasButton(wordsIn("de").DangersNoneButton));
  });

  for (const [what, script] of [
    ["has no Intl.Locale", "delete Intl.Locale"],
    ["has one that throws", "Intl.Locale = class { constructor() { throw new Error('not here'); } }"],
    ["has no languages", "Object.defineProperty(Navigator.prototype, 'languages', { get() {} })"],
    ["has none in its list", "Object.defineProperty(Navigator.prototype, 'languages', { get: () => [] })"],
    ["has a list that throws", "Object.defineProperty(Navigator.prototype, 'languages', { get() { throw new Error('no') } })"],
    ["has no list", "Object.defineProperty(Navigator.prototype, 'languages', { get: () => 7 })"],
  ]) {
    test(`a browser that ${what} stops nothing, and the page's language counts`, async (at) => {
      await at.preload(script);
      const widget = await new Widget(at).openPage({ root: "" });
      assert.deepEqual([await widget.state(), await widget.language()], ["ready", "en"]);
      await widget.inPage("document.documentElement.lang = 'de-CH'");
      await widget.until("German", async () => (await widget.language()) === "de");
      assert.deepEqual(await widget.errors(), []);
    });
  }
});
