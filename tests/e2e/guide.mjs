// What the guide says and what the widget itself says, as far as the tests look for it.

import { readFileSync } from "node:fs";

const FILE = new URL("../../guides/sony-wf-1000xm4-not-charging.json", import.meta.url);

/** A fresh copy of the built-in guide. */
export function readGuide() {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

export const GUIDE = readGuide();
/** The repairs that the article has, in its order. */
export const REPAIRS = GUIDE.repairs.filter((it) => it.article).sort((one, other) => one.article - other.article);
/** The names by which the record and the events call all steps of a walk in which nothing helps. */
export const STEPS = ["dangers", ...REPAIRS.map((it) => it.id), "service"];
export const { fixed: FIXED, not_fixed: NOT_FIXED, done: DONE } = GUIDE.verdict;
export const SERVICE = GUIDE.service;
/** Where the session is stored. */
export const KEY = `fault-finder:${GUIDE.id}`;

export const WORDS = {
  alreadyDone: "Did that already",
  back: "Back",
  cannotDo: "Can’t do this",
  change: (text) => `Change: ${text}`,
  dangerCheck: "Danger check",
  dangerQuestion: GUIDE.danger_question,
  forget: "Forget this",
  handedOver: "Support takes over",
  looksDangerous: "It looks dangerous",
  more: "Good to know",
  noDanger: "None of these",
  otherRegions: "Other countries",
  sources: "Where this comes from",
  showAdvice: "Show me what to do",
  startAgain: "Start again",
  stopped: "Stop here",
  removeWait: "Take the countdown away",
  stopWait: "Stop the countdown",
  timeIsUp: "Time is up",
  trail: "Your answers so far",
  yesDanger: "Yes: show me what to do",
};
