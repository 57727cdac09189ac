// Defines <fault-finder>, with its WebAssembly as a file of its own, which the browser compiles while it arrives.

import init, * as face from "./fault-finder.js";
import { ASSETS, HASHES } from "./assets.js";
import { advise, watchErrors } from "./advice.js";
import { showStart, standAbove, watchBars } from "./bars.js";
import { watchTheme } from "./contrast.js";
import { define } from "./element.js";
import { on_trap } from "./guard.js";
import { showToTraps } from "./tab_stop.js";

// Where pages are rendered before they are sent, there are no elements to define.
if (globalThis.customElements) define("{version}", start, ASSETS);

async function start() {
  await init();
  face.loaded_from(import.meta.url);
  face.comes_with(HASHES);
  return { ...face, advise, on_trap, showStart, showToTraps, standAbove, watchBars, watchErrors, watchTheme };
}
