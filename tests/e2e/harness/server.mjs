// A static server for the built widget, on a port of its own. A test can put other answers in front of the files.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

/** The folder that is served: what the build has left, or what FAULT_FINDER_DIST names. */
export const DIST = process.env.FAULT_FINDER_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

// What the widget adds to the address of a file that is to have a certain hash.
const VERSION = /\?v=(\d+\.\d+\.\d+-)?\w{12}$/;

/** The parts of an answer that never comes. */
export async function* never() {
  await new Promise(() => {});
}

/** Starts a server that goes by this name of the machine, which makes it another site; `close` ends it. */
export async function startServer(name = "127.0.0.1") {
  const routes = new Map();
  let asked = [];
  const server = createServer(async (request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    const { pathname } = new URL(request.url, "http://localhost");
    const { status, type, headers, body } = routes.get(pathname) ?? (await file(pathname));
    response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
    if (typeof body !== "function") return response.end(body);
    // Whoever asked may leave before the end.
    await pipeline(Readable.from(body()), response).catch(() => {});
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://${name}:${server.address().port}`,
    /**
     * Answers `path` with a body from now on. An object is sent as JSON, a buffer as it is, and of a generator each
     * part once it comes; the head of the answer comes with the first part.
     */
    route(path, body, { status = 200, type = TYPES[extname(path)] ?? TYPES[".html"], headers } = {}) {
      const isReady = typeof body === "string" || typeof body === "function" || Buffer.isBuffer(body);
      routes.set(path, { status, type, headers, body: isReady ? body : JSON.stringify(body) });
    },
    /** The addresses that were asked for, in order, without what tells versions of a file apart. */
    asked() {
      return asked.map((it) => it.url.replace(VERSION, ""));
    },
    /** The same with it. */
    addresses() {
      return asked.map((it) => it.url);
    },
    /** What the browser has said of itself and of the page when it asked for this path. */
    headersOf(path) {
      return asked.filter((it) => it.url.replace(VERSION, "") === path).map((it) => it.headers);
    },
    /** Forgets the routes and the requests so far. */
    clear() {
      routes.clear();
      asked = [];
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

/** Sends these files of the build as a server for many does, which has compressed them beforehand. */
export async function sendCompressed(server, paths) {
  for (const path of paths) {
    const body = await promisify(brotliCompress)(await readFile(join(DIST, path)));
    server.route(path, body, { headers: { "content-encoding": "br" } });
  }
}
