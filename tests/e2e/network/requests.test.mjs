// The server sees what the widget is made of and the guide that the page names, once each, and nothing else.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, SERVICE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { WORN } from "../helpers/people.mjs";

/** Walks from the danger check to support, hands over and starts again. */
async function walkWhole(widget) {
  await widget.pressAs(WORN, "service");
  await (await widget.link(SERVICE.action)).click();
  await widget.at(WORDS.handedOver);
  await widget.press("Copy");
  await widget.shows("Copied.");
  await widget.inPage("return host.restart()");
  await widget.at(WORDS.dangerQuestion);
}

inEachBrowser((test) => {
  test("a whole session on the demo page asks for the page, its style and the scripts", async (at) => {
    at.server.clear();
    const widget = await new Widget(at).open();
    await walkWhole(widget);
    assert.deepEqual(at.server.asked().toSorted(), ["/", "/fault-finder-wasm.js", "/fault-finder.js", "/page.css"]);
    assert.deepEqual(at.elsewhere.asked(), []);
    assert.equal(await at.driver.executeScript("return document.cookie"), "");
  });

  test("a whole session with a guide from a URL asks for that as well, once", async (at) => {
    at.server.clear();
    at.server.route("/guides/own.json", GUIDE);
    const widget = await new Widget(at).openPage({ attributes: 'guide="/guides/own.json?v=1" resume' });
    await walkWhole(widget);
    assert.deepEqual(at.server.asked(), ["/page.html", "/fault-finder.js", "/fault-finder-wasm.js", "/guides/own.json?v=1"]);
    assert.deepEqual(at.elsewhere.asked(), []);
  });
});
