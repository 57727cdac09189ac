// Writes what a run of the tests says of accessibility, as a page: reports/accessibility.html beside what was built.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CRITERIA, GAPS } from "./criteria.mjs";
import { DIST } from "../harness/server.mjs";

const AXE = JSON.parse(readFileSync(new URL("../node_modules/axe-core/package.json", import.meta.url), "utf8")).version;
const LIGHTHOUSE = ["accessibility", "best-practices", "seo"];

const STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; inline-size: 100% } th, td { padding: 0.4rem 0.6rem; border: 1px solid #777;
text-align: start; vertical-align: top } .scrolls { overflow-x: auto }
:root { color-scheme: light dark }`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const list = (items) => `<ul>${items.map((it) => `<li>${escaped(it)}</li>`).join("\n")}</ul>`;

/** All that was kept of the run, by kind. */
function read(file) {
  const notes = readFileSync(file, "utf8").trim().split("\n").map((it) => JSON.parse(it));
  return {
    browsers: notes.filter((it) => it.version),
    tests: notes.filter((it) => it.test),
    axe: notes.filter((it) => it.rules),
    lighthouse: notes.filter((it) => it.scores),
  };
}

/** The rules of axe that have looked for a criterion, which axe calls `wcag143` where it is 1.4.3. */
function rulesFor(number, axe) {
  const tag = `wcag${number.replaceAll(".", "")}`;
  const rules = axe.flatMap((it) => Object.entries(it.rules)).filter(([, tags]) => tags.includes(tag));
  return [...new Set(rules.map(([id]) => id))].toSorted();
}

/** How each of these tests ended: that it passed, that it failed, or that it was not run. */
function endOf(name, tests) {
  const runs = tests.filter((it) => it.test === name);
  if (runs.length === 0) return "not run";
  const nFailed = runs.filter((it) => !it.passed).length;
  const browsers = [...new Set(runs.map((it) => it.browser))].toSorted().join(", ");
  return nFailed === 0 ? `${runs.length} passed: ${browsers}` : `${nFailed} of ${runs.length} failed`;
}

function result(rules, ends, reason) {
  if (reason.startsWith("Does not apply")) return "Does not apply";
  if (ends.some((it) => it.endsWith("failed"))) return "Not met";
  if (ends.includes("not run")) return "Not checked in full";
  return rules.length + ends.length > 0 ? "Met, as far as checked" : "Met, by design";
}

function row([number, name, level, files, reason], { axe, tests }) {
  const rules = rulesFor(number, axe);
  const ends = files.map((it) => endOf(it, tests));
  const how = files.map((it, idx) => `test <code>${it}</code> (${escaped(ends[idx])})`);
  if (rules.length > 0) how.unshift(`axe: ${rules.map((it) => `<code>${it}</code>`).join(", ")}`);
  if (reason) how.push(escaped(reason));
  const cells = [level, result(rules, ends, reason), how.join("<br />")];
  return `<tr><th scope="row">${number} ${escaped(name)}</th>${cells.map((it) => `<td>${it}</td>`).join("")}</tr>`;
}

function page(run, date) {
  const { browsers, axe, lighthouse, tests } = run;
  const versions = [...new Set(browsers.map((it) => `${it.browser} ${it.version}`))].toSorted();
  const nFailed = tests.filter((it) => !it.passed).length;
  const rated = lighthouse.map((it) => `${it.page}: ${LIGHTHOUSE.map((id) => `${id} ${it.scores[id]}`).join(", ")}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Accessibility of the Fault Finder, ${date}</title>
<link rel="icon" href="data:," />
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>Accessibility of the Fault Finder</h1>
<p>What the tests of ${date} say of the widget, measured by WCAG 2.2, levels A and AA. They wrote this page by
themselves: nobody outside has judged it, and it is no certificate.</p>
<h2>What was looked at</h2>
${list([
  `Browsers: ${versions.join(", ")}`,
  `${tests.length} tests in them, of which ${nFailed} failed`,
  `axe-core ${AXE}: ${axe.length} looks at steps of each kind, light and dark, in English, Arabic and Japanese`,
  "By hand: a walk as it is read out, which the tests keep as text, was read when it last changed",
  ...rated.map((it) => `Lighthouse, ${it}`),
])}
<h2>What is known to be missing</h2>
${list(GAPS)}
<h2>By criterion</h2>
<p>“As far as checked” means what is named beside it and no more. “By design” means that it follows from how the widget
is made, and no test looks at it.</p>
<div class="scrolls" role="region" aria-label="By criterion" tabindex="0">
<table>
<thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">Result</th>
<th scope="col">How it was checked</th></tr></thead>
<tbody>
${CRITERIA.map((it) => row(it, run)).join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}

const file = process.env.FAULT_FINDER_CHECKED;
const target = join(DIST, "reports/accessibility.html");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, page(read(file), new Date().toISOString().slice(0, 10)));
console.log(`The report on accessibility is ${target}`);
