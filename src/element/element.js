// <fault-finder>: the class that Rust cannot write. It hands everything on to the face in WebAssembly.
//
// Until that face is there, the element shows the first step of a built-in guide by itself. With any other guide it has
// no shadow root until then, and no styles where the face never comes: the host's own guide inside it stays as the host
// has styled it.

import { firstStepOf } from "./first_step.js";
import { choose, follow, languageAround, unfollow, wishesAround } from "./language.js";
import { page } from "./page.js";
import { pause } from "./pause.js";
import { fill, strip } from "./shadow.js";
import { forget } from "./stored.js";

const OBSERVED = ["guide", "lang", "order", "resume", "resume-days", "battery", "support-href"];
const REFLECTED = ["guide", "lang", "order", "theme", "battery"];
// A change of these asks for another guide or another place to keep the session, which is another mount.
const REMOUNTING = ["guide", "resume"];
// The shortest WebAssembly that there is.
const NOTHING = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Defines the element once, however often the script runs; of several versions the first one stays. `start` promises
 * the exports of the WebAssembly; it is called when the first element is there. `styles` are those of the widget,
 * `firstSteps` what is shown of built-in guides until then.
 */
export function define(version, start, { styles, firstSteps }) {
  const there = customElements.get("fault-finder");
  if (!there) {
    customElements.define("fault-finder", elementClass(version, start, styles, firstSteps));
  } else if (there.version !== version) {
    const other = there.version ?? "an element of this name";
    console.warn(`Fault Finder ${version} is not used, because this page has ${other} already.`);
  }
}

function elementClass(version, start, styles, firstSteps) {
  class FaultFinder extends HTMLElement {
    static observedAttributes = OBSERVED;
    /** The version of the widget. */
    static version = version;

    // The elements in the page share one WebAssembly; one that panics is of no use to any of them.
    static #inPage = new Set();
    static #face;
    static #isHere = false;
    static #panic;

    static async #begin() {
      if (FaultFinder.#panic) throw FaultFinder.#panic;
      FaultFinder.#face ??= start().then((face) => {
        FaultFinder.#isHere = true;
        face.on_panic(FaultFinder.#end);
        face.on_trap((error) => FaultFinder.#end(error?.message ?? error));
        face.chooses_by({ choose, wishes: FaultFinder.#wishes });
        return face;
      });
      return FaultFinder.#face;
    }

    static #wishes(element) {
      const wishes = wishesAround(element);
      [element.#around] = wishes;
      return wishes;
    }

    // The WebAssembly still runs while it says this, so nothing else happens before it is done.
    static #end(message) {
      // A panic says more than the trap that it ends in.
      if (FaultFinder.#panic) return;
      const panic = new Error(message);
      queueMicrotask(() => {
        for (const element of FaultFinder.#inPage) element.#giveUp(panic);
      });
      FaultFinder.#panic = panic;
    }

    #state = "loading";
    #errors = [];
    #handle;
    // What may stand before the page's title, and what to say, if the WebAssembly panics and can no longer be asked.
    #lastWords;
    // The session, while the element is out of the page.
    #kept;
    // The id of the guide, once that is known, under which the session is stored.
    #guideId;
    // The names of the guides for which `resume` was taken away, until they are loaded.
    #withdrawn = new Set();
    // The first step, until the face has drawn it.
    #firstStep;
    // What the face draws in.
    #node;
    // The language around the element, as it was when the face asked last.
    #around;
    // Counts the wishes for another language, so that one which was overtaken by the next is dropped.
    #languages = 0;
    // Counts the mounts, so that one which was overtaken while its guide loaded is dropped.
    #mounts = 0;
    // Ends the calls that are under way, where nobody else can any more.
    #calls = new Set();
    // Resolves when the mount under way has ended, whatever came of it.
    #mounted = Promise.resolve();

    constructor() {
      super();
      this.addEventListener("fault-finder-error", (event) => {
        if (event.target === this) this.#errors = event.detail.errors;
      });
    }

    /** `loading`, `ready`, `failed` (the guide cannot be used) or `static` (WebAssembly cannot be used). */
    get state() {
      return this.#state;
    }

    /** What is wrong, as the last `fault-finder-error` said it. */
    get errors() {
      return [...this.#errors];
    }

    /** The version of the widget. */
    get version() {
      return version;
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
      reflect(this, "support-href", href);
    }

    get resumeDays() {
      return this.getAttribute("resume-days") ?? "";
    }

    set resumeDays(days) {
      reflect(this, "resume-days", days);
    }

    connectedCallback() {
      this.#keepClass();
      FaultFinder.#inPage.add(this);
      follow(this, () => this.#listen());
      this.#takeOverProperties();
      // It has said what there was to say.
      if (FaultFinder.#panic && this.#state === "static") return;
      this.#mounted = this.#mount();
    }

    disconnectedCallback() {
      this.#keepClass();
      FaultFinder.#inPage.delete(this);
      unfollow(this);
      this.#kept = this.#unmount();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === "guide") this.#guideId = undefined;
      if (name === "resume") this.#storeOrNot(now !== null);
      // What is there before the element is in the page is read when it is.
      if (!FaultFinder.#inPage.has(this) || this.#state === "static") return;
      if (REMOUNTING.includes(name) || this.#state === "failed") {
        this.#kept = name === "guide" ? void this.#unmount() : this.#unmount();
        this.#mounted = this.#mount();
      } else if (name === "lang") {
        this.#listenLater();
      } else if (this.#handle) {
        this.#errors = [];
        this.#handle.update();
        this.#lastWords = this.#handle.last_words;
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
      // Also where there is no widget that could.
      forget(this.#guideId ?? this.guide);
      return this.#call((handle) => handle.forget());
    }

    // Firefox 140 gives an element that moves into another document the class of that document's own elements.
    #keepClass() {
      if (!(this instanceof FaultFinder)) Object.setPrototypeOf(this, FaultFinder.prototype);
    }

    // What a page has set before the class was there stands in the way of the class's own properties.
    #takeOverProperties() {
      for (const name of [...REFLECTED, "resume", "resumeDays", "supportHref"]) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }

    async #call(method) {
      if (this.#state === "static") return;
      let end;
      const ended = new Promise((resolve) => (end = resolve));
      this.#calls.add(end);
      await Promise.race([this.#mounted.then(() => this.#handle && method(this.#handle)), ended]);
      this.#calls.delete(end);
    }

    async #mount() {
      const mount = ++this.#mounts;
      this.#state = "loading";
      this.#errors = [];
      try {
        refuseUnlessCompiled();
        refuseUnlessKept(this.ownerDocument);
        const [face] = await Promise.all([FaultFinder.#begin(), this.#showFirstStep(mount)]);
        // A guide in the page may stand further down.
        if (this.guide.startsWith("#")) await pageArrived();
        const loaded = await face.load(this);
        this.#learnId(loaded);
        await pause();
        await this.#firstStep?.released();
        if (mount !== this.#mounts) return;
        const onNode = (node, isWidget) => this.#take(node, isWidget);
        const onDrawn = () => this.#drawn(mount, face.watchTheme);
        this.#handle = face.mount(this, loaded, this.#kept, onNode, () => this.#speak(), onDrawn);
        this.#kept = undefined;
        if (!this.#handle) this.#state = "failed";
        this.#lastWords = this.#handle?.last_words;
      } catch (error) {
        if (mount === this.#mounts) this.#giveUp(FaultFinder.#panic ?? error);
      }
    }

    // A host that does not want the session stored any more wants nothing of it to stay, also where the widget is still
    // loading, is out of the page, or has failed. A guide that has to be loaded tells its id only then.
    #storeOrNot(isWanted) {
      if (isWanted) {
        this.#withdrawn.delete(this.guide);
      } else {
        forget(this.#guideId ?? this.guide);
        this.#withdrawn.add(this.guide);
      }
    }

    #learnId({ name, id }) {
      if (this.#withdrawn.delete(name) && id) forget(id);
      if (name === this.guide) this.#guideId = id;
    }

    // Where the widget is as good as there, or goes on with a session, there is none.
    async #showFirstStep(mount) {
      // In a page that a browser has saved, the shadow root is part of the element, and may not have been read yet.
      if (location.protocol === "file:") await pageArrived();
      if (mount !== this.#mounts) return;
      const before = this.#firstStep;
      // What was done on it stays, where the element has only been moved.
      if (before?.guide === this.guide) return;
      const isNeeded = !this.#kept && !FaultFinder.#isHere;
      this.#firstStep = isNeeded ? firstStepOf(this, firstSteps) : undefined;
      if (this.#firstStep) fill(this, this.#firstStep.node, styles, true);
      else if (before) strip(this, []);
    }

    // A node that says what has failed is drawn at once; of the widget nothing is seen before it is drawn.
    #take(node, isWidget) {
      if (isWidget) {
        this.#node = node;
      } else {
        this.#firstStep = undefined;
        fill(this, node, styles, false);
      }
    }

    #drawn(mount, watchTheme) {
      if (mount !== this.#mounts) return;
      const [node, firstStep] = [this.#node, this.#firstStep];
      this.#node = this.#firstStep = undefined;
      const show = () => fill(this, node, styles, true);
      if (firstStep) firstStep.handOver(node, show, (choice) => this.#handle.answer("dangers", choice));
      else show();
      this.#state = "ready";
      watchTheme(this, (errors) => {
        if (mount !== this.#mounts) return;
        this.#dropErrors("theme: ");
        this.#tellOf(errors);
      });
      // It may have changed while the guide loaded.
      this.#listenLater();
    }

    // At rest, and only once for all that changes at once.
    #listenLater() {
      Promise.resolve().then(() => this.#listen());
    }

    // Until the widget is drawn, it cannot tell what the person has chosen.
    #listen() {
      if (this.#state !== "ready" || this.#around === languageAround(this)) return;
      this.#dropErrors("lang: ");
      this.#speak();
    }

    #dropErrors(prefix) {
      this.#errors = this.#errors.filter((it) => !it.startsWith(prefix));
    }

    // The words may have to be loaded, so it goes on in the old ones until they are there.
    async #speak() {
      const wish = ++this.#languages;
      const handle = this.#handle;
      const spoken = await handle?.learn();
      if (!spoken || wish !== this.#languages || handle !== this.#handle) return;
      handle.speak(spoken);
      this.#lastWords = handle.last_words;
    }

    #unmount() {
      this.#mounts++;
      const handle = this.#handle;
      this.#handle = undefined;
      return handle ? handle.unmount() : this.#kept;
    }

    /** Gives the room back to the host's own guide, with an apology where the widget was. */
    #giveUp(error) {
      if (this.#state === "failed" || this.#state === "static") return;
      this.#mounts++;
      this.#state = "static";
      const [prefix, ...words] = (this.#handle ? this.#lastWords : this.#firstStep?.lastWords) ?? [];
      this.#give(prefix, words);
      this.#handle = this.#firstStep = undefined;
      for (const end of this.#calls) end();
      this.#tell(error);
    }

    // What the page's scripts have broken for the widget may be broken for the apology, but not for the guide.
    #give(prefix, words) {
      try {
        if (prefix && page.title.startsWith(prefix)) page.title = page.title.slice(prefix.length);
        strip(this, words.length > 0 ? [apology(words)] : []);
      } catch {
        strip(this, []);
      }
    }

    #tell(error) {
      const what = FaultFinder.#panic ? "it has failed" : "it cannot start here";
      this.#tellOf([`widget: ${what} (${error?.message ?? error})`]);
    }

    #tellOf(errors) {
      if (errors.length === 0) return;
      const detail = { guide: this.guide, at: Date.now(), errors };
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
        reflect(this, name, value);
      },
    });
  }
  return FaultFinder;
}

/** Throws where nothing can ever come of the WebAssembly: in an old browser, or under a policy that forbids it. */
function refuseUnlessCompiled() {
  new WebAssembly.Module(NOTHING);
}

/**
 * Throws in the document of a frame where it takes elements' classes from them, as in Firefox 140: what is drawn there
 * could not be pressed.
 */
function refuseUnlessKept(owner) {
  if (owner === document || owner.adoptNode(page.createElement("p")) instanceof Element) return;
  throw new Error("this browser does not let it move into the document of a frame");
}

/** Sets an attribute. What frameworks have instead of a value that is gone takes the attribute away. */
function reflect(element, name, value) {
  if (value === undefined || value === null || value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Resolves when the parser has read the page to its end. */
async function pageArrived() {
  if (page.readyState !== "loading") return;
  await new Promise((resolve) => page.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** What is said where the widget was: a heading and some lines. */
function apology([heading, ...lines]) {
  const make = (name, className, ...children) => {
    const element = page.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };
  const step = make("div", "step", make("h2", "heading", heading), ...lines.map((it) => make("p", "soft", it)));
  const section = make("section", "widget", step);
  section.setAttribute("part", "failure");
  section.setAttribute("role", "alert");
  section.setAttribute("dir", "auto");
  return section;
}
