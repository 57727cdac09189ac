// Which script of the page brings the widget, so that its other files are found.

import { page } from "./page.js";

// Where it comes from, if nobody has given it another name.
const OWN = /^[^?#]*\/fault-finder\.js([?#]|$)/;
// What runs as a script, once it is here. An article may hold an image of any name.
const RUN = ["script", "fetch", "xmlhttprequest"];

/**
 * The script's own tag, or its address alone as `src`; undefined where neither is known. To be called while the script
 * runs: later there is no current script any more.
 */
export function ownScript() {
  const { currentScript } = page;
  if (isScript(currentScript) && currentScript.src) return currentScript;
  // In a module there is no current script. A library that puts a script into the page may run its text alone, and leave
  // its tag where it was, or nowhere.
  const tags = [...page.querySelectorAll("script[src]")].filter(isScript);
  return tags.find((it) => OWN.test(it.src)) ?? loaded() ?? (isScript(currentScript) ? currentScript : undefined);
}

export function isScript(it) {
  return it instanceof HTMLScriptElement;
}

/** What the browser remembers to have loaded. */
function loaded() {
  try {
    const entries = performance.getEntriesByType("resource");
    const own = entries.findLast(({ name, initiatorType }) => RUN.includes(initiatorType) && OWN.test(name));
    return own && { src: own.name };
  } catch {
    // Pages put other things in the place of this, and old browsers do not look from the end.
    return undefined;
  }
}
