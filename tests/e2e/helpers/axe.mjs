// Looks at a page with axe-core, and whether it can be read, in light and in dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { note } from "../harness/checked.mjs";
import { isReadable } from "./contrast.mjs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// The demo page itself follows the system; and of what axe looks for, a theme changes the colours alone.
const RUNS = { light: "axe.run(document)", dark: "axe.run(host, { runOnly: ['color-contrast'] })" };

/**
 * Sees that the widget can be read in light and in dark, and in Chromium what axe says of the page. Axe reads the page's
 * own tree: what it says of that is the same in each browser.
 */
export async function hasNoViolation(widget, what) {
  const isAxeRun = (await widget.driver.getCapabilities()).getBrowserName() === "chrome";
  for (const [theme, run] of Object.entries(RUNS)) {
    await widget.inPage("host.theme = args[0]", theme);
    if (isAxeRun) await axeFindsNothing(widget, run, theme, what);
    await isReadable(widget, theme, what);
  }
}

async function axeFindsNothing(widget, run, theme, what) {
  if (!(await widget.driver.executeScript("return 'axe' in window"))) await widget.driver.executeScript(AXE);
  const { violations, passes } = await widget.inPage(`return ${run}`);
  const places = ({ nodes }) => nodes.map((it) => `${it.target}: ${it.html}`);
  const found = violations.map((it) => `${it.id}: ${it.help}: ${places(it)}`);
  assert.deepEqual(found, [], `${what}, ${theme}`);
  assert.ok(passes.some((it) => it.id === "color-contrast"), `${what}, ${theme}: axe looked into the widget`);
  note({ what, theme, rules: Object.fromEntries(passes.map((it) => [it.id, it.tags])) });
}
