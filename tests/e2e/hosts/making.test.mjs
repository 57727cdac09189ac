// However a page makes the element, before or after the script is there, it works and looks as it should.

import assert from "node:assert/strict";
import { bareLooks, isSame, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, SERVICE, WORDS } from "../harness/guide.mjs";
import { ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const MARKUP = `<fault-finder ${ASKING}><p>The plain guide.</p></fault-finder>`;
const SCRIPT = '<script src="/fault-finder.js"></script>';
const PLACE = '<div id="place"></div>';
const INCLUDE = `await new Promise((resolve) => {
  const script = document.createElement("script");
  script.src = "/fault-finder.js";
  script.onload = resolve;
  document.head.append(script);
});`;

// In the page: how the element gets into \`place\`, from \`markup\` or from \`guide\`.
const WAYS = {
  "by createElement": `const made = document.createElement("fault-finder");
    made.setAttribute("guide", guide);
    place.append(made);`,
  "by innerHTML": "place.innerHTML = markup;",
  "by insertAdjacentHTML": 'place.insertAdjacentHTML("beforeend", markup);',
  "from a template": `const template = document.createElement("template");
    template.innerHTML = markup;
    place.append(document.importNode(template.content, true));`,
  "in another document": `const parsed = new DOMParser().parseFromString(markup, "text/html");
    place.append(parsed.querySelector("fault-finder"));`,
};
const CONSTRUCTED = `const made = new (customElements.get("fault-finder"))();
  made.guide = guide;
  place.append(made);`;

/** Opens a page without the element, and runs what makes it. */
async function make(at, script, body) {
  await bareLooks(at);
  at.server.route("/host.html", html({ script, element: PLACE }));
  await at.driver.get(`${at.server.origin}/host.html`);
  const run = `const [markup, guide] = arguments;
    const place = document.querySelector("#place");
    return (async () => { ${body} })();`;
  await at.driver.executeScript(run, MARKUP, GUIDE.id);
  const widget = new Widget(at);
  await widget.settled();
  return widget;
}

async function works(at, widget) {
  assert.equal(await widget.state(), "ready");
  isSame(await widget.look(), (await bareLooks(at)).dangers);
  await widget.turn(WORDS.noDanger);
  assert.equal(await widget.step(), "what-fails");
  assert.equal((await widget.eventsNamed("ready")).length, 1);
}

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  const PARSED = [
    ["after the script", { script: SCRIPT }],
    ["before the script", { script: "", end: SCRIPT }],
  ];
  for (const [when, page] of PARSED) {
    test(`made by the parser ${when}`, async (at) => {
      await bareLooks(at);
      await works(at, await openHost(at, { page }));
    });
  }

  for (const [how, way] of [...Object.entries(WAYS), ["by its constructor", CONSTRUCTED]]) {
    (how.includes("constructor") ? test : alone)(`made ${how} after the script`, async (at) => {
      await works(at, await make(at, SCRIPT, way));
    });
  }

  for (const [how, way] of Object.entries(WAYS)) {
    (/createElement|another document/.test(how) ? test : alone)(`made ${how} before the script`, async (at) => {
      await works(at, await make(at, "", way + INCLUDE));
    });
  }

  alone("what a page sets before the script is there is taken over, property by property", async (at) => {
    const widget = await make(at, "", `
      const made = document.createElement("fault-finder");
      Object.assign(made, { guide, lang: "en", order: "article", theme: "dark", resume: true });
      made.supportHref = "https://help.example/early";
      place.append(made);
      ${INCLUDE}`);
    const names = ["guide", "lang", "order", "theme", "resume", "support-href"];
    const attributes = await widget.inPage("return args[0].map((it) => host.getAttribute(it))", names);
    assert.deepEqual(attributes, [GUIDE.id, "en", "article", "dark", "", "https://help.example/early"]);
    const own = await widget.inPage("return Object.keys(host)");
    assert.deepEqual(own, [], "nothing stands in the way of the class");
    const dark = (await widget.colours()).backgroundColor;
    assert.notEqual(dark, (await bareLooks(at)).dangers.get("background-color of section.widget"));
    await widget.walkTo("service");
    assert.notEqual(await widget.stored(), null);
    assert.equal(await (await widget.link(SERVICE.action)).getAttribute("href"), "https://help.example/early");
  });

  test("a clone of one that runs has a session of its own", async (at) => {
    const widget = await openHost(at, { page: { attributes: `id="first" ${ASKING}`, end: PLACE } });
    await widget.walkAs(DIRTY, "dock-light");
    const before = await widget.record();
    const made = await widget.inPage(`
      const clone = host.cloneNode(true);
      clone.id = "clone";
      const made = [clone.shadowRoot, clone.state, clone.record ?? null, clone.textContent];
      document.querySelector("#place").append(clone);
      return made;`);
    assert.deepEqual(made, [null, "loading", null, "The plain guide."]);
    const clone = new Widget(at, "#clone");
    await clone.settled();
    assert.equal(await clone.step(), "dangers");
    await clone.turn(WORDS.noDanger);
    await clone.answer("both-buds");
    const first = new Widget(at, "#first");
    assert.deepEqual([await first.step(), await first.record()], ["dock-light", before]);
    await first.answer(DIRTY["dock-light"]);
    assert.deepEqual((await clone.record()).entries.map((it) => it.result), ["none", "both-buds"]);
    const sessions = (await first.events()).map((it) => [it.target, it.detail.session]);
    const sessionOf = new Map(sessions);
    assert.equal(new Set(sessions.map(String)).size, 2, "each tells its own session");
    assert.notEqual(sessionOf.get("first"), sessionOf.get("clone"));
  });
});
