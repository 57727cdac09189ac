// Page translators: what browsers, extensions and services of sites do to the texts of a page, also in open shadow roots.

// In the page: what each kind puts in the place of a text; a mark stands for the translation.
const KINDS = {
  "puts texts of its own": "document.createTextNode(`»${text.data}«`)",
  "puts elements of its own": "font(font(`»${text.data}«`))",
  "wraps texts": "font(text)",
};

/** The ways in which translators change a page. */
export const TRANSLATORS = Object.keys(KINDS);

// In the page: `translate` changes all texts of the element that no translator has changed yet.
const TRANSLATE = (kind) => `
  const font = (inner) => {
    const font = document.createElement("font");
    font.append(inner);
    return font;
  };
  const translate = () => {
    const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    window.translated ??= new WeakSet();
    for (const text of texts) {
      const { parentElement: parent } = text;
      if (translated.has(text) || !text.data.trim() || !parent || parent.closest("font, style, textarea")) continue;
      const mark = document.createComment("");
      text.replaceWith(mark);
      const now = ${KINDS[kind]};
      translated.add(now);
      mark.replaceWith(now);
    }
  };`;

/** Translates what the widget shows now. */
export function translateOnce(widget, kind) {
  return widget.inPage(`${TRANSLATE(kind)} translate()`);
}

/** Translates what the widget shows, and whatever changes later. */
export function translate(widget, kind) {
  return widget.inPage(`${TRANSLATE(kind)}
    const watch = new MutationObserver(() => {
      translate();
      watch.takeRecords();
    });
    watch.observe(host.shadowRoot, { childList: true, subtree: true, characterData: true });
    translate()`);
}

/** The texts that a translator has left in the widget. */
export async function translated(widget) {
  const texts = await widget.inPage(`const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      let at = walker.currentNode;
      while (at && !translated.has(at)) at = at.parentNode;
      if (at) texts.push(walker.currentNode.data);
    }
    return texts.join("\\n")`);
  return texts.replaceAll(/[»«]/g, "").split("\n");
}

/** What can be read, without the marks of a translator, and without times, which are others in another widget. */
export async function read(widget) {
  return (await widget.allTexts()).map((it) => it.replaceAll(/[»«]|\d\d:\d\d/g, "").trim()).join(" ");
}
