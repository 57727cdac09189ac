// Makes the archive of a release. Standard input says of what, as JSON: `archive`, the file to write; `folder`, what it
// unpacks to; `files`, each a name in that folder and a path; `texts`, each a name and a text; `pages`, each a name, a text
// in Markdown and a title, of which a page is made that any browser shows.

import { readFileSync, writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { marked } from "marked";

// The same release has the same bytes, whenever and wherever it is made.
const ALWAYS = new Date(1980, 0, 1);

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem }
table { display: block; overflow-x: auto; border-collapse: collapse }
th, td { border: 1px solid #8888; padding: 0.4rem 0.6rem; text-align: start; vertical-align: top }
pre { overflow-x: auto; padding: 1rem; background: #8882 }
code { overflow-wrap: anywhere }
h2 { margin-block-start: 2.5rem }
`;

const { archive, folder, files, texts, pages } = JSON.parse(readFileSync(0, "utf8"));
const names = [files, texts, pages].flat().map(([name]) => name);

marked.use({
  renderer: {
    // As the web pages of repositories name the places of headings.
    heading({ tokens, depth, text }) {
      const id = text.toLowerCase().replace(/[^\p{L}\d -]/gu, "").replaceAll(" ", "-");
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    // What is in the archive is one press away.
    codespan({ text }) {
      const isPage = names.includes(text) && text.endsWith(".html");
      return isPage && `<a href="${text}">${text}</a>`;
    },
  },
});

function page([name, text, title]) {
  const head = `<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />`;
  const html = `<!doctype html>
<html lang="en">
<head>${head}<title>${title}</title><style>${STYLE}</style></head>
<body>
${marked.parse(text)}</body>
</html>
`;
  return [name, html];
}

const encoded = ([name, text]) => [name, new TextEncoder().encode(text)];
const all = [
  ...files.map(([name, path]) => [name, readFileSync(path)]),
  ...texts.map(encoded),
  ...pages.map(page).map(encoded),
].sort(([a], [b]) => (a < b ? -1 : 1));
const entries = Object.fromEntries(all.map(([name, bytes]) => [`${folder}/${name}`, bytes]));
writeFileSync(archive, zipSync(entries, { level: 9, mtime: ALWAYS }));
