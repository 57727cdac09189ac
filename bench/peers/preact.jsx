// The flow in Preact, in the shadow root of an element.

import { render } from "preact";
import { Flow } from "./Flow.jsx";
import style from "./style.css?inline";

class PeerFlow extends HTMLElement {
  connectedCallback() {
    render(<><style>{style}</style><Flow /></>, this.attachShadow({ mode: "open" }));
  }
}

customElements.define("peer-flow", PeerFlow);
