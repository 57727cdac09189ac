// The real chooser in which a person picks a device: a window of the browser's own, beside the page.

import { UI_DEVTOOLS_ARGS, UiDevTools } from "./ui-devtools.mjs";
import { until } from "../../harness/until.mjs";

/** What Chromium needs to be started with. */
export const CHOOSER_ARGS = [
  ...UI_DEVTOOLS_ARGS,
  // Else it passes over clicks for a while, because nobody could have read yet what it shows.
  "--disable-input-event-activation-protection",
];
const WINDOW = "ChooserBubbleUiViewDelegate";
const LIST = "TableView";
const BUTTON = "MdTextButton";
const TEXTS = ["Label", "StyledLabel"];
// It says so until it knows what there is.
const SEARCHING = "Finding devices…";
const PATIENCE_MS = 20_000;
// From the upper left corner of a button, or of a row of the list, to where the mouse clicks.
const INSIDE = 10;

export class Chooser {
  #driver;
  #tools;

  constructor(driver, tools) {
    this.#driver = driver;
    this.#tools = tools;
  }

  /** The chooser of a browser that was started with the arguments above. */
  static async of(driver) {
    return new Chooser(driver, await UiDevTools.of(driver));
  }

  /**
   * Waits until it is shown, knows what devices there are, and shows what this is true of. Returns what it shows: its
   * `texts`, how many `rows` its list has, and which of its `buttons` can be pressed.
   */
  async shown(isAsExpected = () => true) {
    let last;
    const look = async () => {
      last = await this.#look();
      return last && !last.texts.includes(SEARCHING) && isAsExpected(last) && last;
    };
    const complaint = () => `a chooser as expected; it shows ${JSON.stringify(last)}`;
    return until(complaint, look, PATIENCE_MS);
  }

  /** Waits until there is none. */
  async gone() {
    await until("the end of the chooser", async () => !(await this.#look()), PATIENCE_MS);
  }

  /** Waits until the list has this row, and connects to the device in it. They stand in the order of their pairing. */
  connect(row = 0) {
    return this.#choose(row, "Connect");
  }

  /** The same for a device of Low Energy. The button says that it pairs, but nothing is paired by that. */
  pair(row = 0) {
    return this.#choose(row, "Pair");
  }

  /** Waits until it is shown, and chooses nothing. */
  cancel() {
    return this.#press("Cancel", () => true);
  }

  async #choose(row, button) {
    const { list } = await this.shown(({ rows }) => rows > row);
    await this.#tools.click(list.id, INSIDE, list.rowHeight * row + INSIDE);
    await this.#press(button, ({ isSelected }) => isSelected(row));
  }

  async #press(text, isAsExpected) {
    const { buttons } = await this.shown((it) => text in it.buttons && isAsExpected(it));
    await this.#tools.click(buttons[text], INSIDE, INSIDE);
    await this.gone();
  }

  /** What it shows; nothing where there is none. */
  async #look() {
    const views = await this.#tools.views(WINDOW);
    if (views.length === 0) return undefined;
    const drawn = [];
    for (const { id, name } of views.filter((it) => [LIST, BUTTON, ...TEXTS].includes(it.name))) {
      const properties = await this.#tools.properties(id);
      if (properties.IsDrawn === "true") drawn.push({ id, name, properties });
    }
    // As in Chromium 150: there is nothing to wait for.
    const isMute = drawn.some((it) => it.name === BUTTON && it.properties.Text === undefined);
    if (isMute) throw new Error("the chooser of this Chromium does not tell what its buttons say; that of 156 does");
    const list = drawn.find((it) => it.name === LIST);
    const buttons = drawn.filter((it) => it.name === BUTTON && it.properties.Enabled === "true");
    return {
      texts: drawn.filter((it) => TEXTS.includes(it.name)).map((it) => it.properties.Text),
      rows: list ? Number(list.properties.RowCount) : 0,
      list: list && { id: list.id, rowHeight: Number(list.properties.RowHeight) },
      isSelected: (row) => list?.properties.FirstSelectedRow === String(row),
      buttons: Object.fromEntries(buttons.map((it) => [it.properties.Text, it.id])),
    };
  }
}
