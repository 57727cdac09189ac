// Lighthouse, in the Chromium that the tests run in, on a page of the built widget.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { startChromium } from "../harness/start.mjs";
import { DIST } from "../harness/server.mjs";

/** Where reports are kept. */
export const REPORTS = join(DIST, "reports");

const OPTIONS = {
  logLevel: "error",
  output: ["html", "json"],
  onlyCategories: ["accessibility", "best-practices", "seo"],
  // A phone; as fast as this machine is, because no time is measured.
  formFactor: "mobile",
  throttlingMethod: "provided",
  // Pictures of the whole page, which the report would show beside what is wrong.
  disableFullPageScreenshot: true,
};

/** The scores of a page by category, 0 to 100, and what is not right in each. The report is kept under this name. */
export async function rate(url, name) {
  // One of its own: Lighthouse empties the caches, and pretends to be a phone.
  const browser = await startChromium();
  try {
    const { debuggerAddress } = (await browser.getCapabilities()).get("goog:chromeOptions");
    const { lhr, report } = await lighthouse(url, { ...OPTIONS, port: Number(debuggerAddress.split(":")[1]) });
    mkdirSync(REPORTS, { recursive: true });
    for (const [idx, type] of OPTIONS.output.entries()) writeFileSync(join(REPORTS, `${name}.${type}`), report[idx]);
    return { error: lhr.runtimeError, scores: scores(lhr), found: found(lhr) };
  } finally {
    await browser.quit();
  }
}

function scores({ categories }) {
  return Object.fromEntries(Object.values(categories).map((it) => [it.id, Math.round(100 * it.score)]));
}

/** What costs a point. */
function found({ audits, categories }) {
  const ids = Object.values(categories).flatMap((it) => it.auditRefs.filter(({ weight }) => weight > 0)).map((it) => it.id);
  const bad = ids.map((id) => audits[id]).filter((it) => it.score !== null && it.score < 1);
  return bad.map((it) => `${it.id}: ${it.title} ${JSON.stringify(it.details?.items ?? "")}`);
}
