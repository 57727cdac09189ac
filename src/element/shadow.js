// What stands inside the shadow root: the styles, the node that is drawn in, and the slot with the host's own guide.

import { keepKeys } from "./keys.js";
import { page } from "./page.js";
import { drawBefore } from "./plain_guide.js";

// All widgets have the same styles, which are read once.
let sheet;

/**
 * Puts a node into the shadow root, in place of an older one. Where it is the widget, the host's own guide is for paper
 * only, until a link leads into it.
 */
export function fill(host, node, styles, isWidget) {
  const shadow = host.shadowRoot ?? opened(host);
  if (isWidget) {
    // The sheet turns this round.
    node.hidden = true;
    // White space is no guide, but the sheet cannot know that.
    node.className = host.firstElementChild ? "with-guide" : "";
  }
  const slot = shadow.querySelector("slot") ?? page.createElement("slot");
  slot.setAttribute("part", "static");
  keepKeys(node);
  drawBefore(host, () => {
    shadow.replaceChildren(node, slot);
    dress(shadow, styles);
  });
}

function opened(host) {
  const shadow = host.attachShadow({ mode: "open" });
  if (host.shadowRoot) return shadow;
  shadow.append(page.createElement("slot"));
  throw new Error("this page keeps shadow roots closed");
}

/** Leaves the host's own guide in the shadow root, and above it what is said of that. */
export function strip({ shadowRoot }, said) {
  if (!shadowRoot) return;
  // The slot stays what it is: the page may have broken what makes one.
  shadowRoot.replaceChildren(...said, shadowRoot.querySelector("slot") ?? page.createElement("slot"));
  // The guide looks as it does without an element around it.
  if (said.length === 0) shadowRoot.adoptedStyleSheets = [];
}

/**
 * Constructed sheets work where the host page forbids inline styles, but only in the document that the script runs in;
 * an element that was moved into a frame gets them inline.
 */
function dress(shadow, styles) {
  try {
    sheet ??= sheetOf(styles);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = page.createElement("style");
    style.textContent = styles;
    shadow.append(style);
  }
}

function sheetOf(styles) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  registerTextSize();
  return sheet;
}

/**
 * Has the size of the page's text go down to the widget in pixels. Browsers that cannot do that yet (Firefox before 128)
 * use what the person has set.
 */
function registerTextSize() {
  try {
    CSS.registerProperty({ name: "--_ff-text", syntax: "<length>", inherits: true, initialValue: "0px" });
  } catch {
    // Another version of the widget on this page has done so.
  }
}
