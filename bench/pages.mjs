// The pages that are compared: how each is made, and where its heading and its answers are.

import { FLOW } from "#flow";

const BARE = { host: "peer-flow", heading: "h2", buttons: "button" };
const OURS = { ...BARE, host: "fault-finder" };
// What our own page has for an answer that brings no fix, as far as its steps offer it: in this order.
const NO_FIX = ["None of these", "Not sure", FLOW.words.notFixed];

/**
 * Each page has the `name` of its folder and a `label` for people. `peer` is the source of a page that is bundled here,
 * `packages` are those that it is made with, `hooks` where a component takes its hooks from. `host` is the element, or
 * the host of the shadow root, in which `heading`, `buttons` and `progress` are looked for; of several headings or
 * buttons the last counts. `answers` are the words on the button that leads on; the first that is there is pressed. A
 * chat (`isChat`) has nothing to tick, and lets the focus be.
 */
export const PAGES = [
  { name: "vanilla", label: "No framework", peer: "vanilla.js", packages: [], ...BARE },
  { name: "preact", label: "Preact", peer: "preact.jsx", packages: ["preact"], hooks: "preact/hooks", ...BARE },
  { name: "lit", label: "Lit", peer: "lit.js", packages: ["lit"], ...BARE },
  { name: "svelte", label: "Svelte", peer: "svelte.js", packages: ["svelte"], ...BARE },
  { name: "react", label: "React", peer: "react.jsx", packages: ["react", "react-dom"], hooks: "react", ...BARE },
  {
    name: "surveyjs",
    label: "SurveyJS",
    peer: "surveyjs.js",
    packages: ["survey-core", "survey-js-ui"],
    ...BARE,
    heading: ".sd-page__title",
    progress: ".sd-progress-buttons__list-element--passed",
    buttons: "label, button, input[type=button]",
  },
  {
    name: "typebot",
    label: "Typebot",
    peer: "typebot.js",
    packages: ["@typebot.io/js"],
    ...BARE,
    host: "typebot-standard",
    heading: ".typebot-host-bubble [data-element-type=h2]",
    progress: ".typebot-progress-bar",
    isChat: true,
  },
  { name: "ours", label: "Fault Finder, embedded", ...OURS, answers: NO_FIX },
  { name: "demo", label: "Fault Finder, the demo page", ...OURS, answers: NO_FIX },
].map((it) => ({ answers: [FLOW.words.notFixed], progress: "progress", ...it }));

/** The page that the others are measured by. */
export const FLOOR = "vanilla";
