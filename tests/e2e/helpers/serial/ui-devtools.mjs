// UI DevTools: Chromium's own windows as a tree, with their properties, and clicks on them. No driver reaches those.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { WebSocket } from "ws";
import { until } from "../../harness/until.mjs";

/** What Chromium needs to be started with. It picks a free port, and writes it to a file in its profile. */
export const UI_DEVTOOLS_ARGS = ["--enable-ui-devtools=0", "--enable-features=ui-debug-tools-enable-synthetic-events"];
const PORT_FILE = "UIDevToolsActivePort";
const PATIENCE_MS = 20_000;

export class UiDevTools {
  #socket;
  #waiting = new Map();
  #nCommands = 0;

  constructor(socket) {
    this.#socket = socket;
    socket.on("message", (message) => this.#hear(JSON.parse(message)));
    socket.on("close", () => this.#loseAll());
  }

  /** Those of a browser that was started with the arguments above. */
  static async of(driver) {
    const profile = (await driver.getCapabilities()).get("chrome").userDataDir;
    const readPort = () => readFile(join(profile, PORT_FILE), "utf8").catch(() => "");
    const port = await until("the port of UI DevTools", readPort, PATIENCE_MS);
    const socket = new WebSocket(`ws://127.0.0.1:${port.trim()}/0`);
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    const tools = new UiDevTools(socket);
    await tools.#send("DOM.enable");
    return tools;
  }

  /** Each view of the window with this name, as its name and its `id`; none where there is no such window. */
  async views(windowName) {
    const { root } = await this.#send("DOM.getDocument");
    const window = flat(root).find((it) => nameOf(it) === windowName);
    return window ? flat(window).map((it) => ({ id: it.nodeId, name: nameOf(it) })) : [];
  }

  /** All properties of a view, as texts. It has none where it has gone in the meantime. */
  async properties(id) {
    const asked = this.#send("CSS.getMatchedStylesForNode", { nodeId: id });
    const { matchedCSSRules } = await asked.catch(() => ({ matchedCSSRules: [] }));
    const all = matchedCSSRules.flatMap((it) => it.rule.style.cssProperties);
    return Object.fromEntries(all.map((it) => [it.name, it.value]));
  }

  /** Clicks on a view, so far from its upper left corner. */
  async click(id, x, y) {
    const event = { x, y, button: "left", wheelDirection: "none", clickCount: 1 };
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.#send("DOM.dispatchMouseEvent", { nodeId: id, event: { type, ...event } });
    }
  }

  #send(method, params = {}) {
    const id = ++this.#nCommands;
    const result = new Promise((resolve, reject) => this.#waiting.set(id, { method, resolve, reject }));
    this.#socket.send(JSON.stringify({ id, method, params }));
    return result;
  }

  #hear({ id, result, error }) {
    // What has no id is an event, and tells of changes; whoever waits for one looks again.
    if (id === undefined) return;
    const { method, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${method}: ${error.message}`));
    else resolve(result);
  }

  /** The browser has ended. */
  #loseAll() {
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: UI DevTools are gone`));
    this.#waiting.clear();
  }
}

function flat(node) {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

/** The attributes are names and values in turn. */
function nameOf({ attributes = [] }) {
  return attributes[attributes.indexOf("name") + 1];
}
