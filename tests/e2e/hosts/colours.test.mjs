// Pages in other colours: dark ones, and those of people whose system forces its own colours on all pages.

import assert from "node:assert/strict";
import { isSame, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { startFirefox } from "../harness/start.mjs";
import { contrast } from "../helpers/contrast.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const page = (style, theme = "") => ({ page: { head: `<style>${style}</style>`, attributes: `${ASKING} ${theme}` } });
const DARK = "html { color-scheme: dark; background: #111; color: #eee }";
const UNSET = "*, *::before, *::after { all: unset !important }";
const THEME_DARK = page("", 'theme="dark"');
const THEME_LIGHT = page("", 'theme="light"');

// What comes to the same.
const PAIRS = [
  ["a dark page has it dark", page(DARK), THEME_DARK],
  ["a dark part of a page has it dark", page("main { color-scheme: dark }"), THEME_DARK],
  ["a dark page may have it light", page(DARK, 'theme="light"'), THEME_LIGHT],
  ["a light page may have it dark", page("html { color-scheme: light }", 'theme="dark"'), THEME_DARK],
  ["a page that unsets every style may have it dark", page(UNSET, 'theme="dark"'), THEME_DARK],
];

// How much a frame, a ring or a meter must stand out from its ground.
const LEAST_CONTRAST = 3;

function standsOut(what, colour, ground) {
  assert.ok(contrast(colour, ground) >= LEAST_CONTRAST, `${what} is ${colour} on ${ground}`);
}

/** Each kind of control has a frame and, with the focus, a ring; each bar has a frame and shows where it stands. */
async function isClear(widget) {
  for (const { control, name, hasFrame, ground } of await widget.controls()) {
    if (hasFrame) {
      const edge = (await widget.paint(control)).slice(0, 8);
      const best = edge.sort((one, other) => contrast(other, ground) - contrast(one, ground))[0];
      standsOut(`the frame of “${name}”`, best, ground);
    }
    await widget.tabTo(name);
    const { width, colour } = await widget.ring();
    assert.ok(width >= 2, `the ring of “${name}” is ${width} px wide`);
    standsOut(`the ring of “${name}”`, colour, ground);
  }
  const [{ ground }] = await widget.controls();
  for (const { bar, share } of await widget.bars()) {
    const paint = await widget.paint(bar);
    standsOut("the frame of a bar", paint[0], ground);
    const [done, rest] = [share / 2, (1 + share) / 2].map((place) => paint[Math.floor(place * paint.length)]);
    if (share > 0 && share < 1) standsOut("what a bar shows", done, rest);
  }
}

async function isClearInForcedColours(widget) {
  assert.equal(await widget.inPage("return matchMedia('(forced-colors: active)').matches"), true);
  const steps = await widget.walkAs(DIRTY, "dry-wipe", () => isClear(widget));
  assert.ok(steps.length > 1);
  await widget.openAll();
  assert.ok((await widget.bars()).some(({ share }) => share > 0 && share < 1), "there is something to see");
  await isClear(widget);
}

inEachBrowser((test, browser) => {
  for (const [what, one, other] of PAIRS) {
    test(what, async (at) => {
      const widget = await openHost(at, other);
      const expected = await widget.look();
      await openHost(at, one);
      isSame(await widget.look(), expected);
    });
  }

  test("dark is another look than light", async (at) => {
    const widget = await openHost(at, THEME_LIGHT);
    const light = await widget.look();
    await openHost(at, THEME_DARK);
    assert.notDeepEqual(await widget.look(), light);
    await widget.walkAs(DIRTY, "fixed");
  });

  const FORCED = {
    Chromium: async (at) => {
      const features = [{ name: "forced-colors", value: "active" }];
      await at.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
      try {
        await isClearInForcedColours(await openHost(at, {}));
      } finally {
        await at.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [] });
      }
    },
    Firefox: async (at) => {
      // It forces its colours on all pages from its start on.
      const driver = await startFirefox({ "browser.display.document_color_use": 2 });
      try {
        await isClearInForcedColours(await openHost({ ...at, driver }, {}));
      } finally {
        await driver.quit();
      }
    },
  };
  if (browser in FORCED) test("in forced colours, frames, rings and bars can be seen", FORCED[browser]);
});
