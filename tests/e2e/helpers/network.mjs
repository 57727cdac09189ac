// The network, cut.

import assert from "node:assert/strict";
import { bidiSender } from "../harness/bidi.mjs";

/**
 * Cuts the window off the network until the test has ended, by WebDriver BiDi. Where its driver cannot, as that of Firefox
 * 140, only the watch tells of requests.
 */
export async function cutNetwork({ driver, t }) {
  const send = await bidiSender(driver);
  const context = await driver.getWindowHandle();
  const set = (networkConditions) =>
    send("emulation.setNetworkConditions", { networkConditions, contexts: [context] });
  try {
    await set({ type: "offline" });
  } catch (error) {
    assert.match(error.message, /unknown command/);
    return t.diagnostic("This driver cannot cut the network.");
  }
  t.after(() => set(null));
  assert.equal(await driver.executeScript("return navigator.onLine"), false);
}
