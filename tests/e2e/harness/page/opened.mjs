// The page that holds the widget, and what the element tells that page.

import { pathToFileURL } from "node:url";
import { KEY } from "../guide.mjs";
import { demo, framing, html, replaced } from "../host-page.mjs";
import { timed } from "../time.mjs";
import { until } from "../until.mjs";

// In the page: the element; each further selector leads into a shadow root. An element of the page may stand in for a
// method of its document.
const HOST = `
  const [[selector, ...selectors], ...args] = arguments;
  let host = Document.prototype.querySelector.call(document, selector);
  for (const selector of selectors) host = host.shadowRoot.querySelector(selector);`;

// In the page: looks whether something holds, again and again for half a second, and gives what holds. A page that is
// looked at from within takes no way to it and back each time. Timers are those of before the page's own scripts.
const LOOK_AGAIN = (script) => `
  const later = window.realTimeout ?? setTimeout;
  return new Promise((resolve) => {
    let nLeft = 50;
    const look = () => {
      let held = null;
      try {
        held = (() => { ${HOST} ${script} })();
      } catch {
        // What is looked for may not be there yet.
      }
      if (held || nLeft-- === 0) resolve(held);
      else later(look, 10);
    };
    look();
  });`;

/** A widget in a page that is opened. */
export class Opened {
  constructor({ driver, server }, selector = "fault-finder") {
    this.driver = driver;
    this.server = server;
    this.selector = selector;
    this.isFramed = false;
  }

  /** Opens a path of the server, or the demo page, and waits until the widget has settled. */
  async open(path = "/") {
    await this.visit(path);
    await this.settled();
    return this;
  }

  /** Opens a path of the server, and does not wait for the widget. */
  visit(path) {
    return timed("opening", () => this.driver.get(this.server.origin + path));
  }

  /** Opens a page that holds nothing but a frame with these attributes, and goes into it. */
  async visitFrame(attributes) {
    this.server.route("/frame.html", framing(attributes));
    await this.visit("/frame.html");
    await this.driver.switchTo().frame(0);
    this.isFramed = true;
  }

  /** Opens a page of our own around the widget. */
  openPage(page) {
    this.server.route("/page.html", html(page));
    return this.open("/page.html");
  }

  /**
   * Opens the demo page, sent with these headers and with parts of it replaced by others, each pair in a list. It does
   * not wait for the widget.
   */
  async visitDemo({ instead = [], headers } = {}) {
    this.server.route("/demo.html", instead.reduce(replaced, demo("")), { headers });
    await this.visit("/demo.html");
  }

  /** Opens the demo page with a widget that follows the written article. */
  openArticle() {
    this.server.route("/article.html", demo('order="article"'));
    return this.open("/article.html");
  }

  /** Opens a file, in a browser that remembers nothing of any file, and waits until the widget has settled. */
  async openFile(path) {
    await this.visitFile(path);
    await this.driver.executeScript("localStorage.clear()");
    await this.visitFile(path);
    await this.settled();
    return this;
  }

  /** Opens a file, and does not wait for the widget. */
  visitFile(path) {
    return timed("opening", () => this.driver.get(pathToFileURL(path).href));
  }

  async reload() {
    await timed("opening", () => this.driver.navigate().refresh());
    await this.settled();
  }

  settled() {
    return timed("opening", () => this.untilInPage("the widget settled", "return host.state && host.state !== 'loading'"));
  }

  /** Waits until something holds; see until.mjs. */
  until(what, condition, ms) {
    return until(what, condition, ms);
  }

  /** Waits until `script` gives something that holds in the page, as `inPage` runs it, and gives that. */
  untilInPage(what, script, ...args) {
    const look = () => this.driver.executeScript(LOOK_AGAIN(script), this.selector.split(" >>> "), ...args);
    // A page that goes away takes its look with it, and the next one is looked at then.
    return until(what, () => look().catch((problem) => isOfAnotherPage(problem) ? null : Promise.reject(problem)));
  }

  /** Runs `script` in the page with the element as `host`, and these as `args`. */
  inPage(script, ...args) {
    return this.driver.executeScript(`${HOST} ${script}`, this.selector.split(" >>> "), ...args);
  }

  state() {
    return this.inPage("return host.state ?? null");
  }

  errors() {
    return this.inPage("return host.errors");
  }

  record() {
    return this.inPage("return host.record");
  }

  /** The events since the page was opened, each `{ name, bubbles, composed, detail, target }`. */
  events() {
    return this.driver.executeScript("return window.seenEvents");
  }

  async eventsNamed(name) {
    return (await this.events()).filter((it) => it.name === name).map((it) => it.detail);
  }

  /** The step or the end that the page has heard of last. */
  toldStep() {
    return this.driver.executeScript(`const told = window.seenEvents.findLast((it) => ["step", "outcome"].includes(it.name));
      return told.name === "step" ? told.detail.step : told.detail.outcome`);
  }

  /** The address of the last link that would have left the page. */
  leftFor() {
    return this.driver.executeScript("return window.leftFor");
  }

  /** The stored session as a plain object; null where there is none. */
  async stored() {
    return JSON.parse(await this.driver.executeScript("return localStorage.getItem(arguments[0])", KEY));
  }

  async store(session) {
    const text = typeof session === "string" ? session : JSON.stringify(session);
    await this.driver.executeScript("localStorage.setItem(...arguments)", KEY, text);
  }

  nStored() {
    return this.driver.executeScript("return localStorage.length");
  }

  // At once, because a driver does not wait for a page that scrolls smoothly, nor for a box that scrolls in a page.
  showInTheMiddle(element) {
    return this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  }
}

/** Whether a script could not end because its page has gone. */
function isOfAnotherPage({ message }) {
  return /navigat|unload|detached|context was destroyed/i.test(message);
}
