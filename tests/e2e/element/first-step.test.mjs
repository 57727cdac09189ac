// The first step, while the WebAssembly is still on its way: it is what the widget draws later, and what was done on it
// is done there. RENEW_FIRST_STEP=1 writes anew what it is made of, from what the widget draws.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, KEY, WORDS } from "../harness/guide.mjs";
import { ASKING, html, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { givesWay, isStatic, layoutAlone } from "../helpers/plain-guide.mjs";
import { DIST } from "../harness/server.mjs";

const WASM = "/fault-finder-wasm.js";
const FIRST_STEP = new URL(`../../../guides/first-steps/${GUIDE.id}.json`, import.meta.url);
const [HOT, , , WET] = GUIDE.dangers;
const LANGUAGES = "Language: English";
const APOLOGY = [WORDS.brokenHeading, WORDS.brokenBelow];

// In the page: the step as `first_step.js` has it. The record on paper is none of it, and the widget knows how long the
// way is in the order that the page has chosen.
const TREE = `
  const tree = (it) => it.nodeType === Node.TEXT_NODE ? it.data : it.matches(".printed") ? "" : [
    it.localName,
    Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])),
    ...[...it.childNodes].map(tree).filter((it) => it !== ""),
  ];
  const step = () => tree(host.shadowRoot.firstElementChild.firstElementChild);
  const buttons = () => [...host.shadowRoot.querySelector(".bar").children].map(tree);`;

/** The step that is drawn; as text at first, because WebKit's driver takes the page's lists for its own. */
async function drawn(widget) {
  return JSON.parse(await widget.inPage(`${TREE} return JSON.stringify(step())`));
}

// A page that has loaded waits for nothing more, and so neither does the driver.
const LATE = `<script>
  addEventListener("load", () => setTimeout(() => {
    document.head.append(Object.assign(document.createElement("script"), { src: "/fault-finder.js" }));
  }));
</script>`;

/** The choices that the page was told of, with the dangers that were named. */
async function answers(widget) {
  return (await widget.eventsNamed("answer")).map((it) => [it.choice, it.dangers ?? []]);
}

/** Answers with the WebAssembly, or with this status, only once the returned function is called. */
async function holdBack(at, status = 200) {
  const script = await readFile(join(DIST, WASM));
  let release;
  const released = new Promise((resolve) => (release = resolve));
  at.server.route(WASM, async function* () {
    await released;
    yield script;
  }, { status });
  // Where a test has failed, the next page would wait for this one's answer, which has the same address.
  at.t.after(() => release());
  return release;
}

/** Opens a page on which the first step is all that there is yet; `release` lets the rest come. */
async function openEarly(at, page = {}, status = 200) {
  const release = await holdBack(at, status);
  at.server.route("/early.html", html({ script: LATE, ...page }));
  const widget = new Widget(at);
  await widget.visit("/early.html");
  await widget.until("the first step", () => widget.inPage("return host.shadowRoot?.querySelector('.widget') != null"));
  assert.equal(await widget.state(), "loading");
  const ready = async () => {
    release();
    await widget.settled();
    assert.equal(await widget.state(), "ready");
  };
  return { widget, release, ready };
}

/** Whether an element with these attributes shows nothing before the WebAssembly is there. */
async function waits(at, page, hash = "") {
  const release = await holdBack(at);
  at.server.route("/late.html", html({ script: LATE, ...page }));
  const widget = new Widget(at);
  await widget.visit(`/late.html${hash}`);
  await widget.until("the script", () => widget.inPage("return host.state === 'loading'"));
  assert.equal(await widget.inPage("return host.shadowRoot === null"), true);
  release();
  await widget.settled();
  return widget;
}

inEachBrowser((test, browser) => {
  const alone = test.alone("Which step there is before the widget is there, the element decides.");

  if (process.env.RENEW_FIRST_STEP && browser === "Chromium") {
    test("what it is made of is written anew", async (at) => {
      const widget = await new Widget(at).openPage({ attributes: ASKING });
      const step = await drawn(widget);
      const languages = await widget.inPage(
        "return [...host.shadowRoot.querySelectorAll('.languages button')].map((it) => it.lang)",
      );
      await widget.tick(HOT.text);
      await widget.until("other buttons", () => widget.hasButton(WORDS.showAdvice));
      const ticked = JSON.parse(await widget.inPage(`${TREE} return JSON.stringify(buttons())`));
      const made = { languages, step, ticked, apology: APOLOGY };
      writeFileSync(FIRST_STEP, `${JSON.stringify(made, null, 1)}\n`);
    });
  }

  test("it is what the widget draws, ticked or not", async (at) => {
    const { widget, ready } = await openEarly(at);
    const early = await drawn(widget);
    const seen = async () => {
      await widget.inPage("scrollTo(0, 0)");
      return [await widget.look(), await widget.layout()];
    };
    const seenEarly = await seen();
    await widget.tick(WET.text);
    const ticked = await drawn(widget);
    assert.notDeepEqual(ticked, early);
    await widget.tick(WET.text);
    assert.deepEqual(await drawn(widget), early);
    await widget.inPage("document.activeElement.blur()");
    await ready();
    assert.deepEqual(await drawn(widget), early, "where the guide or the view has changed: RENEW_FIRST_STEP=1");
    assert.deepEqual(await seen(), seenEarly);
    await widget.tick(WET.text);
    assert.deepEqual(await drawn(widget), ticked);
  });

  test("what was ticked and opened stays, and the focus where it was", async (at) => {
    const { widget, ready } = await openEarly(at);
    await widget.toggle(LANGUAGES);
    await widget.tick(HOT.text);
    await widget.tick(WET.text);
    await ready();
    assert.deepEqual([await widget.isTicked(HOT.text), await widget.isTicked(WET.text)], [true, true]);
    assert.equal(await widget.hasButton("Deutsch"), true);
    await widget.focusOn(WET.text);
    await widget.turn(WORDS.showAdvice);
    assert.deepEqual(await answers(widget), [["found", [HOT.id, WET.id]]]);
  });

  alone("an answer leads on once there is a next step, and to nothing else", async (at) => {
    const { widget, ready } = await openEarly(at);
    await widget.press(WORDS.noDanger);
    assert.equal(await widget.inPage("return host.shadowRoot.querySelector('.primary').ariaBusy"), "true");
    await (await widget.checkbox(HOT.text)).click();
    assert.equal(await widget.isTicked(HOT.text), false, "it is answered");
    await ready();
    await widget.until("the next step", async () => (await widget.step()) !== "dangers");
    assert.deepEqual(await answers(widget), [["none", []]]);
    await widget.focusOn(await widget.heading());
    const told = (await widget.events()).map((it) => it.name);
    assert.deepEqual(told, ["ready", "step", "answer", "step"]);
  });

  for (const [what, ticks, button] of [
    ["a danger that was ticked", [WET], WORDS.showAdvice],
    ["a danger of which nobody says which", [], WORDS.yesDanger],
  ]) {
    (what.startsWith("a danger that was") ? test : alone)(`${what} leads to its advice, by the keyboard alone`, async (at) => {
      const { widget, ready } = await openEarly(at);
      for (const { text } of ticks) await widget.pressByKey(text, Key.SPACE);
      await widget.pressByKey(button);
      await ready();
      await widget.at(WORDS.stopped);
      assert.deepEqual(await answers(widget), [["found", ticks.map((it) => it.id)]]);
    });
  }

  alone("another language that was chosen is spoken", async (at) => {
    const { widget, ready } = await openEarly(at);
    await widget.toggle(LANGUAGES);
    await widget.press("Deutsch");
    await ready();
    const spoken = () => widget.inPage("return host.shadowRoot.querySelector('[lang]').lang");
    await widget.until("German", async () => (await spoken()) === "de");
  });

  test("an element that is moved, taken out and put back keeps what was done", async (at) => {
    const { widget, ready } = await openEarly(at);
    await widget.tick(WET.text);
    await widget.inPage("const place = host.parentNode; place.prepend(host); host.remove(); place.append(host)");
    assert.equal(await widget.isTicked(WET.text), true);
    await ready();
    assert.equal(await widget.isTicked(WET.text), true);
  });

  alone("a method that is called meanwhile waits for the widget", async (at) => {
    const { widget, ready } = await openEarly(at);
    await widget.inPage("void host.answer('dangers', 'none')");
    await ready();
    await widget.until("the next step", async () => (await widget.step()) !== "dangers");
  });

  test("a press that is held while the widget comes is a press", async (at) => {
    const { widget, release } = await openEarly(at);
    const button = await widget.button(WORDS.noDanger);
    await at.driver.actions().move({ origin: button }).press().perform();
    release();
    // As long as it takes to come and be drawn.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await at.driver.actions().release().perform();
    await widget.until("the next step", async () => (await widget.step()) !== "dangers");
  });

  alone("where the WebAssembly does not come, the plain guide does", async (at) => {
    const widget = new Widget(at);
    const layout = await layoutAlone(widget);
    at.server.route(WASM, "no such file", { status: 404 });
    await widget.visitDemo();
    await isStatic(widget, layout, /fault-finder-wasm\.js could not be loaded/);
  }, { networkErrors: true, expected: /404|MIME/ });

  for (const [what, begin] of [
    ["answered", (widget) => widget.press(WORDS.noDanger)],
    ["ticked a danger", (widget) => widget.tick(HOT.text)],
  ]) {
    alone(`where the WebAssembly does not come, who has ${what} gets an apology with the plain guide`, async (at) => {
      const { widget, release } = await openEarly(at, {}, 404);
      await begin(widget);
      release();
      await givesWay(widget);
      const { heading, lines } = await widget.alert();
      assert.deepEqual([heading, ...lines], APOLOGY);
      assert.equal((await widget.layout()).indexOf(null), -1, "the plain guide is seen");
    }, { networkErrors: true, expected: /404|MIME/ });
  }

  for (const [what, page] of [
    ["another guide", { attributes: 'guide="/own.json"' }],
    ["a page in another language", { root: 'lang="de-AT"' }],
  ]) {
    alone(`for ${what} there is none`, async (at) => {
      at.server.route("/own.json", GUIDE);
      assert.equal(await (await waits(at, page)).state(), "ready");
    });
  }

  test("for who has begun already there is none", async (at) => {
    const page = { attributes: `${ASKING} resume` };
    const { widget, ready } = await openEarly(at, page);
    await ready();
    await widget.turn(WORDS.noDanger);
    const step = await widget.step();
    assert.notEqual(await at.driver.executeScript("return localStorage.getItem(arguments[0])", KEY), null);
    assert.equal(await (await waits(at, page)).step(), step);
  });

  alone("for who has a link to a session there is none", async (at) => {
    await waits(at, {}, "#fault-finder=x");
  });

  alone("the page's own second tag is enough: nothing else is loaded", async (at) => {
    const second = '<script data-fault-finder="wasm" src="/fault-finder-wasm.js" async></script>';
    const script = `${SCRIPT.replace("fault", "/fault")}${second}`;
    const widget = await new Widget(at).openPage({ script });
    assert.equal(await widget.state(), "ready");
    assert.equal(at.server.asked().filter((it) => it === WASM).length, 1);
  });
});
