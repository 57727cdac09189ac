// The page to try a theme on shows it at once, and says what to copy.

import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { Widget } from "../harness/page.mjs";

inEachBrowser((test) => {
  test("a colour and a rounding that are tried show at once, and as a style sheet", async (at) => {
    const widget = await new Widget(at).open("/theming.html");
    const set = (token, value) =>
      at.driver.executeScript(`const it = document.querySelector("[data-token=" + arguments[0] + "]");
        it.value = arguments[1];
        it.dispatchEvent(new Event("input", { bubbles: true }));`, token, value);
    const code = () => at.driver.findElement(By.css("code")).getText();
    const look = () =>
      widget.inPage(`const of = (it) => getComputedStyle(host.shadowRoot.querySelector(it));
        return [of(".primary").backgroundColor, of(".widget").borderTopLeftRadius]`);
    assert.equal(await code(), "fault-finder {\n}");
    const before = await look();
    await set("accent", "#7a1fa2");
    await set("radius", "4");
    assert.deepEqual(await look(), ["rgb(122, 31, 162)", "4px"]);
    const rules = ["  --fault-finder-accent: #7a1fa2;", "  --fault-finder-radius: 4px;"];
    assert.equal(await code(), ["fault-finder {", ...rules, "}"].join("\n"));
    await at.driver.findElement(By.css("[type=reset]")).click();
    await widget.until("the widget's own look", async () => (await code()) === "fault-finder {\n}");
    assert.deepEqual(await look(), before);
  });
});
