// The network, cut.

import assert from "node:assert/strict";

/** Cuts the window off the network until the test has ended, by WebDriver BiDi. */
export async function cutNetwork({ driver, t }) {
  const bidi = await driver.getBidi();
  const context = await driver.getWindowHandle();
  const set = async (networkConditions) => {
    const params = { networkConditions, contexts: [context] };
    const answer = await bidi.send({ method: "emulation.setNetworkConditions", params });
    assert.equal(answer.type, "success", JSON.stringify(answer));
  };
  t.after(() => set(null));
  await set({ type: "offline" });
  assert.equal(await driver.executeScript("return navigator.onLine"), false);
}
