// Defines <fault-finder>, with its WebAssembly as a file of its own, which the browser compiles while it arrives.

import init, * as face from "./fault-finder.js";
import { ASSETS } from "./assets.js";
import { watchTheme } from "./contrast.js";
import { define } from "./element.js";

// Where pages are rendered before they are sent, there are no elements to define.
if (globalThis.customElements) define("{version}", start, ASSETS);

async function start() {
  await init();
  face.loaded_from(import.meta.url);
  return { ...face, watchTheme };
}
