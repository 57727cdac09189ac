// Apps of frameworks around the widget, bundled when a test asks for them.

import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";

const SOURCES = { "React 19": "react-app.jsx", "Vue 3": "vue-app.js" };
export const FRAMEWORKS = Object.keys(SOURCES);

// What an alias stands for is looked for from here.
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The app in this framework, as one script. */
export function bundle(framework) {
  return bundleOf(SOURCES[framework]);
}

/** An app in Vue with a template and with Vue's compiler, which warns of what it does not know. */
export function bundleWithTemplate() {
  return bundleOf("vue-template-app.js", { alias: { vue: "vue/dist/vue.esm-bundler.js" }, mode: "development" });
}

function bundleOf(file, { alias, mode = "production" } = {}) {
  const source = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  const define = {
    "process.env.NODE_ENV": JSON.stringify(mode),
    __VUE_OPTIONS_API__: `${alias !== undefined}`,
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  };
  const options = { bundle: true, write: false, minify: true, format: "iife", jsx: "automatic", define, alias };
  const [{ text }] = buildSync({ absWorkingDir: ROOT, entryPoints: [source], ...options }).outputFiles;
  return text;
}
