// Bundles a peer as its author would for a release: into one minified script.

import { FLOW } from "#flow";
import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PEERS = fileURLToPath(new URL("peers/", import.meta.url));

/** The flow, ready read: a page can not read the guide as Node.js does. */
const theFlow = {
  name: "flow",
  enforce: "pre",
  resolveId: (id) => (id === "#flow" ? "\0flow" : null),
  load: (id) => (id === "\0flow" ? `export const FLOW = ${JSON.stringify(FLOW)}` : null),
};

// Its style sheet is read by Vite, as those of the others are.
const SVELTE = { configFile: false, compilerOptions: { customElement: true }, preprocess: vitePreprocess() };

/** The page of a peer: its files, each `{ path, body }`. */
export async function bundle({ peer, hooks }) {
  const { output } = await build({
    configFile: false,
    root: PEERS,
    logLevel: "error",
    plugins: [theFlow, svelte(SVELTE)],
    resolve: { alias: hooks ? { hooks } : {} },
    oxc: { jsx: { runtime: "automatic", importSource: hooks?.split("/")[0] } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rollupOptions: { input: `${PEERS}${peer}`, output: { format: "iife", entryFileNames: "page.js" } },
    },
  });
  const scripts = output.map((it) => ({ path: it.fileName, body: Buffer.from(it.code ?? it.source) }));
  const head = `<script src="page.js" async></script>`;
  return [{ path: "index.html", body: barePage(head, "<peer-flow></peer-flow>") }, ...scripts];
}

/** A page that has nothing but an element. */
export function barePage(head, element) {
  return Buffer.from(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>WF-1000XM4 not charging</title>
<link rel="icon" href="data:,">
${head}
<body>${element}</body>
</html>
`);
}
