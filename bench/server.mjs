// Serves the pages from memory, each file compressed beforehand as far as it goes, and notes what was sent.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { extname } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { startTypebot } from "./typebot-server.mjs";

const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/** Starts a server for these sites, a map of name to files; each is at `/<name>/`. */
export async function startServer(sites) {
  const files = new Map();
  for (const [name, list] of sites) {
    for (const { path, body } of list) {
      const { pathname } = new URL(path === "index.html" ? "." : path, `http://localhost/${name}/`);
      files.set(pathname, await file(path, body));
    }
  }
  const typebot = startTypebot();
  let sent = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const { status, headers, body } = await answer(request, pathname, files, typebot);
    sent.push({ path: pathname, status, bytes: body.length });
    response.writeHead(status, { ...headers, ...(body.length > 0 && { "content-encoding": "br" }) });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What was sent since this was asked last, each `{ path, status, bytes }`. */
    sent() {
      const until = sent;
      sent = [];
      return until;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function file(path, body) {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  // A page is asked for anew at each visit, what it includes is not: as sites do it.
  const caching = extname(path) === ".html" ? "no-cache" : "max-age=86400";
  const headers = { "content-type": TYPES[extname(path)], "cache-control": caching, etag };
  return { body: await compressed(body), headers };
}

async function answer(request, pathname, files, typebot) {
  const found = files.get(pathname);
  if (found && request.headers["if-none-match"] === found.headers.etag) {
    return { status: 304, headers: found.headers, body: Buffer.alloc(0) };
  }
  if (found) return { status: 200, ...found };
  const said = typebot(pathname, request.method === "POST" ? JSON.parse((await text(request)) || "{}") : {});
  if (!said) return { status: 404, headers: { "content-type": "text/plain" }, body: Buffer.alloc(0) };
  const body = await compressed(Buffer.from(JSON.stringify(said)));
  return { status: 200, headers: { "content-type": "application/json", "cache-control": "no-store" }, body };
}

function compressed(body) {
  return promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
