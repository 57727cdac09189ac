// Runs the tests, each browser in a process of its own, as many at once as this machine has room for. What is named is a
// file or a folder; without one, all are run. BROWSERS names some of the browsers; see harness/browser.mjs.
//
// At the end it says where the time went, and how many tests each folder has. A folder that ran none has failed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { filesIn } from "./harness/files.mjs";
import { tables } from "./report/times.mjs";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const WORKER = join(ROOT, "harness/worker.mjs");
const SERIAL = join(ROOT, "battery/serial");
// Chromium has more tests than the others together, so there are several of it: a folder that is not named here goes to
// the first one. Reading from devices waits a lot, which leaves room for others.
const MORE_CHROMIUM = [["battery", "walks"], ["accessibility", "attacks", "element", "looks", "waits"]];
// A browser that waits leaves room for another one.
const N_AT_ONCE = availableParallelism() + 3;

const named = process.argv.slice(2).map((it) => resolve(it));
const files = named.length > 0 ? named.flatMap((it) => (statSync(it).isDirectory() ? filesIn(it) : [it])) : filesIn(ROOT);
const browsers = (process.env.BROWSERS ?? "Chromium Firefox WebKitGTK").split(" ");

const laneOf = (file) => 1 + MORE_CHROMIUM.findIndex((its) => its.some((it) => file.startsWith(join(ROOT, it, sep))));
const isSerial = (file) => file.startsWith(SERIAL);
// They need a D-Bus; without one they are left out, which the set-up has said.
const canRun = (it) => process.env.DBUS_DAEMON || !isSerial(it);
const lanes = browsers.flatMap((name) => {
  const lane = (isOfIt, of = name) => ({ name: of, browsers: name, files: files.filter(canRun).filter(isOfIt) });
  if (name !== "Chromium") return [lane((it) => !isSerial(it))];
  return [[], ...MORE_CHROMIUM].map((its, idx) => lane((it) => laneOf(it) === idx, [name, ...its].join(" ")));
});

const shared = mkdtempSync(join(tmpdir(), "fault-finder-run-"));
const checked = process.env.FAULT_FINDER_CHECKED ?? join(shared, "checked.jsonl");
const env = { ...process.env, FAULT_FINDER_CHECKED: checked, FAULT_FINDER_SHARED: shared };
rmSync(checked, { force: true });

const children = new Set();

/** Runs a lane, and says what it says; what it says of failures comes together, at its end. */
async function run(lane) {
  const started = performance.now();
  const args = ["--test-reporter=spec", WORKER, ...lane.files];
  const child = spawn(process.execPath, args, { env: { ...env, BROWSERS: lane.browsers }, stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  const closing = [];
  const say = (line) => {
    if (closing.length > 0 || /^ℹ tests /.test(line)) closing.push(line);
    else console.log(line);
  };
  createInterface({ input: child.stdout }).on("line", say);
  createInterface({ input: child.stderr }).on("line", (line) => console.error(line));
  const [code] = await once(child, "close");
  console.log(`\n== ${lane.name}, in ${((performance.now() - started) / 1000).toFixed(0)} s\n${closing.join("\n")}`);
  return { ...lane, passed: code === 0, ms: performance.now() - started };
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
  });
}

const waiting = lanes.filter((it) => it.files.length > 0);
const done = [];
const work = async () => {
  for (let lane; (lane = waiting.shift()); ) done.push(await run(lane));
};
await Promise.all(Array.from({ length: N_AT_ONCE }, work));

const tests = readFileSync(checked, "utf8").trim().split("\n").map((it) => JSON.parse(it)).filter((it) => it.test);
console.log(`\n${tables(done, tests)}`);
const ran = new Set(tests.map((it) => it.test));
const forgotten = done.flatMap((it) => it.files).map((it) => relative(ROOT, it).replace(/\.test\.mjs$/, "")).filter((it) => !ran.has(it));
for (const it of new Set(forgotten)) console.log(`No test was run of ${it}`);
rmSync(shared, { recursive: true, force: true });
process.exitCode = done.every((it) => it.passed) && forgotten.length === 0 ? 0 : 1;
