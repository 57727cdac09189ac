// The calls of an element's methods that are under way. A page that waits for one of them does not wait for ever.

export class Calls {
  #ends = new Set();

  /** Waits for what `promise` promises, or for the end of what could bring it. */
  async wait(promise) {
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    this.#ends.add(end);
    await Promise.race([promise, ended]);
    this.#ends.delete(end);
  }

  /** Nobody can answer them any more. */
  end() {
    for (const end of this.#ends) end();
  }
}
