// The functions of a browser that the widget takes for granted, and pages that have made something else of one of them.

/** By where a page finds it: what comes of the widget where it is missing, where it throws, and where it does nothing. */
export const FUNCTIONS = {
  requestIdleCallback: "",
};
const NAMES = `requestIdleCallback cancelIdleCallback setTimeout clearTimeout setInterval clearInterval queueMicrotask
scheduler.yield atob matchMedia getComputedStyle CSS.supports Intl.NumberFormat Intl.DateTimeFormat Intl.PluralRules
JSON.stringify Date.now performance.now performance.getEntriesByType AbortSignal.timeout AbortController CSSStyleSheet
CSSStyleSheet.prototype.replaceSync CustomEvent URL TextDecoder TextEncoder WebAssembly WebAssembly.instantiate
WebAssembly.Module Reflect.get Object.hasOwn Element.prototype.attachShadow Element.prototype.closest Element.prototype.append
Element.prototype.remove Element.prototype.replaceChildren Element.prototype.getBoundingClientRect
Element.prototype.scrollIntoView Element.prototype.setAttribute Element.prototype.getAttribute Element.prototype.hasAttribute
HTMLElement.prototype.focus Node.prototype.insertBefore Node.prototype.appendChild Node.prototype.cloneNode
Node.prototype.getRootNode Event.prototype.composedPath EventTarget.prototype.addEventListener
EventTarget.prototype.dispatchEvent Document.prototype.createElement Document.prototype.createElementNS
Document.prototype.createTextNode Document.prototype.querySelector Document.prototype.querySelectorAll
Storage.prototype.getItem Storage.prototype.setItem Storage.prototype.removeItem History.prototype.replaceState
navigator.languages localStorage sessionStorage performance history`.split(/\s+/);

/** What a page may have made of a function. */
export const WAYS = ["missing", "throws", "idle"];

/** A page that breaks what its address names, and judges what comes of the widget by itself. */
export const BREAKING = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script>
  const [, path, way, when] = location.search.split(/[?&]/);
  const later = setTimeout.bind(window);
  const wait = (ms) => new Promise((resolve) => later(resolve, ms));
  const listen = addEventListener.bind(window);
  const find = document.querySelector.bind(document);
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms / 20);
  const seen = [];
  const uncaught = [];
  listen("error", (it) => uncaught.push(it.message));
  listen("unhandledrejection", (it) => uncaught.push(String(it.reason)));
  for (const name of ["step", "outcome", "error"]) listen("fault-finder-" + name, ({ detail }) => seen.push([name, detail]));
  const breakIt = () => {
    const names = path.split(".");
    const last = names.pop();
    const owner = names.reduce((it, name) => it[name], window);
    const never = () => new Promise(() => {});
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
    const answers = { dangers: "none" };
    for (let n = 0; n < 30 && host.state === "ready" && !seen.some(([name]) => name === "outcome"); n++) {
      const step = seen.findLast(([name]) => name === "step")?.[1].step;
      const isQuestion = host.shadowRoot.querySelector(".choices");
      const done = host.answer(step, answers[step] ?? (step === "service" ? "handed-over" : isQuestion ? "not-sure" : "fixed"));
      if ((await Promise.race([done.then(() => true), wait(3_000)])) !== true) break;
    }
    const isTold = host.errors?.length > 0 && seen.some(([name]) => name === "error");
    const outcome = seen.some(([name]) => name === "outcome");
    const verdict = host.state === "ready" && outcome ? "works"
      : host.state === "static" && isTold && plain.checkVisibility() ? "plain guide" : host.state === undefined ? "plain guide, no script" : "dead";
    return [verdict, host.state, String(host.errors), uncaught.slice(0, 2).join(" | ")].join("; ");
  };
  if (when === "before") breakIt();
</script>
<script src="/fault-finder.js" async></script></head>
<body><fault-finder guide="sony-wf-1000xm4-not-charging" resume><p>The plain guide.</p></fault-finder>
<script>judge().then((it) => (window.result = it), (error) => (window.result = "judge: " + error));</script></body></html>`;

export { NAMES };
