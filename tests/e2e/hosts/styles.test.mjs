// Pages with styles for everything: the widget looks and works as on a bare page.

import assert from "node:assert/strict";
import { bareLooks, isAtHome, looksAtHome, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { BOOTSTRAP, TAILWIND } from "../helpers/libraries.mjs";

// What can be inherited, and what else a reset or a careless page sets.
const WILD = `
  font: italic small-caps 8px/3 cursive !important;
  font-stretch: condensed !important;
  letter-spacing: 1em !important;
  word-spacing: 2em !important;
  text-transform: uppercase !important;
  text-align: center !important;
  text-indent: 40px !important;
  text-shadow: 2px 2px red !important;
  -webkit-text-fill-color: lime !important;
  -webkit-text-stroke: 1px red !important;
  white-space: pre !important;
  word-break: break-all !important;
  hyphens: auto !important;
  tab-size: 40 !important;
  color: lime !important;
  accent-color: lime !important;
  caret-color: lime !important;
  list-style: square inside !important;
  quotes: "(" ")" !important;
  cursor: wait !important;
  user-select: none !important;
  visibility: visible !important;
  display: block !important;
  box-sizing: content-box !important;
  border: 1px dashed red !important;
  border-collapse: collapse !important;
  background: black !important;
  transition: all 1s !important;`;

// The names that the widget's own sheet has for its colours and sizes are names that a page may use as well.
const COLOURS = ["paper", "mist", "ink", "soft", "line", "edge", "accent", "tint", "glow", "glow-tint", "stop"];
const OWN_NAMES = [...COLOURS, "stop-tint", "on-accent", "on-stop", "radius", "size", "font", "gutter"];

// What a page may have registered for its own animations, as something else than it is in here.
const registered = (names) =>
  names.map((it) => `@property ${it} { syntax: "<number>"; inherits: false; initial-value: 1 }`).join(" ");
const REGISTERED = registered([...OWN_NAMES, "colour", "green-light", "text", "bottom"].map((it) => `--${it}`));

const style = (text) => ({ page: { head: `<style>${text}</style>` } });

const HOSTS = {
  "with Bootstrap 5": {
    files: BOOTSTRAP.files,
    page: {
      ...BOOTSTRAP,
      before: '<div class="container"><div class="row"><div class="col card"><div class="card-body">',
      end: "</div></div></div></div>",
    },
  },
  "with Tailwind 4": {
    files: TAILWIND.files,
    page: { ...TAILWIND, before: '<div class="p-4 text-sm">', end: "</div>" },
  },
  "that unsets every style": style("*, *::before, *::after { all: unset !important }"),
  "with wild styles on everything": style(`*, *::before, *::after { ${WILD} }`),
};

// Of the same kind as one of those.
const LIGHTER = {
  "with wild styles on its body": style(`body { ${WILD} }`),
  "with wild styles on the element": style(`fault-finder { ${WILD} }`),
  "with wild styles on unknown elements": style(`body :not(main, h1, p), :not(:defined) { ${WILD} }`),
  "with custom properties of the same names": style(`* { ${OWN_NAMES.map((it) => `--${it}: red;`).join(" ")} }`),
  "that registers custom properties of everyday names": style(REGISTERED),
  "with a root font of 10 px": style("html { font-size: 62.5% }"),
};

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  test("a bare page: the widget looks as its sheet says", async (at) => {
    await isAtHome(at, {});
    const { dangers } = await bareLooks(at);
    const of = (node, ...names) => names.map((name) => dangers.get(`${name} of ${node}`));
    const section = "section.widget";
    assert.deepEqual(of(section, "color", "font-size", "visibility"), ["rgb(19, 32, 28)", "16px", "visible"]);
    assert.match(dangers.get(`font-family of ${section}`), /^system-ui, /);
    const heading = `${section} > div.step > h2.heading`;
    assert.deepEqual(of(heading, "font-size", "line-height", "letter-spacing"), ["22px", "27.5px", "normal"]);
    const list = `${section} > div.step > ul.checks.dangers`;
    assert.deepEqual(of(list, "display", "list-style-type", "padding-left"), ["grid", "none", "0px"]);
    const button = `${section} > div.step > div.bar.held > button.button.primary`;
    assert.deepEqual(of(button, "padding-top", "padding-left", "min-height"), ["8px", "10px", "50px"]);
    assert.deepEqual(of(button, "text-transform", "letter-spacing"), ["none", "normal"]);
  });

  for (const [name, host] of Object.entries(HOSTS)) {
    (/unsets|wild/.test(name) ? test : alone)(`a page ${name} changes nothing of how the widget looks and works`, async (at) => {
      await isAtHome(at, host);
    });
  }

  for (const [name, host] of Object.entries(LIGHTER)) {
    (!/body|10 px/.test(name) ? test : alone)(`a page ${name} changes nothing of how the widget looks`, async (at) => {
      await looksAtHome(at, host);
    });
  }

  alone("a page that registers even the public names as something else can still be read", async (at) => {
    const names = [...COLOURS, "size", "radius", "font", "bottom"].map((it) => `--fault-finder-${it}`);
    const widget = await openHost(at, style(`body { color: rgb(1, 2, 3) } ${registered(names)}`));
    assert.equal(await widget.textSize(), 16);
    // The page's own colours, which can be read there.
    assert.deepEqual(await widget.colours(), { backgroundColor: "rgba(0, 0, 0, 0)", color: "rgb(1, 2, 3)" });
    await widget.answer("none");
    assert.equal(await widget.step(), "what-fails");
  });

  test("the parts take the page's own styles", async (at) => {
    const parts = ["widget", "heading", "failure", "static"];
    const colours = Object.fromEntries(parts.map((it, idx) => [it, `rgb(${idx}, 2, 3)`]));
    const rule = ([part, colour]) =>
      `fault-finder::part(${part}) { outline: 3px solid ${colour}; letter-spacing: 2px }`;
    const widget = await openHost(at, style(Object.entries(colours).map(rule).join(" ")));
    const seen = () => widget.inPage(`const found = [...host.shadowRoot.querySelectorAll("[part]")];
      return Object.fromEntries(found.map((it) => {
        const { outlineColor, letterSpacing } = getComputedStyle(it);
        return [it.getAttribute("part"), [outlineColor, letterSpacing]];
      }))`);
    const expected = (...names) => Object.fromEntries(names.map((it) => [it, [colours[it], "2px"]]));
    assert.deepEqual(await seen(), expected("widget", "heading", "static"));
    await widget.inPage("host.guide = 'no-such-guide'");
    await widget.until("the failure", () => widget.alert());
    assert.deepEqual(await seen(), expected("failure", "static"));
  });

  test("a page that strikes out all of its text leaves the widget's alone", async (at) => {
    const pictureWith = async (text) => (await openHost(at, style(text))).picture();
    const bare = await pictureWith("");
    assert.ok((await pictureWith("body { color: red }")) === bare, "the same picture each time");
    assert.ok((await pictureWith("body { text-decoration: line-through }")) === bare, "the words are not struck out");
  });
});
