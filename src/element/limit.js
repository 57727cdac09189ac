// What may take a while, and must not take for ever.

/** What `promise` promises; an error that says `what` where that takes longer than so many milliseconds. */
export async function within(ms, promise, what) {
  const stop = new AbortController();
  const late = new Promise((_, reject) => after(ms, stop.signal, () => reject(new Error(what))));
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}

/** Calls after so many milliseconds, unless it is stopped. Pages put timers of their own in the place of the browser's. */
function after(ms, signal, call) {
  try {
    AbortSignal.timeout(ms).addEventListener("abort", call, { signal });
  } catch {
    setTimeout(call, ms);
  }
}
