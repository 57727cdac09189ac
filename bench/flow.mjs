// The flow that every page walks through: the repairs of the built-in guide, as its article orders them, and two ends.

import { readFileSync } from "node:fs";

const GUIDE = JSON.parse(readFileSync(new URL("../guides/sony-wf-1000xm4-not-charging.json", import.meta.url), "utf8"));

const repairs = GUIDE.repairs.filter((it) => it.article).sort((one, other) => one.article - other.article);
const texts = (rows = []) => rows.map((it) => it.text);
const [contact] = GUIDE.service.contacts;

/**
 * Each step and each end has a `heading` and `paragraphs`; a step has a `checklist` as well, and the end that leads to
 * support a `link`.
 */
export const FLOW = {
  steps: repairs.map((it) => ({
    heading: it.text,
    paragraphs: [it.why.text, ...texts(it.notices)],
    checklist: texts(it.instructions),
  })),
  support: {
    heading: GUIDE.service.text,
    paragraphs: texts(GUIDE.service.claims),
    link: { text: GUIDE.service.action, url: contact.url },
  },
  fixed: { heading: GUIDE.verdict.done, paragraphs: texts(GUIDE.aftercare) },
  words: {
    question: GUIDE.verdict.question,
    fixed: GUIDE.verdict.fixed,
    notFixed: GUIDE.verdict.not_fixed,
    back: "Back",
    again: "Start again",
  },
};

/** What the steps and the end for support are called, in order. */
export const HEADINGS = [...FLOW.steps, FLOW.support].map((it) => it.heading);
