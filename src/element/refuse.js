// Where nothing can ever come of the widget: each of these throws there, with the reason.

import { page } from "./page.js";

// The shortest WebAssembly that there is.
const NOTHING = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** In an old browser, or under a policy that forbids WebAssembly. */
export function refuseUnlessCompiled() {
  new WebAssembly.Module(NOTHING);
}

/**
 * In the document of a frame where it takes elements' classes from them, as in Firefox 140: what is drawn there could not
 * be pressed.
 */
export function refuseUnlessKept(owner) {
  if (owner === document || owner.adoptNode(page.createElement("p")) instanceof Element) return;
  throw new Error("this browser does not let it move into the document of a frame");
}
