// Whatever comes from a guide's URL, or does not: the person can read the plain guide, and the page's owner sees why.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, WORDS } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { never } from "../harness/server.mjs";

const URL_ATTRIBUTE = 'guide="/guide.json"';
const TEXT = JSON.stringify(GUIDE);
const HALF = TEXT.slice(0, TEXT.length / 2);
const CORS = { "access-control-allow-origin": "*" };
// How the browsers say on the console that a site does not allow it.
const REFUSED = /CORS|Access-Control-Allow-Origin|access control checks/;
const FILE_MS = 30_000;
const TOO_LARGE = "guide: /guide.json did not load: it is larger than 1 MB";
const UNREADABLE = "no connection, or that site does not let this page read it (CORS)";
/** The guide with as many bytes, made of spaces that mean nothing. */
const ofBytes = (n) => TEXT + " ".repeat(n - Buffer.byteLength(TEXT));

// Stands in a page before the widget's script: who waits for a file waits for a moment only.
const IMPATIENT = `<script>
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  window.waitedFor = [];
  AbortSignal.timeout = (ms) => (waitedFor.push(ms), timeout(ms === ${FILE_MS} ? 500 : ms));
</script>`;

/** Opens a page whose guide is the one that these attributes name. */
function openWith(at, attributes, page) {
  return new Widget(at).openPage({ attributes, inside: "<p>The plain guide.</p>", ...page });
}

async function works(widget) {
  await widget.at(WORDS.dangerQuestion);
  assert.equal(await widget.state(), "ready");
  await widget.turn(WORDS.noDanger);
  assert.deepEqual(await widget.eventsNamed("error"), []);
}

/** The widget says what is wrong in one of these sentences, the same in all places, above the plain guide. */
async function fails(widget, ...sentences) {
  assert.equal(await widget.state(), "failed");
  await widget.until("the alert", () => widget.alert());
  const { heading, lines, errors, bottom } = await widget.alert();
  assert.equal(heading, "The guided help could not start");
  assert.deepEqual(lines, ["The same help is below, to read."]);
  assert.equal(errors.length, 1);
  assert.ok(sentences.includes(errors[0]), errors[0]);
  assert.deepEqual(await widget.errors(), errors);
  assert.deepEqual((await widget.eventsNamed("error")).map((it) => it.errors), [errors]);
  const [, plain] = await widget.layout();
  assert.ok(plain.y >= bottom, "the plain guide is below");
}

/** What is said of a text that is no JSON, in this browser's words. */
async function notJson(widget, text) {
  const why = await widget.inPage("try { JSON.parse(args[0]); } catch (error) { return error.message; }", text);
  return `guide: /guide.json is not JSON (${why})`;
}

inEachBrowser((test) => {
  const alone = test.alone("What a guide has to be is the same in each browser; how it comes is not.");

  test("a slow guide: the plain guide can be read until it is there", async (at) => {
    let send;
    const sent = new Promise((resolve) => (send = resolve));
    at.server.route("/guide.json", async function* () {
      await sent;
      yield TEXT;
    });
    at.server.route("/page.html", html({ attributes: URL_ATTRIBUTE }));
    const widget = new Widget(at);
    await widget.visit("/page.html");
    await widget.until("the request", () => at.server.asked().includes("/guide.json"));
    assert.equal(await widget.state(), "loading");
    assert.equal((await widget.layout()).indexOf(null), -1);
    send();
    await widget.settled();
    await works(widget);
  });

  const stalls = {
    "a guide that never comes": [],
    "a guide that stops half-way": [HALF],
  };
  for (const [what, parts] of Object.entries(stalls)) {
    test(what, async (at) => {
      at.server.route("/guide.json", async function* () {
        yield* parts;
        yield* never();
      });
      const widget = await openWith(at, URL_ATTRIBUTE, { head: IMPATIENT });
      await fails(widget, "guide: /guide.json did not load: it did not come whole within 30 seconds");
      const waited = await at.driver.executeScript("return window.waitedFor");
      assert.equal(waited.filter((it) => it === FILE_MS).length, 1);
    });
  }

  for (const status of [404, 500]) {
    (status === 404 ? test : alone)(`a guide for which the server answers ${status}`, async (at) => {
      at.server.route("/guide.json", "<!doctype html><title>Oh no</title>", { status, type: "text/html" });
      const widget = await openWith(at, URL_ATTRIBUTE);
      await fails(widget, `guide: /guide.json did not load: the server answered ${status}`);
    }, { networkErrors: true });
  }

  const texts = {
    "a page instead of a guide": "<!doctype html><title>Sign in</title>",
    "nothing instead of a guide": "",
    "half a guide": HALF,
  };
  for (const [what, text] of Object.entries(texts)) {
    (what.startsWith("a page") ? test : alone)(what, async (at) => {
      at.server.route("/guide.json", text);
      const widget = await openWith(at, URL_ATTRIBUTE);
      await fails(widget, await notJson(widget, text));
    });
  }

  test("a guide that ends too early", async (at) => {
    at.server.route("/guide.json", async function* () {
      yield HALF;
      throw new Error("the connection broke");
    });
    const widget = await openWith(at, URL_ATTRIBUTE);
    // WebKit takes what came for the whole.
    await fails(widget, `guide: /guide.json did not load: ${UNREADABLE}`, await notJson(widget, HALF));
  }, { networkErrors: true });

  test("a guide of which there is more and more: it is cut off", async (at) => {
    let isCutOff = false;
    at.server.route("/guide.json", async function* () {
      try {
        yield TEXT;
        for (;;) yield " ".repeat(10_000);
      } finally {
        isCutOff = true;
      }
    });
    const widget = await openWith(at, URL_ATTRIBUTE);
    await fails(widget, TOO_LARGE);
    await widget.until("the end of the answer", () => isCutOff);
  });

  alone("a guide of more than a megabyte", async (at) => {
    at.server.route("/guide.json", ofBytes(1_000_001));
    await fails(await openWith(at, URL_ATTRIBUTE), TOO_LARGE);
  });

  test("a guide of a megabyte works", async (at) => {
    at.server.route("/guide.json", ofBytes(1_000_000));
    await works(await openWith(at, URL_ATTRIBUTE));
  });

  test("a guide of another site that allows it works", async (at) => {
    at.elsewhere.route("/guide.json", GUIDE, { headers: CORS });
    await works(await openWith(at, `guide="${at.elsewhere.origin}/guide.json"`));
  });

  test("a guide of another site that does not allow it", async (at) => {
    const url = `${at.elsewhere.origin}/guide.json`;
    at.elsewhere.route("/guide.json", GUIDE);
    await fails(await openWith(at, `guide="${url}"`), `guide: ${url} did not load: ${UNREADABLE}`);
  }, { networkErrors: true, expected: REFUSED });

  test("a redirect to another site that allows it works", async (at) => {
    at.elsewhere.route("/guide.json", GUIDE, { headers: CORS });
    at.server.route("/guide.json", "", { status: 302, headers: { location: `${at.elsewhere.origin}/guide.json` } });
    await works(await openWith(at, URL_ATTRIBUTE));
  });

  test("a redirect to another site that does not allow it", async (at) => {
    at.elsewhere.route("/guide.json", GUIDE);
    at.server.route("/guide.json", "", { status: 302, headers: { location: `${at.elsewhere.origin}/guide.json` } });
    await fails(await openWith(at, URL_ATTRIBUTE), `guide: /guide.json did not load: ${UNREADABLE}`);
  }, { networkErrors: true, expected: REFUSED });

  alone("a guide that begins with a byte order mark works", async (at) => {
    at.server.route("/guide.json", `\ufeff${TEXT}`);
    await works(await openWith(at, URL_ATTRIBUTE));
  });

  alone("a guide that is not UTF-8", async (at) => {
    at.server.route("/guide.json", Buffer.from(TEXT.replace("earbuds", "\xe9couteurs"), "latin1"));
    await fails(await openWith(at, URL_ATTRIBUTE), "guide: /guide.json did not load: it is not UTF-8");
  });

  const held = `<script type="application/json" id="own">${TEXT}</script>`;
  alone("a guide that the page holds works", async (at) => {
    await works(await openWith(at, 'guide="#own"', { head: held }));
  });

  test("a guide that the page holds further down works, also where the page comes slowly", async (at) => {
    const [before, after] = html({ attributes: 'guide="#own"', end: `<i></i>${held}` }).split("<i></i>");
    at.server.route("/page.html", async function* () {
      yield before;
      await setTimeout(1_000);
      yield after;
    });
    await works(await new Widget(at).open("/page.html"));
  });

  alone("a guide that the page should hold and does not", async (at) => {
    const widget = await openWith(at, 'guide="#own"');
    await fails(widget, 'guide: there is no element with the id "own" where the widget stands');
  });
});
