import { page } from "./page.js";

/** What is said where the widget was: a heading and some lines. */
export function apology([heading, ...lines]) {
  const make = (name, className, ...children) => {
    const element = page.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };
  const step = make("div", "step", make("h2", "heading", heading), ...lines.map((it) => make("p", "soft", it)));
  const section = make("section", "widget", step);
  section.setAttribute("part", "failure");
  section.setAttribute("role", "alert");
  section.setAttribute("dir", "auto");
  return make("div", "", section);
}
