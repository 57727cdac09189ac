// Commands of WebDriver BiDi.

import assert from "node:assert/strict";

/** A function that sends a command and returns its result; it fails where the browser refuses the command. */
export async function bidiSender(driver) {
  const bidi = await driver.getBidi();
  return async (method, params) => {
    const answer = await bidi.send({ method, params });
    assert.equal(answer.type, "success", `${method}: ${JSON.stringify(answer)}`);
    return answer.result;
  };
}
