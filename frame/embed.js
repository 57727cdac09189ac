// Inside embed.html: makes the widget of the plain guide that stands there, and speaks with frame.js outside.
//
// Any page of the web may frame this one and send it messages. What such a page may set is a closed list, each value is
// checked, and no message brings a guide from another site. Which pages may frame it at all is for the server to say
// (Content-Security-Policy: frame-ancestors); `data-hosts` says it where the server cannot.
//
// The build gives POLICY, the Content-Security-Policy of embed.html: whatever gets into the page, it is not run.

import { EVENTS, isText, SETTINGS } from "./contract.js";

// What each setting may be. Another value is refused, which is told, and changes nothing.
const ALLOWED = {
  guide: isOwn,
  lang: (it) => /^[a-z]{2,8}([-_][a-z\d]{1,8}){0,7}$/i.test(it),
  order: (it) => ["best", "article"].includes(it),
  theme: (it) => ["auto", "light", "dark"].includes(it),
  resume: (it) => ["", "resume", "true"].includes(it),
  "resume-days": (it) => /^\d{1,2}$/.test(it),
  battery: (it) => ["on", "off"].includes(it),
  "support-href": (it) => /^(https:\/\/|mailto:|tel:)\S+$/.test(it),
};
// What the address of this page may say. A guide is not among it, not even one of this site.
const BY_LINK = ["lang", "order", "theme"];
// Where the page says who may frame it.
const HOSTS = "html[data-hosts], body[data-hosts], script[data-hosts], [data-guide][data-hosts]";

const plain = document.querySelector("[data-guide]");
const hosts = document.querySelector(HOSTS)?.dataset.hosts.split(/[\s,]+/).filter(Boolean);
const link = new URLSearchParams(location.search);
const isFramed = window.parent !== window;
let widget;
// The origin of the page around this one, once it has spoken.
let host;

function apply(settings) {
  const element = widget ?? document.createElement("fault-finder");
  // Whoever links to this page may want nothing to be stored.
  const given = SETTINGS.filter((it) => Object.hasOwn(settings, it) && !(it === "resume" && link.get(it) === "off"));
  const refused = given.filter((it) => !set(element, it, settings[it]));
  if (!element.hasAttribute("guide")) element.setAttribute("guide", plain.dataset.guide);
  if (!widget) begin(element);
  if (refused.length === 0) return;
  const errors = refused.map((it) => `${it}: the frame does not take this from the page around it`);
  sayEvent("fault-finder-error", { guide: element.getAttribute("guide"), at: Date.now(), errors });
}

/** Sets an attribute, or takes it away; tells whether that is allowed. */
function set(element, name, value) {
  if (value === null) {
    if (name === "guide") element.setAttribute(name, plain.dataset.guide);
    else takeAway(element, name);
    return true;
  }
  const isAllowed = isText(value) && ALLOWED[name](value);
  if (isAllowed) element.setAttribute(name, value);
  return isAllowed;
}

// What was stored is to go with `resume`, also where the class of the element has yet to come and has heard of nothing.
function takeAway(element, name) {
  const isUnheard = name === "resume" && element.hasAttribute(name) && !element.matches(":defined");
  element.removeAttribute(name);
  if (isUnheard) customElements.whenDefined("fault-finder").then(() => withdraw(element));
}

function withdraw(element) {
  if (element.hasAttribute("resume")) return;
  element.toggleAttribute("resume");
  element.toggleAttribute("resume");
}

function begin(element) {
  widget = element;
  for (const name of EVENTS) widget.addEventListener(name, ({ detail }) => sayEvent(name, detail));
  plain.before(widget);
  widget.append(plain);
}

// A page without an origin, such as a file, cannot be named; the page around us is the only one to hear this even so.
function say(message) {
  if (host) window.parent.postMessage(message, host === "null" ? "*" : host);
}

function sayEvent(name, detail) {
  say({ faultFinder: "event", name, detail });
}

function sayHeight() {
  say({ faultFinder: "height", height: document.documentElement.getBoundingClientRect().height });
}

// A guide speaks in the name of this site, so it comes from this site: by its address, or as the id of one built in.
function isOwn(guide) {
  const url = parsed(guide);
  return url?.origin === location.origin && url.protocol === location.protocol;
}

function parsed(url) {
  try {
    return new URL(url, location.href);
  } catch {
    return undefined;
  }
}

// Whether the page around this one, and each page around that, may frame it. Not every browser tells of the latter: what
// is not known is not among the hosts.
function mayFrame(origin) {
  const around = location.ancestorOrigins ?? (window.parent === window.top ? [] : [undefined]);
  return !hosts || [origin, ...around].every((it) => it === location.origin || hosts.includes(it));
}

// The referrer would name who has led here, which need not be the page around this one.
function originOfParent() {
  return location.ancestorOrigins?.[0];
}

function settingsOfLink() {
  const settings = Object.fromEntries(BY_LINK.filter((it) => link.has(it)).map((it) => [it, link.get(it)]));
  // A page of its own keeps the session; a frame does where its address asks for that.
  return isFramed && !link.has("resume") ? settings : { ...settings, resume: "" };
}

function hear({ source, origin, data }) {
  if (source !== window.parent || data?.faultFinder !== "settings") return;
  if (!mayFrame(origin) || (host ?? origin) !== origin) return;
  host = origin;
  // The frame becomes as high as this page. A scroll bar until then would make the page narrower, and higher again.
  document.documentElement.style.overflow = "hidden";
  apply(Object(data.settings));
  sayHeight();
}

function start() {
  document.body.style.margin = "0";
  if (location.hash !== "#framed" || !isFramed) {
    if (!isFramed || mayFrame(originOfParent())) apply(settingsOfLink());
    return;
  }
  window.addEventListener("message", hear);
  // Nothing of this tells anything about the person, so that it may go to whoever has framed the page.
  window.parent.postMessage({ faultFinder: "ready" }, "*");
  new ResizeObserver(sayHeight).observe(document.documentElement);
}

const policy = document.querySelector("head > meta[http-equiv='Content-Security-Policy']")?.content ?? "";
if (policy.replace(/\s+/g, " ") === POLICY) start();
else console.error("Fault Finder does not run here, because the page lacks the Content-Security-Policy that it comes with.");
