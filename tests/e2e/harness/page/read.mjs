// What can be read in the widget, and in the plain guide that it holds.

import { nameOf } from "../guide.mjs";
import { Opened } from "./opened.mjs";

/** A widget that is read. */
export class Read extends Opened {
  /** Whether the element and what it shows are in sight. */
  isVisible() {
    return this.inPage("return host.checkVisibility() && host.shadowRoot.querySelector('h2').checkVisibility()");
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
    const isThere = "return host.shadowRoot.querySelector('h2').textContent === args[0]";
    await this.untilInPage(`the heading “${heading}”`, isThere, heading).catch(async (error) => {
      throw new Error(`${error.message}; the heading is “${await this.heading()}”`);
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
    return this.inPage(`return [...host.shadowRoot.querySelectorAll(".choices button")].map((it) => it.innerText.trim())`);
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

  /** What the links to other sites say of themselves, each `{ href, rel }`. */
  linksAway() {
    return this.inPage(`return [...host.shadowRoot.querySelectorAll("a[href^=http]")].map(({ href, rel }) => ({ href, rel }))`);
  }

  /** The link to the session; null where there is none. */
  sharedLink() {
    return this.inPage("return host.shadowRoot.querySelector('textarea')?.value ?? null");
  }

  /** What is said above the step of the link that the page was opened with; null where nothing is. */
  banner() {
    return this.inPage("return host.shadowRoot.querySelector('.banner p')?.textContent ?? null");
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

  /** What is ticked, by name. */
  ticked() {
    const script = "return [...host.shadowRoot.querySelectorAll('input:checked')].map((it) => it.labels[0].textContent)";
    return this.inPage(script);
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
}
