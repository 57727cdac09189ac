/** The attributes of `<fault-finder>`. A change applies at once; none loses an answer but another `guide`. */
export interface FaultFinderAttributes {
  /** The id of a built-in guide, the URL of a guide, or `#` and the id of an element that holds one as JSON. */
  guide?: string;
  /** The language, as a BCP 47 tag: one that the guide is there in. */
  lang?: string;
  /** `best`, the default: what saves most time comes next. `article`: the repairs as the written guide has them. */
  order?: "best" | "article";
  /** Without it the widget follows the `color-scheme` of the page. */
  theme?: "light" | "dark";
  /** Present: the session is kept in this browser. */
  resume?: boolean | "";
  /** For how many days after its last change the session is kept, 1 to 30; 30 without it. */
  "resume-days"?: number | string;
  /** `off`: nobody is offered to have battery levels read, not even where the browser could. */
  battery?: "on" | "off";
  /** Where the support button leads: `https`, `mailto` or `tel`. */
  "support-href"?: string;
}

/** One line of the record. */
export interface FaultFinderEntry {
  /** The id of the question or the repair, `dangers` or `service`. */
  step: string;
  /** What was asked or tried, in words. */
  text: string;
  /** The answer: a choice's id, or one of those that the method `answer` knows. */
  result: string;
  /** The answer in words. */
  result_text: string;
  /** Whether the device itself has told it, and not the person. */
  is_read: boolean;
  /** When, in ISO 8601 with the person's own offset. */
  at: string;
}

/** The battery level of a part of the device. */
export interface FaultFinderLevel {
  unit: "left" | "right" | "case" | "whole";
  /** `not-reported`: the device tells none, because the part is off or in its closed case. */
  level: { known: number } | "not-reported" | "invalid";
  charging: "no" | "yes" | "charged" | "unknown";
}

/** Battery levels that were read from the device. */
export interface FaultFinderReading {
  /** When, in ISO 8601 with the person's own offset. */
  at: string;
  reading: { source: "serial" | "battery-service"; units: FaultFinderLevel[] };
  /** The levels in words. */
  text: string;
}

/** How often it is a fault, in cases like this one. */
export interface FaultFinderOdds {
  /** The id of the fault; absent for all that are not listed, together. */
  fault?: string;
  /** The fault in words. */
  text: string;
  /** How often, in words. */
  share: string;
}

/** What the person has added about the device; absent where they have not. */
export interface FaultFinderDetails {
  firmware?: string;
  /** The month and the year in which it was bought, in the person's own words. */
  purchase?: string;
  serial?: string;
}

/** What was found and tried, for a support agent. */
export interface FaultFinderRecord {
  /** The version of this form. */
  format: number;
  product: string;
  title: string;
  /** The id of the guide. */
  guide: string;
  guide_version: string;
  /** When the session began, in ISO 8601 with the person's own offset. */
  started: string;
  outcome: "open" | "fixed" | "service" | "stopped";
  /** What it could be, the likeliest first; empty with `order="article"`, where it is fixed, and after a danger. */
  could_be: FaultFinderOdds[];
  entries: FaultFinderEntry[];
  readings: FaultFinderReading[];
  details: FaultFinderDetails;
}

/** What every event tells. Times are milliseconds since 1970. */
export interface FaultFinderDetail {
  /** The id of the guide. */
  guide: string;
  /** When the session began; it tells the sessions of a page apart. */
  session: number;
  /** Set where it is the session of somebody else, opened by a link. */
  shared?: true;
  at: number;
}

export interface FaultFinderEventMap {
  /** The widget can be used. */
  "fault-finder-ready": CustomEvent<FaultFinderDetail>;
  /** A step is shown. */
  "fault-finder-step": CustomEvent<FaultFinderDetail & { step: string }>;
  /** A step was answered; `dangers` are those that were ticked in the danger check. */
  "fault-finder-answer": CustomEvent<FaultFinderDetail & { step: string; choice: string; dangers?: string[] }>;
  /** The session has ended; `step` is the one that fixed it. */
  "fault-finder-outcome": CustomEvent<
    FaultFinderDetail & { outcome: "fixed" | "service" | "stopped"; step?: string }
  >;
  /** The person has turned to support. */
  "fault-finder-handover": CustomEvent<FaultFinderDetail & { record: FaultFinderRecord }>;
  /** A guide or an attribute is wrong, or the widget cannot run: sentences, each with its place. */
  "fault-finder-error": CustomEvent<{ guide: string; at: number; errors: string[] }>;
}

/** The element. Its methods' promises settle once the screen is drawn. */
export interface FaultFinderElement extends HTMLElement {
  guide: string;
  order: string;
  theme: string;
  battery: string;
  resume: boolean;
  resumeDays: string;
  supportHref: string;
  /** `failed`: the guide cannot be used. `static`: the widget cannot run here; the plain guide is shown. */
  readonly state: "loading" | "ready" | "failed" | "static";
  /** What is wrong, as the last `fault-finder-error` said it. */
  readonly errors: string[];
  /** The version of the widget. */
  readonly version: string;
  /** Undefined until the widget is ready. */
  readonly record: FaultFinderRecord | undefined;
  /** Moves the focus to the step at hand. */
  start(): Promise<void>;
  /** Starts the session again. */
  restart(): Promise<void>;
  /** Goes back one step. */
  back(): Promise<void>;
  /** Answers the step at hand; another step or choice changes nothing. */
  answer(step: string, choice: string): Promise<void>;
  /** Starts again and removes what is stored. */
  forget(): Promise<void>;

  addEventListener<Name extends keyof FaultFinderEventMap>(
    name: Name,
    listener: (this: FaultFinderElement, event: FaultFinderEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof FaultFinderEventMap>(
    name: Name,
    listener: (this: FaultFinderElement, event: FaultFinderEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "fault-finder": FaultFinderElement;
  }
  // Events bubble, so they can be heard at the document as well.
  interface GlobalEventHandlersEventMap extends FaultFinderEventMap {}
}
