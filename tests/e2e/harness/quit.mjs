// Ends a browser: in its own way, or by force where it does not answer any more.

import { setTimeout } from "node:timers/promises";
import { WebSocket } from "ws";

const GRACE_MS = 10_000;

/** Resolves once it has ended. A driver asks a page that hangs, and would wait for it for ever. */
export async function quit(driver) {
  const capabilities = await driver.getCapabilities();
  const quitting = driver.quit();
  const patience = new AbortController();
  const late = setTimeout(GRACE_MS, undefined, { signal: patience.signal }).then(() => kill(capabilities));
  try {
    await Promise.race([quitting, late.then(() => quitting)]);
  } finally {
    patience.abort();
    await late.catch(() => {});
  }
}

/** Kills the browser, whereupon its driver gives up what it waits for. WebKit's is a child of its driver. */
async function kill(capabilities) {
  const pid = capabilities.get("moz:processID") ?? (await pidOfChromium(capabilities));
  if (pid) process.kill(pid, "SIGKILL");
}

async function pidOfChromium(capabilities) {
  const address = capabilities.get("goog:chromeOptions")?.debuggerAddress;
  if (!address) return undefined;
  const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  try {
    await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
    const answer = new Promise((resolve) => socket.once("message", resolve));
    socket.send(JSON.stringify({ id: 1, method: "SystemInfo.getProcessInfo" }));
    const { result } = JSON.parse(await answer);
    return result.processInfo.find((it) => it.type === "browser").id;
  } finally {
    socket.close();
  }
}
