// What may go into the frame and come out of it: both sides keep to this.

/** The attributes of <fault-finder> that the page around the frame may set. */
export const SETTINGS = ["guide", "lang", "order", "theme", "resume", "resume-days", "battery", "support-href"];

/** The events that the page around the frame hears. */
export const EVENTS = ["ready", "step", "answer", "outcome", "handover", "error"].map((it) => `fault-finder-${it}`);

const MOST_CHARACTERS = 2_000;

/** Whether this is a text, and no longer than one may be that goes in or out. */
export function isText(it) {
  return typeof it === "string" && it.length <= MOST_CHARACTERS;
}
