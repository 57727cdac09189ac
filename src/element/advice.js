// What those who build the page would want to know of how the element stands in it: on the console, each once.

import { page } from "./page.js";

// What stands behind an element, and in no plain guide.
const BEHIND = "footer, main, script:not([type$=json])";
const SWALLOWS =
  "<fault-finder /> does not end there in HTML, so the rest of the page is taken for the plain guide; write <fault-finder></fault-finder>.";
const LACKS =
  "there is no plain guide inside <fault-finder>, so those without scripts, and search engines, find nothing there.";

const UNREADABLE =
  "the words of other languages are on a site that does not let this page read them; it has to send Access-Control-Allow-Origin with them.";

// A browser does not tell a refusal from a network that is gone, which is nothing to advise of.
const REFUSED = /^lang: .*?(https?:\/\/[^/\s]+)\S* did not load: .*\(CORS\)/;

const told = new Set();

/** Says what is odd about the place of an element, once the page is there to its end. */
export function advise(host) {
  if (page.readyState === "loading") {
    page.addEventListener("DOMContentLoaded", () => advise(host), { once: true });
  } else if (!host.nextElementSibling && host.querySelector(BEHIND)) {
    tell(SWALLOWS);
  } else if (!host.firstElementChild && host.textContent.trim() === "") {
    tell(LACKS);
  }
}

/** Says from now on what a site has to change where a language has not come from it. */
export function watchErrors() {
  const isForeign = (it) => it && it[1] !== location.origin;
  const onError = ({ detail }) => detail?.errors?.some((it) => isForeign(REFUSED.exec(it))) && tell(UNREADABLE);
  addEventListener("fault-finder-error", onError, true);
}

function tell(advice) {
  if (told.has(advice)) return;
  told.add(advice);
  console.warn(`Fault Finder: ${advice}`);
}
