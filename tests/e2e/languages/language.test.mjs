// The widget speaks the language of the page or the one that the person chooses, and nothing in it stays behind.

import assert from "node:assert/strict";
import { inChromiumAlone, inEachBrowser } from "../harness/browser.mjs";
import { GUIDE } from "../harness/guide.mjs";
import { ASKING, REFUSED } from "../harness/host-page.mjs";
import { changed, files, LANGUAGES, translation, walkInAnyLanguage, wordsIn } from "../helpers/languages.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, NO_POWER, WORN } from "../helpers/people.mjs";

const SAME = "Words are the same in each browser, and so are the files that they come from.";
const NAMES = [...Object.values(LANGUAGES), "English"];
const ENGLISH = "Language: English";
const heading = (tag) => `${wordsIn(tag).Language}${wordsIn(tag).Colon}${LANGUAGES[tag]}`;

const speaking = (at, tag, more = "") =>
  new Widget(at).openPage({ root: `lang="${tag}"`, attributes: `${ASKING} ${more}` });

/** A file that the page holds itself. */
const held = (name, document) =>
  `<script type="application/json" data-fault-finder="${name}">${JSON.stringify(document)}</script>`;

inChromiumAlone(SAME, (test) => {
  for (const tag of Object.keys(LANGUAGES)) {
    test(`on a page in ${tag} all is said in that language, and two files more are asked for`, async (at) => {
      at.server.clear();
      const widget = await speaking(at, tag);
      const asked = at.server.asked().filter((it) => !["/page.html", "/fault-finder.js", "/fault-finder-wasm.js"].includes(it));
      assert.deepEqual(asked.toSorted(), files(tag).toSorted());
      assert.equal(await widget.language(), tag);
      assert.equal(await widget.heading(), translation(tag).danger_question);
      assert.ok(await widget.hasButton(wordsIn(tag).DangersNoneButton));
      assert.ok(await widget.hasSection(heading(tag)));
      assert.ok((await widget.text()).includes(wordsIn(tag).NotReviewed));
      assert.equal(await widget.direction(), tag === "ar" ? "rtl" : "ltr");
    });
  }
});

inEachBrowser((test) => {
  const alone = test.alone("Walks in one of these languages are tried in each.");

  for (const [tag, person, end] of [
    ["ja", WORN, "service"],
    ["ar", NO_POWER, "fixed"],
    ["de", DIRTY, "fixed"],
  ]) {
    (tag === "ar" ? test : alone)(`a walk in ${tag} comes to its end, and nothing sticks out on the way`, async (at) => {
      const widget = await speaking(at, tag);
      await at.resize(500, 900);
      const steps = await walkInAnyLanguage(widget, person, async () => {
        await widget.openAll();
        assert.equal(await widget.sticksOut(), "");
      });
      assert.equal(steps.at(-1), end);
      assert.ok(steps.length > 4, steps.join(", "));
    });
  }

  test("who chooses a language goes on in it, and finds it again", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: `${ASKING} resume` });
    await walkInAnyLanguage(widget, { ...WORN, "what-fails": "one-bud" }, () => {});
    await widget.inPage("return host.back()");
    const before = await widget.toldStep();
    const { entries } = await widget.record();
    await widget.toggle(ENGLISH);
    await widget.pressByKey(LANGUAGES.ar);
    await widget.until("Arabic", async () => (await widget.language()) === "ar");
    assert.equal((await widget.focus()).name, LANGUAGES.ar, "the focus stays");
    assert.equal(await widget.direction(), "rtl");
    assert.equal(await widget.toldStep(), before);
    const now = (await widget.record()).entries;
    assert.deepEqual(now.map((it) => [it.step, it.result]), entries.map((it) => [it.step, it.result]));
    assert.notEqual(now[0].text, entries[0].text);
    await widget.reload();
    assert.equal(await widget.language(), "ar");
    await widget.toggle(heading("ar"));
    await widget.press("English");
    await widget.until("English", async () => (await widget.language()) === "en");
  });

  const told = 'lang: there is no language "tlh"; there are: en, de, fr, es, ja, ar';
  for (const [what, root, errors] of [
    ["says no language", "", []],
    ["is in a language that is not there", 'lang="tlh"', [told]],
  ]) {
    test(`on a page that ${what}, the browser's languages count, in their order`, async (at) => {
      await at.preload("Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['eo', 'fr-CA', 'de'] })");
      const widget = await new Widget(at).openPage({ root });
      assert.equal(await widget.language(), "fr");
      assert.deepEqual(await widget.errors(), errors);
    });
  }

  test("what the person chooses goes before the element's own lang, and its changes", async (at) => {
    const widget = await speaking(at, "en", 'lang="fr" resume');
    await widget.toggle(heading("fr"));
    await widget.press(LANGUAGES.de);
    await widget.until("German", async () => (await widget.language()) === "de");
    await widget.inPage("host.lang = 'es'; return host.start()");
    assert.equal(await widget.language(), "de");
    await widget.reload();
    assert.equal(await widget.language(), "de");
    assert.deepEqual(at.server.asked().filter((it) => it.includes("es.json")), []);
  });
});

inChromiumAlone(SAME, (test) => {
  test("a translation that says who has reviewed it is not said to be unreviewed", async (at) => {
    const says = async (more) => {
      const end = held(GUIDE.translations.de, { ...translation("de"), ...more }) +
        held("locales/de.json", { language: "de", words: wordsIn("de"), ...more });
      const widget = await new Widget(at).openPage({ root: 'lang="de"', end });
      assert.equal(await widget.language(), "de");
      await widget.openAll();
      return (await widget.text()).includes(wordsIn("de").NotReviewed);
    };
    assert.equal(await says({}), true);
    assert.equal(await says({ reviewed_by: "Jo Doe" }), false);
  });

  test("the element's own lang goes before the page's, and may change", async (at) => {
    const widget = await speaking(at, "de", 'lang="fr"');
    assert.equal(await widget.language(), "fr");
    await widget.inPage("host.lang = 'es'");
    await widget.until("Spanish", async () => (await widget.language()) === "es");
    await widget.inPage("host.lang = 'ja'; host.lang = 'de-CH'");
    await widget.until("German", async () => (await widget.language()) === "de");
    assert.deepEqual(await widget.errors(), []);
    await widget.inPage("host.lang = 'tlh'");
    await widget.until("the error", async () => (await widget.errors()).length > 0);
    assert.deepEqual(await widget.errors(), ['lang: there is no language "tlh"; there are: en, de, fr, es, ja, ar']);
  });

  test(
    "a language that does not load leaves the one at hand, and says so",
    async (at) => {
      at.server.route(files("fr")[0], "gone", { status: 404 });
      const widget = await new Widget(at).openPage();
      await widget.toggle(ENGLISH);
      await widget.press(LANGUAGES.fr);
      await widget.shows("This language could not be loaded.");
      assert.deepEqual([await widget.language(), await widget.state()], ["en", "ready"]);
      const [error] = await widget.errors();
      assert.match(error, /^lang: .*\.fr\.json did not load: the server answered 404$/);
      await widget.press(LANGUAGES.de);
      await widget.until("German", async () => (await widget.language()) === "de");
    },
    { networkErrors: true, expected: REFUSED },
  );

  test("a page in a language whose words are other ones gets the guide's own", async (at) => {
    at.server.route(files("de")[1], "{ no words");
    const widget = await speaking(at, "de");
    assert.equal(await widget.language(), "en");
    const [error] = await widget.errors();
    assert.match(error, /^lang: .*locales\/de\.json did not load: .* it is not the file that belongs here$/);
  }, { networkErrors: true, expected: REFUSED });

  test("what a page holds itself needs no network", async (at) => {
    const [guide, words] = [translation("de"), { language: "de", words: wordsIn("de") }];
    at.server.clear();
    const end = held(GUIDE.translations.de, guide) + held("locales/de.json", words);
    const widget = await new Widget(at).openPage({ root: 'lang="de"', end });
    assert.equal(await widget.heading(), guide.danger_question);
    assert.deepEqual(at.server.asked().filter((it) => it.endsWith(".json")), []);
  });

  test("nothing is said that cannot be translated", async (at) => {
    const marked = (text) => `⟦${text}⟧`;
    // Only what the page holds may be other than it was built.
    const words = { language: "de", words: changed(wordsIn("de"), marked) };
    const end = held(GUIDE.translations.de, changed(translation("de"), marked)) + held("locales/de.json", words);
    const speaksMarked = (more) =>
      new Widget(at).openPage({ root: 'lang="de"', attributes: `${ASKING} ${more}`, end });
    const widget = await speaksMarked("resume");
    const left = new Set();
    const look = async () => {
      await widget.openAll();
      for (const text of await widget.allTexts()) {
        let rest = text;
        for (let before; before !== rest; ) [before, rest] = [rest, rest.replaceAll(/⟦[^⟦⟧]*⟧/g, "")];
        if (/\p{L}/u.test(rest) && !NAMES.includes(rest.replace(/^: /, ""))) left.add(text);
      }
    };
    await walkInAnyLanguage(widget, NO_POWER, look);
    await walkInAnyLanguage(await speaksMarked(""), WORN, look);
    assert.deepEqual([...left].filter((it) => !isName(it)), []);
  });
});

/** Names and numbers that are the same in all languages: of the product, of the guide, of a time. */
function isName(text) {
  return [GUIDE.product, GUIDE.id].some((it) => text.includes(it)) || /^[\d\s:+TZ-]+$/.test(text);
}
