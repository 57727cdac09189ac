// A theme of the page is what the widget is painted with. The page to try one on shows it at once, and says what to
// copy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { By } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { eachKind } from "../helpers/kinds.mjs";
import { CONTRADICTORY, DIRTY } from "../helpers/people.mjs";

// The rows of EMBEDDING.md: each custom property, and its colour in light and in dark where it is one.
const DOCUMENT = readFileSync(new URL("../../../EMBEDDING.md", import.meta.url), "utf8");
const TOKENS = [...DOCUMENT.matchAll(/^\| `(--fault-finder-[\w-]+)` \|.*\| `([^`]*)` \| (?:`(.*)` )?\|$/gm)];
const COLOURS = TOKENS.filter(([, , light, dark]) => dark && light.startsWith("#")).map(([, name]) => name);

/** Each of them in a colour of its own, that no browser and no theme of ours has. */
const colourOf = (name) => `rgb(${20 + 10 * COLOURS.indexOf(name)}, 7, 91)`;

// In the page: the colours of all that is in the widget, and of the ring around what has the focus.
const PAINTED = `
  const names = ["color", "background-color", "border-top-color", "border-left-color", "border-bottom-color",
    "border-inline-start-color", "outline-color", "fill", "stroke", "accent-color", "text-decoration-color"];
  const nodes = [...host.shadowRoot.querySelectorAll("section, section *")];
  return nodes.flatMap((it) => names.map((name) => getComputedStyle(it).getPropertyValue(name))).join("; ");`;

/** What is painted on a step of each kind. */
async function painted(at, page) {
  let all = "";
  const look = async (widget) => {
    await widget.openAll();
    all += await widget.inPage(PAINTED);
  };
  const widget = await new Widget(at).openPage(page);
  await look(widget);
  await widget.tick(GUIDE.dangers[0].text);
  await look(widget);
  await widget.turn(WORDS.showAdvice);
  await look(widget);
  await widget.inPage("return host.restart()");
  await widget.walkAs(CONTRADICTORY, Object.keys(CONTRADICTORY).at(-1), () => look(widget));
  await widget.answerByMethod(Object.values(CONTRADICTORY).at(-1));
  await look(widget);
  await widget.inPage("return host.restart()");
  await widget.walkAs(DIRTY, "dry-wipe", () => look(widget));
  await look(widget);
  await widget.answer("fixed");
  await look(widget);
  return all;
}

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  for (const [where, selector] of [["on the element", "fault-finder"], ["above it", "main"]]) {
    (where === "above it" ? test : alone)(`each custom property ${where} is what the widget is painted with`, async (at) => {
      assert.ok(COLOURS.length > 12);
      const sizes = `--fault-finder-radius: 3px; --fault-finder-size: 21px; --fault-finder-font: monospace;
        --fault-finder-bottom: 7px;`;
      const colours = COLOURS.map((it) => `${it}: ${colourOf(it)}`).join("; ");
      const all = await painted(at, { head: `<style>${selector} { ${colours}; ${sizes} }</style>` });
      assert.deepEqual(COLOURS.filter((it) => !all.includes(colourOf(it))), []);
      const widget = new Widget(at);
      const look = await widget.inPage(`const style = getComputedStyle(host.shadowRoot.querySelector("section"));
        return [style.borderTopLeftRadius, style.fontSize, style.fontFamily, style.getPropertyValue("--_ff-bottom")]`);
      assert.deepEqual(look, ["3px", "21px", "monospace", "7px"]);
      const [backgroundColor, color] = ["paper", "ink"].map((it) => colourOf(`--fault-finder-${it}`));
      assert.deepEqual(await widget.colours(), { backgroundColor, color });
      assert.equal(TOKENS.length, COLOURS.length + look.length, "each row was looked at");
    });
  }

  for (const [radius, roundest] of [["0px", 0], ["0", 0], ["3px", 3]]) {
    alone(`no corner is rounder than the theme says, which is ${radius}`, async (at) => {
      const head = `<style>fault-finder { --fault-finder-radius: ${radius} }</style>`;
      await eachKind(at, 360, { head }, async (widget, kind) => assert.equal(await widget.roundest(), roundest, kind));
    });
  }

  alone("a colour and a rounding that are tried show at once, and as a style sheet", async (at) => {
    const widget = await new Widget(at).open("/theming.html");
    const set = (token, value) =>
      at.driver.executeScript(`const it = document.querySelector("[data-token=" + arguments[0] + "]");
        it.value = arguments[1];
        it.dispatchEvent(new Event("input", { bubbles: true }));`, token, value);
    const code = () => at.driver.findElement(By.css("code")).getText();
    const look = () =>
      widget.inPage(`const of = (it) => getComputedStyle(host.shadowRoot.querySelector(it));
        return [of(".primary").backgroundColor, of(".widget").borderTopLeftRadius]`);
    assert.equal(await code(), "fault-finder {\n}");
    const before = await look();
    await set("accent", "#7a1fa2");
    await set("radius", "4");
    assert.deepEqual(await look(), ["rgb(122, 31, 162)", "4px"]);
    const rules = ["  --fault-finder-accent: #7a1fa2;", "  --fault-finder-radius: 4px;"];
    assert.equal(await code(), ["fault-finder {", ...rules, "}"].join("\n"));
    await at.driver.findElement(By.css("[type=reset]")).click();
    await widget.until("the widget's own look", async () => (await code()) === "fault-finder {\n}");
    assert.deepEqual(await look(), before);
  });
});
