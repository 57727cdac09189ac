// Fault Finder {version}, one script that defines <fault-finder>. MIT OR Apache-2.0
(() => {
  "use strict";

  // The WebAssembly: gzip, then base64, so that it comes with the script, from a saved page and from a file as well.
  const WASM = "{wasm}";

  async function inflate() {
    const bytes = Uint8Array.from(atob(WASM), (it) => it.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": "application/wasm" } });
  }

  {glue}

  {element}

  // Later there is no current script any more.
  const script = document.currentScript?.src || undefined;

  async function start() {
    await wasm_bindgen({ module_or_path: inflate() });
    wasm_bindgen.loaded_from(script);
    return wasm_bindgen;
  }

  define("{version}", start);
})();
