// The one WebAssembly that all elements of the page share.

import { within } from "./limit.js";

// How long it may take to come. Nobody can say how far it is, and whoever waits has something else to read.
const MOST_MS = 25_000;

/** Starts it when the first element wants it, and again where nothing came of that. Where it ends, it ends for all. */
export class Shared {
  /** Why it has ended. */
  panic;
  /** Whether it has come. */
  isHere = false;
  /** The elements in the page: what to call when it ends, and when it has come after all. */
  elements = new Map();
  #start;
  #onArrival;
  // What promises it, unless nothing came of that.
  #face;
  // Those that have waited for it in vain.
  #stranded = new Set();
  #isListening = false;

  /** `start` promises the exports of the WebAssembly; `onArrival` is called with them before any element has them. */
  constructor(start, onArrival) {
    this.#start = start;
    this.#onArrival = onArrival;
  }

  has(element) {
    return this.elements.has(element);
  }

  enter(element, calls) {
    this.elements.set(element, calls);
  }

  leave(element) {
    this.elements.delete(element);
    this.#stranded.delete(element);
  }

  /** The exports. Fails where they do not come in time. */
  async faceFor(element) {
    if (this.panic) throw this.panic;
    try {
      return await (this.#face ??= this.#begin());
    } catch (error) {
      if (this.has(element)) this.#stranded.add(element);
      throw error;
    }
  }

  async #begin() {
    try {
      const coming = this.#start();
      coming.then((face) => this.#arrived(face), () => {});
      return await within(MOST_MS, coming, `nothing has come within ${MOST_MS / 1000} seconds`);
    } catch (error) {
      // The next element that wants it has it tried again, and so has a network that is back.
      this.#face = undefined;
      this.#listen();
      throw error;
    }
  }

  // It may come late, and twice.
  #arrived(face) {
    if (this.isHere) return;
    this.isHere = true;
    this.#face = Promise.resolve(face);
    face.on_panic((message) => this.#end(message));
    this.#onArrival(face);
    face.showToTraps(this.elements);
    face.watchBars(this.elements);
    face.watchErrors();
    face.on_trap((error) => this.#end(error?.message ?? error));
    for (const it of this.#stranded) this.elements.get(it).again();
    this.#stranded.clear();
  }

  #listen() {
    if (this.#isListening) return;
    this.#isListening = true;
    addEventListener("online", () => this.#stranded.size > 0 && (this.#face ??= this.#begin()).catch(() => {}));
  }

  // The WebAssembly still runs while it says this, so nothing else happens before it is done.
  #end(message) {
    // A panic says more than the trap that it ends in.
    if (this.panic) return;
    const panic = new Error(message);
    Promise.resolve().then(() => {
      for (const { giveUp } of this.elements.values()) giveUp(panic);
    });
    // Last, because there may be no room on the stack for what comes before.
    this.panic = panic;
  }
}
