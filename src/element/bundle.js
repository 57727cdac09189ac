// The script that a page includes. The build gives VERSION, ASSETS, and of the script with the WebAssembly its name,
// WASM, and its hash, INTEGRITY.

import { define } from "./element.js";
import { meeting } from "./meeting.js";
import { hasMethod, page } from "./page.js";

// Where this script comes from, if nobody has given it another name.
const OWN = /^[^?#]*\/fault-finder\.js([?#]|$)/;

// Later there is no current script any more, and in a module there is none at all.
const script = ownScript();

function ownScript() {
  const { currentScript } = page;
  if (currentScript instanceof HTMLScriptElement) return currentScript;
  const scripts = [...page.querySelectorAll("script[src]")].filter((it) => it instanceof HTMLScriptElement);
  return scripts.find((it) => OWN.test(it.src));
}

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
  if (!script?.src || page.querySelector("script[data-fault-finder=wasm]")) {
    return whenLoaded(() => fail("is not in the page."));
  }
  const wasm = page.createElement("script");
  const url = new URL(script.dataset.wasm ?? WASM, script.src);
  wasm.dataset.faultFinder = "wasm";
  for (const name of ["crossOrigin", "nonce", "referrerPolicy"]) if (script[name]) wasm[name] = script[name];
  if (isPinned(url)) {
    wasm.integrity = INTEGRITY;
    // Of another site's file, a browser compares the hash only where that site lets this page read it.
    wasm.crossOrigin ??= "anonymous";
  }
  wasm.onerror = () => fail("could not be loaded, or is another file than it should be.");
  // Where it has brought what it should, this changes nothing.
  wasm.onload = () => fail("is damaged, or of another version.");
  wasm.src = trusted(url.href);
  // In a copy of the page it is found before this script runs.
  if (script.isConnected) script.before(wasm);
  else page.head.append(wasm);
  // The request is under way. A copy of the page is a file, which a browser refuses to compare.
  wasm.removeAttribute("integrity");
  wasm.removeAttribute("crossorigin");
}

/**
 * Whether the second script must have the hash that it was built with. Without `integrity` on the tag, who can change the
 * first script can change the second one from the same place as well, and a site's own tools may have made both shorter
 * once more. From another site it must, where the browser can compare it, and from a third one in any case.
 */
function isPinned({ origin, protocol }) {
  if (script.integrity) return true;
  // The origin of a frame that may do nothing is nobody's, but its page comes from somewhere.
  const isForeign = protocol !== "file:" && ![globalThis.origin, new URL(location.href).origin].includes(origin);
  return isForeign && (script.crossOrigin !== null || origin !== new URL(script.src).origin);
}

/** Tells a page that wants to know it who makes addresses of scripts: this one address, and no other. */
function trusted(url) {
  const { trustedTypes } = globalThis;
  if (!hasMethod(trustedTypes, "createPolicy")) return url;
  return trustedTypes.createPolicy("fault-finder", { createScriptURL: () => url }).createScriptURL("");
}

function whenLoaded(call) {
  if (page.readyState === "complete") call();
  else addEventListener("load", call, { once: true });
}

define(VERSION, start, ASSETS);
