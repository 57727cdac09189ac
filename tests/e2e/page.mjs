// The widget as a person finds it: every selector of these tests is in this file.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { ENDS, GUIDE, KEY, labelOf, nameOf, NOT_FIXED, REPAIRS, usualChoice, WORDS } from "./guide.mjs";
import { demo, framing, html, replaced } from "./host-page.mjs";

const WAIT_MS = 10_000;

// In the page: the element; each further selector leads into a shadow root.
const HOST = `
  const [selectors, ...args] = arguments;
  let host = document;
  for (const selector of selectors) host = (host.shadowRoot ?? host).querySelector(selector);`;

// In the page: what has this tag and this name, as a person would call it; or how many there are, where that is not one.
// It is never a list, because WebKit's driver takes the page's own ways with lists for the answer.
const FIND = `
  const name = (it) => (it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
  const visible = [...host.shadowRoot.querySelectorAll(args[0])].filter((it) => it.checkVisibility());
  const found = visible.filter((it) => name(it) === args[1]);
  return found.length === 1 ? found[0] : found.length;`;

const FOCUSED = `
  let at = document.activeElement;
  const hosts = [];
  while (at?.shadowRoot?.activeElement) {
    hosts.push(at.localName);
    at = at.shadowRoot.activeElement;
  }
  const name = at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent;
  return { tag: at.localName, name: name.trim(), inWidget: hosts.includes("fault-finder") };`;

// In the page: the computed styles of each kind of node in the widget, by the tags and classes that lead to it; what
// moves is at rest. Left out is what a browser computes from the room there is, and names that mean something to the
// page alone. It is told as text, because drivers take the page's own changes of all objects for part of an answer.
const LOOK = `
  const measured = [
    /^(-webkit-)?(width|height|(inline|block)-size|(perspective|transform)-origin|grid-template-(columns|rows))$/,
    /^(inset-.*|top|left|right|bottom|--.*)$/,
    // What a path draws, which may be a code of the page's address.
    /^d$/,
  ];
  const kind = (it) => [it.localName, ...it.classList].join(".");
  const found = {};
  const add = (it, path) => {
    if (!(path in found)) {
      const style = getComputedStyle(it);
      const names = [...style].filter((name) => !measured.some((pattern) => pattern.test(name)));
      found[path] = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    }
    for (const child of it.children) add(child, path + " > " + kind(child));
  };
  const section = host.shadowRoot.querySelector("section");
  for (const it of section.getAnimations({ subtree: true })) it.finish();
  add(section, kind(section));
  return JSON.stringify(found);`;

// In the page: what sticks out of the window or of the widget at the sides, text included, and by how many pixels.
const STICKING_OUT = `
  const section = host.shadowRoot.querySelector("section");
  const view = { left: 0, right: document.documentElement.clientWidth };
  const box = section.getBoundingClientRect();
  // A line of text holds nothing: what is broader than the line is in a box of its own.
  const isLine = (it) => ["inline", "contents"].includes(getComputedStyle(it).display);
  let parent = host.parentElement;
  while (parent && isLine(parent)) parent = parent.parentElement;
  const isCut = (it) => it !== section && (getComputedStyle(it).overflowX !== "visible" || isCut(it.parentElement));
  const out = [];
  const look = (what, inside, rect) => {
    const by = Math.max(inside.left - rect.left, rect.right - inside.right);
    if (by > 0.5) out.push(what + ": " + by.toFixed(1));
  };
  look("the widget, out of the window", view, box);
  if (parent) look("the widget, out of what holds it", parent.getBoundingClientRect(), box);
  for (const it of section.querySelectorAll("*")) {
    if (!it.checkVisibility() || isCut(it.parentElement)) continue;
    look([it.localName, ...it.classList].join("."), box, it.getBoundingClientRect());
    if (isCut(it)) continue;
    for (const node of [...it.childNodes].filter((child) => child.nodeType === 3)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) look(node.data, box, rect);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) out.push("the page: " + (scrollWidth - clientWidth));
  return out.join("\\n");`;

// In the page: the texts in English whose last sign does not stand behind the others, as it happens where they are read
// from right to left.
const BREAKING_OFF = `
  const off = [];
  const texts = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
  const rectOf = (node, idx) => {
    const range = document.createRange();
    range.setStart(node, idx);
    range.setEnd(node, idx + 1);
    return range.getBoundingClientRect();
  };
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const idx = node.data.trimEnd().length - 1;
    if (!/\\w[.?!…]$/.test(node.data.trimEnd()) || !node.parentElement.checkVisibility()) continue;
    const [before, last] = [rectOf(node, idx - 1), rectOf(node, idx)];
    if (last.top === before.top && last.left < before.left) off.push(node.data);
  }
  return off;`;

// In the page: the first of each kind of control in sight, in order, and the colour of the ground that it stands on.
const CONTROLS = `
  const groundOf = (it) => {
    const { backgroundColor } = getComputedStyle(it);
    return backgroundColor === "rgba(0, 0, 0, 0)" ? groundOf(it.parentElement) : backgroundColor;
  };
  const kinds = ["input", ".button", ".button.primary", ".text-button", "a", "summary"];
  const visible = [...host.shadowRoot.querySelectorAll(kinds.join())].filter((it) => it.checkVisibility());
  const first = new Set(kinds.map((kind) => visible.find((it) => it.matches(kind))));
  return visible.filter((it) => first.has(it)).map((control) => {
    const name = control.ariaLabel ?? (control.labels?.[0] ?? control).textContent;
    const hasFrame = control.matches("input, .button");
    return { control, name: name.trim(), hasFrame, ground: groundOf(control.parentElement) };
  });`;

// In the page: what can be pressed, with its box and whether it stands in a sentence. What ticks a box is its label.
const TARGETS = `
  const controls = [...host.shadowRoot.querySelectorAll("button, a, summary, input")];
  return controls.filter((it) => it.checkVisibility()).map((it) => {
    const target = it.labels?.[0] ?? it;
    const { x, y, width, height } = target.getBoundingClientRect();
    const name = (it.ariaLabel ?? target.textContent).trim();
    return { name, x, y, width, height, isInSentence: it.matches("p small a") };
  });`;

// In the page: what covers a place of the control that has the focus; empty where nothing does.
const COVERS_FOCUS = `
  const active = host.shadowRoot.activeElement;
  for (const { left, right, top, bottom } of active.getClientRects()) {
    const [first, last] = [Math.max(top, 0) + 3, Math.min(bottom, innerHeight) - 3];
    for (const x of [left + 3, (left + right) / 2, right - 3]) {
      for (const y of [first, (first + last) / 2, last].filter((it) => it > 0 && it < innerHeight)) {
        const seen = host.shadowRoot.elementFromPoint(x, y);
        const isIt = active.contains(seen) || active.labels?.[0]?.contains(seen) || seen?.contains(active);
        if (!isIt) return seen?.outerHTML.slice(0, 80) ?? "something outside";
      }
    }
  }
  return "";`;

// In the page: by how many pixels the control that has the focus leaves the window, and how much of it is in sight.
const FOCUS_IN_WINDOW = `
  const { top, bottom } = host.shadowRoot.activeElement.getBoundingClientRect();
  return { leaves: Math.max(-top, bottom - innerHeight, 0), shows: Math.min(bottom, innerHeight) - Math.max(top, 0) };`;

// In the page: the texts that are not whole in what cuts them off, or that leave the control that they are in.
const CUT_OFF = `
  const off = [];
  const texts = document.createTreeWalker(host.shadowRoot.querySelector("section"), NodeFilter.SHOW_TEXT);
  const holds = (it) => it.matches(".button, .text-button, summary, label") || getComputedStyle(it).overflowY !== "visible";
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (node.data.trim() === "" || !parent.checkVisibility() || parent.closest(".hidden")) continue;
    let holder = parent;
    while (holder && !holds(holder)) holder = holder.parentElement;
    if (!holder) continue;
    const box = holder.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    const isOut = (it) => it.left < box.left - 1 || it.right > box.right + 1 || it.top < box.top - 1 ||
      it.bottom > box.bottom + 1;
    if ([...range.getClientRects()].some(isOut)) off.push(node.data);
  }
  return off;`;

// In the page: the colours in a picture of an element, from left to right along its middle.
const COLOURS = `
  const image = new Image();
  image.src = "data:image/png;base64," + arguments[0];
  return image.decode().then(() => {
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, image.height / 2, image.width, 1);
    return Array.from({ length: image.width }, (_, idx) => "rgb(" + data.slice(4 * idx, 4 * idx + 3).join(", ") + ")");
  });`;

// In the page: the mean colours of a picture of the window in a grid over the widget, row by row, each colour a list of
// red, green and blue. It is told as text, as there are many.
const GRID = `
  const [picture, nColumns, rowHeight] = args;
  const { x, y, width, height } = host.shadowRoot.querySelector("section").getBoundingClientRect();
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  return image.decode().then(() => {
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    canvas.drawImage(image, 0, 0);
    const mean = (left, top, right, bottom) => {
      const { data } = canvas.getImageData(left, top, right - left, bottom - top);
      const sums = [0, 0, 0];
      data.forEach((it, idx) => idx % 4 < 3 && (sums[idx % 4] += it));
      return sums.map((it) => Math.round(4 * it / data.length));
    };
    const at = (column) => Math.round(x + column * width / nColumns);
    const rows = Array.from({ length: Math.floor(height / rowHeight) }, (_, row) => {
      const top = Math.round(y + row * rowHeight);
      return Array.from({ length: nColumns }, (_, it) => mean(at(it), top, at(it + 1), top + rowHeight));
    });
    return JSON.stringify(rows);
  });`;

export class Widget {
  #nDoubleClicks = 0;

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

  /** Opens a file, in a browser that remembers nothing of any file, and waits until the widget has settled. */
  async openFile(path) {
    await this.visitFile(path);
    await this.driver.executeScript("localStorage.clear()");
    await this.visitFile(path);
    await this.settled();
    return this;
  }

  /** Opens a file, and does not wait for the widget. */
  async visitFile(path) {
    await this.driver.get(pathToFileURL(path).href);
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

  /** Where the element and each part of the host's own guide stand, and in which letters; null for what is not seen. */
  layout() {
    return this.inPage(`return [host, ...host.querySelectorAll("h2, h3, p, li, small")].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const { color, fontFamily } = getComputedStyle(it);
      return it.checkVisibility() && height > 0 ? { x, y, width, height, color, fontFamily } : null;
    })`);
  }

  /**
   * What can be read in the plain guide that the element holds, or that it holds in another page: the tag and the text
   * of each part, in order.
   */
  plainGuide(page = null) {
    const script = `const other = args[0] && new DOMParser().parseFromString(args[0], "text/html");
      const guide = (other?.querySelector(host.localName) ?? host).cloneNode(true);
      for (const it of guide.querySelectorAll("script")) it.remove();
      const text = (it) => it.textContent.replaceAll(/\\s+/g, " ").trim();
      return [...guide.querySelectorAll("*")].map((it) => [it.localName, text(it)])`;
    return this.inPage(script, page);
  }

  /** All that can be read in the plain guide. */
  plainText() {
    return this.inPage(`const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
      const read = [];
      while (texts.nextNode()) {
        if (!texts.currentNode.parentElement.closest("script")) read.push(texts.currentNode.data);
      }
      return read.join(" ")`);
  }

  /** The headings of the plain guide. */
  plainHeadings() {
    return this.inPage('return [...host.querySelectorAll("h2, h3, h4")].map((it) => it.textContent)');
  }

  /** How many elements the page has, and how many widgets are drawn in the first one. */
  nWidgets() {
    return this.inPage(`return [document.querySelectorAll(host.localName).length,
      host.shadowRoot.querySelectorAll(".widget").length]`);
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

  /** The step at hand and all that was answered. */
  async whereItIs() {
    return { step: await this.step(), record: await this.record() };
  }

  /** What stands around the step at hand, and why it comes now; empty where nothing is said. */
  reading() {
    const script = `const text = (it) => host.shadowRoot.querySelector(it)?.innerText.trim() ?? "";
      return { aside: text(".head span"), count: text(".count"), heading: text("h2"), ahead: text(".ahead"),
        why: text(".why"), remark: text(".remark").replace("\\n", " "), changed: text(".could-be > p") }`;
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

  /**
   * The pictures in sight, in order: of each its `tag`, the `text` that stands for it (null where words beside it do),
   * its `size` on the screen, the `colour` of its outlines, and each motion in it, as `{ ms, times }`.
   */
  pictures() {
    const script = `const pictures = [...host.shadowRoot.querySelectorAll(".picture")];
      return pictures.filter((it) => it.checkVisibility()).map((it) => {
        const { width, height } = it.getBoundingClientRect();
        const timing = ({ effect }) => effect.getComputedTiming();
        const motions = it.getAnimations({ subtree: true }).map(timing);
        const body = it.querySelector(".body");
        return { tag: it.localName, text: it.ariaHidden || it.alt === "" ? null : it.ariaLabel ?? it.alt,
          size: [width, height], colour: body && getComputedStyle(body).stroke,
          motions: motions.map(({ duration, iterations }) => ({ ms: duration, times: iterations })) };
      })`;
    return this.inPage(script);
  }

  /** The images among the pictures: where each is, whether it has come, and what is asked for and told with it. */
  images() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll("img")].map((it) => {
      const { src, alt, loading, referrerPolicy, naturalWidth } = it;
      return { src, alt, loading, referrerPolicy, hasCome: naturalWidth > 0 };
    })`);
  }

  /** The light beside each answer to a question, by its name; null where there is none. */
  lights() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll(".choices button")].map((it) =>
      it.querySelector(".dot")?.className.replace("dot ", "") ?? null)`);
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

  /** Types this into the field with this name, in place of what is there. */
  async type(name, text) {
    const field = await this.#one("input", name);
    await this.#showInTheMiddle(field);
    await field.clear();
    await field.sendKeys(text);
  }

  /** What is in the field with this name. */
  async typed(name) {
    return (await this.#one("input", name)).getAttribute("value");
  }

  /** The link to the session; null where there is none. */
  sharedLink() {
    return this.inPage("return host.shadowRoot.querySelector('textarea')?.value ?? null");
  }

  /** What is said above the step of the link that the page was opened with; null where nothing is. */
  banner() {
    return this.inPage("return host.shadowRoot.querySelector('.banner p')?.textContent ?? null");
  }

  /** A picture of the window with the QR code in its middle, as a phone would see it. */
  async pictureOfCode() {
    await this.#showInTheMiddle(await this.inPage("return host.shadowRoot.querySelector('.code')"));
    return this.driver.takeScreenshot();
  }

  /** How high each button and field in sight is, in pixels. */
  heights() {
    return this.inPage(`const pressed = [...host.shadowRoot.querySelectorAll(".button, .text-button, .field")];
      const seen = pressed.filter((it) => it.checkVisibility());
      return seen.map((it) => ({ name: it.textContent, height: it.getBoundingClientRect().height }))`);
  }

  /** Presses the button with this name. */
  async press(name) {
    const button = await this.button(name);
    await this.#showInTheMiddle(button);
    await button.click();
  }

  /** Presses what leads to another step, and waits for that step. */
  async turn(name) {
    await this.inPage("window.turned = host.shadowRoot.querySelector('h2')");
    await this.press(name);
    const hasTurned = () => this.inPage("return host.shadowRoot.querySelector('h2') !== window.turned");
    await this.until(`another step than that with “${name}”`, hasTurned);
  }

  /** Presses what has this name with the keyboard alone. */
  async pressByKey(name, key = Key.ENTER) {
    await this.tabTo(name);
    await this.keys(key);
  }

  /** Gives an answer to the step at hand by its name, with the keyboard alone, and waits for what comes. */
  async answerByKey(choice) {
    const step = await this.step();
    await this.pressByKey(labelOf(step, choice));
    await this.until(`another step than ${step}`, async () => (await this.step()) !== step);
    await this.focusOn(await this.heading());
  }

  /** Gives an answer to the step at hand by its name, pressing what the person would, and waits for what comes. */
  async answer(choice) {
    const step = await this.step();
    await this.turn(labelOf(step, choice));
  }

  /** Each time at another place of the button: a driver may take two double clicks at one place for four clicks. */
  async doubleClick(name) {
    const button = await this.button(name);
    await this.#showInTheMiddle(button);
    const x = 4 * this.#nDoubleClicks++;
    await this.driver.actions().move({ origin: button, x }).doubleClick().perform();
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

  /** Whether the element and what it shows are in sight. */
  isVisible() {
    return this.inPage("return host.checkVisibility() && host.shadowRoot.querySelector('h2').checkVisibility()");
  }

  hasButton(name) {
    return this.#has("button", name);
  }

  /** Opens or closes what is behind this heading. */
  async toggle(name) {
    await (await this.#one("summary", name)).click();
  }

  hasSection(name) {
    return this.#has("summary", name);
  }

  async tick(text) {
    const input = await this.#one("input", text);
    // What is held at the end of the window would take the click.
    await this.#showInTheMiddle(input);
    await input.click();
  }

  async isTicked(text) {
    return (await this.#one("input", text)).isSelected();
  }

  /** What is ticked, by name. */
  ticked() {
    const script = "return [...host.shadowRoot.querySelectorAll('input:checked')].map((it) => it.labels[0].textContent)";
    return this.inPage(script);
  }

  /** The countdown's time, or what stands in its place. */
  timer() {
    return this.inPage("return host.shadowRoot.querySelector('.timer')?.textContent ?? null");
  }

  /** When the countdown ends, as it says. */
  ends() {
    return this.inPage("return host.shadowRoot.querySelector('.until')?.textContent ?? null");
  }

  /** What the quick question beside a countdown says; null where there is none. */
  quickQuestion() {
    return this.inPage("return host.shadowRoot.querySelector('.quick')?.textContent ?? null");
  }

  /** The link to a file for calendars, `{ name, href, file }`. */
  calendar() {
    return this.inPage(`const link = host.shadowRoot.querySelector(".wait a");
      return { name: link.textContent, href: link.href, file: link.download }`);
  }

  /** Whether the button with this name is pressed, for those that stay so. */
  async isPressed(name) {
    return (await (await this.button(name)).getAttribute("aria-pressed")) === "true";
  }

  /** What each answer in the trail has moved; empty where it moved little. */
  moves() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll(".trail .answers li")].map((it) =>
      it.querySelector(".moved")?.textContent ?? "").join("\\n")`).then((it) => it.split("\n"));
  }

  /** What is said of an answer that was changed just now; empty where nothing is. */
  change() {
    return this.inPage("return host.shadowRoot.querySelector('.change')?.textContent ?? ''");
  }

  /** The language that the widget says it speaks. */
  language() {
    return this.inPage("return host.shadowRoot.querySelector('section').closest('[lang]').lang");
  }

  /** Which way the widget is written. */
  direction() {
    return this.inPage("return host.shadowRoot.querySelector('section').closest('[dir]').dir");
  }

  /** Every text in the widget, with those that only some people get: names, titles and what is said aloud. */
  allTexts() {
    return this.inPage(`const texts = [];
      const nodes = document.createTreeWalker(host.shadowRoot.querySelector("section"), NodeFilter.SHOW_ALL);
      while (nodes.nextNode()) {
        const node = nodes.currentNode;
        if (node.nodeType === 3) texts.push(node.data);
        for (const name of ["aria-label", "title", "alt", "aria-valuetext", "download"]) {
          if (node.nodeType === 1 && node.hasAttribute(name)) texts.push(node.getAttribute(name));
        }
      }
      return texts.map((it) => it.trim()).filter((it) => it !== "").join("\\n");`).then((it) => it.split("\n"));
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

  /**
   * The computed styles of each kind of node in the widget, but for what depends on how much room there is: a map of
   * `property of node` to value. The pointer is in a corner of the window meanwhile, so that nothing is hovered.
   */
  async look() {
    // A browser passes over a move to where it thinks the pointer is.
    await this.driver.actions().move({ x: 0, y: 0 }).move({ x: 1, y: 1 }).perform();
    const look = new Map();
    for (const [node, styles] of Object.entries(JSON.parse(await this.inPage(LOOK)))) {
      for (const [name, value] of Object.entries(styles)) look.set(`${name} of ${node}`, value);
    }
    return look;
  }

  /** A picture of the step's heading, as it is painted. */
  async picture() {
    const heading = await this.inPage("return host.shadowRoot.querySelector('h2')");
    return heading.takeScreenshot();
  }

  /** What sticks out of the window or of the widget at the sides, a line each; empty where nothing does. */
  sticksOut() {
    return this.inPage(STICKING_OUT);
  }

  /** The first of each kind of control in sight, each `{ control, name, hasFrame, ground }`. */
  controls() {
    return this.inPage(CONTROLS);
  }

  /** The ring around what has the focus, `{ width, colour }`. */
  ring() {
    const script = `const style = getComputedStyle(host.shadowRoot.activeElement);
      return { width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), colour: style.outlineColor }`;
    return this.inPage(script);
  }

  /** The bars in sight, each `{ bar, share }`. */
  bars() {
    return this.inPage(`const bars = [...host.shadowRoot.querySelectorAll("progress")];
      return bars.filter((it) => it.checkVisibility()).map((bar) => ({ bar, share: bar.position }))`);
  }

  /** The colours that an element is painted in, from left to right along its middle. */
  async paint(element) {
    await this.#showInTheMiddle(element);
    return this.driver.executeScript(COLOURS, await element.takeScreenshot());
  }

  /** The texts whose last sign does not stand behind the others. */
  breakingOff() {
    return this.inPage(BREAKING_OFF);
  }

  /** Opens all that is folded. */
  openAll() {
    return this.inPage("for (const it of host.shadowRoot.querySelectorAll('details')) it.open = true");
  }

  /** Gives an answer to the step at hand, or to the one of this name, as a page does, by the element's method. */
  async answerByMethod(choice, step = null) {
    await this.inPage("return host.answer(...args)", step ?? (await this.step()), choice);
  }

  /** Starts the countdown of the step at hand, whatever its button says. */
  async startWait() {
    await this.inPage("host.shadowRoot.querySelector('.wait .button').click()");
    await this.until("the countdown", async () => (await this.timer()) !== null);
  }

  /** The mean colours of the widget, as it is painted, in a grid of so many columns and of rows of this height. */
  async grid(nColumns, rowHeight) {
    return JSON.parse(await this.inPage(GRID, await this.driver.takeScreenshot(), nColumns, rowHeight));
  }

  /** What can be pressed, each `{ name, x, y, width, height, isInSentence }`. */
  targets() {
    return this.inPage(TARGETS);
  }

  /** Puts the focus on the heading, where a new step has it. */
  focusHeading() {
    return this.inPage("host.shadowRoot.querySelector('h2').focus()");
  }

  /** What covers the control that has the focus; empty where nothing does. */
  coversFocus() {
    return this.inPage(COVERS_FOCUS);
  }

  /** By how much the control that has the focus leaves the window, and how much of it is in sight, from above. */
  focusInWindow() {
    return this.inPage(FOCUS_IN_WINDOW);
  }

  /** Puts a sheet into the widget, as a person's own tools do. */
  restyle(css) {
    const script = `host.shadowRoot.querySelector(".restyled")?.remove();
      host.shadowRoot.append(Object.assign(document.createElement("style"), { className: "restyled", textContent: args[0] }))`;
    return this.inPage(script, css);
  }

  /** The texts that are cut off, or that leave the control that they are in. */
  cutOff() {
    return this.inPage(CUT_OFF);
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
   * steps on the way. `look` sees each of them before it is answered; `answer` is how.
   */
  async walkAs(person, to, look = () => {}, answer = (choice) => this.answer(choice)) {
    const steps = [];
    for (;;) {
      const step = await this.step();
      if (step === to) return steps;
      steps.push(step);
      assert.ok(!ENDS.includes(step) && steps.length < 40, `no way leads to ${to}: ${steps.join(", ")}`);
      await look(step);
      await answer(person[step] ?? usualChoice(step));
    }
  }

  // At once, because a driver does not wait for a page that scrolls smoothly, nor for a box that scrolls in a page.
  #showInTheMiddle(element) {
    return this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
  }

  async #has(tag, name) {
    return (await this.#find(tag, name)) !== 0;
  }

  async #one(tag, name) {
    const found = await this.#find(tag, name);
    assert.ok(typeof found !== "number", `there is one ${tag} “${name}” in view, and not ${found}`);
    // A summary has no role in common to all browsers, but it has a name. Chromium's driver does not find the name of
    // what is in a frame of another process.
    if (!this.isFramed) assert.equal((await found.getAccessibleName()).trim(), name);
    return found;
  }

  async #find(tag, name) {
    return this.inPage(FIND, tag, name);
  }
}
