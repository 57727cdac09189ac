// Bars of the page that stay at the edges of the window, over what scrolls below them. A page says how high they are to
// whatever scrolls: by `scroll-padding`, or by `scroll-margin` on the element. No sheet can read that, so this does.

import { pathOf } from "./page.js";

const MARGIN = "scrollMargin";
const PADDING = "scrollPadding";

/** Has the answers of these elements stand above a bar at the bottom, also where that comes or goes later. */
export function watchBars(elements) {
  const look = () => {
    for (const it of elements.keys()) standAbove(it);
  };
  for (const type of ["scroll", "resize"]) addEventListener(type, look, { capture: true, passive: true });
}

/** Scrolls to where the element begins, where that is above the window or below a bar at the top. */
export function showStart(host) {
  standAbove(host);
  const heights = covered(host, "Top").map((it) => (parseFloat(it) * (it.endsWith("%") ? innerHeight : 100)) / 100);
  if (host.getBoundingClientRect().top < Math.max(...heights)) host.scrollIntoView();
}

/** Has the answers that are held stand above a bar at the bottom. */
export function standAbove(host) {
  const style = host.shadowRoot?.firstElementChild?.style;
  const bar = `max(${covered(host, "Bottom")})`;
  if (style && style.getPropertyValue("--_ff-bar") !== bar) style.setProperty("--_ff-bar", bar);
}

/** What is covered at this side, as each of those says it who can. */
function covered(host, side) {
  const around = pathOf(host).map((it) => getComputedStyle(it)[PADDING + side]);
  return [getComputedStyle(host)[MARGIN + side], ...new Set(around)].filter((it) => it !== "auto");
}
