// Whether a theme of the host's own can be read: the contrast of its colours, as WCAG 2.2 reckons it. In Rust, reading
// numbers alone would weigh more than all of this.

const TEXT = 4.5;
const EDGE = 3;
// What stands on what, and the least contrast of the two (https://www.w3.org/TR/WCAG22/#contrast-minimum).
const PAIRS = [
  ["ink", "paper", TEXT],
  ["soft", "paper", TEXT],
  ["accent", "paper", TEXT],
  ["edge", "paper", EDGE],
  ["ink", "mist", TEXT],
  ["ink", "tint", TEXT],
  ["ink", "glow-tint", TEXT],
  ["on-accent", "accent", TEXT],
  ["ink", "stop-tint", TEXT],
  ["stop", "stop-tint", TEXT],
  ["on-stop", "stop", TEXT],
];

/** What is hard to read in the theme of a host, each in one sentence; nothing where it has set no colour. */
export function contrastErrors(host) {
  const own = getComputedStyle(host);
  const isSet = (token) => own.getPropertyValue(`--fault-finder-${token}`) !== "";
  if (!PAIRS.flat().some((it) => typeof it === "string" && isSet(it))) return [];
  // Colours are only known where they are used, so something that nobody sees uses them.
  const probe = document.createElement("div");
  probe.className = "widget";
  probe.style.display = "none";
  host.shadowRoot.append(probe);
  const errors = PAIRS.map(([on, ground, least]) => {
    const [one, other] = [on, ground].map((it) => luminance(probe, it)).sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const names = `--fault-finder-${on} on --fault-finder-${ground}`;
    return ratio < least && `theme: ${names} has a contrast of ${ratio.toFixed(1)} : 1; it needs ${least} : 1`;
  });
  probe.remove();
  return errors.filter(Boolean);
}

/** The relative luminance of a colour (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance); NaN if it is not in sRGB. */
function luminance(probe, token) {
  probe.style.color = `var(--${token})`;
  const { color } = getComputedStyle(probe);
  const most = color.startsWith("rgb") ? 255 : color.startsWith("color(srgb ") ? 1 : NaN;
  const linear = (it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = color.match(/[\d.]+/g).map((it) => linear(it / most));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
