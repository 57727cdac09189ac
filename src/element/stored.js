// The stored session of a guide, where the WebAssembly is not there to look after it: under the key that
// src/app/storage.rs has.

const key = (guide) => `fault-finder:${guide}`;

/** Whether a session of this guide is stored. */
export function isStored(guide) {
  try {
    return localStorage.getItem(key(guide)) !== null;
  } catch {
    // What is denied is stored nowhere.
    return false;
  }
}

/** Removes the stored session of this guide. */
export function forget(guide) {
  try {
    localStorage.removeItem(key(guide));
  } catch {
    // The same.
  }
}
