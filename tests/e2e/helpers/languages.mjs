// What the widget and the built-in guide say in other languages, and a walk that needs no words.

import { readFileSync } from "node:fs";
import { answersOf, GUIDE } from "../harness/guide.mjs";

const ROOT = new URL("../../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));

/** The languages that there are beside English, and their names in themselves. */
export const LANGUAGES = { de: "Deutsch", fr: "Français", es: "Español", ja: "日本語", ar: "العربية" };
/** The paths of what a language is made of, from the widget's script. */
export const files = (tag) => [`/guides/${GUIDE.translations[tag]}`, `/locales/${tag}.json`];
/** The guide's words in a language, and the widget's own. */
export const translation = (tag) => read(`guides/${GUIDE.translations[tag]}`);
export const wordsIn = (tag) => read(`locales/${tag}.json`).words;

/** The same document with each text changed, but for the names of things. */
export function changed(value, change, key = "") {
  if (typeof value === "string") return ["id", "language"].includes(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((it) => changed(it, change));
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, changed(it, change, name)]));
}

/** Answers whatever comes as this person would, by the element's method, until the session has come to an end. */
export async function walkInAnyLanguage(widget, person, look = () => {}) {
  const steps = [];
  for (;;) {
    const step = await widget.toldStep();
    await look(step);
    steps.push(step);
    if (["service", "fixed", "stopped"].includes(step) || steps.length > 40) return steps;
    await widget.answerByMethod(answersOf(person)[step], step);
  }
}
