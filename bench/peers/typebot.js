// The flow in Typebot: a chat, in which its server says what comes next. The server is a stand-in.

import Typebot from "@typebot.io/js/web";

class PeerFlow extends HTMLElement {
  connectedCallback() {
    const chat = document.createElement("typebot-standard");
    chat.style.cssText = "display: block; width: 100%; height: 95vh";
    this.append(chat);
    Typebot.initStandard({ typebot: "flow", apiHost: location.origin });
  }
}

customElements.define("peer-flow", PeerFlow);
