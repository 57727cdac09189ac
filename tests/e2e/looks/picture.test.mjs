// Pictures: there, with their text, in the colours of the theme, at rest for those who want rest, and harmless.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachBrowser } from "../harness/browser.mjs";
import { startFirefox } from "../harness/start.mjs";
import { GUIDE, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { NO_POWER } from "../helpers/people.mjs";

const LAMP = new URL("../../fixtures/desk-lamp.json", import.meta.url);
const WIPE = GUIDE.repairs.find((it) => it.id === "dry-wipe");
const QUESTION = GUIDE.questions.find((it) => it.id === "case-light");
const ELSEWHERE = "https://acme.example/plug.svg";
const SQUARE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/%3E".replaceAll(" ", "%20");

/** The texts of pictures that the guide has by these names. */
function textsOf(names) {
  return names.map((it) => GUIDE.pictures[it].text);
}

/** Opens the article at the step with the cloth, whose pictures are a drawing that moves and two that do not. */
async function openWipe(at, attributes = ARTICLE, head = "") {
  const widget = await new Widget(at).openPage({ attributes, head });
  await widget.walkTo(WIPE.id);
  return widget;
}

/** Opens the lamp's guide at its first repair, which shows this picture. */
async function openLamp(at, picture, head) {
  const guide = JSON.parse(readFileSync(LAMP, "utf8"));
  guide.pictures = { plug: { text: "The plug is in the wall.", ...picture } };
  guide.repairs[0].picture = "plug";
  at.server.route("/lamp.json", guide);
  return new Widget(at).openPage({ attributes: 'guide="/lamp.json"', head });
}

inEachBrowser((test, browser) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  test("a step has its pictures, each with its text, in the colours of the theme", async (at) => {
    const seen = {};
    for (const theme of ["light", "dark"]) {
      const widget = await openWipe(at, `${ARTICLE} theme="${theme}"`);
      seen[theme] = await widget.pictures();
      const texts = textsOf([WIPE.picture, ...WIPE.instructions.map((it) => it.picture).filter(Boolean)]);
      assert.deepEqual(seen[theme].map((it) => it.text), texts);
      assert.ok(texts.length === 3 && seen[theme].every((it) => it.tag === "svg"));
      assert.equal(await widget.sticksOut(), "");
    }
    assert.deepEqual(seen.light.map((it) => it.colour), Array(3).fill("rgb(19, 32, 28)"));
    assert.deepEqual(seen.dark.map((it) => it.colour), Array(3).fill("rgb(232, 241, 237)"));
  });

  test("a question has its picture, and each answer the light that it speaks of", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    await widget.walkAs(NO_POWER, QUESTION.id);
    const [picture] = await widget.pictures();
    assert.equal(picture.text, GUIDE.pictures[QUESTION.picture].text);
    assert.ok(picture.size[1] <= 130, `${picture.size}`);
    assert.deepEqual(await widget.lights(), QUESTION.choices.map((it) => it.light));
    assert.deepEqual(await widget.choices(), QUESTION.choices.map((it) => it.text));
  });

  alone("each danger has a small picture that says no more than its words, and its advice a large one", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ASKING });
    const small = await widget.pictures();
    assert.deepEqual(small.map((it) => it.text), GUIDE.dangers.map(() => null));
    assert.ok(small.every(({ size: [width, height], motions }) => width <= 70 && height <= 50 && motions.length === 0));
    const swollen = GUIDE.dangers.find((it) => it.id === "swollen");
    await widget.tick(swollen.text);
    await widget.press(WORDS.showAdvice);
    await widget.at(WORDS.stopped);
    const large = await widget.pictures();
    assert.deepEqual(large.map((it) => it.text), textsOf([swollen.picture]));
    assert.ok(large[0].size[1] > 80);
  });

  alone("what moves comes to rest within five seconds, and moves at most once a second", async (at) => {
    const widget = await openWipe(at);
    const motions = (await widget.pictures()).flatMap((it) => it.motions);
    assert.ok(motions.length > 0);
    for (const { ms, times } of motions) assert.ok(ms >= 1000 && ms * times <= 5000, `${ms} ms, ${times} times`);
  });

  const isAtRest = async (widget) => {
    assert.equal(await widget.inPage("return matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
    const pictures = await widget.pictures();
    assert.equal(pictures.length, 3);
    assert.deepEqual(pictures.flatMap((it) => it.motions), []);
  };
  // The others have no way to ask for it.
  const RESTFUL = {
    Chromium: async (at) => {
      const set = (value) =>
        at.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
          features: value ? [{ name: "prefers-reduced-motion", value }] : [],
        });
      await set("reduce");
      try {
        await isAtRest(await openWipe(at));
      } finally {
        await set("");
      }
    },
    Firefox: async (at) => {
      const driver = await startFirefox({ "ui.prefersReducedMotion": 1 });
      try {
        await isAtRest(await openWipe({ ...at, driver }));
      } finally {
        await driver.quit();
      }
    },
  };
  if (browser in RESTFUL) test("nothing moves for those who asked for less motion", RESTFUL[browser]);

  test("a drawing of another guide is drawn, and one that holds more than path data is refused", async (at) => {
    const drawing = (data) => ({ size: [20, 10], strokes: [["body", data]] });
    const widget = await openLamp(at, drawing("M1 1h18v8h-18z"));
    await widget.turn(WORDS.noDanger);
    assert.deepEqual((await widget.pictures()).map((it) => [it.tag, it.text]), [["svg", "The plug is in the wall."]]);
    for (const data of ["M1 1h", 'M1 1"/><script>', "M1 1 url(#a)"]) {
      const refused = await openLamp(at, drawing(data));
      assert.equal(await refused.state(), "failed");
      assert.match((await refused.errors())[0], /^pictures\.plug\.strokes\[0\]\[1\]: this must be path data/);
    }
  });

  test("an image of another guide is an image, which tells nobody where it is shown", async (at) => {
    const widget = await openLamp(at, { image: SQUARE });
    await widget.turn(WORDS.noDanger);
    await widget.until("the image", async () => (await widget.images())[0]?.hasCome);
    const told = { alt: "The plug is in the wall.", loading: "lazy", referrerPolicy: "no-referrer" };
    assert.deepEqual(await widget.images(), [{ src: SQUARE, hasCome: true, ...told }]);
  });

  test("an image that does not come leaves its text and its room", async (at) => {
    const policy = '<meta http-equiv="Content-Security-Policy" content="img-src data:" />';
    const widget = await openLamp(at, { image: ELSEWHERE }, policy);
    await widget.turn(WORDS.noDanger);
    const told = { alt: "The plug is in the wall.", loading: "lazy", referrerPolicy: "no-referrer" };
    assert.deepEqual(await widget.images(), [{ src: ELSEWHERE, hasCome: false, ...told }]);
    assert.ok((await widget.pictures())[0].size[1] > 80);
    // It was asked for and refused here; nothing else was.
    const { console, urls } = await at.seen();
    assert.deepEqual(urls.filter((it) => it.startsWith("https:") && it !== ELSEWHERE), []);
    assert.deepEqual(console.filter((it) => !/img-src/.test(it)), []);
  });
});
