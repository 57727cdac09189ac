/**
 * Where the class of the element and its WebAssembly meet, whichever script is there first: `here` promises the exports
 * of the WebAssembly, `resolve` brings them, and `reject` says why they cannot come.
 */
export function meeting(version) {
  const key = Symbol.for(`fault-finder ${version}`);
  if (!globalThis[key]) {
    const meeting = {};
    meeting.here = new Promise((resolve, reject) => Object.assign(meeting, { resolve, reject }));
    globalThis[key] = meeting;
  }
  return globalThis[key];
}
