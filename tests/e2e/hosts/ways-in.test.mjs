// However the first script has come into the page, the second one is found, and nothing is asked for in vain.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inEachBrowser } from "../harness/browser.mjs";
import { ASKING, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { givesWay } from "../helpers/plain-guide.mjs";

const [FIRST, SECOND] = ["/fault-finder.js", "/fault-finder-wasm.js"];
const read = (name) => readFileSync(join(DIST, name), "utf8");
const ELEMENT = `<fault-finder ${ASKING}><p>The plain guide.</p></fault-finder>`;

/** The paths of the scripts that the server was asked for. */
const scripts = ({ server }) => server.asked().map((it) => it.split("?")[0]).filter((it) => it.endsWith(".js"));

// In the page: runs the text behind an address as libraries do, in a script of its own that is gone at once.
const RUN_TEXT = `
  const inline = document.createElement("script");
  inline.text = await (await fetch("${FIRST}")).text();
  document.head.appendChild(inline).remove();`;

/** Opens a page to which the script and the element come by this script of its own. */
async function openBy(at, script) {
  return new Widget(at).openPage({ script: "", element: `<div id="place"></div><script>(async () => {${script}})()</script>` });
}

inEachBrowser((test) => {
  const alone = test.alone("What a script knows of its own tag is the same in each browser; one of each kind shows it.");

  test("a fragment whose script a library runs as text of its own, with its tag left in the page", async (at) => {
    const widget = await openBy(at, `
      place.innerHTML = '<script src="${FIRST}"><\\/script>${ELEMENT}';
      ${RUN_TEXT}`);
    assert.equal(await widget.state(), "ready");
    assert.deepEqual(scripts(at), [FIRST, SECOND]);
  });

  test("a fragment whose script a library has fetched and run, with no tag at all", async (at) => {
    const widget = await openBy(at, `place.innerHTML = '${ELEMENT}'; ${RUN_TEXT}`);
    assert.equal(await widget.state(), "ready");
  });

  test("a module that imports it", async (at) => {
    const widget = await openBy(at, `await import("${FIRST}"); place.innerHTML = '${ELEMENT}';`);
    assert.equal(await widget.state(), "ready");
    assert.deepEqual(scripts(at), [FIRST, SECOND]);
  });

  alone("an image of the same name is not taken for it", async (at) => {
    at.elsewhere.route(FIRST, "");
    const image = `<img src="${at.elsewhere.origin}${FIRST}" alt="">`;
    const widget = await new Widget(at).openPage({
      script: "",
      before: image,
      element: `${ELEMENT}<script>${read(FIRST).replaceAll("</", "<\\/")}</script>`,
    });
    await givesWay(widget);
    assert.match((await widget.errors()).join(), /is not in the page/);
    assert.deepEqual(scripts({ server: at.elsewhere }), [FIRST]);
  });

  for (const [order, files] of [["the first one first", [FIRST, SECOND]], ["the second one first", [SECOND, FIRST]]]) {
    (order.startsWith("the first") ? test : alone)(`both in one file, ${order}`, async (at) => {
      at.server.route("/cache/all.js", files.map(read).join("\n;\n"));
      const widget = await new Widget(at).openPage({ script: `<script src="/cache/all.js" defer></script>` });
      assert.equal(await widget.state(), "ready");
      assert.deepEqual(scripts(at), ["/cache/all.js"]);
    });
  }

  for (const attribute of ["async", "defer"]) {
    alone(`a page that has both tags, without a word of what they are, ${attribute}`, async (at) => {
      const tag = (src) => `<script src="${src}" ${attribute}></script>`;
      const widget = await new Widget(at).openPage({ script: tag(FIRST) + tag(SECOND) });
      assert.equal(await widget.state(), "ready");
      assert.deepEqual(scripts(at).sort(), [SECOND, FIRST]);
    });
  }

  alone("the first script as a module and as a script, one after the other", async (at) => {
    const script = `${SCRIPT.replace("fault", "/fault")}<script type="module" src="${FIRST}"></script>`;
    const widget = await new Widget(at).openPage({ script });
    assert.equal(await widget.state(), "ready");
    assert.equal(scripts(at).filter((it) => it === SECOND).length, 1);
  });

  test("a new version reaches those who have an old one in their cache", async (at) => {
    const kept = { headers: { "cache-control": "public, max-age=31536000" } };
    const visit = async (version, second) => {
      at.server.route(FIRST, read(FIRST).replace(/sha384-[\w+/=]+/, integrity(second)), kept);
      at.server.route(SECOND, second, kept);
      const widget = await new Widget(at).openPage({ script: `<script src="${FIRST}?ver=${version}" async></script>` });
      assert.equal(await widget.state(), "ready");
      return widget.inPage("return window.secondIs");
    };
    assert.deepEqual([await visit("1", marked("old")), await visit("2", marked("new"))], ["old", "new"]);
  });

  alone("and so do its words", async (at) => {
    await new Widget(at).openPage({ attributes: `${ASKING} lang="de"` });
    const addresses = at.server.addresses().filter((it) => it.includes(".json"));
    assert.equal(addresses.length, 2);
    for (const it of addresses) assert.match(it, /\?v=\w{12}$/);
  });
});

/** The second script, which says which one it is. */
function marked(name) {
  return `window.secondIs = "${name}";\n${read(SECOND)}`;
}

function integrity(text) {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
}
