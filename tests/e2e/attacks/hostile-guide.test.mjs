// A document of a megabyte that is built to hurt, by each way in: it is refused within two seconds and with its place,
// the page goes on, and a second widget on it can be used.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, KEY, NOT_FIXED, readGuide, WORDS } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const MEGABYTE = 1_000_000;
const WITHIN_MS = 2_000;
const repeated = (start, piece) => start + piece.repeat((MEGABYTE - start.length) / piece.length);

/** What is built to hurt, and the place and the words that are told. */
const HOSTILE = {
  "lists in lists": [repeated("", "["), `${"[0]".repeat(32)}: this must be at most 32 levels deep`],
  "objects in objects": [
    repeated("", '{"a":'),
    `${Array(32).fill("a").join(".")}: this must be at most 32 levels deep`,
  ],
  "one text": [
    `"${"x".repeat(MEGABYTE - 2)}"`,
    `guide: this must have at most 10,000 characters, but it has ${MEGABYTE - 2}`,
  ],
  "a hundred thousand faults": [
    `{"faults":[${Array(100_000).fill('{"id":1}').join(",")}]}`,
    "faults: this must be a list of at most 1,000",
  ],
  // A parser has no trouble with this one; what walks through its values has.
  "lists that are closed": [
    "[".repeat(MEGABYTE / 2) + "]".repeat(MEGABYTE / 2),
    `${"[0]".repeat(32)}: this must be at most 32 levels deep`,
  ],
};

/** Runs before the page's scripts: a clock that ticks in the page, and the longest time that it stood still. */
const TICKING = `
  window.ticks = 0;
  window.longest = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    window.ticks++;
  }, 20);`;

/** Opens a page with the widget that is to be hurt, and another one behind it. */
async function open(at, { attributes, head = "" }) {
  await at.preload(TICKING);
  const page = { attributes: `id="hurt" ${attributes}`, end: `<fault-finder id="other" ${ASKING}></fault-finder>`, head };
  at.server.route("/page.html", html(page));
  const widget = new Widget(at, "#hurt");
  await widget.visit("/page.html");
  await ready(widget);
  return widget;
}

/** Waits until a widget is ready, with patience: a page of a megabyte and two widgets begin at once. */
async function ready(widget) {
  await widget.until("the widget is ready", async () => (await widget.state()) === "ready", 60_000);
}

/** The page goes on, and so does the other widget. */
async function pageIsUnharmed(at) {
  const ticks = await at.driver.executeScript("return window.ticks");
  const other = new Widget(at, "#other");
  await ready(other);
  await other.until("the page ticks", () => at.driver.executeScript("return window.ticks > arguments[0] + 3", ticks));
  await other.turn(WORDS.noDanger);
  assert.equal((await other.record()).entries.length, 1);
  assert.notEqual(await other.heading(), WORDS.dangerQuestion);
}

/**
 * Gives the widget, which is ready, another guide, and waits for the error: how many milliseconds that takes, and for how
 * many at most the clock of the page stands still meanwhile.
 */
function timed(at, name) {
  return at.driver.executeAsyncScript(
    `const [name, done] = arguments;
    const host = document.querySelector("#hurt");
    const start = performance.now();
    window.longest = 0;
    host.addEventListener("fault-finder-error", () => {
      done({ ms: performance.now() - start, longest: window.longest });
    }, { once: true });
    host.guide = name;`,
    name,
  );
}

/** The widget fails at the guide with this name with these words, within the time. */
async function isRefused(at, name, told, head) {
  const widget = await open(at, { attributes: ASKING, head });
  // Where the machine is busy, a measurement says little; a guide that hangs would do so each time.
  for (let attempts = 3; attempts > 0; attempts--) {
    const { ms, longest } = await timed(at, name);
    at.t.diagnostic(`told after ${Math.round(ms)} ms, in which the page stood still for ${Math.round(longest)} ms`);
    if (Math.max(ms, longest) < WITHIN_MS) break;
    assert.ok(attempts > 1, `it took ${ms} ms`);
    await widget.inPage("host.guide = args[0]", GUIDE.id);
    await ready(widget);
  }
  await widget.until("the alert", () => widget.alert());
  assert.equal(await widget.state(), "failed");
  assert.deepEqual(await widget.errors(), [told]);
  assert.deepEqual((await widget.alert()).errors, [told]);
  await pageIsUnharmed(at);
}

inEachBrowser((test, browser) => {
  for (const [what, [text, told]] of Object.entries(HOSTILE)) {
    test(`a guide by URL: ${what}`, async (at) => {
      at.server.route("/guide.json", text);
      await isRefused(at, "/guide.json", told);
    });

    // All doors lead to the same scanner: one of them shows how an engine fares with it.
    if (browser !== "Chromium") continue;

    test(`a guide in the page: ${what}`, async (at) => {
      const head = `<script type="application/json" id="hostile">${text}</script>`;
      await isRefused(at, "#hostile", told, head);
    });

    test(`a translation: ${what}`, async (at) => {
      const guide = readGuide();
      guide.translations = { de: "hostile.de.json" };
      at.server.route("/guide.json", guide);
      at.server.route("/hostile.de.json", text);
      const widget = await open(at, { attributes: 'guide="/guide.json" lang="de"' });
      await widget.until("the error", async () => (await widget.errors()).length > 0);
      assert.deepEqual(await widget.errors(), [`lang: hostile.de.json: ${told}`]);
      assert.equal(await widget.heading(), GUIDE.danger_question, "the guide is in its own language");
      await pageIsUnharmed(at);
    });

    test(`a stored session: ${what}`, async (at) => {
      await at.driver.executeScript("localStorage.setItem(...arguments)", KEY, text);
      const widget = await open(at, { attributes: `${ASKING} resume` });
      assert.deepEqual((await widget.record()).entries, []);
      await pageIsUnharmed(at);
      await widget.turn(WORDS.noDanger);
      await widget.until("the session is stored", async () => (await widget.stored()).evidence.length === 1);
    });
  }

  if (browser !== "Chromium") return;

  // More than a walk stores, in a shape that is right.
  test("a stored session of nine hundred answers", async (at) => {
    const [question] = GUIDE.questions;
    const answer = { at: Date.now(), finding: { answered: [question.id, question.choices[0].id] } };
    const session = { format: 1, guide: GUIDE.id, guide_version: GUIDE.version, started: Date.now(), ticked: [] };
    const text = JSON.stringify({ ...session, evidence: Array(900).fill(answer) });
    await at.driver.executeScript("localStorage.setItem(...arguments)", KEY, text);
    const widget = await open(at, { attributes: `${ASKING} resume` });
    assert.deepEqual((await widget.record()).entries, []);
    await pageIsUnharmed(at);
  });

  test("the largest guide: its first step, and the next ones, come while the page lives", async (at) => {
    at.server.route("/largest.json", largest());
    const widget = await open(at, { attributes: 'guide="/largest.json"' });
    assert.deepEqual(await widget.errors(), []);
    for (let n = 0; n < 2; n++) {
      await widget.turn((await widget.hasButton(WORDS.notSure)) ? WORDS.notSure : NOT_FIXED);
    }
    await pageIsUnharmed(at);
  });
});

/** The lamp's guide grown to what the limits allow, with odds that follow no order. */
function largest() {
  const guide = readGuide();
  let seed = 0.5;
  const chance = () => (seed = (seed * 997 + 0.123) % 1);
  const many = (n, make) => Array.from({ length: n }, (_, idx) => make(idx));
  const source = Object.keys(guide.sources)[0];
  const faults = many(500, (idx) => ({ id: `f${idx}`, weight: 1, text: `Fault ${idx}`, why: { text: "Why.", source } }));
  const choices = many(7, (idx) => ({ id: `c${idx}`, text: `Choice ${idx}` }));
  const row = () => {
    const odds = choices.map(chance);
    const sum = odds.reduce((all, it) => all + it);
    return odds.map((it) => it / sum);
  };
  const questions = many(64, (idx) => {
    const odds = Object.fromEntries([["*", row()], ...many(40, (fault) => [`f${fault}`, row()])]);
    return { id: `q${idx}`, minutes: 0.2, text: `Question ${idx}`, choices, odds, source };
  });
  const preparations = Object.fromEntries(many(8, (idx) => [`p${idx}`, { minutes: 0.1, text: `Thing ${idx}` }]));
  const repairs = many(64, (idx) => ({
    id: `r${idx}`,
    minutes: 1 + idx,
    needs: idx > 32 ? Object.keys(preparations) : [],
    text: `Repair ${idx}`,
    why: { text: "Why.", source },
    instructions: [{ id: "do", text: "Do it." }],
    fixes: Object.fromEntries(many(200, (fault) => [`f${(fault * 7 + idx) % 500}`, chance() * 0.3])),
    source,
  }));
  const { notes, pictures, first, dangers, danger_advice, battery, translations, ...rest } = guide;
  return { ...rest, id: "largest", faults, questions, preparations, repairs, service: { ...rest.service, minutes: 1e6, notes: [] } };
}
