// The widget in a browser that can reach devices over a serial channel, as somebody finds it who has their levels read.

import { Reader } from "../bluetooth/reader.mjs";
import { WORDS } from "../../harness/guide.mjs";

// The longest that a reading may take, and a little more.
const READING_MS = 25_000;

export class SerialReader extends Reader {
  /**
   * Opens the demo page, answers what is asked, and opens the box for reading; without other answers this is at the
   * question that the level of the case answers.
   */
  static async at(at, answers = ["none", "both-buds"]) {
    const reader = new SerialReader(at);
    await reader.open();
    for (const it of answers) await reader.answer(it);
    await reader.toggle(WORDS.readLevels);
    return reader;
  }

  /** Presses what asks for a device, and connects to the first in the browser's own window. */
  async read({ chooser }, name = WORDS.readStart) {
    await this.press(name);
    await chooser.connect();
  }

  /** Waits for so many readings; returns the last in words. */
  async hasRead(times = 1) {
    let readings;
    const isThere = async () => ({ readings } = await this.record()).readings.length === times;
    await this.until(`${times} readings`, isThere, READING_MS).catch(async (error) => {
      throw new Error(`${error.message}; the box says ${JSON.stringify(await this.box())}`);
    });
    return readings.at(-1).text;
  }

  /** How a question was answered, and whether the device did. */
  async answerTo(step) {
    const { entries } = await this.record();
    const entry = entries.find((it) => it.step === step);
    return entry && { choice: entry.result, isRead: entry.is_read };
  }
}
