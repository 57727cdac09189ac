// <fault-finder>: the class that Rust cannot write. It hands everything on to the face in WebAssembly.
//
// Until that face is there, the element shows the first step of a built-in guide by itself. With any other guide it has
// no shadow root until then, and no styles where the face never comes: the host's own guide inside it stays as the host
// has styled it.

import { apology } from "./apology.js";
import { Calls } from "./calls.js";
import { firstStepOf } from "./first_step.js";
import { choose, follow, languageAround, unfollow, wishesAround } from "./language.js";
import { within } from "./limit.js";
import { pageArrived, pageShown } from "./moments.js";
import { page } from "./page.js";
import { pause } from "./pause.js";
import { followLinks } from "./plain_guide.js";
import { defineProperties, takeOverProperties } from "./properties.js";
import { refuseUnlessCompiled, refuseUnlessKept } from "./refuse.js";
import { fill, strip } from "./shadow.js";
import { Shared } from "./shared.js";
import { forget } from "./stored.js";

const OBSERVED = ["guide", "lang", "order", "resume", "resume-days", "battery", "support-href"];
// A change of these asks for another guide or another place to keep the session, which is another mount.
const REMOUNTING = ["guide", "resume"];
// How long the page may take to arrive, the guide to be loaded with its words, where each file has a time of its own, and
// the widget to be drawn.
const PAGE_MS = 25_000;
const LOADED_MS = 75_000;
const DRAWN_MS = 10_000;

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

    static #shared = new Shared(start, (face) => face.chooses_by({ choose, wishes: FaultFinder.#wishes }));

    static {
      followLinks(FaultFinder.#shared.elements);
    }

    static #wishes(element) {
      const wishes = wishesAround(element);
      [element.#around] = wishes;
      return wishes;
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
    #calls = new Calls();
    // Resolves when the mount under way has ended, whatever came of it.
    #mounted = Promise.resolve();

    constructor() {
      super();
      attempt(() =>
        this.addEventListener("fault-finder-error", (event) => {
          if (event.target === this) this.#errors = event.detail.errors;
        }),
      );
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

    connectedCallback() {
      this.#keepClass();
      attempt(() => takeOverProperties(this));
      FaultFinder.#shared.enter(this, { giveUp: (error) => this.#giveUp(error), again: () => this.#again() });
      attempt(() => follow(this, () => this.#listen()));
      // It has said what there was to say.
      if (FaultFinder.#shared.panic && this.#state === "static") return;
      this.#mounted = this.#mount();
    }

    disconnectedCallback() {
      this.#keepClass();
      FaultFinder.#shared.leave(this);
      unfollow(this);
      this.#kept = this.#unmount();
      // Where it has only been moved, it goes on.
      Promise.resolve().then(() => this.isConnected || this.#calls.end());
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === "guide") this.#guideId = undefined;
      if (name === "resume") this.#storeOrNot(now !== null);
      // What is there before the element is in the page is read when it is.
      if (!FaultFinder.#shared.has(this) || this.#state === "static") return;
      if (REMOUNTING.includes(name) || this.#state === "failed") {
        const kept = this.#unmount();
        const isAnother = name === "guide";
        if (isAnother) this.#calls.end();
        this.#kept = isAnother ? undefined : kept;
        this.#mounted = this.#mount();
      } else if (name === "lang") {
        this.#listenLater();
      } else if (this.#handle) {
        this.#errors = [];
        this.#handle.update();
        this.#lastWords = this.#handle.last_words;
      }
    }

    /** Moves the focus to the step at hand. Where the widget could not start, it tries that again. */
    start() {
      this.#again();
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

    async #call(method) {
      if (this.#state === "static") return;
      await this.#calls.wait(this.#mounted.then(() => this.#handle && method(this.#handle)));
    }

    #again() {
      if (this.#state === "static" && FaultFinder.#shared.has(this) && !FaultFinder.#shared.panic) {
        this.#mounted = this.#mount();
      }
    }

    async #mount() {
      const mount = ++this.#mounts;
      this.#state = "loading";
      this.#errors = [];
      try {
        refuseUnlessCompiled();
        refuseUnlessKept(this.ownerDocument);
        const [face] = await Promise.all([FaultFinder.#shared.faceFor(this), this.#showFirstStep(mount)]);
        // A guide in the page may stand further down.
        if (this.guide.startsWith("#")) await within(PAGE_MS, pageArrived(), "the page is not there to its end");
        const loaded = await within(LOADED_MS, face.load(this), "the guide has not come in time");
        this.#learnId(loaded);
        await pause();
        await pageShown();
        await this.#firstStep?.released();
        if (mount !== this.#mounts) return;
        within(DRAWN_MS, this.#draw(mount, face, loaded), "it was not drawn").catch((error) => this.#fail(mount, error));
      } catch (error) {
        await this.#fail(mount, error);
      }
    }

    async #fail(mount, error) {
      await pageShown();
      if (mount === this.#mounts) this.#giveUp(FaultFinder.#shared.panic ?? error);
    }

    /** Resolves when the widget is drawn, or what is wrong with the guide. */
    #draw(mount, face, loaded) {
      return new Promise((resolve, reject) => {
        const onNode = (node, isWidget) => this.#take(node, isWidget);
        const onDrawn = () => {
          try {
            resolve(this.#drawn(mount, face));
          } catch (error) {
            reject(error);
          }
        };
        const onStep = () => face.showStart(this);
        this.#handle = face.mount(this, loaded, this.#kept, onNode, () => this.#speak(), onDrawn, onStep);
        this.#kept = undefined;
        this.#lastWords = this.#handle?.last_words;
        if (this.#handle) return;
        this.#state = "failed";
        this.#calls.end();
        resolve();
      });
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
      const isNeeded = !this.#kept && !FaultFinder.#shared.isHere;
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

    #drawn(mount, { advise, standAbove, watchTheme }) {
      if (mount !== this.#mounts) return;
      const [node, firstStep] = [this.#node, this.#firstStep];
      this.#node = this.#firstStep = undefined;
      const show = () => fill(this, node, styles, true);
      if (firstStep) firstStep.handOver(node, show, (choice) => this.#handle.answer("dangers", choice));
      else show();
      attempt(() => standAbove(this));
      this.#state = "ready";
      const onErrors = (errors) => {
        if (mount !== this.#mounts) return;
        this.#dropErrors("theme: ");
        this.#tellOf(errors);
      };
      attempt(() => watchTheme(this, onErrors));
      attempt(() => advise(this));
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
      this.#calls.end();
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
      const what = FaultFinder.#shared.panic ? "it has failed" : "it cannot start here";
      this.#tellOf([`widget: ${what} (${error?.message ?? error})`]);
    }

    #tellOf(errors) {
      if (errors.length === 0) return;
      this.#errors = errors;
      const detail = { guide: attempt(() => this.guide), at: attempt(() => Date.now()), errors };
      attempt(() => this.dispatchEvent(new CustomEvent("fault-finder-error", { bubbles: true, composed: true, detail })));
    }
  }

  defineProperties(FaultFinder.prototype);
  return FaultFinder;
}

/** Does what the page may have made impossible, where all else goes on without it. */
function attempt(action) {
  try {
    return action();
  } catch {
    // There is nobody to tell.
    return undefined;
  }
}
