// The document as the browser made it. In the article around the widget, an element with a name, such as
// <img name="currentScript"> or <form name="baseURI">, takes the place of the document's own property of that name. So
// each property is taken from the prototypes, where no element can stand.

/** `document`, but no element of the page can stand in for one of its properties. There is none outside of browsers. */
export const page = new Proxy(globalThis.document ?? {}, {
  get(document, name) {
    const value = Reflect.get(Document.prototype, name, document);
    return isFunction(value) ? value.bind(document) : value;
  },
  set: (document, name, value) => Reflect.set(Document.prototype, name, value, document),
});

/**
 * Whether a browser has this function. Where it has not, an element with that name or id may be found in its place, and
 * some elements call themselves functions.
 */
export function isFunction(it) {
  return it instanceof Function;
}

/** The language around an element, as the nearest `lang` says it; undefined where none does. */
export function languageAround(element) {
  const nearest = element.closest("[lang]");
  return nearest ? Element.prototype.getAttribute.call(nearest, "lang") : undefined;
}
