// Where the time of a run went: by browser, by folder, by what was done, by file and by test.

const N_SLOWEST = 12;

const sum = (tests) => tests.reduce((ms, it) => ms + it.ms, 0);
const seconds = (ms) => (ms / 1000).toFixed(1).padStart(8);

function grouped(tests, keyOf) {
  const groups = new Map();
  for (const it of tests) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  return [...groups];
}

/** Lines of a table: a name, and the seconds and the number of its tests. */
function rows(groups) {
  return groups.map(([name, tests]) => `  ${seconds(sum(tests))} s  ${String(tests.length).padStart(5)}  ${name}`);
}

const slowestFirst = (groups) => groups.toSorted(([, one], [, other]) => sum(other) - sum(one));

/** How long each kind of doing took in these tests. */
function spentIn(tests) {
  const kinds = {};
  for (const { spent, ms } of tests) {
    for (const [kind, took] of Object.entries(spent)) kinds[kind] = (kinds[kind] ?? 0) + took;
    const counted = Object.values(spent).reduce((all, it) => all + it, 0);
    kinds["the rest"] = (kinds["the rest"] ?? 0) + Math.max(ms - counted, 0);
  }
  return Object.entries(kinds).toSorted(([, one], [, other]) => other - one).map(([kind, ms]) => `${kind} ${seconds(ms).trim()} s`);
}

/** Which tests are for Chromium alone, and why. */
function aloneRows(tests) {
  const alone = grouped(tests.filter((it) => it.why), ({ test, why }) => `${test}: ${why}`);
  return alone.toSorted().map(([what, those]) => `  ${String(those.length).padStart(5)}  ${what}`);
}

/** All tables of a run: its lanes, each `{ name, ms }`, and its tests as harness/checked.mjs has noted them. */
export function tables(lanes, tests) {
  const folderOf = ({ test }) => test.split("/").slice(0, -1).join("/");
  const files = grouped(tests, (it) => `${it.test}, ${it.browser}`);
  const slowest = tests.toSorted((one, other) => other.ms - one.ms).slice(0, N_SLOWEST);
  return [
    "Seconds and tests of each browser, and what they were spent on:",
    ...grouped(tests, (it) => it.browser).flatMap((it) => [...rows([it]), `${" ".repeat(20)}${spentIn(it[1]).join(", ")}`]),
    ...lanes.map((it) => `  ${seconds(it.ms)} s  all in all for ${it.name}`),
    "Of each folder:",
    ...rows(grouped(tests, folderOf).toSorted()),
    "Tests in Chromium alone, and why:",
    ...aloneRows(tests),
    "Of the slowest files:",
    ...rows(slowestFirst(files).slice(0, N_SLOWEST)),
    "The slowest tests:",
    ...slowest.map((it) => `  ${seconds(it.ms)} s  ${it.test}, ${it.browser}: ${it.name}`),
  ].join("\n");
}
