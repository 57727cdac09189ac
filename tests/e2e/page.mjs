// The widget as a person finds it: every selector of these tests is in this file.

import assert from "node:assert/strict";
import { By, Key } from "selenium-webdriver";
import { ENDS, GUIDE, KEY, labelOf, nameOf, NOT_FIXED, REPAIRS, usualChoice, WORDS } from "./guide.mjs";
import { demo, framing, html, replaced } from "./host-page.mjs";

const WAIT_MS = 10_000;

// In the page: what can be pressed, and what a person would call it.
const FIND = `
  const root = arguments[0].shadowRoot;
  const name = (it) => (it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
  const found = [...root.querySelectorAll(arguments[1])].filter((it) => it.checkVisibility());
  return found.filter((it) => name(it) === arguments[2]);`;

const FOCUSED = `
  let at = document.activeElement;
  const hosts = [];
  while (at?.shadowRoot?.activeElement) {
    hosts.push(at.localName);
    at = at.shadowRoot.activeElement;
  }
  const name = at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent;
  return { tag: at.localName, name: name.trim(), inWidget: hosts.includes("fault-finder") };`;

export class Widget {
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
  async visit(path) {
    await this.driver.get(this.server.origin + path);
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

  async reload() {
    await this.driver.navigate().refresh();
    await this.settled();
  }

  settled() {
    return this.until("the widget settled", async () => ![null, "loading"].includes(await this.state()));
  }

  until(what, condition, ms = WAIT_MS) {
    return this.driver.wait(condition, ms, what);
  }

  host() {
    return this.driver.findElement(By.css(this.selector));
  }

  /** Runs `script` in the page with the element as `host`. */
  async inPage(script, ...args) {
    return this.driver.executeScript(`const [host, ...args] = arguments; ${script}`, await this.host(), ...args);
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

  /** Where the element and each part of the host's own guide stand, and in which letters; null for what is not seen. */
  layout() {
    return this.inPage(`return [host, ...host.querySelectorAll("h2, h3, p, li, small")].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const { color, fontFamily } = getComputedStyle(it);
      return it.checkVisibility() && height > 0 ? { x, y, width, height, color, fontFamily } : null;
    })`);
  }

  /** The events since the page was opened, each `{ name, bubbles, composed, detail, target }`. */
  events() {
    return this.driver.executeScript("return window.seenEvents");
  }

  async eventsNamed(name) {
    return (await this.events()).filter((it) => it.name === name).map((it) => it.detail);
  }

  /** The address of the last link that would have left the page. */
  leftFor() {
    return this.driver.executeScript("return window.leftFor");
  }

  /** All that can be read in the widget. */
  text() {
    return this.inPage("return host.shadowRoot.querySelector('section')?.innerText ?? ''");
  }

  heading() {
    return this.inPage("return host.shadowRoot?.querySelector('h2')?.textContent ?? null");
  }

  /** Waits until this is the heading. */
  async at(heading) {
    let seen;
    const isThere = async () => (seen = await this.heading()) === heading;
    await this.until(`the heading “${heading}”`, isThere).catch((error) => {
      throw new Error(`${error.message}; the heading is “${seen}”`);
    });
  }

  /** Waits until the widget shows this text. */
  shows(text) {
    return this.until(`the text “${text}”`, async () => (await this.text()).includes(text));
  }

  /** The name of the step at hand, or of the end. */
  async step() {
    return nameOf(await this.heading());
  }

  /** What stands around the step at hand, and why it comes now; empty where nothing is said. */
  reading() {
    const script = `const text = (it) => host.shadowRoot.querySelector(it)?.innerText.trim() ?? "";
      return { aside: text(".head span"), count: text(".count"), heading: text("h2"), ahead: text(".ahead"),
        why: text(".why"), remark: text(".remark"), changed: text(".could-be > p") }`;
    return this.inPage(script);
  }

  /** What it could be: whether the list is open, and its rows, each `{ text, share, percent }`. */
  couldBe() {
    const script = `const list = host.shadowRoot.querySelector(".could-be details");
      const rows = [...list?.querySelectorAll("li") ?? []].map((it) => {
        const [text, share] = [...it.querySelectorAll("span")].map((it) => it.textContent);
        return { text, share, percent: it.querySelector("progress").value };
      });
      return list && { isOpen: list.open, rows };`;
    return this.inPage(script);
  }

  /** What the answers to a question say. */
  choices() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll(".choices button")].map((it) => it.innerText)`);
  }

  /** The answers that the review or the trail lists, each `{ text, result, change }`. */
  answers() {
    const script = `const answers = host.shadowRoot.querySelector(".answers");
      return [...answers.querySelectorAll("li")].map((it) => ({ text: it.querySelector("span").firstChild.textContent,
        result: it.querySelector("small").textContent, change: it.querySelector("button").ariaLabel }));`;
    return this.inPage(script);
  }

  /** The record in words. */
  recordText() {
    return this.inPage("return host.shadowRoot.querySelector('pre').textContent");
  }

  /** Presses the button with this name. */
  async press(name) {
    await (await this.button(name)).click();
  }

  /** Presses what leads to another step, and waits for that step. */
  async turn(name) {
    await this.inPage("window.turned = host.shadowRoot.querySelector('h2')");
    await this.press(name);
    const hasTurned = () => this.inPage("return host.shadowRoot.querySelector('h2') !== window.turned");
    await this.until(`another step than that with “${name}”`, hasTurned);
  }

  /** Gives an answer to the step at hand by its name, pressing what the person would, and waits for what comes. */
  async answer(choice) {
    const step = await this.step();
    await this.turn(labelOf(step, choice));
  }

  async doubleClick(name) {
    const button = await this.button(name);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
    await this.driver.actions().doubleClick(button).perform();
  }

  /** Where a button is in the window. */
  async placeOf(name) {
    const { x, y } = await (await this.button(name)).getRect();
    return { x, y };
  }

  button(name) {
    return this.#one("button", name);
  }

  link(name) {
    return this.#one("a", name);
  }

  async hasButton(name) {
    return (await this.#all("button", name)).length > 0;
  }

  /** Opens or closes what is behind this heading. */
  async toggle(name) {
    await (await this.#one("summary", name)).click();
  }

  async hasSection(name) {
    return (await this.#all("summary", name)).length > 0;
  }

  async tick(text) {
    await (await this.#one("input", text)).click();
  }

  async isTicked(text) {
    return (await this.#one("input", text)).isSelected();
  }

  /** What is ticked, by name. */
  ticked() {
    const script = "return [...host.shadowRoot.querySelectorAll('input:checked')].map((it) => it.labels[0].innerText)";
    return this.inPage(script);
  }

  /** The countdown's time, or what stands in its place. */
  timer() {
    return this.inPage("return host.shadowRoot.querySelector('.timer')?.textContent ?? null");
  }

  /** The language that the widget says it speaks. */
  language() {
    return this.inPage("return host.shadowRoot.querySelector('section').closest('[lang]').lang");
  }

  /** What the live region says. */
  said() {
    return this.inPage("return host.shadowRoot.querySelector('[role=status]').textContent");
  }

  /** What the alert says: its heading, its lines and each error; and where it ends. */
  alert() {
    const script = `const alert = host.shadowRoot?.querySelector('[role=alert]');
      const texts = (tag) => [...alert.querySelectorAll(tag)].map((it) => it.textContent);
      return alert && { heading: alert.querySelector('h2').textContent, lines: texts('p'), errors: texts('li'),
        bottom: alert.getBoundingClientRect().bottom }`;
    return this.inPage(script);
  }

  /** The background and the text colour of the widget. */
  colours() {
    const script = `const { backgroundColor, color } = getComputedStyle(host.shadowRoot.querySelector('section'));
      return { backgroundColor, color }`;
    return this.inPage(script);
  }

  /** Where the focus is: the tag, the name and whether it is in the widget. */
  focus() {
    return this.driver.executeScript(FOCUSED);
  }

  keys(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** Waits until the focus is on what has this name. */
  focusOn(name) {
    return this.until(`the focus on “${name}”`, async () => (await this.focus()).name === name);
  }

  /** Presses Tab until the focus is on what has this name; gives up where the page has nothing like it. */
  tabTo(name) {
    return this.#keysTo(name, () => this.keys(Key.TAB));
  }

  shiftTabTo(name) {
    return this.#keysTo(name, () => this.shiftTab());
  }

  shiftTab() {
    return this.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  }

  async #keysTo(name, press) {
    for (let n = 0; n < 80; n++) {
      await press();
      if ((await this.focus()).name === name) return;
    }
    assert.fail(`the key does not lead to “${name}”`);
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

  /** Through the article to this repair or, without one, to the service step, each answer with the same choice. */
  async walkTo(id, choice = NOT_FIXED) {
    await this.at(WORDS.dangerQuestion);
    await this.press(WORDS.noDanger);
    for (const repair of REPAIRS) {
      await this.at(repair.text);
      if (repair.id === id) return;
      await this.press(choice);
    }
    await this.at(GUIDE.service.text);
  }

  /**
   * Answers whatever comes as this person would, up to the step or the end with this name. Returns the names of the
   * steps on the way. `look` sees each of them before it is answered.
   */
  async walkAs(person, to, look = () => {}) {
    const steps = [];
    for (;;) {
      const step = await this.step();
      if (step === to) return steps;
      steps.push(step);
      assert.ok(!ENDS.includes(step) && steps.length < 40, `no way leads to ${to}: ${steps.join(", ")}`);
      await look(step);
      await this.answer(person[step] ?? usualChoice(step));
    }
  }

  async #all(tag, name) {
    return this.driver.executeScript(FIND, await this.host(), tag, name);
  }

  async #one(tag, name) {
    const found = await this.#all(tag, name);
    assert.equal(found.length, 1, `there is one ${tag} “${name}” in view`);
    // A summary has no role in common to all browsers, but it has a name. Chromium's driver does not find the name of
    // what is in a frame of another process.
    if (!this.isFramed) assert.equal((await found[0].getAccessibleName()).trim(), name);
    return found[0];
  }
}
