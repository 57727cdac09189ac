// The script that a page includes. The build gives VERSION, ASSETS, and of the script with the WebAssembly its name,
// WASM, and its hash, INTEGRITY.

import { define } from "./element.js";
import { meeting } from "./meeting.js";
import { ownScript } from "./own_script.js";
import { getSecond } from "./second_script.js";

const script = ownScript();

async function start() {
  const both = meeting(VERSION);
  // Where both scripts are in one file, the rest of that file runs first.
  await null;
  const second = { name: WASM, version: VERSION, integrity: INTEGRITY };
  if (!both.isHere) getSecond(script, second, (why) => both.reject(new Error(`${WASM} ${why}`)));
  const face = await both.here;
  face.loaded_from(script?.src || undefined);
  return face;
}

define(VERSION, start, ASSETS);
