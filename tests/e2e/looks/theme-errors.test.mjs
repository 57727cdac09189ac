// A host whose colours can not be read is told so: in whatever way they are written, in light and in dark, at the start
// and when they change.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { inEachBrowser } from "../harness/browser.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const LIGHT = "html { color-scheme: light; background: white }";
const BOTH = "html { color-scheme: light dark }";
const GLASS = "fault-finder { --fault-finder-paper: rgb(255 255 255 / 0.5) }";
const GREY_RULE = "fault-finder { --fault-finder-soft: #bbb }";
const DARK_RULE = "fault-finder { --fault-finder-accent: #0a594a }";

function error(ink, ground, ratio, { least = 4.5, where = "" } = {}) {
  const names = `--fault-finder-${ink} on --fault-finder-${ground}`;
  return `theme:${where} ${names} has a contrast of ${ratio} : 1; it needs ${least} : 1`;
}

/** What is said of an accent that can not be told from the grounds of the dark theme. */
const darkAccent = (where) => [
  error("accent", "paper", "2.2", { where }),
  error("accent", "glow-tint", "1.8", { where }),
  error("on-accent", "accent", "2.0", { where }),
];
const GREY = [error("soft", "paper", "1.9"), error("soft", "mist", "1.8"), error("soft", "tint", "1.7")];
const GREEN = [error("accent", "paper", "1.4"), error("accent", "glow-tint", "1.3"), error("on-accent", "accent", "1.4")];
const FAINT = ["paper", "mist", "tint"].map((it) => error("soft", it, "1.9"));
const GREY_STOP = [error("ink", "stop-tint", "4.2"), error("stop", "stop-tint", "2.0")];
const DARK_GLASS = [
  error("soft", "paper", "2.5"),
  error("accent", "paper", "2.5"),
  error("edge", "paper", "1.6", { least: 3 }),
  error("stop", "paper", "2.4", { least: 3 }),
];
const FAINT_EDGE = [error("edge", "paper", "2.3", { least: 3 }), error("edge", "glow-tint", "2.1", { least: 3 })];

// What a page that is light says of the widget, and what it is told.
const COLOURS = [
  ["in sRGB", "--fault-finder-soft: #bbb", GREY],
  ["as a name of another", "--fault-finder-soft: var(--other); --other: rgb(187 187 187)", GREY],
  ["by its lightness", "--fault-finder-soft: oklch(0.7924 0 0)", GREY],
  ["in Lab", "--fault-finder-soft: lab(75.59 0 0)", GREY],
  ["in a wide gamut", "--fault-finder-soft: color(display-p3 0.7333 0.7333 0.7333)", GREY],
  ["as a mix", "--fault-finder-soft: color-mix(in srgb, #777, white)", GREY],
  ["that is light green", "--fault-finder-accent: #0f0", GREEN],
  ["that few screens have", "--fault-finder-accent: color(display-p3 0 1 0)", GREEN],
  ["that no screen has", "--fault-finder-accent: oklch(0.8664 0.5 142.5)", GREEN],
  ["that lets its ground through", "--fault-finder-soft: rgb(0 0 0 / 0.2667)", FAINT],
  ["that is not seen at all", "--fault-finder-on-stop: transparent", [error("on-stop", "stop", "1.0")]],
  ["of a ground that lets the paper through", "--fault-finder-stop-tint: rgb(0 0 0 / 0.5)", GREY_STOP],
  ["that is none", "--fault-finder-ink: bananas", ["theme: --fault-finder-ink is no colour"]],
  ["that can be read", "--fault-finder-accent: oklch(0.4 0.1 300); --fault-finder-mist: lab(97 0 0 / 0.9)", []],
];

// Those that each browser tells in its own way.
const FORMS = ["by its lightness", "in Lab", "in a wide gamut", "as a mix", "that lets its ground through"];

// What a page says of itself and the widget.
const PAGES = [
  ["paper that lets a light page through", `${LIGHT} ${GLASS}`, []],
  ["paper that lets a dark ground through", `${LIGHT} main { background: oklch(0 0 0 / 0.9) } ${GLASS}`, DARK_GLASS],
  ["paper that lets an image through", `${LIGHT} main { background: linear-gradient(#fff, #fff) #000 } ${GLASS}`, []],
  ["an edge that is too faint", `${LIGHT} fault-finder { --fault-finder-edge: #aaa }`, FAINT_EDGE],
  ["a light page", `${LIGHT} ${DARK_RULE}`, []],
  ["a dark page", `html { color-scheme: dark } ${DARK_RULE}`, darkAccent()],
  ["a page that is both", `${BOTH} ${DARK_RULE}`, darkAccent(" in dark,")],
  ["a page that is both, with a widget that is light", `${BOTH} ${DARK_RULE}`, [], 'theme="light"'],
  ["a page that is both, with a widget that is dark", `${BOTH} ${DARK_RULE}`, darkAccent(), 'theme="dark"'],
  ["a page that sets something else in dark", `${BOTH} ${DARK_RULE}
    @layer dark { @media (prefers-color-scheme: dark) { fault-finder { --fault-finder-accent: #5fd6b8 } } }`, []],
  ["a colour of its own for dark", `${BOTH} fault-finder { --fault-finder-accent: light-dark(#0a594a, #5fd6b8) }`, []],
  ["the wrong colour for dark", `${BOTH} fault-finder { --fault-finder-accent: light-dark(#0a594a, #0a594a) }
    @media (prefers-color-scheme: dark) { main { margin: 0 } }`, darkAccent(" in dark,")],
];

// What happens on a page, and what is then wrong.
const CHANGES = [
  ["the element has another style", LIGHT, [
    ["host.style.setProperty('--fault-finder-soft', '#bbb')", GREY],
    ["host.style.setProperty('--fault-finder-accent', '#004000')", GREY],
    ["host.removeAttribute('style')", []],
    ["host.style.setProperty('--fault-finder-soft', '#bbb')", GREY],
  ]],
  ["a class far above it is another one", `${LIGHT} .grey ${GREY_RULE}`, [
    ["document.documentElement.className = 'grey'", GREY],
    ["document.documentElement.className = ''", []],
  ]],
  ["a sheet comes late", LIGHT, [[`document.head.insertAdjacentHTML('beforeend', '<style>${GREY_RULE}</style>')`, GREY]]],
  ["it becomes dark by its attribute", `${LIGHT} ${DARK_RULE}`, [
    ["host.theme = 'dark'", darkAccent()],
    ["host.theme = ''", []],
  ]],
  ["the page becomes dark", `${LIGHT} ${DARK_RULE}`, [["document.documentElement.style.colorScheme = 'dark'", darkAccent()]]],
];

// In the page: calls back after what waits until it is idle.
const IDLE = "(resolve) => window.requestIdleCallback ? requestIdleCallback(() => resolve()) : setTimeout(resolve, 1000)";

function openWith(at, css, attributes = "") {
  return new Widget(at).openPage({ head: `<style>${css}</style>`, attributes: `${ASKING} ${attributes}` });
}

/** What is wrong once the class has looked at the colours, which it does when the page is idle. */
async function errorsOf(widget) {
  assert.equal(await widget.state(), "ready");
  await widget.inPage(`return new Promise(${IDLE})`);
  return widget.errors();
}

/** Changes something in the page, and waits until the class has looked at the colours again. */
async function changed(widget, change) {
  await widget.inPage(`const looked = new Promise((resolve) =>
    host.shadowRoot.addEventListener("transitionend", () => (${IDLE})(resolve), { once: true }));
    ${change};
    return looked`);
}

inEachBrowser((test, browser) => {
  const alone = test.alone("Browsers differ in how they tell a colour, and in when styles have settled; the sums are ours.");

  for (const [what, theme, expected] of COLOURS) {
    (FORMS.includes(what) ? test : alone)(`a colour ${what}`, async (at) => {
      assert.deepEqual(await errorsOf(await openWith(at, `${LIGHT} fault-finder { ${theme} }`)), expected);
    });
  }

  for (const [what, css, expected, attributes] of PAGES) {
    (/light page$|is both$|for dark$/.test(what) ? test : alone)(what, async (at) => {
      assert.deepEqual(await errorsOf(await openWith(at, css, attributes)), expected);
    });
  }

  alone("elements of an article that are named like the page's sheets hide nothing", async (at) => {
    const before = ["host", "styleSheets", "adoptedStyleSheets"].map((it) => `<form name="${it}"></form>`).join("");
    const head = `<style>${BOTH} ${DARK_RULE}</style>`;
    const widget = await new Widget(at).openPage({ head, before, attributes: ASKING });
    assert.deepEqual(await errorsOf(widget), darkAccent(" in dark,"));
  });

  for (const [what, css, changes] of CHANGES) {
    (/style|attribute/.test(what) ? test : alone)(`colours are looked at again where ${what}`, async (at) => {
      const widget = await openWith(at, css);
      assert.deepEqual(await errorsOf(widget), []);
      for (const [change, expected] of changes) {
        await changed(widget, change);
        assert.deepEqual(await widget.errors(), expected, change);
      }
      const told = (await widget.eventsNamed("error")).map(({ errors }) => errors);
      const news = changes.map(([, expected]) => expected).filter((it, idx, all) => it.length > 0 && it !== all[idx - 1]);
      assert.deepEqual(told, news, "nothing is told twice");
    });
  }

  // The others take it from the system alone.
  if (browser !== "Chromium") return;

  test("colours are looked at again where the system becomes dark", async (at) => {
    const emulate = (features) => at.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
    const widget = await openWith(at, `${BOTH} ${DARK_RULE} @media (prefers-color-scheme: dark) { main { margin: 0 } }`);
    assert.deepEqual(await errorsOf(widget), []);
    await emulate([{ name: "prefers-color-scheme", value: "dark" }]);
    try {
      await widget.until("errors", async () => isDeepStrictEqual(await widget.errors(), darkAccent(" in dark,")));
    } finally {
      await emulate([]);
    }
  });
});
