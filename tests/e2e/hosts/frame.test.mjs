// <fault-finder-frame>: the widget in a frame of another site, as high as its content, heard under its own names.

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { Framed } from "../helpers/framed.mjs";
import { GUIDE, headingOf, readGuide, REPAIRS, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { until } from "../harness/until.mjs";

const [FIRST] = REPAIRS;

inEachBrowser((test) => {
  const alone = test.alone("What is said between a page and its frame is the same in each browser.");

  test("the frame is as high as its content: it grows, and it shrinks", async (at) => {
    const framed = await new Framed(at).open();
    const start = await framed.fits();
    await framed.within((it) => it.walkTo(FIRST.id));
    const first = await framed.fits();
    await framed.within((it) => it.toggle(WORDS.more));
    const opened = await framed.fits();
    await framed.within((it) => it.toggle(WORDS.more));
    assert.ok(Math.abs((await framed.fits()) - first) <= 1);
    assert.ok(opened > first + 20 && first > start + 20, `${start}, ${first}, ${opened}`);
    await framed.within((it) => it.turn(WORDS.back));
    assert.ok(Math.abs((await framed.fits()) - start) <= 1);
  });

  test("the next step begins in sight, but nothing moves before the person does something", async (at) => {
    const framed = await new Framed(at).open();
    await at.resize(500, 500);
    const top = () => framed.around("return host.getBoundingClientRect().top");
    await at.driver.navigate().refresh();
    await framed.fits();
    assert.ok((await top()) > 0);
    await at.driver.executeScript("scrollTo(0, document.body.scrollHeight)");
    assert.ok((await top()) < 0);
    await framed.within((it) => it.answerByMethod("none"));
    await until("the start of the step in sight", async () => (await top()) >= 0, 5_000);
    assert.equal(await framed.within((it) => it.heading()), headingOf(FIRST.id));
  });

  alone("the frame hears of the page's language, and of its changes", async (at) => {
    const framed = await new Framed(at).open();
    const language = () => framed.within((it) => it.language());
    for (const [said, tag] of [["de_AT", "de"], ["fr", "fr"]]) {
      await framed.around("document.documentElement.lang = args[0]", said);
      await until(`the language ${tag}`, async () => (await language()) === tag, 5_000);
    }
    assert.deepEqual((await framed.events()).filter((it) => it.name === "error"), []);
  });

  alone("settings from before the frame was there, and changes after, reach the widget", async (at) => {
    const lamp = readGuide();
    Object.assign(lamp, { id: "another", title: "Another guide" });
    at.elsewhere.route("/another.json", lamp);
    const framed = await new Framed(at).open('guide="another.json" order="article" theme="dark" resume');
    const attributes = () =>
      framed.within((it) => it.inPage("return Object.fromEntries([...host.attributes].map((it) => [it.name, it.value]))"));
    const first = { guide: "another.json", lang: "en", order: "article", theme: "dark", resume: "" };
    assert.deepEqual(await attributes(), first);
    assert.equal((await framed.told())[0].guide, "another");
    await framed.around("host.setAttribute('theme', 'light'); host.setAttribute('support-href', 'tel:+441')");
    await until("the theme to be light", async () => (await attributes()).theme === "light", 5_000);
    assert.deepEqual(await attributes(), { ...first, theme: "light", "support-href": "tel:+441" });
    await framed.around("host.removeAttribute('theme'); host.removeAttribute('guide')");
    await until("no theme any more", async () => !("theme" in (await attributes())), 5_000);
    assert.equal((await attributes()).guide, GUIDE.id, "the guide that stands in the frame's page");
  });

  test("the frame has the name and the permissions that the page gives it, or its own", async (at) => {
    const framed = await new Framed(at).open();
    const own = await framed.around("return host.shadowRoot.querySelector('iframe')");
    const known = await at.driver.executeScript("return document.featurePolicy?.features() ?? null");
    const permissions = ["bluetooth", "clipboard-write", "serial"].filter((it) => known?.includes(it) ?? true);
    assert.ok(permissions.length > 0);
    assert.equal(await own.getAttribute("allow"), permissions.join("; "));
    assert.equal(await own.getAccessibleName(), "Guided help");
    await framed.around("host.setAttribute('label', 'Help with your earbuds')");
    assert.equal(await own.getAccessibleName(), "Help with your earbuds");

    await framed.open('label="Ask us" allow="clipboard-write"');
    const other = await framed.around("return host.shadowRoot.querySelector('iframe')");
    assert.equal(await other.getAttribute("allow"), "clipboard-write");
    assert.equal(await other.getAccessibleName(), "Ask us");
  });

  alone("a frame that a script makes takes what is set at once after", async (at) => {
    const framed = await new Framed(at).open();
    await framed.around(`const late = document.createElement("fault-finder-frame");
      late.setAttribute("src", host.getAttribute("src"));
      host.replaceWith(late);
      late.setAttribute("theme", "dark");`);
    await framed.fits();
    assert.equal(await framed.within((it) => it.inPage("return host.getAttribute('theme')")), "dark");
  });

  alone("the page hears its own frame only, and the frame only the page around it", async (at) => {
    // One is of the frame's own site, the other one of the page's.
    const sites = [at.elsewhere, at.server];
    for (const site of sites) site.route("/stranger.html", "<!doctype html><title>A stranger</title>");
    const strangers = sites.map(({ origin }, n) => `<iframe id="stranger-${n}" src="${origin}/stranger.html"></iframe>`);
    const framed = await new Framed(at).open('order="article"', { end: strangers.join("") });
    const before = [await framed.fits(), await framed.told()];
    for (const n of sites.keys()) {
      await at.driver.switchTo().frame(await at.driver.findElement(By.id(`stranger-${n}`)));
      await at.driver.executeScript(`
        parent.postMessage({ faultFinder: "height", height: 9999 }, "*");
        parent.postMessage({ faultFinder: "event", name: "fault-finder-outcome", detail: { outcome: "fixed" } }, "*");
        const spoken = ${n} === 0 ? null : parent.document.querySelector("fault-finder-frame");
        spoken?.shadowRoot.querySelector("iframe").contentWindow.postMessage(
          { faultFinder: "settings", settings: { guide: "/evil.json" } }, "*");`);
      await at.driver.switchTo().defaultContent();
    }
    // What the page itself says next is heard after that, so by then the stranger was heard as well.
    await framed.around("host.setAttribute('theme', 'dark')");
    const theme = () => framed.within((it) => it.inPage("return host.getAttribute('theme')"));
    await until("the theme to be dark", async () => (await theme()) === "dark", 5_000);
    assert.equal(await framed.within((it) => it.inPage("return host.guide")), GUIDE.id);
    assert.deepEqual([await framed.fits(), await framed.told()], before);
  });

  alone("what another site says from within the frame is not heard", async (at) => {
    at.server.route("/elsewhere.html", `<!doctype html><title>Gone elsewhere</title><script>
      parent.postMessage({ faultFinder: "height", height: 9999 }, "*");
      parent.postMessage({ faultFinder: "event", name: "fault-finder-outcome", detail: { outcome: "fixed" } }, "*");
      parent.postMessage("done", "*");</script>`);
    const framed = await new Framed(at).open();
    const before = [await framed.fits(), await framed.told()];
    await framed.around(`
      addEventListener("message", ({ data }) => (window.isDone ||= data === "done"));
      host.shadowRoot.querySelector("iframe").src = args[0];`, `${at.server.origin}/elsewhere.html`);
    await until("the other site to speak", () => at.driver.executeScript("return window.isDone"), 5_000);
    assert.deepEqual([await framed.height(), await framed.told()], before);
  });

  alone("the same page needs no script around it, but takes no guide from its address", async (at) => {
    const widget = new Widget(at);
    await widget.open("/embed.html?order=article&theme=dark&guide=https://elsewhere.example/guide.json");
    const [guide, theme] = await widget.inPage("return [host.guide, host.getAttribute('theme')]");
    assert.deepEqual([guide, theme], [GUIDE.id, "dark"]);
    await widget.walkTo(FIRST.id);
    assert.equal(await widget.heading(), headingOf(FIRST.id));
  });

  alone("taken out and put back, the frame is heard once", async (at) => {
    await at.preload(`window.listeners = 0;
      const count = (name, by) => {
        const was = window[name];
        window[name] = function (type, ...rest) {
          if (type === "message") window.listeners += by;
          return was.call(this, type, ...rest);
        };
      };
      count("addEventListener", 1);
      count("removeEventListener", -1);`);
    const framed = await new Framed(at).open('order="article" resume');
    const listeners = () => framed.driver.executeScript("return window.listeners");
    const atFirst = await listeners();
    await framed.around("const { parentNode } = host; host.remove(); parentNode.append(host)");
    assert.equal(await listeners(), atFirst);
    // The frame is loaded anew, and says so.
    const isThere = async () => (await framed.told()).filter((it) => it.name === "step").length === 2;
    await until("the step at hand, again", isThere);
    await framed.fits();
    const before = (await framed.told()).length;
    await framed.within((it) => it.walkTo(FIRST.id));
    // What the frame says comes in its own time, and to all who listen at once.
    await until("the answer and the step", async () => (await framed.told()).length > before + 1);
    assert.equal((await framed.told()).length, before + 2);
  });
});
