// <fault-finder>: the class that Rust cannot write. It hands everything on to the face in WebAssembly.
//
// Until that face is there, and where it never comes, the element has no shadow root: the host's own guide inside it
// stays as the host has styled it.

const OBSERVED = ["guide", "lang", "order", "resume", "support-href"];
const REFLECTED = ["guide", "order", "theme"];
// A change of these asks for another guide or another place to keep the session, which is another mount.
const REMOUNTING = ["guide", "resume"];

/** Defines the element once, however often the script runs. `face` is a promise of the exports of the WebAssembly. */
export function define(face) {
  if (customElements.get("fault-finder")) return;
  customElements.define("fault-finder", elementClass(face));
}

function elementClass(face) {
  class FaultFinder extends HTMLElement {
    static observedAttributes = OBSERVED;

    #state = "loading";
    #version;
    #handle;
    // The session, while the element is out of the page.
    #kept;
    // Counts the mounts, so that one which was overtaken while its guide loaded is dropped.
    #mounts = 0;
    // Resolves when the mount under way has ended, whatever came of it.
    #mounted = Promise.resolve();

    /** `loading`, `ready`, `failed` (the guide cannot be used) or `static` (WebAssembly cannot be used). */
    get state() {
      return this.#state;
    }

    /** The version of the widget, once it is there. */
    get version() {
      return this.#version;
    }

    /** The record of the session as a plain object, once the widget is there. */
    get record() {
      return this.#handle?.record;
    }

    get resume() {
      return this.hasAttribute("resume");
    }

    set resume(on) {
      this.toggleAttribute("resume", Boolean(on));
    }

    get supportHref() {
      return this.getAttribute("support-href") ?? "";
    }

    set supportHref(href) {
      this.setAttribute("support-href", href);
    }

    connectedCallback() {
      this.#takeOverProperties();
      this.#mounted = this.#mount();
    }

    disconnectedCallback() {
      this.#kept = this.#unmount();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected || this.#state === "static") return;
      if (name === "resume" && now === null) this.#handle?.unstore();
      if (REMOUNTING.includes(name) || this.#state === "failed") {
        this.#kept = name === "guide" ? void this.#unmount() : this.#unmount();
        this.#mounted = this.#mount();
      } else {
        this.#handle?.update();
      }
    }

    /** Moves the focus to the step at hand. */
    start() {
      return this.#call((handle) => handle.start());
    }

    /** Starts the session again. */
    restart() {
      return this.#call((handle) => handle.restart());
    }

    /** Goes back one step. */
    back() {
      return this.#call((handle) => handle.back());
    }

    /** Answers the step at hand: a step's id and a choice, as the `fault-finder-answer` event names them. */
    answer(step, choice) {
      return this.#call((handle) => handle.answer(step, choice));
    }

    /** Starts again and removes what is stored. */
    forget() {
      return this.#call((handle) => handle.forget());
    }

    // What a page has set before the class was there stands in the way of the class's own properties.
    #takeOverProperties() {
      for (const name of [...REFLECTED, "resume", "supportHref"]) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }

    async #call(method) {
      await this.#mounted;
      if (this.#handle) await method(this.#handle);
    }

    async #mount() {
      const mount = ++this.#mounts;
      this.#state = "loading";
      try {
        const { load, mount: mountFace, version } = await face;
        this.#version = version();
        const loaded = await load(this);
        if (mount !== this.#mounts) return;
        const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        this.#handle = mountFace(this, shadow, loaded, this.#kept);
        this.#kept = undefined;
        this.#state = this.#handle ? "ready" : "failed";
      } catch (error) {
        if (mount !== this.#mounts) return;
        this.#state = "static";
        this.#tell(error);
      }
    }

    #unmount() {
      this.#mounts++;
      const handle = this.#handle;
      this.#handle = undefined;
      return handle ? handle.unmount() : this.#kept;
    }

    #tell(error) {
      const detail = { guide: this.guide, at: Date.now(), errors: [String(error?.message ?? error)] };
      this.dispatchEvent(new CustomEvent("fault-finder-error", { bubbles: true, composed: true, detail }));
    }
  }

  for (const name of REFLECTED) {
    Object.defineProperty(FaultFinder.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        this.setAttribute(name, value);
      },
    });
  }
  return FaultFinder;
}
