// What comes out of the printer: the text of a PDF.

import { extractText } from "unpdf";

/** All words that the window shows on paper, in order. */
export async function printed(driver) {
  const bytes = Buffer.from(await driver.printPage({}), "base64");
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return words(text);
}

/** The words of a text, without what lists and the ends of lines and pages do to them: numbers, signs and spaces. */
export function words(text) {
  return ` ${text.normalize("NFKC").match(/\p{L}+/gu).join(" ")} `;
}
