// <fault-finder-frame src="https://help.example/fault-finder/embed.html">: the widget in a frame, for pages that cannot
// run it themselves. The page around the frame includes this script; embed.js speaks from inside.
//
// The frame's height follows its content, its events come out under their own names, and the attributes go in as soon
// as the frame can take them. Each side hears only the other one.
(() => {
  "use strict";

  const SETTINGS = ["guide", "lang", "order", "theme", "resume", "resume-days", "battery", "support-href"];
  // Without these the frame can neither copy the record nor read the battery. Browsers complain of names they do not know.
  const ALLOWED = ["bluetooth", "clipboard-write", "serial"];
  const EVENT = /^fault-finder-[a-z]+$/;

  if (customElements.get("fault-finder-frame")) return;

  class FaultFinderFrame extends HTMLElement {
    static observedAttributes = ["src", "label", ...SETTINGS];

    #frame = document.createElement("iframe");
    #isInPage = false;
    #isReady = false;
    #nSteps = 0;
    #hear = (message) => this.#take(message);

    constructor() {
      super();
      const { style } = this.#frame;
      Object.assign(style, { display: "block", inlineSize: "100%", blockSize: "480px", border: "0" });
      this.attachShadow({ mode: "open" }).append(this.#frame);
    }

    connectedCallback() {
      this.#isInPage = true;
      window.addEventListener("message", this.#hear);
      this.#load();
    }

    disconnectedCallback() {
      this.#isInPage = false;
      window.removeEventListener("message", this.#hear);
    }

    attributeChangedCallback(name) {
      // Attributes that were there before the class are read when it is connected.
      if (!this.#isInPage) return;
      if (name === "src") this.#load();
      if (name === "label") this.#label();
      if (SETTINGS.includes(name)) this.#send();
    }

    get #url() {
      return new URL(this.getAttribute("src") ?? "embed.html", document.baseURI);
    }

    #load() {
      this.#isReady = false;
      this.#nSteps = 0;
      this.#label();
      const known = document.featurePolicy?.features() ?? ALLOWED;
      this.#frame.allow = this.getAttribute("allow") ?? ALLOWED.filter((it) => known.includes(it)).join("; ");
      const url = this.#url;
      url.hash = "framed";
      this.#frame.src = url.href;
    }

    #label() {
      this.#frame.title = this.getAttribute("label") ?? "Guided help";
    }

    // What is set before the frame is ready is read when it is.
    #send() {
      if (!this.#isReady) return;
      const settings = Object.fromEntries(SETTINGS.map((name) => [name, this.getAttribute(name)]));
      settings.lang ??= this.closest("[lang]")?.lang ?? null;
      const { origin } = this.#url;
      // A file has no origin that could be named; the frame is the only one that is spoken to all the same.
      const target = origin === "null" ? "*" : origin;
      this.#frame.contentWindow.postMessage({ faultFinder: "settings", settings }, target);
    }

    #take({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== this.#url.origin) return;
      switch (data?.faultFinder) {
        case "ready":
          this.#isReady = true;
          this.#send();
          break;
        case "height":
          if (Number.isFinite(data.height)) this.#frame.style.blockSize = `${Math.ceil(data.height)}px`;
          break;
        case "event":
          if (EVENT.test(data.name)) this.#dispatch(data.name, data.detail);
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

  customElements.define("fault-finder-frame", FaultFinderFrame);
})();
