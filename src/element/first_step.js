// The first step of a guide, before the WebAssembly is there that draws all steps: what it will draw, as a copy on
// which a person can tick, press and move about. What they did there is done once more on the real one.

import { choose, wishesAround } from "./language.js";
import { page } from "./page.js";
import { isStored } from "./stored.js";

// Behind this in the page's address stands a session: src/session/share/mod.rs has it with the signs that may be before it.
const LINK = "fault-finder=";
const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";
const RELEASES = ["pointerup", "pointercancel"];
const MOST_HELD_MS = 5_000;
// What can have the focus, or be open.
const PLACES = ["input", ".bar button", ".languages button", "summary", "h2"];

/** The copy for an element; undefined where it would not be the first step that the person gets. */
export function firstStepOf(element, firstSteps) {
  const { guide } = element;
  if (!Object.hasOwn(firstSteps, guide)) return undefined;
  const step = firstSteps[guide];
  const isElsewhere = location.hash.includes(LINK) || (element.resume && isStored(guide));
  const { languages } = step;
  const isTranslated = (choose(wishesAround(element), languages) ?? languages[0]) !== languages[0];
  return isElsewhere || isTranslated ? undefined : new FirstStep(guide, step);
}

class FirstStep {
  /** What stands in the page. */
  node = page.createElement("div");
  // The buttons, while nothing is ticked and while something is.
  #buttons;
  #pressed;
  // Called once nothing is held down any more.
  #released = [];
  #isHeld = false;
  #apology;

  constructor(guide, { step, ticked, apology }) {
    this.guide = guide;
    this.#apology = apology;
    this.node.append(made(step));
    this.#buttons = [[...this.#bar().children], ticked.map((it) => made(it))];
    this.node.addEventListener("click", (event) => this.#click(event));
    this.node.addEventListener("change", () => this.#offer());
    this.node.addEventListener("pointerdown", (event) => event.button === 0 && this.#hold());
  }

  /** Resolves at a moment when taking the node away takes no press with it. */
  async released() {
    if (this.#isHeld) await new Promise((resolve) => this.#released.push(resolve));
  }

  /**
   * Puts the real step into this one's place by calling `replace`, and does there what was done here; `answer` takes
   * the answer, by the name that its choice has.
   */
  handOver(real, replace, answer) {
    const focused = this.#placeOf(this.node.getRootNode().activeElement);
    replace();
    // Another step is there where another widget of the page has stored a session meanwhile.
    if (!real.querySelector(".dangers")) return;
    const all = (selector) => [...real.querySelectorAll(selector)];
    const counterpart = ([selector, idx]) => all(selector)[idx];
    const ticks = all("input");
    this.#inputs().forEach((it, idx) => it.checked && ticks[idx].click());
    this.node.querySelectorAll("details").forEach((it, idx) => (all("details")[idx].open = it.open));
    if (focused) counterpart(focused)?.focus({ preventScroll: true });
    const pressed = this.#placeOf(this.#pressed);
    if (!pressed) return;
    if (this.#bar().contains(this.#pressed)) answer(pressed[1] === 0 && !this.#isTicked() ? "none" : "found");
    else counterpart(pressed)?.click();
  }

  /** As the face has them: what stands before the title, which is nothing, and what to say to who has begun. */
  get lastWords() {
    return this.#pressed || this.#isTicked() ? ["", ...this.#apology] : [];
  }

  #inputs() {
    return [...this.node.querySelectorAll("input")];
  }

  #bar() {
    return this.node.querySelector(".bar");
  }

  #isTicked() {
    return this.#inputs().some((it) => it.checked);
  }

  /** Where it stands among its like. */
  #placeOf(element) {
    const places = PLACES.map((it) => [it, [...this.node.querySelectorAll(it)].indexOf(element)]);
    return places.find(([, idx]) => idx >= 0);
  }

  #click(event) {
    const target = event.target.closest("label, button");
    if (!target) return;
    // The second click of a double click was meant for something else, and an answer that was given is given.
    if (event.detail > 1 || this.#pressed) return event.preventDefault();
    if (!target.matches("button")) return;
    this.#pressed = target;
    target.setAttribute("aria-busy", "true");
  }

  #offer() {
    this.#bar().replaceChildren(...this.#buttons[Number(this.#isTicked())]);
  }

  // The click comes after the release.
  #hold() {
    this.#isHeld = true;
    const release = () =>
      setTimeout(() => {
        this.#isHeld = false;
        for (const released of this.#released.splice(0)) released();
      });
    for (const end of RELEASES) addEventListener(end, release, { once: true, capture: true });
    // A menu or a window of the browser may swallow the release.
    setTimeout(release, MOST_HELD_MS);
  }
}

/** Nodes of what stands for them: a text, or a name, attributes and children. */
function made(node, around = HTML) {
  if (typeof node === "string") return page.createTextNode(node);
  const [name, attributes, ...children] = node;
  const namespace = name === "svg" ? SVG : around;
  const element = page.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.map((it) => made(it, namespace)));
  return element;
}
