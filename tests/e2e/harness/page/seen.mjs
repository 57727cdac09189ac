// How the widget looks: its places, sizes and colours.

import {
  BREAKING_OFF,
  COLOURS,
  CONTROLS,
  COVERS_FOCUS,
  CUT_OFF,
  FOCUS_IN_WINDOW,
  GRID,
  INKS,
  LOOK,
  STICKING_OUT,
  TARGETS,
} from "./measures.mjs";
import { Read } from "./read.mjs";

/** A widget that is looked at. */
export class Seen extends Read {
  /** Where the element and each part of the host's own guide stand, and in which letters; null for what is not seen. */
  layout() {
    // What was never in sight has no height of its own yet.
    return this.inPage(`for (const it of host.querySelectorAll("section > *")) it.style.contentVisibility = "visible";
    return [host, ...host.querySelectorAll("h2, h3, p, li, small")].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const { color, fontFamily } = getComputedStyle(it);
      return it.checkVisibility() && height > 0 ? { x, y, width, height, color, fontFamily } : null;
    })`);
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

  /** A picture of the window with the QR code in its middle, as a phone would see it. */
  async pictureOfCode() {
    await this.showInTheMiddle(await this.inPage("return host.shadowRoot.querySelector('.code')"));
    return this.driver.takeScreenshot();
  }

  /** How high each button and field in sight is, in pixels. */
  heights() {
    return this.inPage(`const pressed = [...host.shadowRoot.querySelectorAll(".button, .text-button, .field")];
      const seen = pressed.filter((it) => it.checkVisibility());
      return seen.map((it) => ({ name: it.textContent, height: it.getBoundingClientRect().height }))`);
  }

  /**
   * The computed styles of each kind of node in the widget, but for what depends on how much room there is: a map of
   * `property of node` to value. The pointer is in a corner of the window meanwhile, so that nothing is hovered.
   */
  async look() {
    // A browser passes over a move to where it thinks the pointer is.
    await this.driver.actions().move({ x: 0, y: 0 }).move({ x: 1, y: 1 }).perform();
    const look = new Map();
    const { names, values, rows } = JSON.parse(await this.inPage(LOOK));
    const [name, value] = [names, values].map((it) => it.split("\n"));
    for (const [node, row] of Object.entries(rows)) {
      for (const [idx, place] of row.split(",").entries()) look.set(`${name[idx]} of ${node}`, value[place]);
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

  /** Each colour of `text` on each ground, and of the frame of each `control`: `{ kind, ink, ground, example }`. */
  inks() {
    return this.inPage(INKS);
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
    await this.showInTheMiddle(element);
    return this.driver.executeScript(COLOURS, await element.takeScreenshot());
  }

  /** The texts whose last sign does not stand behind the others. */
  breakingOff() {
    return this.inPage(BREAKING_OFF);
  }

  /** The mean colours of the widget, as it is painted, in a grid of so many columns and of rows of this height. */
  async grid(nColumns, rowHeight) {
    return JSON.parse(await this.inPage(GRID, await this.driver.takeScreenshot(), nColumns, rowHeight));
  }

  /** What can be pressed, each `{ name, x, y, width, height, isInSentence }`. */
  targets() {
    return this.inPage(TARGETS);
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

  /** By how much the answers that are held stand above the end of the window. */
  heldAbove() {
    return this.inPage(`const { bottom } = host.shadowRoot.querySelector(".held").getBoundingClientRect();
      return Math.round(innerHeight - bottom)`);
  }

  /** The answers that are held, and that something outside of the widget covers. */
  coveredAnswers() {
    return this.inPage(`const answers = [...host.shadowRoot.querySelectorAll(".held .button")];
      const isCovered = ({ left, top, width, height }) =>
        document.elementFromPoint(left + width / 2, top + height / 2) !== host;
      return answers.filter((it) => isCovered(it.getBoundingClientRect())).map((it) => it.textContent)`);
  }

  /** How large the text of the widget is, in pixels. */
  textSize() {
    return this.inPage(`return parseFloat(getComputedStyle(host.shadowRoot.querySelector(".widget")).fontSize)`);
  }

  /** The same of all that is in the widget, in order. */
  textSizes() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll(".widget *")].map((it) =>
      parseFloat(getComputedStyle(it).fontSize))`);
  }

  /** The rounding of the roundest corner, in pixels; lights are round in any theme. */
  roundest() {
    return this.inPage(`const radii = [...host.shadowRoot.querySelectorAll(".widget, .widget *")].map((it) =>
        getComputedStyle(it).borderTopLeftRadius);
      return Math.max(...radii.filter((it) => !it.endsWith("%")).map(parseFloat))`);
  }

  /** Where the widget stands in the window. */
  place() {
    return this.inPage(`const { x, y, width, height } = host.shadowRoot.querySelector(".widget").getBoundingClientRect();
      return { x, y, width, height }`);
  }

  /** What a double click on the first words of the heading selects. */
  selectInHeading() {
    return this.#select("h2");
  }

  /** The same in the record. */
  selectInRecord() {
    return this.#select(".record pre");
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

  async #select(selector) {
    const element = await this.inPage(`const it = host.shadowRoot.querySelector(args[0]);
      it.scrollIntoView({ behavior: "instant" });
      return it`, selector);
    const { width, height } = await element.getRect();
    // From its middle to its first letter.
    const [x, y] = [14 - Math.round(width / 2), 20 - Math.round(height / 2)];
    await this.driver.actions().move({ origin: element, x, y }).doubleClick().perform();
    return (await this.inPage("return String(getSelection())")).trim();
  }
}
