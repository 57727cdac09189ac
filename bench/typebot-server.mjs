// Stands in for Typebot's server, which says in each answer what its chat shows next. It answers at once.

import { screenOf, START, toFixed, toNext, toPrevious, words } from "./peers/walk.js";

const WAYS = new Map([
  [words.fixed, toFixed],
  [words.notFixed, toNext],
  [words.back, toPrevious],
  [words.again, () => START],
]);

const CHAT = {
  id: "flow",
  version: "6.1",
  publishedAt: "2026-01-01T00:00:00.000Z",
  // A font of its own, because it would ask Google for one.
  theme: { general: { font: { type: "Custom", family: "system-ui", css: "" }, progressBar: { isEnabled: true } } },
  // It would let the person wait, as if somebody typed.
  settings: { general: { isBrandingEnabled: false }, typingEmulation: { enabled: false } },
};

/** Answers a call of the chat by its path and what it sends; null for other paths. */
export function startTypebot() {
  const walks = new Map();
  let nIds = 0;
  const newId = () => `id${nIds++}`;
  const shown = (id, walk) => {
    walks.set(id, walk);
    return step(screenOf(walk), newId);
  };
  return (path, sent) => {
    if (path.endsWith("/startChat")) {
      const id = newId();
      return { sessionId: id, resultId: newId(), typebot: CHAT, ...shown(id, START) };
    }
    const id = /\/sessions\/(\w+)\/continueChat$/.exec(path)?.[1];
    if (!id) return path.startsWith("/api/") ? {} : null;
    const said = sent.message?.text ?? sent.message;
    return shown(id, WAYS.get(said)(walks.get(id)));
  };
}

/** One step as a bubble, and the choices below it. */
function step({ heading, paragraphs, checklist, link, number, nSteps, asks, isFirst }, newId) {
  const text = (type, ...children) => ({ type, children });
  const richText = [
    text("h2", { text: heading, bold: true }),
    ...paragraphs.map((it) => text("p", { text: it })),
    // A chat has nothing to tick.
    ...(checklist.length > 0 ? [text("ul", ...checklist.map((it) => text("li", text("lic", { text: it }))))] : []),
    ...(link ? [text("p", { type: "a", url: link.url, children: [{ text: link.text }] })] : []),
    ...(asks ? [text("p", { text: words.question })] : []),
  ];
  const choices = [...(asks ? [words.fixed, words.notFixed] : []), ...(isFirst ? [] : [words.back, words.again])];
  return {
    messages: [{ id: newId(), type: "text", content: { type: "richText", richText } }],
    input: {
      id: newId(),
      type: "choice input",
      items: choices.map((content) => ({ id: newId(), content, outgoingEdgeId: "edge" })),
      options: { isMultipleChoice: false },
    },
    progress: Math.round((100 * number) / nSteps),
  };
}
