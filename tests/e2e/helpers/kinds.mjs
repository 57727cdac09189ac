// A step of each kind, in any language.

import { REPAIRS } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { walkInAnyLanguage } from "./languages.mjs";
import { inWindow } from "./narrow.mjs";
import { DIRTY } from "./people.mjs";

const WAITING = REPAIRS.find((it) => it.wait).id;
const BY_STEP = { dangers: "danger check", "what-fails": "question", "dry-wipe": "repair", fixed: "fixed" };
const BY_STEP_OF_ARTICLE = { [WAITING]: "wait", service: "service" };

/** `look` sees a step of each kind, with the widget and what kind it is, in a window of this width. */
export function eachKind(at, width, page, look) {
  return eachKindIn((shown, use) => inWindow(at, width, { ...page, ...shown }, use), look);
}

/** The same where `open` opens a page of our own for the use of a widget. */
export async function eachKindIn(open, look) {
  await open({ attributes: ASKING }, async (widget) => {
    const lookAt = async (step) => BY_STEP[step] && look(widget, BY_STEP[step]);
    await walkInAnyLanguage(widget, DIRTY, lookAt);
    await widget.inPage("return host.restart()");
    await widget.answerByMethod("found", "dangers");
    await look(widget, "stopped");
  });
  await open({ attributes: ARTICLE }, async (widget) => {
    await walkInAnyLanguage(widget, {}, async (step) => {
      if (step === WAITING) await widget.startWait();
      if (BY_STEP_OF_ARTICLE[step]) await look(widget, BY_STEP_OF_ARTICLE[step]);
    });
  });
}
