// What stands below the widget stays where it is while the widget comes: where the plain guide is long, and where the page
// leaves room as EMBEDDING.md says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inChromiumAlone } from "../harness/browser.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { until } from "../harness/until.mjs";

// What Google calls good: https://web.dev/articles/cls.
const MOST = 0.1;
const RULE = readFileSync(new URL("../../../EMBEDDING.md", import.meta.url), "utf8").match(/^@media screen \{ fault-finder, .*$/m)[0];
const PLAIN = readFileSync(join(DIST, "index.html"), "utf8").match(/<fault-finder[^>]*>([^]*)<\/fault-finder>/)[1];
// Before all else in the page, so that each shift is seen.
const OBSERVER = `<script>
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) if (!it.hadRecentInput) shifts.push(it.value);
  }).observe({ type: "layout-shift", buffered: true });
</script>`;
const END = `${"<p>Some more of the page, which the widget must not push away.</p>".repeat(12)}<footer>The end</footer>`;
const ROOM = {
  "no plain guide": "",
  "a plain guide of one line": "<p>The plain guide.</p>",
  "a short plain guide": `<ol>${"<li>Clean the contacts, and try again.</li>".repeat(6)}</ol>`,
};

inChromiumAlone("The others do not tell how far a layout shifts.", (test) => {
  /**
   * How far the page has shifted by the time that the widget is there, whose script, at `src`, came after the page was
   * seen. `arrive` opens the page and waits for that.
   */
  async function shiftOf(at, width, page, { src = "/fault-finder.js", arrive = (path) => new Widget(at).open(path) } = {}) {
    const send = (command, params) => at.driver.sendDevToolsCommand(`Emulation.${command}`, params);
    await send("setDeviceMetricsOverride", { width, height: 740, deviceScaleFactor: 1, mobile: false });
    try {
      // The widget's script comes once the page around it was painted.
      const script = `<script>requestAnimationFrame(() => requestAnimationFrame(() => {
        document.head.append(Object.assign(document.createElement("script"), { src: "${src}" }));
      }))</script>`;
      at.server.route("/page.html", html({ ...page, script, end: END }));
      await arrive("/page.html");
      return await at.driver.executeScript(`return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() =>
        resolve(shifts.reduce((sum, it) => sum + it, 0)))))`);
    } finally {
      await send("clearDeviceMetricsOverride", {});
    }
  }

  for (const width of [360, 1280]) {
    for (const [what, inside] of Object.entries(ROOM)) {
      test(`${width} px wide, with ${what} and room for the widget`, async (at) => {
        const head = `${OBSERVER}<style>${RULE}</style>`;
        const shift = await shiftOf(at, width, { head, inside });
        assert.ok(shift <= MOST, `it shifts by ${shift}`);
      });
    }

    test(`${width} px wide, in a frame, with room for it`, async (at) => {
      const { origin } = at.elsewhere;
      const element = `<fault-finder-frame src="${origin}/embed.html"><a href="${origin}/">The guide</a></fault-finder-frame>`;
      const arrive = async (path) => {
        await at.driver.get(at.server.origin + path);
        const isHigh = "return document.querySelector('fault-finder-frame').shadowRoot?.querySelector('iframe')?.offsetHeight > 600";
        await until("the frame to be as high as the widget", () => at.driver.executeScript(isHigh));
      };
      const head = `${OBSERVER}<style>${RULE}</style>`;
      const shift = await shiftOf(at, width, { head, element }, { src: `${origin}/frame.js`, arrive });
      assert.ok(shift <= MOST, `it shifts by ${shift}`);
    });

    test(`${width} px wide, with the printed guide`, async (at) => {
      const shift = await shiftOf(at, width, { head: OBSERVER, inside: PLAIN });
      assert.ok(shift <= MOST, `it shifts by ${shift}`);
    });
  }

  test("without room it is seen to shift", async (at) => {
    assert.ok((await shiftOf(at, 1280, { head: OBSERVER, inside: "" })) > MOST);
  });
});
