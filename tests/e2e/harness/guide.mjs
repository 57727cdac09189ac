// What the guide says and what the widget itself says, as far as the tests look for it.

import { readFileSync } from "node:fs";

const FILE = new URL("../../../guides/sony-wf-1000xm4-not-charging.json", import.meta.url);

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
  addToCalendar: "Remind me (calendar)",
  aheadOf: /^About .+ of your time to go\. In .+ cases like yours, it works in the end\.$/,
  aQuestion: "A question",
  alreadyDone: "Did that already",
  answersAreRight: "They are right, go on",
  answersRarelyMeet: "Some of your answers rarely come together.",
  back: "Back",
  brokenBelow: "The same help is below, to read.",
  brokenHeading: "Sorry, the guided help has stopped working",
  cannotDo: "Can’t do this",
  change: (text) => `Change: ${text}`,
  dangerCheck: "Danger check",
  dangerQuestion: GUIDE.danger_question,
  forget: "Forget this",
  handedOver: "Support takes over",
  keepTrying: "Keep trying at home",
  later: "Later",
  levelsLeaveOpen: "These levels leave the question open. Please answer it yourself.",
  lookAgain: "Look at them again",
  looksDangerous: "It looks dangerous",
  mayClose: "You may close this page. The countdown goes on.",
  more: "Good to know",
  noDanger: "None of these",
  notify: "Tell me when time is up",
  notifyOn: "You will be told when time is up, as long as this page stays open.",
  notifyRefused: "Your browser does not allow notifications here.",
  notTriedYet: "Not tried yet",
  notSure: "Not sure",
  otherRegions: "Other countries",
  review: "Do your answers fit together?",
  sources: "Where this comes from",
  showAdvice: "Show me what to do",
  startAgain: "Start again",
  stopped: "Stop here",
  quickQuestion: (text) => `Meanwhile: a quick question ${text}`,
  rarerCauses: "Rarer causes, all together",
  readAgain: "Read the levels again",
  readCalling: "Calling your device …",
  readChoosing: "Choose your device in the window of your browser.",
  readChoosingHint:
    "No window, or an empty list? Switch Bluetooth on and pair your device with this computer or phone. " +
    "Or stop, and answer by hand.",
  readLevels: "Read the battery levels by Bluetooth",
  readNotAllowed: "Not on this page: the site, or the frame around this help, does not allow it. Answer by hand.",
  readNotInBrowser: "Not in this browser. Chrome and Edge can. Everything here works by hand as well.",
  readNotInsecure: "Not on this page: it did not come over a secure connection (https). Answer by hand.",
  readOneLevel: "Read one level, another way",
  readPrivacy: "Your browser asks which device it may read. Only that one is read, and nothing leaves this page.",
  readReading: "Asking for the levels …",
  readSlowHint: "This can take 20 seconds. You can go on by hand meanwhile.",
  readStart: "Read the levels",
  readStop: "Stop reading",
  readTheLevel: "Read the level",
  readTheLevelHint: "Here this tells one level for all parts, and many devices do not tell it.",
  readTryAgain: "Try again",
  readWhether: "Can this page read the battery levels?",
  removeWait: "Take the countdown away",
  stopWait: "Stop the countdown",
  timeIsUp: "Time is up",
  toCountdown: "To the countdown",
  toSupport: "Get support",
  trail: "Your answers so far",
  tryThis: "Try this",
  whatItCouldBe: "What it could be",
  yesDanger: "Yes: show me what to do",
};

/** Why there is no reading, and what to try next. */
export const FAILURES = {
  firstVersion:
    "Your device speaks an older language, in which asking is not safe. Nothing more was sent to it. Answer by hand.",
  linkLost: "The connection was lost. Keep your device out of its case and close by, then try again.",
  noAdapter:
    "The browser finds no Bluetooth here. Open this page on a computer or phone that has it, or answer by hand.",
  noLevel: "Your device answers, but tells no level. Take it out of its case and try again, or answer by hand.",
  noService: "Your device tells no level in this way. Many do not. Answer by hand.",
  nothingChosen:
    "Nothing was chosen. Was the list empty? Switch Bluetooth on, take your device out of its case, and pair it with " +
    "this computer or phone. Then try again.",
  notReached:
    "Your device could not be reached. Take it out of its case and connect it to this computer or phone, as if to " +
    "play music. Then try again.",
  oddAnswer: "What your device told is no battery level. Try again. If it says so again, answer by hand.",
  refused: "Your device does not allow it. Pair it with this computer or phone, then try again.",
  timedOut:
    "Your device did not answer in time. Take it out of its case, switch Bluetooth off and on, and try again.",
};

export const QUESTIONS = GUIDE.questions;

const LISTED = [...GUIDE.questions, ...GUIDE.repairs];

/** The question or the repair with this id. */
export function stepOf(id) {
  return LISTED.find((it) => it.id === id);
}

// The steps and ends that are no part of a list, by the names that events and records have.
const OWN = {
  dangers: WORDS.dangerQuestion,
  review: WORDS.review,
  service: SERVICE.text,
  fixed: DONE,
  stopped: WORDS.stopped,
  "handed-over": WORDS.handedOver,
};

/** The heading of a step or an end. */
export function headingOf(step) {
  return OWN[step] ?? stepOf(step).text;
}

/** The names of the steps and the ends, by their headings. */
export const NAMES = Object.fromEntries(
  [...LISTED.map(({ id, text }) => [text, id]), ...Object.entries(OWN).map(([name, text]) => [text, name])],
);

/** The name of the step or the end with this heading. */
export function nameOf(heading) {
  return NAMES[heading];
}

const LABELS = {
  none: WORDS.noDanger,
  found: WORDS.yesDanger,
  "not-sure": WORDS.notSure,
  later: WORDS.later,
  fixed: FIXED,
  "not-fixed": NOT_FIXED,
  "already-done": WORDS.alreadyDone,
  "cannot-do": WORDS.cannotDo,
  "keep-trying": WORDS.keepTrying,
};

/** What one presses at a step to make this choice. */
export function labelOf(step, choice) {
  const own = GUIDE.questions.find((it) => it.id === step)?.choices.find((it) => it.id === choice);
  return own?.text ?? LABELS[choice];
}

/** What one answers who has nothing else to say, by step. */
const USUAL = {
  dangers: "none",
  ...Object.fromEntries(GUIDE.questions.map((it) => [it.id, "not-sure"])),
  ...Object.fromEntries(GUIDE.repairs.map((it) => [it.id, "not-fixed"])),
};

/** What this person answers to each step. */
export function answersOf(person) {
  return { ...USUAL, ...person };
}
