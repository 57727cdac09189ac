// The script with the WebAssembly, which is loaded from beside the first one unless the page has it.

import { isScript } from "./own_script.js";
import { hasMethod, page } from "./page.js";

// What a browser runs as a classic script; some hold scripts back by giving them another type.
const CLASSIC = /^(text|application)\/(x-)?(java|ecma)script$/i;
// By these others know the first script again. Addresses that they have put aside are not those of the second.
const MARKS = /^(class|data-(?!wasm$|fault-finder$|.*src$).*)$/;

let nTried = 0;
let policy;
let address;

/**
 * Gets the second script, by what is known of the first one. Calls `fail` with the reason once nothing can come of it;
 * where it has brought what it should, that changes nothing.
 */
export function getSecond(first, { name, version, integrity }, fail) {
  const isAgain = nTried++ > 0;
  const inPage = isAgain && first?.src ? undefined : inPageAlready(name);
  if (!first?.src || inPage) return waitFor(inPage, fail);
  // Of another release it has another address, so that no browser takes one for the other from its cache.
  const url = new URL(first.dataset?.wasm ?? `${name}?v=${version}-${fingerprint(integrity)}`, first.src);
  // What has failed may have been kept.
  if (isAgain) url.searchParams.append("again", nTried);
  insert(first, url, integrity, fail);
}

/** The page's own tag for it: a page that was saved has one, and so has one that holds all. */
function inPageAlready(name) {
  const marked = page.querySelector("script[data-fault-finder=wasm]");
  const isNamed = (it) => isScript(it) && it.src.replace(/[?#].*/, "").endsWith(`/${name}`);
  return marked ?? [...page.querySelectorAll("script[src]")].find(isNamed);
}

function waitFor(tag, fail) {
  const isMissing = () => fail(tag?.src ? "could not be loaded, or is damaged." : "is not in the page.");
  if (page.readyState !== "complete") return addEventListener("load", isMissing, { once: true });
  // It was added later, and may be on its way.
  if (!tag?.src) return isMissing();
  for (const end of ["load", "error"]) tag.addEventListener(end, isMissing);
}

function insert(first, url, integrity, fail) {
  const tag = page.createElement("script");
  for (const { name, value } of first.attributes ?? []) if (MARKS.test(name)) tag.setAttribute(name, value);
  tag.dataset.faultFinder = "wasm";
  // The page may give a type to each script that is made.
  if (CLASSIC.test(first.type)) tag.type = first.type;
  else tag.removeAttribute("type");
  for (const name of ["crossOrigin", "nonce", "referrerPolicy"]) if (first[name]) tag[name] = first[name];
  if (isPinned(first, url)) {
    tag.integrity = integrity;
    // Of another site's file, a browser compares the hash only where that site lets this page read it.
    tag.crossOrigin ??= "anonymous";
  }
  const end = (why) => {
    tag.remove();
    fail(why);
  };
  tag.onerror = () => end("could not be loaded, or is another file than it should be.");
  tag.onload = () => fail("is damaged, or of another version.");
  tag.src = trusted(url.href);
  // In a copy of the page it is found before the first script runs.
  if (first.isConnected) first.before(tag);
  else page.head.append(tag);
  // The request is under way. A copy of the page is a file, which a browser refuses to compare.
  tag.removeAttribute("integrity");
  tag.removeAttribute("crossorigin");
}

function fingerprint(integrity) {
  return integrity.replace(/^sha384-|\W/g, "").slice(0, 12);
}

/**
 * Whether the second script must have the hash that it was built with. Without `integrity` on the tag, who can change the
 * first script can change the second one from the same place as well, and a site's own tools may have made both shorter
 * once more. From another site it must, where the browser can compare it, and from a third one in any case.
 */
function isPinned(first, { origin, protocol }) {
  if (first.integrity) return true;
  // The origin of a frame that may do nothing is nobody's, but its page comes from somewhere.
  const isForeign = protocol !== "file:" && ![globalThis.origin, new URL(location.href).origin].includes(origin);
  return isForeign && (first.crossOrigin !== null || origin !== new URL(first.src).origin);
}

/** Tells a page that wants to know it who makes addresses of scripts: this one address, and no other. */
function trusted(url) {
  const { trustedTypes } = globalThis;
  if (!hasMethod(trustedTypes, "createPolicy")) return url;
  address = url;
  // A page may refuse a second policy of the same name.
  policy ??= trustedTypes.createPolicy("fault-finder", { createScriptURL: () => address });
  return policy.createScriptURL("");
}
