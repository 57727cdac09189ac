// What the other tests trust: each browser tells what was said on the console and what was asked of the network, and
// runs what is preloaded before a page's own scripts. Without this, an empty console would prove nothing.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { startServer } from "../harness/server.mjs";
import { until } from "../harness/until.mjs";

const ICON = '<link rel="icon" href="data:," />';
const POLICY = { "content-security-policy": "script-src 'nonce-own'" };

async function openPage({ driver, server }, body, headers) {
  server.route("/watched.html", `<!doctype html><title>Watched</title>${ICON}${body}`, { headers });
  await driver.get(`${server.origin}/watched.html`);
}

/** The console has told of this, and of nothing else; Chromium has two places that tell. */
async function toldOf({ seen }, pattern) {
  const { console } = await seen();
  assert.ok(console.length > 0, "the console has told something");
  for (const it of console) assert.match(it, pattern);
}

const LOUD = {
  "a warning": "console.warn('said it')",
  "an error": "console.error('said it')",
  "an error that nobody caught": "throw new Error('said it')",
  "a rejection that nobody handled": "Promise.reject(new Error('said it'))",
};

inEachBrowser((test) => {
  for (const [what, script] of Object.entries(LOUD)) {
    test(`the console tells of ${what}, each time`, async (at) => {
      await openPage(at, `<body><script>document.body.addEventListener("click", () => { ${script}; })</script>`);
      for (let n = 0; n < 2; n++) {
        await at.driver.executeScript("document.body.click()");
        await toldOf(at, /said it/);
      }
    });
  }

  test("the console does not tell of what is no reason to worry", async (at) => {
    await openPage(at, "<script>for (const it of ['log', 'info', 'debug']) console[it]('said it')</script>");
    assert.deepEqual((await at.seen()).console, []);
  });

  test("the console tells of a script that a policy refuses", async (at) => {
    await openPage(at, "<script>window.ran = true</script>", POLICY);
    assert.equal(await at.driver.executeScript("return window.ran ?? null"), null);
    await toldOf(at, /Content.Security.Policy/);
  });

  test("each request is told, wherever it goes", async (at) => {
    const elsewhere = await startServer();
    try {
      const frame = `<iframe src="${elsewhere.origin}/frame.html"></iframe>`;
      const script = `<script>
        const to = (path) => "${elsewhere.origin}" + path;
        navigator.sendBeacon(to("/beacon"));
        new Image().src = to("/image");
        const code = URL.createObjectURL(new Blob(["fetch('" + to("/worker") + "', { mode: 'no-cors' })"]));
        new Worker(code);
        fetch(to("/fetch"), { mode: "no-cors" });
      </script>`;
      elsewhere.route("/frame.html", `<!doctype html><title>Frame</title><link rel="stylesheet" href="/style.css" />`);
      await openPage(at, frame + script);
      const paths = ["/frame.html", "/style.css", "/beacon", "/image", "/worker", "/fetch"];
      await until("each request", () => paths.every((it) => elsewhere.asked().includes(it)));
      const told = new Set();
      await until(() => `word of each, but it is ${[...told].join(" ")}`, async () => {
        for (const it of (await at.seen()).urls) told.add(it);
        return paths.every((it) => told.has(elsewhere.origin + it));
      });
    } finally {
      await elsewhere.close();
    }
  });

  test("what is preloaded runs before the page's own scripts, in frames and under a policy too", async (at) => {
    await at.preload("window.nBefore = (window.nBefore ?? 0) + 1");
    const script = '<script nonce="own">window.seenBefore = window.nBefore</script>';
    at.server.route("/frame.html", `<!doctype html><title>Frame</title>${script}`, { headers: POLICY });
    await openPage(at, `${script}<iframe src="/frame.html"></iframe>`, POLICY);
    const before = await at.driver.executeScript("return [window.seenBefore, window.frames[0].seenBefore]");
    // Firefox 140 may run it twice.
    assert.ok(before.every((it) => [1, 2].includes(it)), `${before}`);
  });
});
