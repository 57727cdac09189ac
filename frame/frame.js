// <fault-finder-frame src="https://help.example/fault-finder/embed.html">: the widget in a frame, for pages that cannot
// run it themselves. The page around the frame includes this script; embed.js speaks from inside.
//
// The frame's height follows its content, its events come out under their own names, and the attributes go in as soon
// as the frame can take them. Each side hears only the other one, and takes only what is on a closed list.

import { follow, languageAround, unfollow } from "../src/element/language.js";
import { page } from "../src/element/page.js";
import { EVENTS, isText, SETTINGS } from "./contract.js";

// Without these the frame can neither copy the record nor read the battery. Browsers complain of names they do not know.
const ALLOWED = ["bluetooth", "clipboard-write", "serial"];
// What the detail of an event may hold.
const DETAIL = {
  guide: isText,
  session: Number.isFinite,
  shared: (it) => it === true,
  at: Number.isFinite,
  step: isText,
  choice: isText,
  dangers: isList,
  outcome: isText,
  record: (it) => Object(it) === it,
  errors: isList,
};
const MOST_ITEMS = 1_000;
const MOST_PIXELS = 100_000;

class FaultFinderFrame extends HTMLElement {
  static observedAttributes = ["src", "label", ...SETTINGS];

  #frame = page.createElement("iframe");
  // Where the frame comes from; undefined where `src` names no such place.
  #url;
  #isInPage = false;
  #isReady = false;
  // Whether `resume` was taken away before the frame could hear of it.
  #isWithdrawn = false;
  #nSteps = 0;
  #hear = (message) => this.#take(message);

  constructor() {
    super();
    const { style } = this.#frame;
    Object.assign(style, { display: "block", inlineSize: "100%", blockSize: "480px", border: "0" });
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    this.#isInPage = true;
    addEventListener("message", this.#hear);
    follow(this, () => this.#send());
    this.#load();
  }

  disconnectedCallback() {
    this.#isInPage = false;
    removeEventListener("message", this.#hear);
    unfollow(this);
  }

  attributeChangedCallback(name, before, now) {
    if (name === "resume") this.#isWithdrawn = now === null && !this.#isReady;
    // Attributes that were there before the class are read when it is connected.
    if (!this.#isInPage) return;
    if (name === "src") this.#load();
    if (name === "label") this.#label();
    if (SETTINGS.includes(name)) this.#send();
  }

  // Without an address that can be used, what stands inside the element is shown, and the reason is told.
  #load() {
    this.#isReady = false;
    this.#nSteps = 0;
    this.#url = addressOf(this);
    if (!this.#url) {
      this.shadowRoot.replaceChildren(page.createElement("slot"));
      const error = "src: this is no address that begins with https:// or http://";
      this.#dispatch("fault-finder-error", { guide: this.getAttribute("guide") ?? "", at: Date.now(), errors: [error] });
      return;
    }
    this.#label();
    const known = page.featurePolicy?.features() ?? ALLOWED;
    this.#frame.allow = this.getAttribute("allow") ?? ALLOWED.filter((it) => known.includes(it)).join("; ");
    this.#frame.src = this.#url.href;
    if (!this.#frame.isConnected) this.shadowRoot.replaceChildren(this.#frame);
  }

  #label() {
    this.#frame.title = this.getAttribute("label") ?? "Guided help";
  }

  // What is set before the frame is ready is read when it is.
  #send() {
    if (!this.#isReady) return;
    const said = SETTINGS.map((name) => [name, this.getAttribute(name)]);
    const settings = Object.fromEntries(said.filter(([, value]) => value === null || isText(value)));
    settings.lang = languageAround(this) || null;
    const say = (it) => this.#frame.contentWindow.postMessage({ faultFinder: "settings", settings: it }, this.#url.origin);
    // What was stored goes where what is there is taken away.
    if (this.#isWithdrawn) say({ ...settings, resume: "" });
    this.#isWithdrawn = false;
    say(settings);
  }

  #take({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== this.#url?.origin) return;
    switch (data?.faultFinder) {
      case "ready":
        this.#isReady = true;
        this.#send();
        break;
      case "height":
        if (isHeight(data.height)) this.#frame.style.blockSize = `${Math.ceil(data.height)}px`;
        break;
      case "event":
        if (EVENTS.includes(data.name)) this.#dispatch(data.name, checked(Object(data.detail)));
        break;
    }
  }

  #dispatch(name, detail) {
    const isLater = name === "fault-finder-step" && this.#nSteps++ > 0;
    if (isLater || name === "fault-finder-outcome") this.#showStart();
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  // A new step begins above, where the person may have scrolled away from. Not all browsers scroll the page around a
  // frame when what is inside takes the focus.
  #showStart() {
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }
}

/** The address of the frame; undefined where it is not one of the web. */
function addressOf(element) {
  try {
    const url = new URL(element.getAttribute("src") ?? "embed.html", page.baseURI);
    url.hash = "framed";
    return ["https:", "http:"].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Of the detail of an event, what one may hold. */
function checked(detail) {
  return Object.fromEntries(Object.entries(detail).filter(([name, it]) => Object.hasOwn(DETAIL, name) && DETAIL[name](it)));
}

function isHeight(it) {
  return Number.isFinite(it) && it >= 0 && it <= MOST_PIXELS;
}

function isList(it) {
  return Array.isArray(it) && it.length <= MOST_ITEMS && it.every(isText);
}

if (!customElements.get("fault-finder-frame")) customElements.define("fault-finder-frame", FaultFinderFrame);
