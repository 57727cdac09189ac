// Where no script runs, the plain guide is there as the page has it.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE } from "../harness/guide.mjs";
import { startFirefox } from "../harness/start.mjs";
import { demo, replaced, SCRIPT } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { layoutAlone } from "../helpers/plain-guide.mjs";

/** Sees that no script of the page runs, and that the plain guide has this layout all the same. */
async function isPlain(widget, layout) {
  await widget.visitDemo();
  assert.equal(await widget.state(), null);
  assert.deepEqual(await widget.layout(), layout);
}

inEachBrowser((test, browser) => {
  test("the plain guide is there in a frame that forbids scripts", async (at) => {
    const widget = new Widget(at);
    at.server.route("/alone.html", replaced(demo(""), [SCRIPT, ""]));
    await widget.visitFrame('sandbox="allow-same-origin" src="/alone.html"');
    const layout = await widget.layout();
    assert.equal(layout.indexOf(null), -1);
    await widget.visitFrame('sandbox="allow-same-origin" src="/"');
    assert.equal(await widget.state(), null);
    assert.deepEqual(await widget.layout(), layout);
  }, { expected: /Blocked script execution/ });

  test("the plain guide ends with what search engines read of it", async (at) => {
    const widget = new Widget(at);
    await widget.visitDemo({ instead: [[SCRIPT, ""]] });
    const [type, text] = await widget.inPage(`const last = [...host.querySelectorAll("*")].at(-1);
      return [last.type, last.textContent]`);
    assert.equal(type, "application/ld+json");
    const { "@context": context, "@type": kind, name, step } = JSON.parse(text);
    assert.deepEqual([context, kind, name], ["https://schema.org", "HowTo", GUIDE.title]);
    assert.deepEqual(step.map((it) => it["@type"]), GUIDE.repairs.map(() => "HowToStep"));
    assert.deepEqual(step.map((it) => it.name).toSorted(), GUIDE.repairs.map((it) => it.text).toSorted());
  });

  if (browser === "Chromium") {
    test("the plain guide is there with JavaScript off, which Chromium's driver can do", async (at) => {
      const widget = new Widget(at);
      const layout = await layoutAlone(widget);
      const allow = (value) => at.driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: !value });
      await allow(false);
      try {
        await isPlain(widget, layout);
      } finally {
        await allow(true);
      }
    });
  }

  if (browser === "Firefox") {
    test("the plain guide is there with JavaScript off, which is a preference of Firefox", async (at) => {
      const layout = await layoutAlone(new Widget(at));
      const driver = await startFirefox({ "javascript.enabled": false });
      try {
        await isPlain(new Widget({ ...at, driver }), layout);
      } finally {
        await driver.quit();
      }
    });
  }
});
