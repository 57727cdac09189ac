// What was measured, as Markdown: all of it for the reports, and one table for the README.

import { CONDITIONS } from "./chromium.mjs";
import { FLOOR, PAGES } from "./pages.mjs";

const kilobytes = (it) => `${(it / 1000).toFixed(1)} kB`;
const megabytes = (it) => `${it.toFixed(1)} MB`;
const milliseconds = (it) => `${it.toFixed(it < 10 ? 1 : 0)} ms`;
// Chromium tells of no task that is shorter.
const task = (it) => (it === 0 ? "under 50 ms" : milliseconds(it));

const LOAD = [
  { title: "bytes (brotli 11)", measure: "bytes", written: kilobytes, hasRatio: true },
  { title: "requests", measure: "requests", written: String },
];
const MEMORY = [
  { title: "JavaScript heap", measure: "heap", written: megabytes, hasRatio: true },
  { title: "WebAssembly memory", measure: "wasm", written: megabytes },
];
const FIRST_STEP = { title: "first step usable", measure: "firstStep", written: milliseconds, hasRatio: true };
const ANSWER = { title: "answer to next frame", measure: "answers", written: milliseconds, hasRatio: true };
const HASTY = { title: "next step, answered at once", measure: "hasty", written: milliseconds, hasRatio: true };
const REPEAT = { title: "first step, repeat visit", measure: "repeat", written: milliseconds, hasRatio: true };
const LONGEST_TASK = { title: "longest task", measure: "longestTask", written: task };
const TIMES = [
  { title: "first paint", measure: "firstPaint", written: milliseconds, hasRatio: true },
  FIRST_STEP,
  HASTY,
  REPEAT,
  { title: "script until then", measure: "script", written: milliseconds, hasRatio: true },
  LONGEST_TASK,
  ANSWER,
  { title: "longest task of answers", measure: "longestTaskOfAnswers", written: task },
];

/** All tables, with what they were measured on, and all that went wrong. */
export function fullReport(results) {
  const { summary } = results;
  const timesUnder = ([name, it]) => `## ${it.label}: ${inWords(it)}\n\n${table(summary[name], TIMES)}`;
  return `# The widget beside the same flow in other frameworks

${setting(results)}
A number in brackets is the ratio to “${labelOf(FLOOR)}” in the same run. All are medians.

## What is loaded and kept

${table(summary.unthrottled, [...LOAD, ...MEMORY])}

${Object.entries(CONDITIONS).map(timesUnder).join("\n\n")}

## What went wrong

${faults(results)}
`;
}

/** One table. */
export function shortReport(results) {
  const { slow } = results.summary;
  const columns = [LOAD[0], FIRST_STEP, HASTY, REPEAT, ANSWER, LONGEST_TASK, ...MEMORY];
  const wrong = faults(results);
  return `${table(slow, columns)}

A slow phone: ${inWords(CONDITIONS.slow)}. In brackets: the ratio to “${labelOf(FLOOR)}”.
${setting(results)}${wrong === NOTHING ? "" : `\nWhat went wrong:\n\n${wrong}`}
`;
}

const NOTHING = "Nothing: every page was measured in every round.";

function table(rows, columns) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const cells = ({ name, label }) => line([label, ...columns.map((it) => cell(rows[name][it.measure], it))]);
  return [
    line(["page", ...columns.map((it) => it.title)]),
    line(["---", ...columns.map(() => "---:")]),
    ...PAGES.map(cells),
  ].join("\n");
}

function cell({ median, ratio }, { written, hasRatio }) {
  if (median === null) return "not measured";
  return hasRatio && ratio !== null ? `${written(median)} (${ratio.toFixed(2)})` : written(median);
}

function setting({ date, chromium, machine, packages, nRounds, loads }) {
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  // Above the number of cores, other programs had their share.
  const load = `load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  const on = `${machine.nCores} cores of “${machine.processor}”, ${load}`;
  return `${date}, ${nRounds} ${nRounds === 1 ? "round" : "rounds"}, Chromium ${chromium}, ${on}. Versions: ${versions.join(", ")}.\n`;
}

function inWords({ slowdown, bitsPerSecond, msPerRequest }) {
  if (slowdown === 1) return "the machine as it is, and a server on it";
  return `the CPU ${slowdown} times slower, ${bitsPerSecond / 1_000_000} Mbit/s, ${msPerRequest} ms per request`;
}

/** What a page said or failed at, and each page that a round has left out. */
function faults({ summary, nRounds }) {
  const lines = Object.entries(summary).flatMap(([condition, rows]) =>
    PAGES.flatMap(({ name, label }) => {
      const { nVisits, faults } = rows[name];
      const missing = nVisits < nRounds ? [`measured to its end in ${nVisits} of ${nRounds} rounds`] : [];
      return [...missing, ...faults].map((it) => `- ${label}, ${CONDITIONS[condition].label.toLowerCase()}: ${it}`);
    }),
  );
  return lines.length > 0 ? lines.join("\n") : NOTHING;
}

function labelOf(name) {
  return PAGES.find((it) => it.name === name).label;
}
