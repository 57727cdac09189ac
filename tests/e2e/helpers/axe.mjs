// Looks at a page with axe-core, and whether it can be read, in light and in dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { note } from "../harness/checked.mjs";
import { isReadable } from "./contrast.mjs";

const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Runs axe on the whole page in light, and on the widget in dark: the demo page itself follows the system. */
export async function hasNoViolation(widget, what) {
  for (const [theme, scope] of [["light", "document"], ["dark", "host"]]) {
    await widget.inPage("host.theme = args[0]", theme);
    if (!(await widget.driver.executeScript("return 'axe' in window"))) await widget.driver.executeScript(AXE);
    const { violations, passes } = await widget.inPage(`return axe.run(${scope})`);
    const places = ({ nodes }) => nodes.map((it) => `${it.target}: ${it.html}`);
    const found = violations.map((it) => `${it.id}: ${it.help}: ${places(it)}`);
    assert.deepEqual(found, [], `${what}, ${theme}`);
    assert.ok(passes.some((it) => it.id === "color-contrast"), `${what}, ${theme}: axe looked into the widget`);
    await isReadable(widget, theme, what);
    note({ what, theme, rules: Object.fromEntries(passes.map((it) => [it.id, it.tags])) });
  }
}
