// Inside embed.html: makes the widget of the plain guide that stands there, and speaks with frame.js outside.
//
// It hears only the page around it, and once that has spoken, it speaks only to the origin that it spoke from. Which
// pages may frame it at all is for the server to say (Content-Security-Policy: frame-ancestors).
(() => {
  "use strict";

  const EVENTS = ["ready", "step", "answer", "outcome", "handover", "error"].map((it) => `fault-finder-${it}`);
  // What a link to this page may say. A guide from elsewhere is not among it: it would speak in this site's name.
  const BY_LINK = ["lang", "order", "theme"];

  const plain = document.querySelector("[data-guide]");
  let widget;
  let host;

  // A page without an origin, such as a file, cannot be named; the page around us is the only one to hear this even so.
  const say = (message) => host && window.parent.postMessage(message, host === "null" ? "*" : host);
  const sayHeight = () =>
    say({ faultFinder: "height", height: document.documentElement.getBoundingClientRect().height });

  function apply(settings) {
    const element = widget ?? document.createElement("fault-finder");
    const guide = settings.guide ?? plain.dataset.guide;
    for (const [name, value] of Object.entries({ ...settings, guide })) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
    if (widget) return;
    widget = element;
    for (const name of EVENTS) {
      widget.addEventListener(name, ({ detail }) => say({ faultFinder: "event", name, detail }));
    }
    plain.before(widget);
    widget.append(plain);
  }

  function settingsOfLink() {
    const asked = new URLSearchParams(location.search);
    return Object.fromEntries(BY_LINK.filter((it) => asked.has(it)).map((it) => [it, asked.get(it)]));
  }

  document.body.style.margin = "0";
  if (location.hash !== "#framed" || window.parent === window) {
    apply({ resume: "", ...settingsOfLink() });
    return;
  }
  // The frame becomes as high as this page. A scroll bar until then would make the page narrower, and higher again.
  document.documentElement.style.overflow = "hidden";
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || data?.faultFinder !== "settings") return;
    host = origin;
    apply(data.settings);
    sayHeight();
  });
  // Nothing of this tells anything about the person, so that it may go to whoever has framed the page.
  window.parent.postMessage({ faultFinder: "ready" }, "*");
  new ResizeObserver(sayHeight).observe(document.documentElement);
})();
