// A walk in the oldest Chromium that the widget is promised to run in. Its driver is not to be had any more, so it is
// steered by its own protocol, and this stands beside the other tests in browsers.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import { answersOf, GUIDE, labelOf, NAMES } from "../e2e/harness/guide.mjs";
import { startServer } from "../e2e/harness/server.mjs";
import { NO_POWER, WORN } from "../e2e/helpers/people.mjs";

const VERSION = /^119\./;
const ARGS = JSON.parse(await readFile(new URL("../../webdriver.json", import.meta.url), "utf8"))["goog:chromeOptions"].args;
const FINDER = "fault-finder";

const executablePath = join(tmpdir(), `fault-finder-chromium-${process.pid}`);
const running = {};

before(async () => {
  const library = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium/package.json"));
  const program = await promisify(brotliDecompress)(await readFile(join(library, "bin/chromium.br")));
  await writeFile(executablePath, program, { mode: 0o755 });
  running.server = await startServer();
  running.browser = await chromium.launch({ executablePath, args: ARGS });
  assert.match(running.browser.version(), VERSION);
});

after(async () => {
  await running.browser?.close();
  await running.server?.close();
  await rm(executablePath, { force: true });
});

/** Opens the demo page on a phone, presses what this person would, and gives the page once it shows the step `to`. */
async function walk(person, to) {
  const page = await running.browser.newPage({ viewport: { width: 360, height: 740 } });
  const said = [];
  page.on("console", (it) => said.push(it.text()));
  page.on("pageerror", (it) => said.push(it.message));
  await page.goto(running.server.origin);
  const inWidget = (script) => page.evaluate(`(() => { const host = document.querySelector("${FINDER}"); return ${script}; })()`);
  await page.waitForFunction(`document.querySelector("${FINDER}").state === "ready"`);
  const answers = answersOf(person);
  for (let nSteps = 0; nSteps < 40; nSteps++) {
    const heading = await inWidget("host.shadowRoot.querySelector('h2').textContent");
    const step = NAMES[heading];
    assert.equal(await inWidget("host.scrollWidth <= host.clientWidth"), true, `nothing sticks out at ${step}`);
    if (step === to) {
      assert.deepEqual([said, await inWidget("host.errors")], [[], []]);
      return { page, inWidget };
    }
    await page.locator(FINDER).getByRole("button", { name: labelOf(step, answers[step]), exact: true }).click();
    await page.waitForFunction(`document.querySelector("${FINDER}").shadowRoot.querySelector("h2").textContent !== ${JSON.stringify(heading)}`);
  }
  throw new Error(`no way leads to ${to}`);
}

test("a walk leads to the good end, with the record of it", async () => {
  const { page, inWidget } = await walk(NO_POWER, "fixed");
  const { guide, entries } = await inWidget("host.record");
  assert.equal(guide, GUIDE.id);
  assert.equal(entries.at(-1).step, "other-cable");
  await page.close();
});

test("another one leads to support", async () => {
  const { page } = await walk(WORN, "service");
  await page.close();
});
