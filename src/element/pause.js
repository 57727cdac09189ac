import { hasMethod } from "./page.js";

/** Lets the page do what is waiting to be done: what takes long is done in parts. */
export function pause() {
  return hasMethod(globalThis.scheduler, "yield") ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}
