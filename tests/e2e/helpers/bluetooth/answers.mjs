// What a person at the chooser, or a device, does when it is asked for something. Each answer may also be a promise of
// one: it is given once the promise is kept.

/** No answer, ever. */
export const NEVER = new Promise(() => {});
/** The person closes the chooser without a choice. */
export const CANCEL = Symbol("cancel");
/** The device lets itself be connected to. */
export const SUCCEEDS = { code: 0 };

/** The device refuses, with a code of the Bluetooth specification: of its HCI for a connection, of ATT for a value. */
export function fails(code) {
  return { code };
}

/** An answer that the test gives later, by `give`. */
export function later() {
  const it = {};
  it.answer = new Promise((resolve) => (it.give = resolve));
  return it;
}
