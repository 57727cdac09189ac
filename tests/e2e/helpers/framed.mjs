// The widget in a frame of another site, and the page around it.

import { By } from "selenium-webdriver";
import { Widget } from "../harness/page.mjs";
import { until } from "../harness/until.mjs";

/** A widget that is pressed only once the frame is as high as the step: what is beyond its end takes no click. */
class FramedWidget extends Widget {
  isFramed = true;

  async button(name) {
    await this.#fits();
    return super.button(name);
  }

  async link(name) {
    await this.#fits();
    return super.link(name);
  }

  #fits() {
    const fits = "return innerHeight >= Math.floor(host.getBoundingClientRect().bottom)";
    return this.until("the frame to be as high as the step", () => this.inPage(fits));
  }
}

/** A page of one site with a frame of another. */
export class Framed {
  constructor(at) {
    Object.assign(this, at);
    this.widget = new FramedWidget(at);
  }

  /**
   * Opens the page, with more behind the frame and with headers where that is wanted; these are the attributes of the
   * frame. The window is so high that all of it is in sight: where the frame is of another site, not every driver
   * scrolls the page around it before it clicks.
   */
  async open(attributes = 'order="article"', { end = "", headers } = {}) {
    const src = `${this.elsewhere.origin}/embed.html`;
    this.server.route("/framing.html", `<!doctype html><html lang="en"><head><meta charset="utf-8" />
      <title>A page with a frame</title><link rel="icon" href="data:," />
      <script src="${this.elsewhere.origin}/frame.js"></script></head><body>
      <fault-finder-frame src="${src}" ${attributes}><p>The plain guide is elsewhere.</p></fault-finder-frame>${end}
      </body></html>`, { headers });
    await this.resize(1100, 2900);
    await this.driver.get(`${this.server.origin}/framing.html`);
    await this.within(() => this.widget.settled());
    return this;
  }

  /** Runs `script` in the page around, with the frame's element as `host`. */
  async around(script, ...args) {
    const host = await this.driver.findElement(By.css("fault-finder-frame"));
    return this.driver.executeScript(`const [host, ...args] = arguments; ${script}`, host, ...args);
  }

  /** Does something with the widget inside. */
  async within(act) {
    const inner = await this.around("return host.shadowRoot.querySelector('iframe')");
    await this.driver.switchTo().frame(inner);
    try {
      await until("the widget in the frame", () => this.hasWidget());
      return await act(this.widget);
    } finally {
      await this.driver.switchTo().defaultContent();
    }
  }

  async hasWidget() {
    return (await this.driver.findElements(By.css("fault-finder"))).length > 0;
  }

  height() {
    return this.around("return host.shadowRoot.querySelector('iframe').getBoundingClientRect().height");
  }

  /** Waits until the frame is as high as what is in it, and gives that height. */
  async fits() {
    let heights;
    const isFitting = async () => {
      const inside = await this.within((it) => it.inPage("return document.documentElement.scrollHeight"));
      const content = await this.within((it) => it.inPage("return host.getBoundingClientRect().height"));
      heights = [await this.height(), inside, content];
      return Math.abs(heights[0] - heights[1]) <= 1 && Math.abs(heights[1] - content) <= 1;
    };
    await until("the frame to be as high as what is in it", isFitting).catch((error) => {
      throw new Error(`${error.message}: frame, document and widget are ${heights} high`);
    });
    return heights[0];
  }

  /** Waits until so many events have come out, or no more come. */
  async hears(times) {
    const isHeard = async () => (await this.events()).length >= times;
    await until(`${times} events`, isHeard).catch(() => {});
  }

  /** What came out, as `events` of a widget tells it. */
  events() {
    return this.driver.executeScript("return window.seenEvents");
  }

  /** What came out, without times and records. */
  async told() {
    const events = await this.events();
    return events.map(({ name, detail: { at, session, record, ...detail } }) => ({ name, ...detail }));
  }
}
