// The document as the browser made it. In the article around the widget, an element with a name, such as
// <img name="currentScript"> or <form name="baseURI">, takes the place of the document's own property of that name. So
// each property is taken from the prototypes, where no element can stand.

// A page's scripts may change what these stand for, before or after.
const { get, set } = Reflect;
const FUNCTION = (() => {}).constructor;
const PROTOTYPE = globalThis.Document?.prototype;

/** `document`, but no element of the page can stand in for one of its properties. There is none outside of browsers. */
export const page = new Proxy(globalThis.document ?? {}, {
  get(document, name) {
    const value = get(PROTOTYPE, name, document);
    return isFunction(value) ? value.bind(document) : value;
  },
  set: (document, name, value) => set(PROTOTYPE, name, value, document),
});

/** Whether this is a function; some elements call themselves one. */
export function isFunction(it) {
  return it instanceof FUNCTION;
}

/**
 * Whether an object that only some browsers have has this method. Elsewhere an element with that name or id may be found
 * in its place, or a frame of another site.
 */
export function hasMethod(object, name) {
  try {
    return isFunction(object?.[name]);
  } catch {
    return false;
  }
}

/** An element and what is around it, through shadow roots, up to the root of the page. */
export function pathOf(element) {
  let path = [];
  // No name in the page can stand in the way of this one.
  element.addEventListener("fault-finder", (event) => (path = event.composedPath()), { once: true });
  element.dispatchEvent(new Event("fault-finder", { composed: true }));
  return path.slice(0, -2).filter((it) => it.localName);
}
