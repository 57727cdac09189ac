// The network, cut.

import assert from "node:assert/strict";
import { bidiSender } from "../harness/bidi.mjs";

/** Cuts the window off the network until the test has ended, by WebDriver BiDi. */
export async function cutNetwork({ driver, t }) {
  const send = await bidiSender(driver);
  const context = await driver.getWindowHandle();
  const set = (networkConditions) =>
    send("emulation.setNetworkConditions", { networkConditions, contexts: [context] });
  t.after(() => set(null));
  await set({ type: "offline" });
  assert.equal(await driver.executeScript("return navigator.onLine"), false);
}
