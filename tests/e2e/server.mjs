// A static server for the built widget, on a port of its own. A test can put other answers in front of the files.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that is served: what the build has left, or what FAULT_FINDER_DIST names. */
export const DIST = process.env.FAULT_FINDER_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Starts a server; `close` ends it. */
export async function startServer() {
  const routes = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const { status, type, headers, body } = routes.get(pathname) ?? (await file(pathname));
    response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Answers `path` with a body from now on. An object is sent as JSON, a buffer as it is. */
    route(path, body, { status = 200, type = TYPES[extname(path)] ?? TYPES[".html"], headers } = {}) {
      const isRaw = typeof body === "string" || Buffer.isBuffer(body);
      routes.set(path, { status, type, headers, body: isRaw ? body : JSON.stringify(body) });
    },
    /** Forgets the routes so far. */
    clear() {
      routes.clear();
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function file(pathname) {
  const path = normalize(join(DIST, pathname === "/" ? "index.html" : pathname));
  try {
    return { status: 200, type: TYPES[extname(path)] ?? "application/octet-stream", body: await readFile(path) };
  } catch {
    return { status: 404, type: "text/plain", body: "There is no such file." };
  }
}
