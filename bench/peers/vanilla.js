// The flow without any framework: what it takes at least, and what the others are measured by.

import style from "./style.css?inline";
import { screenOf, START, toFixed, toNext, toPrevious, words } from "./walk.js";

/** A new element with these properties and children. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

class PeerFlow extends HTMLElement {
  #walk = START;
  #section = make("section");

  connectedCallback() {
    this.attachShadow({ mode: "open" }).append(make("style", { textContent: style }), this.#section);
    this.#draw();
  }

  #go(walk) {
    this.#walk = walk;
    this.#draw();
    this.#section.querySelector("h2").focus();
  }

  #draw() {
    const { heading, paragraphs, checklist, link, number, nSteps, asks, isFirst } = screenOf(this.#walk);
    const parts = [
      make("p", { className: "count" }, `Step ${number} of ${nSteps}`),
      make("progress", { value: number, max: nSteps }),
      make("h2", { tabIndex: -1 }, heading),
      ...paragraphs.map((it) => make("p", {}, it)),
    ];
    if (checklist.length > 0) parts.push(make("ul", {}, ...checklist.map(check)));
    if (link) parts.push(make("p", {}, make("a", { href: link.url }, link.text)));
    if (asks) parts.push(this.#answers());
    const ways = make("div", { className: "ways" });
    if (!isFirst) ways.append(this.#button("", words.back, toPrevious), this.#button("", words.again, () => START));
    this.#section.replaceChildren(...parts, ways);
  }

  #answers() {
    const answers = make("div", { className: "answers", role: "group", ariaLabel: words.question });
    answers.append(
      make("p", {}, words.question),
      this.#button("fixed", words.fixed, toFixed),
      this.#button("not-fixed", words.notFixed, toNext),
    );
    return answers;
  }

  #button(className, text, way) {
    return make("button", { type: "button", className, onclick: () => this.#go(way(this.#walk)) }, text);
  }
}

function check(text) {
  return make("li", {}, make("label", {}, make("input", { type: "checkbox" }), make("span", {}, text)));
}

customElements.define("peer-flow", PeerFlow);
