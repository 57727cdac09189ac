// Lighthouse finds nothing wrong with the demo page and with the one file. How fast they are is told and kept beside the
// build, but not tested: it depends on what else this machine has to do.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { note } from "../harness/checked.mjs";
import { rate } from "../helpers/lighthouse.mjs";
import { sendCompressed } from "../harness/server.mjs";

const PAGES = {
  demo: { path: "/index.html", files: ["/index.html", "/page.css", "/fault-finder.js", "/fault-finder-wasm.js"] },
  "one-file": { path: "/fault-finder.html", files: ["/fault-finder.html"] },
};
const AS_IT_SHOULD = { accessibility: 100, "best-practices": 100, seo: 100 };

inEachBrowser((test, browser) => {
  // Lighthouse knows no other.
  if (browser !== "Chromium") return;

  for (const [name, { path, files }] of Object.entries(PAGES)) {
    test(`Lighthouse, ${name}`, async ({ server, t }) => {
      await sendCompressed(server, files);
      const { error, scores: all, found, times } = await rate(server.origin + path, `lighthouse-${name}`);
      assert.equal(error, undefined);
      note({ page: name, scores: all });
      const { performance, ...scores } = all;
      assert.deepEqual({ scores, found }, { scores: AS_IT_SHOULD, found: [] });
      t.diagnostic(`Lighthouse, ${name}, on a slow phone: ${performance} of 100; ${times}`);
    });
  }
});
