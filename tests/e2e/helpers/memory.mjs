// What a page keeps: memory, nodes, and listeners on what outlives the widget.

// What Chromium counts.
const METRICS = ["Documents", "Nodes", "JSEventListeners", "JSHeapUsedSize"];

/** Runs before the page's scripts: counts the listeners on what outlives the widget, and catches its WebAssembly. */
export const COUNT = `
  const listeners = new Map();
  const outlives = (it) => [window, document, document.documentElement, document.body].includes(it);
  const keyOf = (name, listener, options) => {
    const capture = typeof options === "object" ? Boolean(options?.capture) : Boolean(options);
    if (!listeners.has(listener)) listeners.set(listener, new Set());
    return [listeners.get(listener), name + capture];
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name, listener, options) {
    if (listener && outlives(this ?? window)) {
      const [names, key] = keyOf(name, listener, options);
      names.add(key);
    }
    return addEventListener.call(this ?? window, name, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (name, listener, options) {
    if (listener && outlives(this ?? window)) {
      const [names, key] = keyOf(name, listener, options);
      names.delete(key);
    }
    return removeEventListener.call(this ?? window, name, listener, options);
  };
  window.countListeners = () => [...listeners.values()].reduce((sum, it) => sum + it.size, 0);
  // On a busy machine the last widget lets go of the page some turns later.
  window.letGoTo = async (nListeners) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    for (const end = Date.now() + 5_000; countListeners() > nListeners && Date.now() < end; ) await turn();
    return countListeners();
  };

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      const exported = Object.values((made.instance ?? made).exports);
      const memory = exported.find((it) => it instanceof WebAssembly.Memory);
      window.countWasmBytes = () => memory.buffer.byteLength;
      return made;
    };
  }`;

/** How much of each kind there is, after all that nobody needs any more has been collected. */
export async function figures({ driver }, browser) {
  const counted = { wasm: await driver.executeScript("return countWasmBytes()") };
  if (browser === "Chromium") {
    await driver.sendDevToolsCommand("Performance.enable", {});
    // What is collected at first sets free what is collected then.
    for (let n = 0; n < 3; n++) await driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
    const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
    for (const { name, value } of metrics.filter((it) => METRICS.includes(it.name))) counted[name] = value;
  }
  return counted;
}
