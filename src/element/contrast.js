// Whether a theme of the host's own can be read: the contrast of its colours, as WCAG 2.2 reckons it. In Rust, reading
// numbers alone would weigh more than all of this.

import { isFunction, page, pathOf } from "./page.js";

const TEXT = 4.5;
const EDGE = 3;
// What stands on which grounds, and the least contrast of the two (https://www.w3.org/TR/WCAG22/#contrast-minimum).
const INKS = [
  ["ink", TEXT, "paper", "mist", "tint", "glow-tint", "stop-tint"],
  ["soft", TEXT, "paper", "mist", "tint"],
  ["accent", TEXT, "paper", "glow-tint"],
  ["edge", EDGE, "paper", "glow-tint"],
  ["on-accent", TEXT, "accent"],
  ["stop", EDGE, "paper"],
  ["stop", TEXT, "stop-tint"],
  ["on-stop", TEXT, "stop"],
];
const TOKENS = [...new Set(INKS.flat().filter((it) => isNaN(it)))];
const UNKNOWN = [NaN, NaN, NaN, 1];

// What is to be done where colours have changed, by the shadow root that they have changed in.
const looks = new WeakMap();

/**
 * Tells `onErrors` what is hard to read, when the page has nothing more urgent to do, and again whenever that changes.
 * The sheet makes a transition of each change of a colour, whatever in the page has changed it; it ends once the colours
 * have been the same for a moment.
 */
export function watchTheme(host, onErrors) {
  let told = "";
  const look = () => {
    if (!host.isConnected) return;
    const errors = contrastErrors(host);
    if (told !== (told = errors.join())) onErrors(errors);
  };
  // The root stays, while widgets come and go in it; what they are drawn in goes on to other elements.
  const root = host.shadowRoot;
  if (!looks.has(root)) {
    root.addEventListener("transitionend", ({ propertyName }) => propertyName === "box-shadow" && whenIdle(looks.get(root)));
  }
  looks.set(root, look);
  whenIdle(look);
}

function whenIdle(call) {
  if (isFunction(globalThis.requestIdleCallback)) requestIdleCallback(call);
  else setTimeout(call, 500);
}

/**
 * What is hard to read in the theme of a host, each in one sentence; nothing where it has set no colour. Where the
 * widget is light or dark as the system is, both are looked at.
 */
function contrastErrors(host) {
  const own = getComputedStyle(host);
  const values = TOKENS.map((it) => own.getPropertyValue(`--fault-finder-${it}`));
  const set = values.filter(Boolean);
  if (set.length === 0) return [];
  // Colours are only known where they are used, so something that nobody sees uses them.
  const probe = page.createElement("div");
  probe.className = "widget";
  probe.style.display = probe.style.forcedColorAdjust = "none";
  host.shadowRoot.append(probe);
  const isColour = (token) => CSS.supports("color", values[TOKENS.indexOf(token)] || "red");
  const colourOf = (token) => (isColour(token) ? colour(probe, `var(--_ff-${token})`) : UNKNOWN);
  const errors = TOKENS.filter((it) => !isColour(it)).map((it) => `theme: --fault-finder-${it} is no colour`);
  if (isFixed(host, own.colorScheme)) {
    errors.push(...pairErrors("", colourOf, () => behind(host, probe)));
  } else {
    const schemes = ["light", "dark"];
    if (matchMedia("(prefers-color-scheme: dark)").matches) schemes.reverse();
    const errorsIn = (scheme, ground) => {
      probe.style.colorScheme = scheme;
      return pairErrors(` in ${scheme},`, colourOf, ground);
    };
    errors.push(...errorsIn(schemes[0], () => behind(host, probe)));
    // What the page is in the other scheme is only known where nothing but the scheme can change it.
    const isKnown = set.every((it) => it.includes("light-dark(")) || !mayDiffer(rootOf(host));
    if (isKnown) errors.push(...errorsIn(schemes[1], () => UNKNOWN));
  }
  probe.remove();
  return errors;
}

/** Whether the widget is either light or dark, whatever the system is. */
function isFixed(host, scheme) {
  return /^(light|dark)$/.test(host.getAttribute("theme")) || !/light.*dark|dark.*light/.test(scheme);
}

function pairErrors(where, colourOf, pageGround) {
  const paper = over(colourOf("paper"), pageGround);
  const groundOf = (it) => (it === "paper" ? paper : over(colourOf(it), () => paper));
  return INKS.flatMap(([ink, least, ...grounds]) =>
    grounds.map((it) => {
      const ground = groundOf(it);
      const [one, other] = [over(colourOf(ink), () => ground), ground].map(luminance).sort((a, b) => b - a);
      const ratio = (one + 0.05) / (other + 0.05);
      const names = `--fault-finder-${ink} on --fault-finder-${it}`;
      return ratio < least && `theme:${where} ${names} has a contrast of ${ratio.toFixed(1)} : 1; it needs ${least} : 1`;
    }),
  ).filter(Boolean);
}

function rootOf(host) {
  const root = host.getRootNode();
  return root instanceof ShadowRoot ? root : page;
}

/** Whether the page may set other colours in the other scheme, or a sheet of it can not be read. */
function mayDiffer({ styleSheets, adoptedStyleSheets, host }) {
  const asks = (sheets) =>
    [...sheets].some((it) => {
      const rules = it.styleSheet ?? it;
      return /prefers-color-scheme/.test(it.media?.mediaText) || asks(rules.cssRules ?? []);
    });
  try {
    return host || asks(styleSheets) || asks(adoptedStyleSheets);
  } catch {
    return true;
  }
}

/** What is behind the element, from the nearest ground to the first that hides the rest; unknown where it is an image. */
function behind(host, probe) {
  const styles = pathOf(host).map((it) => getComputedStyle(it));
  const from = (idx) => {
    const style = styles[idx];
    if (!style) return canvas(probe, styles.at(-1).colorScheme);
    return style.backgroundImage === "none" ? over(colour(probe, style.backgroundColor), () => from(idx + 1)) : UNKNOWN;
  };
  return from(0);
}

/** What is behind all that is in a page with this scheme; unknown in a frame, which may show the page around it. */
function canvas(probe, scheme) {
  const own = probe.style.colorScheme;
  probe.style.colorScheme = scheme;
  const found = top === self ? colour(probe, "Canvas") : UNKNOWN;
  probe.style.colorScheme = own;
  return found;
}

/** Red, green, blue and alpha, from 0 to 1. What is not in sRGB is cut off, as it is on most screens. */
function colour(probe, value) {
  // Whatever space a colour is in, a mix is told in this one. A browser without mixes has colours in no other.
  const canMix = CSS.supports("color", "color-mix(in srgb, red, red)");
  probe.style.backgroundColor = canMix ? `color-mix(in srgb, ${value} 100%, transparent)` : value;
  const { backgroundColor } = getComputedStyle(probe);
  const most = backgroundColor.startsWith("rgb") ? 255 : backgroundColor.startsWith("color(srgb ") ? 1 : NaN;
  const [red, green, blue, alpha = 1] = backgroundColor.match(/-?[\d.]+(e[-+]?\d+)?/g);
  return [...[red, green, blue].map((it) => Math.min(Math.max(it / most, 0), 1)), Number(alpha)];
}

/** A colour as it looks on its ground, which is only asked for where it shines through. */
function over(colour, groundOf) {
  const alpha = colour[3];
  if (alpha === 1) return colour;
  const ground = groundOf();
  return [...[0, 1, 2].map((it) => alpha * colour[it] + (1 - alpha) * ground[it]), 1];
}

/** The relative luminance of a colour (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour) {
  const linear = (it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
