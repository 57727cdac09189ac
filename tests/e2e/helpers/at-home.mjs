// Whether the widget is in a page as it is in a bare one: how it looks, that it works by click and by keyboard, and
// that nothing sticks out.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { SERVICE, WORDS } from "../harness/guide.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "./people.mjs";

// As many differences as one can read.
const MOST_SAID = 20;

// A step of each kind on the way of the walk.
const LOOKED_AT = ["dangers", "what-fails", "dry-wipe", "fixed"];

// How it looks on a bare page, by browser and step.
const looksOfBrowser = new WeakMap();

/** Opens a page around the widget, which may have further files, by path. */
export async function openHost(at, { page = {}, files = {}, type, selector }) {
  for (const [path, body] of Object.entries(files)) at.server.route(path, body);
  const text = typeof page === "string" || Buffer.isBuffer(page) ? page : html(page);
  at.server.route("/host.html", text, { type });
  return new Widget(at, selector).open("/host.html");
}

/** Opens a page where the widget works, and looks as on a bare page. */
export async function isAtHome(at, host) {
  // First, because it opens the bare page.
  await bareLooks(at);
  const widget = await openHost(at, host);
  assert.equal(await widget.state(), "ready");
  await worksAtHome(at, widget);
  return widget;
}

/** Walks to the good end by click, and looks as on a bare page on the way; then walks to support by keyboard. */
export async function worksAtHome(at, widget) {
  const looks = await bareLooks(at);
  await walkAndLook(widget, (step, look) => isAlike(widget, step, look, looks));
  await widget.pressByKey(WORDS.startAgain, Key.SPACE);
  await widget.focusOn(WORDS.dangerQuestion);
  await widget.typeAs(DIRTY, "dock-light");
  await widget.pressByKey(WORDS.toSupport);
  await widget.focusOn(SERVICE.text);
}

/** Looks as on a bare page at its first step. */
export async function looksAtHome(at, host) {
  const looks = await bareLooks(at);
  const widget = await openHost(at, host);
  assert.equal(await widget.state(), "ready");
  await isAlike(widget, "dangers", await widget.look(), looks);
  return widget;
}

/** How the widget looks on a bare page, by the step's name. Opens that page when it is first called. */
export async function bareLooks(at) {
  if (!looksOfBrowser.has(at.driver)) {
    const looks = {};
    await walkAndLook(await openHost(at, {}), (step, look) => (looks[step] = look));
    looksOfBrowser.set(at.driver, looks);
  }
  return looksOfBrowser.get(at.driver);
}

/** Walks to the good end by click; `see` gets the first step of each kind and how it looks, the end too. */
async function walkAndLook(widget, see) {
  const look = async (step) => LOOKED_AT.includes(step) && see(step, await widget.look());
  await widget.pressAs(DIRTY, "fixed", look);
  await look("fixed");
}

async function isAlike(widget, step, look, { [step]: expected }) {
  isSame(look, expected, `how ${step} looks`);
  assert.equal(await widget.sticksOut(), "", `what sticks out at ${step}`);
}

/** Two looks are the same, but for what `mayDiffer`. */
export function isSame(look, expected, what = "how it looks", mayDiffer = () => false) {
  const names = [...new Set([...look.keys(), ...expected.keys()])];
  const differing = names.filter((it) => look.get(it) !== expected.get(it));
  const said = differing.map((it) => `${it}: ${look.get(it)}, and not ${expected.get(it)}`);
  assert.deepEqual(said.filter((it) => !mayDiffer(it)).slice(0, MOST_SAID), [], what);
}
