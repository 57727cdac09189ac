// How a step looks, roughly: the mean colours in a coarse grid. Letters are grey there, whatever their font; what has a
// colour of its own, and where it is, can be told.

import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

export const COLUMNS = 12;
export const ROW_HEIGHT = 20;

// How far a part of a colour may be off, of 255: letters of another font do not change it as much, another colour does.
const MOST_OFF = 64;
// How many cells may be off more than that, of so many. The smallest button has more.
const mostCells = (nCells) => Math.max(6, Math.floor(0.009 * nCells));
// By how many rows something may stand higher or lower, where so many rows are above and below: in another font, lines
// break otherwise.
const mostDrift = (nRows) => 1 + Math.round(nRows / 50);

const LEVEL = 255 / 7;

/** A grid as short text: each part of a colour is one of eight, and all of it is packed. */
export function written(grid) {
  const rows = grid.map((row) => row.flat().map((it) => Math.round(it / LEVEL)).join(""));
  return brotliCompressSync(rows.join("\n")).toString("base64");
}

function read(text) {
  const colours = (row) => row.match(/.{3}/g).map((it) => [...it].map((level) => LEVEL * Number(level)));
  return brotliDecompressSync(Buffer.from(text, "base64")).toString().split("\n").map(colours);
}

const isOff = (one, other) => one.some((part, idx) => Math.abs(part - other[idx]) > MOST_OFF);
const nOff = (row, other) => row.filter((it, idx) => isOff(it, other[idx])).length;

/** The colour that most of it has. */
function ground(rows) {
  const counts = new Map();
  for (const cell of rows.flat()) counts.set(cell.join(), (counts.get(cell.join()) ?? 0) + 1);
  const [[most]] = [...counts].sort(([, one], [, other]) => other - one);
  return most.split(",").map(Number);
}

/**
 * What is different, in words; empty where it looks the same. Rows are laid beside each other as they match best: lines
 * of text may be more or fewer, but what has a colour may not.
 */
export function difference(grid, text) {
  const kept = read(text);
  const drift = mostDrift(kept.length);
  if (Math.abs(grid.length - kept.length) > drift) return `${grid.length} rows in place of ${kept.length}`;
  const paper = ground(kept);
  const alone = (row) => 1 + row.filter((it) => isOff(it, paper)).length;
  const best = new Map([["0 0", 0]]);
  const get = (row, other) => best.get(`${row} ${other}`) ?? Infinity;
  for (let row = 0; row <= grid.length; row++) {
    for (let other = Math.max(0, row - drift); other <= Math.min(kept.length, row + drift); other++) {
      if (row === 0 && other === 0) continue;
      const both = row > 0 && other > 0 ? get(row - 1, other - 1) + nOff(grid[row - 1], kept[other - 1]) : Infinity;
      const more = row > 0 ? get(row - 1, other) + alone(grid[row - 1]) : Infinity;
      const fewer = other > 0 ? get(row, other - 1) + alone(kept[other - 1]) : Infinity;
      best.set(`${row} ${other}`, Math.min(both, more, fewer));
    }
  }
  const n = get(grid.length, kept.length);
  const nCells = grid.length * COLUMNS;
  return n > mostCells(nCells) ? `${n} of ${nCells} cells look otherwise` : "";
}
