// The script that a page includes. The build gives VERSION, ASSETS, and of the script with the WebAssembly its name,
// WASM, and its hash, INTEGRITY.

import { define } from "./element.js";
import { meeting } from "./meeting.js";

// Later there is no current script any more, and in a module there is none at all.
const script = document.currentScript ?? document.querySelector("script[src*='fault-finder.js']");

async function start() {
  const { here, reject } = meeting(VERSION);
  load((why) => reject(new Error(`${WASM} ${why}`)));
  const face = await here;
  face.loaded_from(script?.src || undefined);
  return face;
}

/** Loads the script with the WebAssembly from beside this one, unless the page has it. */
function load(fail) {
  // A page that was saved has it, and so has one that holds all.
  if (!script?.src || document.querySelector("[data-fault-finder=wasm]")) {
    return whenLoaded(() => fail("is not in the page."));
  }
  const wasm = document.createElement("script");
  wasm.dataset.faultFinder = "wasm";
  for (const name of ["crossOrigin", "nonce", "referrerPolicy"]) if (script[name]) wasm[name] = script[name];
  if (script.integrity) wasm.integrity = INTEGRITY;
  wasm.onerror = () => fail("could not be loaded.");
  // Where it has brought what it should, this changes nothing.
  wasm.onload = () => fail("is damaged, or of another version.");
  wasm.src = trusted(new URL(script.dataset.wasm ?? WASM, script.src).href);
  // In a copy of the page it is found before this script runs.
  if (script.isConnected) script.before(wasm);
  else document.head.append(wasm);
}

/** Tells a page that wants to know it who makes addresses of scripts. */
function trusted(url) {
  const policy = globalThis.trustedTypes?.createPolicy("fault-finder", { createScriptURL: (it) => it });
  return policy?.createScriptURL(url) ?? url;
}

function whenLoaded(call) {
  if (document.readyState === "complete") call();
  else addEventListener("load", call, { once: true });
}

define(VERSION, start, ASSETS);
