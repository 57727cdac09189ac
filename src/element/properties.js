// The properties of the element that stand for its attributes.

const TEXTS = {
  guide: "guide",
  lang: "lang",
  order: "order",
  theme: "theme",
  battery: "battery",
  resumeDays: "resume-days",
  supportHref: "support-href",
};

/** Defines them. What frameworks give instead of a value that is gone takes the attribute away. */
export function defineProperties(prototype) {
  for (const [name, attribute] of Object.entries(TEXTS)) {
    define(prototype, name, {
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        if (value === undefined || value === null || value === "") this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
  define(prototype, "resume", {
    get() {
      return this.hasAttribute("resume");
    },
    set(on) {
      this.toggleAttribute("resume", Boolean(on));
    },
  });
}

/** What a page has set before the class was there stands in the way of the class's own properties. */
export function takeOverProperties(element) {
  for (const name of [...Object.keys(TEXTS), "resume"]) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

function define(prototype, name, property) {
  Object.defineProperty(prototype, name, { configurable: true, enumerable: true, ...property });
}
