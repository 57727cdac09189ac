// Where the two scripts come from is up to the page: beside each other, elsewhere, or under other names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { DIRTY } from "../helpers/people.mjs";

const SECOND = readFileSync(join(DIST, "fault-finder-wasm.js"));
const MOVED = "/assets/fault-finder-wasm-1f3a.js";

/** The scripts that a server was asked for. */
const scripts = ({ asked }) => asked().filter((it) => it.endsWith(".js"));

inEachBrowser((test) => {
  test("the second script comes from where the tag says, under the name that it has there", async (at) => {
    at.server.route(MOVED, SECOND);
    const script = `<script src="/fault-finder.js" data-wasm="${MOVED}" async></script>`;
    const widget = await new Widget(at).openPage({ script });
    await widget.walkAs(DIRTY, "fixed");
    assert.deepEqual(scripts(at.server), ["/fault-finder.js", MOVED]);
  });

  test("without that, it comes from where the first one is, on another site as well", async (at) => {
    const script = `<script src="${at.elsewhere.origin}/fault-finder.js" async></script>`;
    const widget = await new Widget(at).openPage({ script });
    await widget.walkAs(DIRTY, "fixed");
    assert.deepEqual(scripts(at.elsewhere), ["/fault-finder.js", "/fault-finder-wasm.js"]);
    assert.deepEqual(scripts(at.server), []);
  });
});
