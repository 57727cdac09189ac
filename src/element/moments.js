// What the page comes to in its own time.

import { page } from "./page.js";

/** Resolves when the parser has read the page to its end. */
export async function pageArrived() {
  if (page.readyState === "loading") await happened("DOMContentLoaded");
}

/**
 * Resolves when the page is shown. Before that, a browser may only prepare it: the person is on another page, may answer
 * there, and may never come.
 */
export async function pageShown() {
  if (page.prerendering) await happened("prerenderingchange");
}

function happened(name) {
  return new Promise((resolve) => page.addEventListener(name, resolve, { once: true }));
}
