// The script with the WebAssembly. The build gives VERSION, what wasm-bindgen has made as "glue", TABLE, N_BYTES and
// CHECKSUM, which tell how to unpack, and HASHES, which the files have that are loaded later.

import { wasm_bindgen } from "glue";
import { advise, watchErrors } from "./advice.js";
import { showStart, standAbove, watchBars } from "./bars.js";
import { watchTheme } from "./contrast.js";
import { on_trap } from "./guard.js";
import { meeting } from "./meeting.js";
import { pause } from "./pause.js";
import { showToTraps } from "./tab_stop.js";

// The WebAssembly: a character for each byte, and a shift before a rare one. Packed on its way, such text is hardly
// longer than the bytes would be.
const WASM = "{wasm}";
const LAST_CHARACTER = 124;
const N_AT_ONCE = 4_096;
// As long as this may take at once, so that a slow phone still answers in between.
const MS_AT_ONCE = 4;

async function unpacked() {
  const table = Uint8Array.from(atob(TABLE), (it) => it.charCodeAt(0));
  const bytes = new Uint8Array(N_BYTES);
  const state = { at: 0, checksum: 0, shift: 0 };
  // A browser has had enough to do with reading all of this.
  await pause();
  let paused = performance.now();
  for (let start = 0; start < WASM.length; start += N_AT_ONCE) {
    unpack(start, Math.min(start + N_AT_ONCE, WASM.length), table, bytes, state);
    if (performance.now() - paused > MS_AT_ONCE) {
      await pause();
      paused = performance.now();
    }
  }
  if (state.at !== N_BYTES || state.checksum !== CHECKSUM) throw new Error("The script was damaged on its way.");
  return bytes;
}

function unpack(start, end, table, bytes, state) {
  let { at, checksum, shift } = state;
  for (let idx = start; idx < end; idx++) {
    const code = WASM.charCodeAt(idx);
    if (code > LAST_CHARACTER) {
      shift = 128 * (code - LAST_CHARACTER);
    } else {
      const byte = table[shift + code];
      bytes[at++] = byte;
      checksum = (31 * checksum + byte) | 0;
      shift = 0;
    }
  }
  Object.assign(state, { at, checksum, shift });
}

const both = meeting(VERSION);
// It may have been asked for again, and come twice.
if (!both.isHere) both.resolve(wasm_bindgen({ module_or_path: unpacked() }).then(face));

function face() {
  wasm_bindgen.comes_with(HASHES);
  const ours = { advise, on_trap, showStart, showToTraps, standAbove, watchBars, watchErrors, watchTheme };
  return Object.assign(wasm_bindgen, ours);
}
