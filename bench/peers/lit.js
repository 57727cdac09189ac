// The flow in Lit.

import { html, LitElement, nothing, unsafeCSS } from "lit";
import { keyed } from "lit/directives/keyed.js";
import style from "./style.css?inline";
import { screenOf, START, toFixed, toNext, toPrevious, words } from "./walk.js";

class PeerFlow extends LitElement {
  static styles = unsafeCSS(style);
  static properties = { walk: { state: true } };

  constructor() {
    super();
    this.walk = START;
  }

  updated(changed) {
    // The first step must not take the focus from the page.
    if (changed.get("walk")) this.renderRoot.querySelector("h2").focus();
  }

  render() {
    const { heading, paragraphs, checklist, link, number, nSteps, asks, isFirst } = screenOf(this.walk);
    return html`
      <section>
        <p class="count">${`Step ${number} of ${nSteps}`}</p>
        <progress value=${number} max=${nSteps}></progress>
        <h2 tabindex="-1">${heading}</h2>
        ${paragraphs.map((it) => html`<p>${it}</p>`)}
        ${checklist.length > 0 ? keyed(heading, html`<ul>${checklist.map(check)}</ul>`) : nothing}
        ${link ? html`<p><a href=${link.url}>${link.text}</a></p>` : nothing}
        ${asks ? this.#answers() : nothing}
        <div class="ways">
          ${isFirst ? nothing : [this.#button("", words.back, toPrevious), this.#button("", words.again, () => START)]}
        </div>
      </section>`;
  }

  #answers() {
    return html`
      <div class="answers" role="group" aria-label=${words.question}>
        <p>${words.question}</p>
        ${this.#button("fixed", words.fixed, toFixed)} ${this.#button("not-fixed", words.notFixed, toNext)}
      </div>`;
  }

  #button(name, text, way) {
    return html`<button type="button" class=${name} @click=${() => (this.walk = way(this.walk))}>${text}</button>`;
  }
}

const check = (text) => html`<li><label><input type="checkbox" /><span>${text}</span></label></li>`;

customElements.define("peer-flow", PeerFlow);
