// Any page may frame embed.html and send it messages. It gets no code into the frame, no guide from elsewhere, and nothing
// stored; and the frame gets nothing into the page around it but what is on the list.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inEachBrowser } from "../harness/browser.mjs";
import { Framed } from "../helpers/framed.mjs";
import { GUIDE, readGuide, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { until } from "../harness/until.mjs";

const EMBED = readFileSync(join(DIST, "embed.html"), "utf8");
const CLASS = readFileSync(join(DIST, "fault-finder.js"));
const EVIL_GUIDE = { ...readGuide(), id: "evil", title: "Call this number now" };

/** Opens a page that frames embed.html by itself, sends it these messages as soon as it is ready, and goes into it. */
async function openHostile(at, messages, { src = `${at.elsewhere.origin}/embed.html#framed` } = {}) {
  at.server.route("/hostile.html", `<!doctype html><title>Hostile</title><link rel="icon" href="data:,">
    <iframe id="f" src="${src}" width="900" height="800"></iframe><script>
      const blob = URL.createObjectURL(new Blob([${JSON.stringify(JSON.stringify(EVIL_GUIDE))}]));
      const messages = ${JSON.stringify(messages).replaceAll("<", "\\u003c")};
      addEventListener("message", ({ data }) => {
        (window.heard ??= []).push(data);
        if (data.faultFinder !== "ready") return;
        for (const it of messages) {
          if (it?.settings?.guide === "blob") it.settings.guide = blob;
          document.querySelector("iframe").contentWindow.postMessage(it, "*");
        }
      });</script>`);
  await at.driver.get(`${at.server.origin}/hostile.html`);
  await at.driver.switchTo().frame(0);
  const widget = new Widget(at);
  widget.isFramed = true;
  return widget;
}

/** Waits until the frame has its widget, and that has settled. */
async function begun(widget) {
  const isThere = () => widget.driver.executeScript("return document.querySelector('fault-finder')?.state !== undefined");
  await widget.until("the widget in the frame", isThere);
  await widget.settled();
}

const settings = (it) => ({ faultFinder: "settings", settings: it });
const attributes = (widget) =>
  widget.inPage("return Object.fromEntries([...host.attributes].map((it) => [it.name, it.value]))");

// What is no setting, or is none of its values.
const NONSENSE = {
  onpointermove: "document.title = 'entered'",
  onclick: "document.title = 'entered'",
  style: "position: fixed",
  tabindex: "0",
  id: "plain",
  is: "x",
  srcdoc: "<script>document.title = 'entered'</script>",
  slot: "x",
  constructor: "x",
  lang: "de' onclick='x",
  order: { toString: "article" },
  theme: ["dark"],
  resume: "until the end of time",
  "resume-days": "999",
  battery: 1,
  "support-href": "javascript:document.title='entered'",
};

inEachBrowser((test) => {
  const alone = test.alone("What messages and addresses may say is decided by scripts that are the same in each browser.");

  alone("what is no setting, or not one of its values, becomes no attribute", async (at) => {
    const widget = await openHostile(at, [settings(NONSENSE)]);
    await begun(widget);
    assert.deepEqual(await attributes(widget), { guide: GUIDE.id });
    await at.driver.switchTo().defaultContent();
    const heard = await at.driver.executeScript("return window.heard");
    const [error] = heard.filter((it) => it.name === "fault-finder-error");
    assert.deepEqual(
      error.detail.errors.map((it) => it.split(":")[0]),
      ["lang", "order", "theme", "resume", "resume-days", "battery", "support-href"],
    );
  });

  alone("messages that are no settings at all change nothing", async (at) => {
    const long = "x".repeat(3_000);
    const odd = [null, 1, "settings", [], { faultFinder: "settings" }, settings(null), settings("order"), settings([1]),
      settings({ lang: long, guide: long, "support-href": `https://${long}` })];
    const widget = await openHostile(at, odd);
    await begun(widget);
    assert.deepEqual(await attributes(widget), { guide: GUIDE.id });
  });

  alone("no message brings a guide from another site", async (at) => {
    at.server.route("/evil.json", EVIL_GUIDE, { headers: { "access-control-allow-origin": "*" } });
    const url = `${at.server.origin}/evil.json`;
    const guides = [url, url.replace("http:", ""), `data:application/json,${encodeURIComponent("{}")}`, "blob", "http://[",
      "javascript:1", " " + url];
    const widget = await openHostile(at, guides.map((guide) => settings({ guide })));
    await begun(widget);
    await widget.at(WORDS.dangerQuestion);
    assert.equal(await widget.inPage("return host.guide"), GUIDE.id);
    assert.deepEqual(at.server.asked().filter((it) => it === "/evil.json"), []);
  });

  alone("nor does an address of the frame's own site that leads on to another one", async (at) => {
    at.server.route("/evil.json", EVIL_GUIDE, { headers: { "access-control-allow-origin": "*" } });
    at.elsewhere.route("/away.json", "", { status: 302, headers: { location: `${at.server.origin}/evil.json` } });
    const widget = await openHostile(at, [settings({ guide: "/away.json" })]);
    await begun(widget);
    await widget.until("an error", async () => (await widget.state()) === "failed");
    assert.match((await widget.errors())[0], /^guide: \/away\.json did not load/);
  }, { networkErrors: true, expected: /Content[- ]Security[- ]Policy|connect-src|access control/i });

  test("a page that is not among the hosts gets no widget, and one that is does", async (at) => {
    const hosts = (it) => EMBED.replace("<div data-guide", () => `<div data-hosts="${it}" data-guide`);
    at.elsewhere.route("/strangers.html", hosts("https://www.example, https://shop.example"));
    at.elsewhere.route("/friends.html", hosts(`https://www.example ${at.server.origin}`));
    const all = [settings({ order: "article" })];
    for (const hash of ["#framed", ""]) {
      await openHostile(at, all, { src: `${at.elsewhere.origin}/strangers.html${hash}` });
      // What is said to the frame is heard in turn, so by then it has heard the settings.
      await at.driver.executeAsyncScript("const done = arguments[0]; setTimeout(done, 200)");
      assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null, hash);
      assert.ok(await at.driver.executeScript("return document.querySelector('[data-guide]').checkVisibility()"));
      const widget = await openHostile(at, all, { src: `${at.elsewhere.origin}/friends.html${hash}` });
      // Where the browser does not tell what is around a frame, it takes the element there to say so.
      if (!hash && (await at.driver.executeScript("return location.ancestorOrigins === undefined"))) continue;
      await begun(widget);
      assert.equal(await widget.state(), "ready");
    }
  });

  test("a stranger around a page that may frame it is seen, or not known, and so no host", async (at) => {
    at.elsewhere.route("/friends.html", EMBED.replace("<div data-guide", () => `<div data-hosts="${at.elsewhere.origin}" data-guide`));
    at.elsewhere.route("/middle.html", `<!doctype html><title>Middle</title><iframe src="/friends.html"></iframe>`);
    at.server.route("/outer.html", `<!doctype html><title>Outer</title><link rel="icon" href="data:,">
      <iframe src="${at.elsewhere.origin}/middle.html" width="900" height="900"></iframe>`);
    await at.driver.get(`${at.server.origin}/outer.html`);
    for (const frame of [0, 0]) await at.driver.switchTo().frame(frame);
    await at.driver.executeAsyncScript("const done = arguments[0]; setTimeout(done, 200)");
    assert.equal(await at.driver.executeScript("return document.readyState"), "complete");
    assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null);
  });

  test("without its policy, or with another one, the page does not run", async (at) => {
    const [tag, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"[^>]*>/.exec(EMBED);
    const weaker = [
      policy.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'"),
      `script-src * 'unsafe-inline' 'wasm-unsafe-eval'; ${policy}`,
      `${policy}; script-src-elem * 'unsafe-inline'`,
      `${policy}; script-src-attr 'unsafe-inline'`,
      policy.replace("connect-src 'self'", "connect-src *"),
      policy.replace(/; require-trusted.*/, ""),
    ];
    for (const page of [EMBED.replace(tag, ""), ...weaker.map((it) => EMBED.replace(policy, () => it))]) {
      at.server.route("/weak.html", page);
      await at.driver.get(`${at.server.origin}/weak.html`);
      assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null);
      assert.ok(await at.driver.executeScript("return document.querySelector('[data-guide]').checkVisibility()"));
    }
  }, { expected: /does not run here|Content[- ]Security[- ]Policy/i });

  test("under its policy no script within the page runs, and the widget does", async (at) => {
    const inline = `<script>window.entered = true</script><img src="data:," onerror="window.entered = true" alt="">`;
    at.server.route("/within.html", EMBED.replace("<body>", () => `<body>${inline}`));
    const widget = await new Widget(at).open("/within.html");
    assert.equal(await widget.state(), "ready");
    assert.equal(await at.driver.executeScript("return window.entered"), null);
  }, { expected: /Content[- ]Security[- ]Policy|script-src/i });

  alone("an article's element within the page does not say who may frame it", async (at) => {
    const listed = EMBED.replace("<div data-guide", () => `<p data-hosts="${at.server.origin}">x</p><div data-hosts="https://www.example" data-guide`);
    at.elsewhere.route("/listed.html", listed);
    await openHostile(at, [settings({})], { src: `${at.elsewhere.origin}/listed.html#framed` });
    await at.driver.executeAsyncScript("const done = arguments[0]; setTimeout(done, 200)");
    assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null);
  });

  test("where the browser does not tell what is around a frame, who has led to it does not count", async (at) => {
    const hosts = EMBED.replace("<div data-guide", () => `<div data-hosts="${at.elsewhere.origin}" data-guide`);
    const unknowing = "<script src='/unknowing.js'></script>";
    at.elsewhere.route("/unknowing.js", "delete location.ancestorOrigins; window.isUnknowing = location.ancestorOrigins === undefined;");
    at.elsewhere.route("/friends.html", hosts.replace("<script", () => `${unknowing}<script`));
    at.elsewhere.route("/leading.html", "<!doctype html><title>Leading</title><script>location.href = '/friends.html'</script>");
    const widget = await openHostile(at, [], { src: `${at.elsewhere.origin}/leading.html` });
    await widget.until("the page", () => at.driver.executeScript("return document.querySelector('[data-guide]') !== null"));
    await at.driver.executeAsyncScript("const done = arguments[0]; setTimeout(done, 200)");
    assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null);
  });

  test("where the browser does not tell what is around a frame, its element starts it in the top page", async (at) => {
    const script = readFileSync(join(DIST, "embed.js"), "utf8");
    assert.ok(script.includes("location.ancestorOrigins"));
    at.elsewhere.route("/embed.js", script.replaceAll("location.ancestorOrigins", "undefined"));
    const hosts = `<div data-hosts="${at.server.origin}" data-guide`;
    at.elsewhere.route("/friends.html", EMBED.replace("<div data-guide", () => hosts));
    const src = `${at.elsewhere.origin}/friends.html#framed`;
    const widget = await openHostile(at, [settings({ order: "article" })], { src });
    await begun(widget);
    assert.equal(await widget.state(), "ready");
    at.server.route("/outer.html", `<!doctype html><title>Outer</title><link rel="icon" href="data:,">
      <iframe src="/hostile.html" width="950" height="900"></iframe>`);
    await at.driver.get(`${at.server.origin}/outer.html`);
    for (const frame of [0, 0]) await at.driver.switchTo().frame(frame);
    await at.driver.executeAsyncScript("const done = arguments[0]; setTimeout(done, 200)");
    assert.equal(await at.driver.executeScript("return document.readyState"), "complete");
    assert.equal(await at.driver.executeScript("return document.querySelector('fault-finder')"), null);
  });

  for (const [when, ms] of [["", 0], [", and its script comes later", 500]]) {
    alone(`resume that is taken away before the frame is ready${when} forgets what was stored there`, async (at) => {
      const framed = await new Framed(at).open("resume");
      await framed.within((it) => it.answerByMethod("none"));
      assert.equal(await framed.within((it) => it.nStored()), 1);
      at.elsewhere.route("/fault-finder.js", async function* () {
        await setTimeout(ms);
        yield CLASS;
      });
      await framed.around(`const again = host.cloneNode(true);
        host.replaceWith(again);
        again.removeAttribute("resume");`);
      await framed.within((it) => it.until("nothing stored", async () => (await it.nStored()) === 0));
    });
  }

  for (const [what, path, isFramed, isKept] of [
    ["a frame keeps nothing by itself", "", true, false],
    ["a frame keeps the session where its address asks for that", "?resume", true, true],
    ["a link to the page can switch that off", "?resume=off", false, false],
    ["a page of its own keeps the session", "", false, true],
  ]) {
    (what.includes("by itself") ? test : alone)(what, async (at) => {
      const src = `${at.elsewhere.origin}/embed.html${path}`;
      const widget = isFramed ? await openHostile(at, [], { src }) : new Widget(at);
      if (!isFramed) await at.driver.get(src);
      await begun(widget);
      await widget.answerByMethod("none");
      assert.equal(await at.driver.executeScript("return localStorage.length"), isKept ? 1 : 0);
      await at.driver.executeScript("localStorage.clear()");
    });
  }

  alone("what the page around the frame asks for is kept, but not against the frame's own address", async (at) => {
    const framed = await new Framed(at).open("resume");
    const nStored = () => framed.within(async (it) => {
      await it.answerByMethod("none");
      return it.nStored();
    });
    assert.equal(await nStored(), 1);
    await framed.within(() => at.driver.executeScript("localStorage.clear()"));
    await framed.around("host.setAttribute('src', host.getAttribute('src') + '?resume=off')");
    // Until the frame has gone there, it is still the one from before.
    const hasGone = () => framed.within(() => at.driver.executeScript("return location.search === '?resume=off'"));
    await until("the frame at its new address", hasGone);
    await framed.within((it) => it.settled());
    assert.equal(await nStored(), 0);
  });

  alone("an address that is none of the web is not loaded, which is told, and the link inside is shown", async (at) => {
    const bad = ["javascript:parent.document.title='entered'", "data:text/html,<script>parent.entered=1</script>",
      "file:///etc/hostname", "blob:x", "https://", "about:blank"];
    const framed = await new Framed(at).open();
    await framed.driver.executeScript("window.told = []; addEventListener('fault-finder-error', ({ detail }) => told.push(detail.errors))");
    for (const src of bad) {
      await framed.around("host.setAttribute('src', args[0])", src);
      const [inner, isSeen] = await framed.around(
        "return [host.shadowRoot.querySelector('iframe'), host.firstElementChild.checkVisibility()]");
      assert.deepEqual([inner, isSeen], [null, true], src);
    }
    const errors = await framed.driver.executeScript("return window.told");
    assert.deepEqual(errors, bad.map(() => ["src: this is no address that begins with https:// or http://"]));
    assert.equal(await at.driver.getTitle(), "A page with a frame");
    await framed.around("host.setAttribute('src', args[0])", `${at.elsewhere.origin}/embed.html`);
    await framed.within((it) => it.settled());
    assert.ok((await framed.fits()) > 200);
  });

  alone("a frame gets nothing out but the events and details on the list", async (at) => {
    at.elsewhere.route("/odd.html", `<!doctype html><title>Odd</title><script>
      const say = (it) => parent.postMessage({ faultFinder: "event", ...it }, "*");
      for (const name of ["click", "fault-finder-evil", "__proto__", 1, null]) say({ name, detail: {} });
      for (const height of [-1, 1e9, NaN, Infinity, "9999", {}, null]) parent.postMessage({ faultFinder: "height", height }, "*");
      const long = "x".repeat(3000);
      say({ name: "fault-finder-step", detail: { step: "a", choice: long, at: "now", errors: [1], dangers: "x",
        html: "<b>", guide: { toString: 1 }, record: 1, session: NaN, shared: "yes", outcome: ["fixed"] } });
      say({ name: "fault-finder-step", detail: null });
      say({ name: "fault-finder-error", detail: { errors: Array(5000).fill("x"), guide: "ok" } });
      </script>`);
    const framed = await new Framed(at).open();
    const before = [await framed.height(), (await framed.events()).length];
    await framed.around("host.setAttribute('src', args[0])", `${at.elsewhere.origin}/odd.html`);
    await framed.hears(before[1] + 3);
    const events = (await framed.events()).slice(before[1]);
    assert.deepEqual(
      events.map(({ name, detail }) => ({ name, detail })),
      [{ name: "step", detail: { step: "a" } }, { name: "step", detail: {} }, { name: "error", detail: { guide: "ok" } }],
    );
    assert.equal(await framed.height(), before[0]);
  });
});
