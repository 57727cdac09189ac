// Dialogs that keep the focus inside by a script, and do not look into shadow roots: the widget in them can be reached.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";

// What such scripts take for what a Tab may lead to.
const TABBABLE = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])";
const TRAPS = {
  "that listens on the dialog": 'document.getElementById("dialog").addEventListener("keydown", trap)',
  "that listens before the dialog does": 'document.addEventListener("keydown", trap, true)',
};
const SILENT = 'document.addEventListener("keydown", (event) => { trap(event); event.stopImmediatePropagation(); }, true)';
const page = (listen) => ({
  before: '<button>Before</button><div id="dialog" role="dialog"><button id="close">Close</button>',
  end: `</div><button>Behind</button><script>
    function trap(event) {
      if (event.keyCode !== 9) return;
      const all = [...document.getElementById("dialog").querySelectorAll("${TABBABLE}")];
      const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
      if (event.target !== from) return;
      event.preventDefault();
      to.focus();
    }
    ${listen};
  </script>`,
});

async function inDialog(at, listen) {
  const widget = await new Widget(at).openPage(page(listen));
  await widget.driver.executeScript("document.getElementById('close').focus()");
  return widget;
}

inEachBrowser((test) => {
  for (const [which, listen] of Object.entries(TRAPS)) {
    test(`with a trap ${which}, Tab leads through the widget`, async (at) => {
      const widget = await inDialog(at, listen);
      for (const name of [...GUIDE.dangers.map((it) => it.text), WORDS.noDanger]) {
        await widget.keys(Key.TAB);
        assert.equal((await widget.focus()).name, name);
      }
      await widget.keys(Key.ENTER);
      await widget.until("the next step", async () => (await widget.step()) === "what-fails");
      assert.equal(await widget.inPage("return host.hasAttribute('tabindex')"), false);
    });

    test(`with a trap ${which}, the way back from its first control leads to the step`, async (at) => {
      const widget = await inDialog(at, listen);
      await widget.shiftTab();
      await widget.focusOn(WORDS.dangerQuestion);
      assert.equal(await widget.inPage("return host.hasAttribute('tabindex')"), false);
    });
  }

  test("with a trap that lets nobody else hear of a Tab, it leads to the step", async (at) => {
    const widget = await inDialog(at, SILENT);
    await widget.keys(Key.TAB);
    await widget.focusOn(WORDS.dangerQuestion);
  });

  test("where no trap is, the widget is no tab stop, and one that the page has made stays", async (at) => {
    const widget = await new Widget(at).openPage({ before: "<button>Before</button>" });
    await widget.tabTo("Before");
    await widget.tabTo(GUIDE.dangers[0].text);
    await widget.shiftTab();
    assert.equal((await widget.focus()).name, "Before");
    await widget.inPage("host.tabIndex = -1");
    await widget.shiftTab();
    assert.equal(await widget.inPage("return host.getAttribute('tabindex')"), "-1");
  });
});
