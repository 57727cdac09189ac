/**
 * Where the class of the element and its WebAssembly meet, whichever script is there first: `here` promises the exports
 * of the WebAssembly, `resolve` brings them, and `reject` says why they cannot come.
 */
export function meeting(version) {
  const key = Symbol.for(`fault-finder ${version}`);
  if (!globalThis[key]) {
    const both = {};
    both.here = new Promise((resolve, reject) => Object.assign(both, { resolve, reject }));
    globalThis[key] = both;
  }
  return globalThis[key];
}
