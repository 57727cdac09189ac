// The functions of a browser that the widget takes for granted, and pages that have made something else of one of them.

import { readFileSync } from "node:fs";

/** What a page may have made of a function. */
export const WAYS = ["missing", "throws", "idle"];

const TABLE = new URL("../../../docs/browser-functions.md", import.meta.url);

/** What docs/browser-functions.md promises: by where a page finds a function, what comes of the widget in each way. */
export function promises() {
  const rows = readFileSync(TABLE, "utf8").matchAll(/^\| `(\S+)` \| (.+) \| (.+) \| (.+) \|$/gm);
  return [...rows].flatMap(([, path, ...promised]) =>
    WAYS.map((way, idx) => ({ path, way, promised: promised[idx] })).filter((it) => it.promised !== "not tried"),
  );
}

/**
 * A page around an element with these attributes that breaks what its address names, and judges what comes of the widget
 * by itself. Of one that is "hurried" all limits of time are shorter, so that little has to be waited for.
 */
export const breaking = (attributes) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script>
  const [, path, way, when, pace] = location.search.split(/[?&]/);
  const later = setTimeout.bind(window);
  const wait = (ms) => new Promise((resolve) => later(resolve, ms));
  const listen = addEventListener.bind(window);
  const find = document.querySelector.bind(document);
  const { querySelector: query, querySelectorAll: all } = DocumentFragment.prototype;
  const { click } = HTMLElement.prototype;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  if (pace === "hurried") AbortSignal.timeout = (ms) => timeout(ms > 60_000 ? 3_000 : ms / 5);
  const seen = [];
  const uncaught = [];
  listen("error", (it) => uncaught.push(it.message));
  listen("unhandledrejection", (it) => uncaught.push(String(it.reason)));
  for (const name of ["step", "outcome", "error"]) listen("fault-finder-" + name, ({ detail }) => seen.push([name, detail]));
  const breakIt = () => {
    const names = path.split(".");
    const last = names.pop();
    const owner = names.reduce((it, name) => it[name], window);
    const value = { missing: undefined, throws() { throw new Error("broken by the page"); }, idle: function () {} }[way];
    const isValue = typeof owner[last] !== "function";
    if (isValue && way === "throws") Object.defineProperty(owner, last, { get: value, configurable: true });
    else if (isValue) Object.defineProperty(owner, last, { get: () => (way === "idle" ? null : undefined), configurable: true });
    else Object.defineProperty(owner, last, { value, writable: true, configurable: true });
  };
  const judge = async () => {
    const host = find("fault-finder");
    const plain = find("p");
    const settled = async () => {
      for (let n = 0; n < 400 && !["ready", "static", "failed"].includes(host.state); n++) await wait(20);
    };
    await settled();
    if (when === "after") breakIt();
    const part = (selector) => query.call(host.shadowRoot, selector);
    for (let n = 0; n < 30 && host.state === "ready" && !part(".record"); n++) {
      const heading = part("h2");
      const buttons = all.call(host.shadowRoot, ".choices .button, .bar .button");
      // At a question that is the one for those who are not sure, and else the one that leads on.
      click.call(part(".choices") ? buttons[buttons.length - 1] : buttons[0]);
      for (let n = 0; n < 150 && host.state === "ready" && part("h2") === heading; n++) await wait(20);
      if (host.state === "ready" && part("h2") === heading) break;
    }
    const isTold = host.errors?.length > 0 && seen.some(([name]) => name === "error");
    const verdict = host.state === "ready" && part(".record") ? "works"
      : ["static", "failed"].includes(host.state) && isTold && plain.checkVisibility() ? "plain guide" : host.state === undefined && plain.checkVisibility() ? "plain guide" : "neither";
    return { verdict, said: [host.state, host.errors, ...uncaught].join("; ") };
  };
  if (when === "before") breakIt();
</script>
<script src="/fault-finder.js" async></script></head>
<body><fault-finder ${attributes}><p>The plain guide.</p></fault-finder>
<script>judge().then((it) => (window.result = it), (error) => (window.result = { verdict: "neither", said: String(error) }));</script></body></html>`;
