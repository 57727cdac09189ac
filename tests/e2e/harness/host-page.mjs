// The pages that hold the widget, and what watches them from before their own scripts run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GUIDE } from "./guide.mjs";
import { DIST } from "./server.mjs";

/** Runs in each page before its scripts: keeps the widget's events and a timer that works, and keeps links from leaving the page. */
export const WATCH = `
  window.seenEvents = [];
  window.realTimeout = setTimeout.bind(window);
  for (const name of ["ready", "step", "answer", "outcome", "handover", "error"]) {
    window.addEventListener("fault-finder-" + name, (event) => {
      const { bubbles, composed, detail } = event;
      window.seenEvents.push({ name, bubbles, composed, detail, target: event.target.id });
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((it) => it.localName === "a");
    if (link && link.origin !== location.origin) {
      window.leftFor = link.href;
      event.preventDefault();
    }
  }, true);`;

/**
 * Runs in a page before its scripts: as where the processor is slow, time has passed at each look at a clock, and what
 * is put off for a moment comes late. `putOff` counts how often that was.
 */
export const SLOW = `
  const [now, steady, later] = [Date.now, performance.now.bind(performance), setTimeout];
  let slow = 0;
  Date.now = () => now() + 20 * slow++;
  performance.now = () => steady() + 20 * slow;
  window.putOff = 0;
  window.setTimeout = (call, ms, ...args) => {
    if (!ms) window.putOff++;
    return later(call, ms || 200, ...args);
  };`;

/** How browsers tell on the console of a file that has another hash than it should. */
export const REFUSED = /integrity|access control checks/i;

/** The demo page, with these attributes more on the element. */
export function demo(attributes) {
  return readFileSync(join(DIST, "index.html"), "utf8").replace("<fault-finder ", `<fault-finder ${attributes} `);
}

/** The tag that brings the widget into the demo page. */
export const SCRIPT = '<script src="fault-finder.js" async></script>';

/** A page with one part of it replaced by another. */
export function replaced(page, [part, other]) {
  assert.equal(page.split(part).length, 2, `the page has one ${part}`);
  return page.replace(part, () => other);
}

/** The attributes of an element that asks and computes the next step, as the demo page has it, but stores nothing. */
export const ASKING = `guide="${GUIDE.id}"`;
/** The attributes of an element that follows the written article. */
export const ARTICLE = `guide="${GUIDE.id}" order="article"`;

/**
 * A page around the widget: what the element holds, its attributes, and what stands before and behind it, or something
 * else in place of the element. The rest is what pages differ in: their doctype, the attributes of their root, their
 * character set, what is in their head and how the widget's script gets there.
 */
export function html({
  doctype = "<!doctype html>",
  root = 'lang="en"',
  charset = '<meta charset="utf-8" />',
  head = "",
  script = SCRIPT.replace("fault", "/fault"),
  before = "",
  attributes = ASKING,
  inside = "<p>The plain guide.</p>",
  element = `<fault-finder ${attributes}>${inside}</fault-finder>`,
  end = "",
} = {}) {
  return `${doctype}<html ${root}><head>${charset}<title>A page</title>
    <link rel="icon" href="data:," />${head}${script}</head>
    <body><main><h1>A page</h1>${before}${element}${end}</main></body></html>`;
}

/** A page that holds nothing but a frame with these attributes. */
export function framing(attributes) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A page with a frame</title>
    <link rel="icon" href="data:," /></head>
    <body><iframe ${attributes} width="1000" height="700"></iframe></body></html>`;
}
