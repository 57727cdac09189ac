// The widget as a person finds it: how it is pressed, by click and by keyboard. What can be read, how it looks and how
// its page is opened is in page/; every selector of these tests is in one of these files.

import assert from "node:assert/strict";
import { error, Key } from "selenium-webdriver";
import { answersOf, labelOf, NAMES, REPAIRS } from "./guide.mjs";
import { Seen } from "./page/seen.mjs";
import { timed } from "./time.mjs";

// In the page: what has this tag and this name, as a person would call it, where that is one. It is never a list, because
// WebKit's driver takes the page's own ways with lists for the answer.
const FIND = `
  const name = (it) => (it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent).trim();
  const visible = [...host.shadowRoot.querySelectorAll(args[0])].filter((it) => it.checkVisibility());
  const found = visible.filter((it) => name(it) === args[1]);`;
const FOUND = "return found.length === 1 ? found[0] : null;";
// In the page: the same to be pressed. At once, because a driver does not wait for a page that scrolls smoothly, nor for a
// box that scrolls in a page; and in the middle, because what is held at the end of the window would take a click. A
// heading that is another one later is that of another step.
const IN_REACH = `
  if (found.length === 1) found[0].scrollIntoView({ block: "center", behavior: "instant" });
  window.turned = host.shadowRoot.querySelector("h2");`;

const FOCUSED = `
  let at = document.activeElement;
  const hosts = [];
  while (at?.shadowRoot?.activeElement) {
    hosts.push(at.localName);
    at = at.shadowRoot.activeElement;
  }
  const name = at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent;
  return { tag: at.localName, name: name.trim(), inWidget: hosts.includes("fault-finder") };`;

// In the page: answers by the element's method until the step. When the promise of an answer resolves, the next step is
// drawn and has the focus.
const WALK = `
  const [names, answers, to] = args;
  const steps = [];
  return (async () => {
    for (;;) {
      const step = names[host.shadowRoot.querySelector("h2").textContent];
      if (step === to) return steps;
      steps.push(step);
      if (!(step in answers) || steps.length > 40) throw new Error("no way leads to " + to + ": " + steps.join(", "));
      await host.answer(step, answers[step]);
    }
  })();`;

// What was seen to have its name for those who do not see it, by tag and name. To ask Chromium for it takes as long as to
// press it, so it is asked once.
const named = new Set();

/** A widget that is used. */
export class Widget extends Seen {
  #nDoubleClicks = 0;

  /** Types this into the field with this name, in place of what is there. */
  async type(name, text) {
    const field = await this.#one("input", name, IN_REACH);
    await field.clear();
    await field.sendKeys(text);
  }

  /** What is in the field with this name. */
  async typed(name) {
    return (await this.#one("input", name)).getAttribute("value");
  }

  /** Presses the button with this name. */
  async press(name) {
    await (await this.button(name)).click();
  }

  /** Presses what leads to another step, and waits until that one is drawn, has the focus, and is told. */
  async turn(name) {
    await this.press(name);
    await this.untilInPage(`another step than that with “${name}”`, `const heading = host.shadowRoot.querySelector('h2');
      return heading !== window.turned && host.shadowRoot.activeElement === heading`);
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
    const x = 4 * this.#nDoubleClicks++;
    await this.driver.actions().move({ origin: button, x }).doubleClick().perform();
  }

  /** Where a button is in the window. */
  async placeOf(name) {
    const { x, y } = await (await this.#one("button", name)).getRect();
    return { x, y };
  }

  button(name) {
    return this.#one("button", name, IN_REACH);
  }

  link(name) {
    return this.#one("a", name, IN_REACH);
  }

  checkbox(name) {
    return this.#one("input", name, IN_REACH);
  }

  hasButton(name) {
    return this.#has("button", name);
  }

  /** Opens or closes what is behind this heading. */
  async toggle(name) {
    await (await this.#one("summary", name, IN_REACH)).click();
  }

  hasSection(name) {
    return this.#has("summary", name);
  }

  /** Ticks what has this name, or takes the tick away, and waits until that is seen. */
  async tick(text) {
    const input = await this.checkbox(text);
    const before = await input.isSelected();
    await input.click();
    await this.until(`“${text}” to be ${before ? "free" : "ticked"}`, async () => (await this.isTicked(text)) !== before);
  }

  async isTicked(text) {
    return (await this.#one("input", text)).isSelected();
  }

  /** Whether the button with this name is pressed, for those that stay so. */
  async isPressed(name) {
    return (await (await this.button(name)).getAttribute("aria-pressed")) === "true";
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

  /** Stops the countdown of the step at hand, or takes it away once it is over, whatever its button says. */
  async stopWait() {
    await this.inPage("host.shadowRoot.querySelector('.wait > .text-button').click()");
    await this.until("no countdown", async () => (await this.timer()) === null);
  }

  /** Puts the focus on the heading, where a new step has it. */
  focusHeading() {
    return this.inPage("host.shadowRoot.querySelector('h2').focus()");
  }

  /** Where the focus is: the tag, the name and whether it is in the widget. */
  focus() {
    return this.driver.executeScript(FOCUSED);
  }

  keys(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** Waits until the page has this title, which changes a moment after the step that is the reason. */
  titled(title) {
    return this.until(`the title “${title}”`, async () => (await this.driver.getTitle()) === title);
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

  /**
   * Through the article to this repair or, without one, to the service step, each answer with the same choice, by the
   * element's method.
   */
  walkTo(id = "service", choice = "not-fixed") {
    return this.walkAs(Object.fromEntries(REPAIRS.map((it) => [it.id, choice])), id);
  }

  /**
   * Answers whatever comes as this person would, up to the step or the end with this name, by the element's method.
   * Returns the names of the steps on the way. `look` sees each of them before it is answered.
   */
  async walkAs(person, to, look) {
    if (look) return this.#walk(person, to, look, (step, choice) => this.answerByMethod(choice, step));
    await this.settled();
    return timed("walking", () => this.inPage(WALK, NAMES, answersOf(person), to));
  }

  /** The same by what the person would press. */
  pressAs(person, to, look = () => {}) {
    return this.#walk(person, to, look, (step, choice) => this.turn(labelOf(step, choice)));
  }

  /** The same by the keyboard alone. */
  typeAs(person, to, look = () => {}) {
    return this.#walk(person, to, look, (_, choice) => this.answerByKey(choice));
  }

  #walk(person, to, look, answer) {
    return timed("walking", async () => {
      const answers = answersOf(person);
      const steps = [];
      for (;;) {
        const step = await this.step();
        if (step === to) return steps;
        steps.push(step);
        assert.ok(step in answers && steps.length < 40, `no way leads to ${to}: ${steps.join(", ")}`);
        await look(step);
        await answer(step, answers[step]);
      }
    });
  }

  #has(tag, name) {
    return this.inPage(`${FIND} return found.length > 0`, tag, name);
  }

  async #one(tag, name, then = "") {
    const key = `${tag} ${name}`;
    const isKnown = this.isFramed || named.has(key);
    // A browser that is busy draws later what was pressed before. A summary has no role in common to all browsers, but it
    // has a name. Chromium's driver does not find the name of what is in a frame of another process.
    const look = () => this.untilInPage(`one ${tag} “${name}” in view`, FIND + then + FOUND, tag, name);
    if (isKnown) return look();
    const found = await this.until(`${tag} “${name}”, by that name`, async () => {
      const it = await look();
      return (await isNamed(it, name)) && it;
    });
    named.add(key);
    return found;
  }
}

/** Whether it has this name for those who do not see it; not if it has been drawn anew meanwhile. */
async function isNamed(element, name) {
  try {
    // Firefox 140 takes the mark of a fold for a part of its name.
    assert.equal((await element.getAccessibleName()).replace(/^[▸▾]/, "").trim(), name);
    return true;
  } catch (problem) {
    if (problem instanceof error.StaleElementReferenceError) return false;
    throw problem;
  }
}
