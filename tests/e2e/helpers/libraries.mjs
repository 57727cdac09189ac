// Style libraries as pages have them: further files, and what stands in a page's head.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compile } from "tailwindcss";

const read = (path) => readFileSync(createRequire(import.meta.url).resolve(path), "utf8");

export const BOOTSTRAP = {
  files: {
    "/bootstrap.css": read("bootstrap/dist/css/bootstrap.min.css"),
    "/bootstrap.js": read("bootstrap/dist/js/bootstrap.bundle.min.js"),
  },
  head: '<link rel="stylesheet" href="/bootstrap.css" /><script src="/bootstrap.js"></script>',
};

const loadStylesheet = (path, base) => ({ path, base, content: read("tailwindcss/index.css") });
const tailwind = await compile('@import "tailwindcss";', { loadStylesheet });

/** With its reset of all styles (“preflight”) and the classes that the page here uses. */
export const TAILWIND = {
  files: { "/tailwind.css": tailwind.build(["p-4", "text-sm"]) },
  head: '<link rel="stylesheet" href="/tailwind.css" />',
};
