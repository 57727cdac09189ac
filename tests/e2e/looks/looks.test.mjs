// A step of each kind looks as it did, roughly: on a phone and on a wide screen, in light and in dark. Who has changed
// how it looks, and has looked at it, keeps that with RENEW_LOOKS=1.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { eachKindIn } from "../helpers/kinds.mjs";
import { COLUMNS, difference, ROW_HEIGHT, written } from "../helpers/looks.mjs";
import { Widget } from "../harness/page.mjs";

const HEIGHT = 3000;

/** Opens pages in a window that is as wide as this, so high that all is in sight, and in which nothing moves. */
function inWindowOf(at, width) {
  const send = (command, params) => at.driver.sendDevToolsCommand(`Emulation.${command}`, params);
  return async (page, use) => {
    await send("setDeviceMetricsOverride", { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
    await send("setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
    try {
      await use(await new Widget(at).openPage(page));
    } finally {
      await send("clearDeviceMetricsOverride", {});
      await send("setEmulatedMedia", { features: [] });
    }
  };
}

inChromiumAlone("Each browser draws in its own way, and one of them is enough to see what a change of ours does.", (test) => {
  for (const width of [360, 1280]) {
    test(`as it did, ${width} px wide`, async (at) => {
      const file = new URL(`../fixtures/looks-${width}.json`, import.meta.url);
      const looks = {};
      await eachKindIn(inWindowOf(at, width), async (widget, kind) => {
        for (const theme of ["light", "dark"]) {
          await widget.inPage("host.theme = args[0]", theme);
          looks[`${kind}, ${theme}`] = await widget.grid(COLUMNS, ROW_HEIGHT);
        }
      });
      if (process.env.RENEW_LOOKS) {
        const kept = Object.entries(looks).map(([name, grid]) => [name, written(grid)]);
        writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
      }
      const kept = JSON.parse(readFileSync(file, "utf8"));
      assert.deepEqual(Object.keys(looks), Object.keys(kept));
      const other = Object.entries(looks).map(([name, grid]) => [name, difference(grid, kept[name])]);
      assert.deepEqual(other.filter(([, it]) => it !== ""), [], "what looks otherwise");
    });
  }
});
