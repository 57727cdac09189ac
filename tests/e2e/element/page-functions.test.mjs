// What the page has made of the functions of the browser that the widget calls: each is missing, throws, or does nothing.
// The widget works to its end, or gives way to the plain guide and says why; it is never there and dead.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";
import { FUNCTIONS, WAYS } from "../helpers/page-functions.mjs";

// Runs in the page before its scripts: nobody waits for the end of a time limit.
const SOON = `{
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms / 20);
}`;
