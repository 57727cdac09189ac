// A release as somebody gets it who has no Rust: one archive, with all that goes on a site, what goes into its pages, and
// how.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { inChromiumAlone, inNoBrowser } from "../harness/browser.mjs";
import { GUIDE } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { translation, walkInAnyLanguage } from "../helpers/languages.mjs";
import { DIRTY } from "../helpers/people.mjs";

const [NAME] = readdirSync(DIST).filter((it) => it.endsWith(".zip"));
const [, VERSION] = /^fault-finder-(\d+\.\d+\.\d+)\.zip$/.exec(NAME);
const ARCHIVE = readFileSync(join(DIST, NAME));
const ENTRIES = new Map(Object.entries(unzipSync(ARCHIVE)).map(([name, bytes]) => [name, Buffer.from(bytes)]));
const FOLDER = `fault-finder-${VERSION}`;
const TAGS = [GUIDE.language, ...Object.keys(GUIDE.translations)];
const TYPES = { js: "text/javascript", json: "application/json", html: "text/html" };

const toPaste = (tag) => ENTRIES.get(`${FOLDER}/paste/${GUIDE.id}.${tag}.html`).toString();

/** Puts the folder of the version on the site, as the first page says. */
function upload(server) {
  const folder = `${FOLDER}/${VERSION}/`;
  for (const [name, bytes] of ENTRIES) {
    if (!name.startsWith(folder)) continue;
    server.route(`/fault-finder/${VERSION}/${name.slice(folder.length)}`, bytes, { type: TYPES[name.split(".").at(-1)] });
  }
}

inNoBrowser((test) => {
  test("the hash beside it is that of the archive, as the programs want it that compare", () => {
    const hash = createHash("sha256").update(ARCHIVE).digest("hex");
    assert.equal(readFileSync(join(DIST, `${NAME}.sha256`), "utf8"), `${hash}  ${NAME}\n`);
  });

  test("it holds what goes on a site, what goes into a page in each language, and what to read", () => {
    const names = [...ENTRIES.keys()].map((it) => it.slice(FOLDER.length + 1));
    const read = ["LICENSE-APACHE", "LICENSE-MIT", "changes.html", "embedding.html", "start.html"];
    const paste = TAGS.map((it) => `paste/${GUIDE.id}.${it}.html`);
    assert.deepEqual(names.filter((it) => !it.startsWith(`${VERSION}/`)), [...read, ...paste].sort());
    const site = ["embed.html", "embed.js", "fault-finder-wasm.js", "fault-finder.html", "fault-finder.js", "frame.js"];
    const guides = Object.values(GUIDE.translations).map((it) => `guides/${it}`);
    const words = Object.keys(GUIDE.translations).map((it) => `locales/${it}.json`);
    const files = [...site, "sri.json", "theming.html", ...guides, ...words];
    for (const it of files) {
      assert.deepEqual(ENTRIES.get(`${FOLDER}/${VERSION}/${it}`), readFileSync(join(DIST, it)), it);
    }
    assert.ok(!names.some((it) => /reports|size\.json|index\.html/.test(it)), "nothing of ours");
  });

  test("what there is to read names this version, and nothing that is not there", () => {
    for (const name of ["start.html", "embedding.html", "changes.html"]) {
      const text = ENTRIES.get(`${FOLDER}/${name}`).toString();
      assert.ok(text.includes("<h1 ") && !text.includes("{version}"), name);
      for (const [, place] of text.matchAll(/href="#([^"]*)"/g)) assert.ok(text.includes(`id="${place}"`), place);
    }
    const start = ENTRIES.get(`${FOLDER}/start.html`).toString();
    const links = [...start.matchAll(/href="([^#"]*)"/g)].map(([, name]) => name);
    assert.ok(links.includes("embedding.html") && links.includes(`${VERSION}/fault-finder.html`), links.join());
    for (const name of [...links, ...[...start.matchAll(/<code>([\w.-]+\.html)<\/code>/g)].map(([, name]) => name)]) {
      assert.ok([...ENTRIES.keys()].some((it) => it.endsWith(`/${name}`)), name);
    }
    for (const [, name] of start.matchAll(/“([A-Z][^”]*)”/g)) {
      assert.match(ENTRIES.get(`${FOLDER}/embedding.html`).toString(), new RegExp(`<h2 [^>]*>${name}</h2>`), name);
    }
  });
});

inChromiumAlone("Which files stand where is the same for every browser.", (test) => {
  test("uploaded and pasted, it speaks German in the colours of the site, and leads to the good end", async (at) => {
    upload(at.server);
    const theme = "<style>fault-finder { --fault-finder-accent: #0a4a8a }</style>";
    at.server.route("/help/earbuds.html", html({ script: "", head: theme, element: toPaste("de") }));
    const widget = await new Widget(at).open("/help/earbuds.html");
    assert.equal(await widget.heading(), translation("de").danger_question);
    const grounds = new Set();
    const steps = await walkInAnyLanguage(widget, DIRTY, async () => {
      const primary = "const primary = host.shadowRoot.querySelector('.primary')";
      grounds.add(await widget.inPage(`${primary}; return primary && getComputedStyle(primary).backgroundColor`));
    });
    grounds.delete(null);
    assert.deepEqual([...grounds], ["rgb(10, 74, 138)"]);
    assert.equal(steps.at(-1), "fixed");
    assert.deepEqual(await widget.eventsNamed("error"), []);
  });

  test("each language that there is to paste begins in its own words", async (at) => {
    upload(at.server);
    for (const tag of TAGS) {
      at.server.route(`/${tag}.html`, html({ script: "", element: toPaste(tag) }));
      const widget = await new Widget(at).open(`/${tag}.html`);
      assert.equal(await widget.language(), tag);
      assert.deepEqual(await widget.eventsNamed("error"), [], tag);
    }
  });
});
