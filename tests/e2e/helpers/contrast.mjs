// How much colours differ, and whether what is in sight can be read as EMBEDDING.md promises it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

// What EMBEDDING.md promises.
const LEAST = { text: 7, control: 4.5 };

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
// Each ink on a ground that the class looks at where a host has colours of its own, as "ink on ground".
const MEASURED = measured(read("src/element/contrast.js").match(/const INKS = (\[.*?\n\]);/s)[1]);
// The names that a colour has in each theme.
const NAMES = { light: named(0), dark: named(1) };

/** How much two colours differ, as WCAG counts it. */
export function contrast(...colours) {
  const [dark, light] = colours.map(luminance).sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.match(/[\d.]+/g).map((it) => linear(it / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** All text in sight, and each control, stands out from its ground; and none of them is left out with a host's theme. */
export async function isReadable(widget, theme, what) {
  const found = await widget.inks();
  assert.ok(found.some(({ kind }) => kind === "text"), `${what}: there is text`);
  for (const { kind, ink, ground, example } of found) {
    const ratio = contrast(ink, ground);
    const where = `${what}, ${theme}: ${kind} “${example}”, ${ink} on ${ground}`;
    assert.ok(ratio >= LEAST[kind], `${where}: ${ratio.toFixed(2)} : 1`);
    const [inks, grounds] = [ink, ground].map((it) => NAMES[theme][it] ?? []);
    const pairs = inks.flatMap((it) => grounds.map((on) => `${it} on ${on}`));
    assert.ok(pairs.some((it) => MEASURED.has(it)), `${where}: ${pairs}`);
  }
}

function measured(list) {
  const rows = list.matchAll(/\["([\w-]+)", (?:TEXT|EDGE), (.*?)\]/g);
  return new Set([...rows].flatMap(([, ink, grounds]) => grounds.match(/[\w-]+/g).map((it) => `${ink} on ${it}`)));
}

function named(idx) {
  const names = {};
  for (const [, name, ...themes] of read("styles/tokens.css").matchAll(/--(?:_ff-)?([a-z][a-z-]*): .*light-dark\((#\w+), (#\w+)\)/g)) {
    const parts = themes[idx].match(/\w\w/g).map((it) => parseInt(it, 16));
    (names[`rgb(${parts.join(", ")})`] ??= []).push(name);
  }
  return names;
}
