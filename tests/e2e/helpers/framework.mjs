// Apps of frameworks around the widget, bundled when a test asks for them.

import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";

const SOURCES = { "React 19": "react-app.jsx", "Vue 3": "vue-app.js" };
export const FRAMEWORKS = Object.keys(SOURCES);

/** The app in this framework, as one script. */
export function bundle(framework) {
  const source = fileURLToPath(new URL(`../fixtures/${SOURCES[framework]}`, import.meta.url));
  const define = {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  };
  const options = { bundle: true, write: false, minify: true, format: "iife", jsx: "automatic", define };
  const [{ text }] = buildSync({ entryPoints: [source], ...options }).outputFiles;
  return text;
}
