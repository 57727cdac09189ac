// From single visits to what is told of each page: the middle value of each measure, and its ratio to the floor's.

import { CONDITIONS } from "./chromium.mjs";
import { FLOOR, PAGES } from "./pages.mjs";

const MEASURES = [
  "bytes",
  "requests",
  "heap",
  "wasm",
  "firstPaint",
  "firstStep",
  "hasty",
  "script",
  "longestTask",
  "answers",
  "longestTaskOfAnswers",
  "repeat",
];

/**
 * Of each condition and page: how many visits were measured to their end (`nVisits`), the `faults`, and of each measure
 * `{ median, ratio }`.
 */
export function summarize(visits) {
  const summary = {};
  for (const condition of Object.keys(CONDITIONS)) {
    const visitsTo = (page) => visits.filter((it) => it.condition === condition && it.page === page);
    const floor = medians(visitsTo(FLOOR));
    const row = (page) => [page, describe(visitsTo(page), floor)];
    summary[condition] = Object.fromEntries(PAGES.map((it) => row(it.name)));
  }
  return summary;
}

function describe(visits, floor) {
  const own = medians(visits);
  const measured = MEASURES.map((it) => [it, { median: own[it], ratio: ratio(own[it], floor[it]) }]);
  const nVisits = visits.filter((it) => it.repeat !== undefined).length;
  return { nVisits, faults: [...new Set(visits.flatMap((it) => it.faults))], ...Object.fromEntries(measured) };
}

/** A visit has one value per measure, but many answers. */
function medians(visits) {
  const values = (measure) => visits.flatMap((it) => it[measure] ?? []);
  return Object.fromEntries(MEASURES.map((it) => [it, median(values(it))]));
}

/** The middle value; null of none. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function ratio(value, floor) {
  return value === null || !floor ? null : value / floor;
}
