// Measures all pages side by side, and keeps what came out: node run.mjs [number of rounds].
//
// Each round visits each page once under each condition, in an order of its own, so that what else the machine does
// falls on all alike. Times of one machine mean little by themselves; the ratios of one run can be compared.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { CONDITIONS, startChromium } from "./chromium.mjs";
import { PAGES } from "./pages.mjs";
import { startServer } from "./server.mjs";
import { DIST, filesOf } from "./sites.mjs";
import { summarize } from "./summary.mjs";
import { fullReport, shortReport } from "./tables.mjs";
import { visit } from "./visit.mjs";

const REPORTS = join(DIST, "reports");
const nRounds = Number(process.argv[2] ?? 5);
if (!(Number.isInteger(nRounds) && nRounds > 0)) throw new Error(`“${process.argv[2]}” is not a number of rounds`);

const sites = new Map();
for (const page of PAGES) sites.set(page.name, await filesOf(page));
const server = await startServer(sites);
const browser = await startChromium();
try {
  await measure({ ...about(), chromium: browser.version() });
  console.log(readFileSync(join(REPORTS, "bench.md"), "utf8"));
} finally {
  await browser.close();
  await server.close();
}

async function measure(setting) {
  const visits = [];
  const loads = [loadavg()[0]];
  // The first visit of a browser pays for what all others find.
  await visit(browser, server, PAGES[0], CONDITIONS.unthrottled);
  for (let round = 0; round < nRounds; round++) {
    for (const [condition, settings] of Object.entries(CONDITIONS)) {
      for (const page of shuffled(PAGES)) {
        visits.push({ page: page.name, condition, round, ...(await visit(browser, server, page, settings)) });
      }
    }
    loads.push(loadavg()[0]);
    console.log(`round ${round + 1} of ${nRounds}; load of the machine: ${loads.at(-1).toFixed(1)}`);
    keep({ ...setting, nRounds: round + 1, loads, summary: summarize(visits), visits });
  }
}

/** What there is after each round is kept, in case that somebody ends it. */
function keep(results) {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(join(REPORTS, "bench.json"), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(join(REPORTS, "bench.md"), fullReport(results));
  writeFileSync(join(REPORTS, "bench-short.md"), shortReport(results));
}

function shuffled(list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

function about() {
  const names = PAGES.flatMap((it) => it.packages ?? []);
  const packages = Object.fromEntries(names.map((it) => [it, versionOf(it)]));
  const machine = { processor: cpus()[0].model.trim(), nCores: cpus().length, gigabytes: Math.round(totalmem() / 1e9) };
  return { date: new Date().toISOString().slice(0, 10), packages, machine, node: process.version };
}

function versionOf(name) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
