// The flow in React, in the shadow root of an element.

import { createRoot } from "react-dom/client";
import { Flow } from "./Flow.jsx";
import style from "./style.css?inline";

class PeerFlow extends HTMLElement {
  connectedCallback() {
    createRoot(this.attachShadow({ mode: "open" })).render(<><style>{style}</style><Flow /></>);
  }
}

customElements.define("peer-flow", PeerFlow);
