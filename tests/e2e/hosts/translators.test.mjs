// In a page that is translated where it stands, what changes is seen to change, and what does not stays translated.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { LANGUAGES, translation, walkInAnyLanguage, wordsIn } from "../helpers/languages.mjs";
import { NO_POWER } from "../helpers/people.mjs";
import { read, translate, translated, translateOnce, TRANSLATORS } from "../helpers/translators.mjs";
import { WAITING } from "../helpers/waiting.mjs";

const [TEXTS] = TRANSLATORS;
// In the page: counts what is changed in the widget, by kind.
const COUNT = `
  window.changes = { childList: 0, characterData: 0, attributes: 0 };
  const watch = new MutationObserver((records) => { for (const it of records) changes[it.type]++; });
  watch.observe(host.shadowRoot, { childList: true, subtree: true, characterData: true, attributes: true });`;

async function openWaiting(at) {
  const widget = await new Widget(at).openPage({ attributes: ARTICLE });
  await widget.walkTo(WAITING.id);
  await widget.startWait();
  return widget;
}

/** Waits until the countdown shows another time than now. */
async function ticks(widget) {
  const before = await widget.timer();
  await widget.until("another time", async () => (await widget.timer()) !== before);
}

inEachBrowser((test) => {
  const alone = test.alone("What is drawn anew is the same in each browser.");

  for (const kind of TRANSLATORS) {
    test(`a countdown goes on where a translator ${kind}`, async (at) => {
      const widget = await openWaiting(at);
      await translate(widget, kind);
      await ticks(widget);
      await ticks(widget);
      assert.match(await widget.timer(), /^»?\d+:\d\d«?$/);
    });

    alone(`a walk shows each step once and whole where a translator ${kind}`, async (at) => {
      const end = `<fault-finder id="other" ${ASKING}></fault-finder>`;
      const widget = await new Widget(at).openPage({ end });
      const other = new Widget(at, "#other");
      await other.settled();
      await translate(widget, kind);
      const steps = await walkInAnyLanguage(other, NO_POWER, async (step) => {
        assert.equal(await read(widget), await read(other), step);
        await widget.inPage("return host.answer(...args)", step, { dangers: "none", ...NO_POWER }[step] ?? "not-fixed");
      });
      assert.equal(steps.at(-1), "fixed");
      assert.deepEqual(await widget.eventsNamed("error"), []);
    });

    alone(`nothing of the language before stays where a translator ${kind}`, async (at) => {
      const widget = await new Widget(at).openPage();
      await widget.walkAs(NO_POWER, "what-fails");
      await widget.openAll();
      await translateOnce(widget, kind);
      await widget.inPage("host.lang = 'de'");
      await widget.until("German", async () => (await widget.language()) === "de");
      assert.equal(await widget.heading(), translation("de").questions["what-fails"].text);
      const names = ["English", ...Object.values(LANGUAGES)];
      assert.deepEqual(await translated(widget), names, "the names of languages are the same in each");
      assert.ok(await widget.hasButton(wordsIn("de").NotSure));
    });
  }

  alone("what does not change stays as the translator has left it", async (at) => {
    const widget = await openWaiting(at);
    await translateOnce(widget, TEXTS);
    const kept = "return [...host.shadowRoot.querySelectorAll('h2, .question, .until')].map((it) => it.textContent).join()";
    const before = await widget.inPage(kept);
    assert.match(before, /^»/);
    await widget.inPage(COUNT);
    await ticks(widget);
    assert.equal(await widget.inPage(kept), before);
  });

  alone("a second of a countdown changes one text, and nothing else", async (at) => {
    const widget = await openWaiting(at);
    await ticks(widget);
    const changes = await widget.inPage(`${COUNT}
      const timer = host.shadowRoot.querySelector(".timer");
      const before = timer.textContent;
      return new Promise((resolve) => {
        new MutationObserver(() => realTimeout(() => resolve(JSON.stringify(changes)))).observe(timer, { childList: true });
      });`);
    assert.deepEqual(JSON.parse(changes), { childList: 1, characterData: 0, attributes: 0 });
  });

  alone("the focus stays on a button whose words change", async (at) => {
    const widget = await new Widget(at).openPage();
    await widget.toggle("Language: English");
    await translateOnce(widget, TEXTS);
    await widget.inPage("host.shadowRoot.querySelector('.languages [lang=fr]').focus()");
    await widget.inPage("host.lang = 'de'");
    await widget.until("German", async () => (await widget.language()) === "de");
    assert.equal(await widget.inPage("return host.shadowRoot.activeElement.lang"), "fr");
  });
});
