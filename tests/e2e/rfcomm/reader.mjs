// The widget in a browser that can reach devices over a serial channel, as somebody finds it who has their levels read.

import { Widget } from "../page.mjs";

export const READ = "Read the levels";
export const READ_AGAIN = "Read the levels again";
export const OTHER_WAY = "Read one level, another way";
export const STOP = "Stop reading";
export const TRY_AGAIN = "Try again";

export class Reader extends Widget {
  /**
   * Opens the demo page, answers what is asked, and opens the box for reading; without other answers this is at the
   * question that the level of the case answers.
   */
  static async at(at, answers = ["none", "both-buds"]) {
    const reader = new Reader(at);
    await reader.open();
    for (const it of answers) await reader.answer(it);
    await reader.openBox();
    return reader;
  }

  openBox() {
    return this.toggle("Read the battery levels by Bluetooth");
  }

  /** Presses what asks for a device, and connects to the first in the browser's own window. */
  async read({ chooser }, name = READ) {
    await this.press(name);
    await chooser.connect();
  }

  /** The lines of the box, as they are seen. */
  async box() {
    const text = await this.inPage("return host.shadowRoot.querySelector('details.reading')?.innerText ?? ''");
    return text.split("\n").filter((it) => it !== "");
  }

  /** Waits until the box shows this line. */
  boxShows(line) {
    return this.until(`the line “${line}”`, async () => (await this.box()).includes(line)).catch(async (error) => {
      throw new Error(`${error.message}; the box shows ${JSON.stringify(await this.box())}`);
    });
  }

  /** Waits for so many readings; returns the last in words. */
  async hasRead(times = 1) {
    let readings;
    const isThere = async () => ({ readings } = await this.record()).readings.length === times;
    await this.until(`${times} readings`, isThere, 25_000).catch(async (error) => {
      throw new Error(`${error.message}; the box shows ${JSON.stringify(await this.box())}`);
    });
    return readings.at(-1).text;
  }

  /** Waits until it has failed in these words; they were said in the live region as well. */
  async hasFailed(text, advice) {
    const line = `${text} ${advice}`;
    await this.until(`the failure “${line}”`, async () => (await this.box()).includes(line), 30_000).catch(
      async (error) => {
        throw new Error(`${error.message}; the box shows ${JSON.stringify(await this.box())}`);
      },
    );
    await this.until("the same words", async () => (await this.said()) === line);
  }

  /** The line for support. */
  async detail() {
    return (await this.box()).find((it) => it.startsWith("For support: "));
  }

  /** How a question was answered, and whether the device did. */
  async answerTo(step) {
    const { entries } = await this.record();
    const entry = entries.find((it) => it.step === step);
    return entry && { choice: entry.result, isRead: entry.is_read };
  }
}
