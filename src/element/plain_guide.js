// Links into the plain guide, as a table of contents has them. While the widget stands in the guide's place they would lead
// to nothing, so the guide is shown below the widget once somebody follows one.

import { page } from "./page.js";

/** Listens for links into the plain guides of these elements. */
export function followLinks(elements) {
  // The page's own scripts may scroll to the place themselves, and need to find it there.
  const onClick = (event) => {
    const link = event.composedPath().find((it) => it.localName === "a");
    if (!link?.hash) return;
    const place = page.getElementById(link.hash.slice(1));
    for (const it of elements.keys()) showPlace(it, place);
  };
  addEventListener("click", onClick, true);
  // The browser has looked for the place before it tells this.
  addEventListener("hashchange", () => {
    for (const it of elements.keys()) showPlace(it)?.scrollIntoView();
  });
}

/** Draws before the plain guide; whoever the page's address has led to a place in that guide still sees the place. */
export function drawBefore(host, draw) {
  const top = host.querySelector(":target")?.getBoundingClientRect().top;
  draw();
  const place = showPlace(host);
  if (Math.abs(top) < innerHeight) place?.scrollIntoView();
}

/** Shows the plain guide if the place is in it; the place that was shown with it. */
function showPlace(host, place = host.querySelector(":target")) {
  const slot = host.shadowRoot?.querySelector("slot");
  if (!slot || !host.contains(place) || slot.className) return undefined;
  // The sheet shows the guide of such a slot.
  slot.className = "wanted";
  return place;
}
