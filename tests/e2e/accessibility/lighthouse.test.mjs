// Lighthouse finds nothing wrong with the demo page and with the one file. How fast they are is no matter of the tests: it
// depends on what else this machine has to do.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { note } from "../harness/checked.mjs";
import { rate } from "../helpers/lighthouse.mjs";
import { sendCompressed } from "../harness/server.mjs";

const PAGES = {
  demo: { path: "/index.html", files: ["/index.html", "/page.css", "/fault-finder.js", "/fault-finder-wasm.js"] },
  "one-file": { path: "/fault-finder.html", files: ["/fault-finder.html"] },
};
const AS_IT_SHOULD = { accessibility: 100, "best-practices": 100, seo: 100 };

inChromiumAlone("Lighthouse knows no other browser.", (test) => {
  for (const [name, { path, files }] of Object.entries(PAGES)) {
    test(`Lighthouse, ${name}`, async ({ server }) => {
      await sendCompressed(server, files);
      const { error, scores, found } = await rate(server.origin + path, `lighthouse-${name}`);
      assert.equal(error, undefined);
      note({ page: name, scores });
      assert.deepEqual({ scores, found }, { scores: AS_IT_SHOULD, found: [] });
    });
  }
});
