// A program that runs beside the tests. It does not outlive them, and they do not wait for it in vain.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

// Longer than any wait in the tests, and shorter than a test may take.
const PATIENCE_MS = 60_000;
const GRACE_MS = 2000;
const LAST_WORDS_LENGTH = 1000;

export class Program {
  #name;
  #child;
  #firstLine;
  #ended;

  /** Where it complains with words that `fatal` matches, it is ended. */
  constructor(path, args, { env = process.env, fatal } = {}) {
    this.#name = basename(path);
    this.#child = spawn(path, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    this.#firstLine = once(createInterface({ input: this.#child.stdout }), "line");
    let lastWords = "";
    this.#child.stderr.on("data", (data) => {
      lastWords = (lastWords + data).slice(-LAST_WORDS_LENGTH);
      if (fatal?.test(lastWords)) this.end();
    });
    const kill = () => this.#child.kill("SIGKILL");
    process.once("exit", kill);
    this.#ended = once(this.#child, "exit").then(([code, signal]) => {
      process.removeListener("exit", kill);
      throw new Error(`${this.#name} has ended (${signal ?? code}). Its last words: ${lastWords.trim()}`);
    });
    // It may well end while nobody waits for anything.
    this.#ended.catch(() => {});
  }

  get isRunning() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Waits for what the program has to do. That fails if it ends, or hangs: then it is ended. */
  async wait(what, promise) {
    const inTime = new AbortController();
    const late = setTimeout(PATIENCE_MS, undefined, inTime).then(() => {
      this.end();
      throw new Error(`${this.#name} hangs: ${what} has taken ${PATIENCE_MS / 1000} s`);
    });
    try {
      return await Promise.race([promise, this.#ended, late]);
    } finally {
      inTime.abort();
    }
  }

  /** The first line that it prints. */
  async firstLine() {
    const [line] = await this.wait("its first line", this.#firstLine);
    return line;
  }

  /** Ends it in its own way, or by force where it does not end. */
  async end() {
    const ended = this.#ended.catch(() => {});
    this.#child.kill();
    await Promise.race([ended, setTimeout(GRACE_MS, undefined, { ref: false })]);
    this.#child.kill("SIGKILL");
    await ended;
  }
}

/** Where a program is, so that nothing looks for one to download. */
export function onPath(name) {
  const found = placesOf(name).find((it) => existsSync(it));
  assert.ok(found, `${name} is not on the PATH`);
  return found;
}

export function isOnPath(name) {
  return placesOf(name).some((it) => existsSync(it));
}

function placesOf(name) {
  return (process.env.PATH ?? "").split(":").map((it) => join(it, name));
}
