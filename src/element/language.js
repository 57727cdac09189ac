// Which language the page and the person want, and which of those that a guide has comes closest.

// What a page or a browser gives may be anything; tags and lists that mean something are shorter.
const MOST = 100;
const LANG = '[lang]:not([lang=""])';

const followers = new Map();
let observer;

/** The language around an element, as the nearest `lang` says it; empty where none does. */
export function languageAround(element) {
  for (const it of inEachTree(element)) {
    const nearest = it.closest(LANG);
    if (nearest) return Element.prototype.getAttribute.call(nearest, "lang").slice(0, MOST);
  }
  return "";
}

/** The languages that are wanted: the one around an element, which may be empty, then those of the browser. */
export function wishesAround(element) {
  return [languageAround(element), ...languagesOfBrowser()];
}

/**
 * The language that the first wish finds, undefined where none finds any. The script counts most, because not everybody
 * reads another one; then the longest tag that the wish begins with; then the region.
 */
export function choose(wishes, languages) {
  for (const wish of wishes.map(partsOf)) {
    let [best, most] = [undefined, 0];
    for (const tag of languages) {
      const fit = fitOf(wish, partsOf(tag));
      if (fit > most) [best, most] = [tag, fit];
    }
    if (most > 0) return best;
  }
  return undefined;
}

/** Calls back when a `lang` has changed in a tree that the element stands in, until `unfollow`. */
export function follow(element, onChange) {
  followers.set(element, onChange);
  try {
    observer ??= new MutationObserver(() => followers.forEach((it) => it()));
    for (const it of inEachTree(element)) observer.observe(it.getRootNode(), { subtree: true, attributeFilter: ["lang"] });
  } catch {
    // A page that has broken observers goes on in the language that it began with.
  }
}

/** An observer lets go of all trees or of none, so it goes with the last element. */
export function unfollow(element) {
  followers.delete(element);
  if (followers.size === 0) observer?.disconnect();
}

/** The element, then the host of the shadow root that it stands in, and so on outwards. */
function* inEachTree(element) {
  for (let at = element; at; ) {
    yield at;
    const root = at.getRootNode();
    // The root of a tree outside of the page may be a link, which has another kind of host.
    at = root.nodeType === 11 ? root.host : undefined;
  }
}

function languagesOfBrowser() {
  try {
    const { languages, language } = navigator;
    return [...(languages ?? []), language].slice(0, MOST).map((it) => `${it}`.slice(0, MOST));
  } catch {
    return [];
  }
}

function fitOf(wish, tag) {
  const isBeginning = `${wish.tag}-`.startsWith(`${tag.tag}-`);
  if (!isBeginning && !(wish.language && wish.language === tag.language)) return 0;
  return 1 + 1_000 * (wish.script === tag.script) + (isBeginning ? 2 * tag.tag.length : 0) + (wish.region === tag.region);
}

/** What a tag says, and what its language, script and region most likely are; without these where no browser knows. */
function partsOf(text) {
  // Servers write de_DE or de_DE.UTF-8.
  const tag = text.replace(/[.@].*/s, "").replaceAll("_", "-").toLowerCase();
  try {
    const locale = new Intl.Locale(tag);
    const { script, region } = locale.maximize();
    return { tag, language: locale.language, script, region };
  } catch {
    return { tag };
  }
}
