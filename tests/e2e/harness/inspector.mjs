// The remote inspector of WebKitGTK, spoken to by the messages that its own inspector window sends and gets. It shows
// the console and the network, and runs scripts before those of a page: WebKitGTK has no WebDriver BiDi for that.

import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";

const LITTLE_ENDIAN = 1;
const HEADER_BYTES = 5;
// A message to or from a page begins with two ids of 8 bytes: that of the connection and that of the page.
const IDS_BYTES = 16;

export class Inspector {
  #browser;
  #socket;
  #received = Buffer.alloc(0);
  #ids;
  #shown;
  #nCommands = 0;
  #waiting = new Map();
  #isListed;
  #isReady;
  #prepare;
  #onEvent;

  /** Finds the only page of a browser that has just started, and that no driver has taken yet. */
  static async find(browser, address) {
    const inspector = new Inspector();
    const isListed = new Promise((resolve) => (inspector.#isListed = resolve));
    inspector.#browser = browser;
    inspector.#socket = await browser.wait("its inspector", opened(browser, address));
    inspector.#socket.on("data", (data) => inspector.#receive(data));
    inspector.#post("SetupInspectorClient", Buffer.from("\0"));
    await browser.wait("the list of its pages", isListed);
    return inspector;
  }

  /**
   * Attaches to the page. It is one target after the other, because each process that shows it is one: `prepare` gets
   * a function that sends commands to a new one, before its first script runs. `onEvent` gets each event of them all.
   */
  async attach({ prepare, onEvent }) {
    this.#prepare = prepare;
    this.#onEvent = onEvent;
    const isReady = new Promise((resolve) => (this.#isReady = resolve));
    this.#post("Setup", this.#ids);
    this.#command(++this.#nCommands, "Target.setPauseOnStart", { pauseOnStart: true });
    await this.#browser.wait("its page", isReady);
  }

  /** Sends a command to the page as it is shown now, and returns its result. */
  send(method, params) {
    return this.#sendTo(this.#shown, method, params);
  }

  #sendTo(targetId, method, params = {}) {
    const id = ++this.#nCommands;
    const result = new Promise((resolve, reject) => this.#waiting.set(id, { method, resolve, reject }));
    this.#command(id, "Target.sendMessageToTarget", { targetId, message: JSON.stringify({ id, method, params }) });
    return this.#browser.wait(`“${method}”`, result);
  }

  #command(id, method, params) {
    const text = JSON.stringify({ id, method, params });
    this.#post("SendMessageToBackend", Buffer.concat([this.#ids, Buffer.from(`${text}\0`)]));
  }

  /** A message is its size, its byte order, its name and what it holds. */
  #post(name, content) {
    const body = Buffer.concat([Buffer.from(`${name}\0`), content]);
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32BE(body.length);
    header[HEADER_BYTES - 1] = LITTLE_ENDIAN;
    this.#socket.write(Buffer.concat([header, body]));
  }

  #receive(data) {
    this.#received = Buffer.concat([this.#received, data]);
    while (this.#received.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + this.#received.readUInt32BE();
      if (this.#received.length < end) return;
      const body = this.#received.subarray(HEADER_BYTES, end);
      this.#received = this.#received.subarray(end);
      const name = body.subarray(0, body.indexOf(0));
      this.#read(name.toString(), body.subarray(name.length + 1));
    }
  }

  #read(name, content) {
    // It begins with the two ids of the first page.
    if (name === "SetTargetList" && content.includes("WebPage")) {
      this.#ids ??= Buffer.from(content.subarray(0, IDS_BYTES));
      this.#isListed();
    }
    if (name === "SendMessageToFrontend") this.#hear(JSON.parse(content.subarray(IDS_BYTES, -1).toString()));
  }

  #hear({ id, error, method, params }) {
    if (error) this.#settle(id, { error });
    if (method === "Target.dispatchMessageFromTarget") this.#hearPage(JSON.parse(params.message));
    if (method === "Target.targetCreated" && params.targetInfo.type === "page") this.#take(params.targetInfo);
    if (method === "Target.didCommitProvisionalTarget") this.#shown = params.newTargetId;
  }

  async #take({ targetId, isPaused, isProvisional }) {
    await this.#prepare((method, params) => this.#sendTo(targetId, method, params));
    if (isPaused) this.#command(++this.#nCommands, "Target.resume", { targetId });
    if (isProvisional) return;
    this.#shown = targetId;
    this.#isReady();
  }

  #hearPage({ id, method, params, ...answer }) {
    if (method) this.#onEvent(method, params);
    else this.#settle(id, answer);
  }

  #settle(id, { result, error }) {
    const { method, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${method}: ${error.message}`));
    else resolve(result);
  }
}

/** Connects as soon as the browser listens. */
async function opened(browser, address) {
  const [host, port] = address.split(":");
  while (browser.isRunning) {
    const socket = connect(Number(port), host);
    const isOpen = await once(socket, "connect").then(() => true, () => false);
    // When the browser ends, whoever waits for it hears so from the program.
    if (isOpen) return socket.on("error", () => {});
    await setTimeout(50);
  }
}
