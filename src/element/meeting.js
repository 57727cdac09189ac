/**
 * Where the class of the element and its WebAssembly meet, whichever script is there first: `here` promises the exports
 * of the WebAssembly, `resolve` brings them, and `reject` says why they cannot come. Once they cannot, the next call
 * arranges another meeting.
 */
export function meeting(version) {
  const key = Symbol.for(`fault-finder ${version}`);
  return (globalThis[key] ??= arranged(() => delete globalThis[key]));
}

function arranged(onFailure) {
  const both = { isHere: false };
  both.here = new Promise((resolve, reject) => {
    both.resolve = (face) => {
      both.isHere = true;
      resolve(face);
    };
    both.reject = reject;
  });
  both.here.catch(onFailure);
  return both;
}
