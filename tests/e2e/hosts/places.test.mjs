// Where in a page the widget may stand: in what opens and closes, in narrow boxes, in a shadow root.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { bareLooks, isAtHome, looksAtHome, openHost, worksAtHome } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { BOOTSTRAP } from "../helpers/libraries.mjs";
import { DRAINED } from "../helpers/people.mjs";

const PANEL = `<help-panel id="panel"></help-panel><script>
  customElements.define("help-panel", class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = '<p>A panel</p><fault-finder ${ASKING}></fault-finder>';
    }
  });</script>`;
const PARSED_PANEL = `<div id="panel"><template shadowrootmode="open"><p>A panel</p>
  <fault-finder ${ASKING}></fault-finder></template></div>`;

const DIALOG = {
  before: `<button onclick="document.querySelector('dialog').showModal()">Help</button><dialog>`,
  end: "</dialog>",
};
const MODAL = {
  ...BOOTSTRAP,
  before: `<button data-bs-toggle="modal" data-bs-target="#modal">Help</button>
    <div class="modal" id="modal" tabindex="-1"><div class="modal-dialog modal-lg"><div class="modal-content">`,
  end: "</div></div></div>",
};

const BOXES = {
  "a grid with two columns": '<div style="display: grid; grid-template-columns: auto auto"><b>!</b>',
  "a flex row": '<div style="display: flex"><b>!</b>',
  "a flex column": '<div style="display: flex; flex-direction: column; align-items: center">',
  "a table": '<div style="display: table">',
};

inEachBrowser((test) => {
  const alone = test.alone("One of each kind shows how a browser fares with it.");

  const OPENING = [
    ["in a part of the page that is folded", { before: "<details><summary>Help</summary>", end: "</details>" }],
    ["in a dialog", DIALOG],
    ["in a modal of Bootstrap", MODAL, BOOTSTRAP.files],
  ];
  for (const [where, page, files] of OPENING) {
    (where.includes("in a dialog") ? test : alone)(`${where}, the widget starts out of sight and works once it is opened`, async (at) => {
      await bareLooks(at);
      const widget = await openHost(at, { page, files });
      assert.equal(await widget.state(), "ready");
      assert.equal(await widget.isVisible(), false);
      await widget.tabTo("Help");
      await widget.keys(Key.ENTER);
      await widget.until("the widget in sight", () => widget.isVisible());
      // A dialog may give the focus to the first that can take it, and that shows.
      await widget.inPage("host.shadowRoot.activeElement?.blur()");
      await worksAtHome(at, widget);
    });
  }

  test("in a dialog that is closed and opened again, the session goes on", async (at) => {
    const widget = await openHost(at, { page: DIALOG });
    const open = () => widget.driver.executeScript("document.querySelector('dialog').showModal()");
    await open();
    await widget.walkAs(DRAINED, "dock-light");
    await widget.keys(Key.ESCAPE);
    await widget.until("no dialog", async () => !(await widget.isVisible()));
    await open();
    await widget.until("the dialog", () => widget.isVisible());
    assert.equal(await widget.step(), "dock-light");
    await widget.answer(DRAINED["dock-light"]);
    assert.equal((await widget.eventsNamed("ready")).length, 1);
  });

  const HIDING = [
    ["by a class", "host.classList.toggle('gone', args[0])"],
    ["by the attribute", "host.hidden = args[0]"],
  ];
  for (const [how, hide] of HIDING) {
    (how.includes("class") ? test : alone)(`hidden ${how} and shown again in the middle of a session, it goes on where it was`, async (at) => {
      const widget = await openHost(at, { page: { head: "<style>.gone { display: none }</style>" } });
      await widget.walkAs(DRAINED, "dock-light");
      const before = await widget.record();
      await widget.inPage(hide, true);
      await widget.until("nothing in sight", async () => !(await widget.isVisible()));
      assert.equal(await widget.state(), "ready");
      await widget.inPage(hide, false);
      await widget.until("the widget in sight", () => widget.isVisible());
      assert.deepEqual([await widget.step(), await widget.record()], ["dock-light", before]);
      await widget.inPage(hide, true);
      await widget.inPage("return host.answer('dock-light', args[0])", DRAINED["dock-light"]);
      await widget.inPage(hide, false);
      assert.notEqual(await widget.step(), "dock-light");
      await widget.walkAs(DRAINED, "service");
      assert.equal((await widget.eventsNamed("ready")).length, 1);
    });
  }

  test("in a shadow root that is made by a script", async (at) => {
    await isAtHome(at, { page: { element: PANEL }, selector: "#panel >>> fault-finder" });
  });

  alone("in a shadow root that is made by the parser", async (at) => {
    await looksAtHome(at, { page: { element: PARSED_PANEL }, selector: "#panel >>> fault-finder" });
  });

  for (const [what, before] of Object.entries(BOXES)) {
    (!what.includes("column") ? test : alone)(`in ${what} of 320 px nothing sticks out`, async (at) => {
      const page = { before: `<div style="inline-size: 320px">${before}`, end: "</div></div>" };
      const widget = await openHost(at, { page });
      const isInside = async (step) => assert.equal(await widget.sticksOut(), "", `what sticks out at ${step}`);
      await widget.walkAs(DRAINED, "service", isInside);
      await isInside("service");
      await widget.toggle(WORDS.whatItCouldBe);
      await isInside("what it could be");
    });
  }

  test("a step that would begin above the window begins below the bar that stays there", async (at) => {
    const bar = "nav { position: fixed; inset: 0 0 auto; block-size: 120px; background: silver }";
    const head = `<style>${bar} main { padding-block: 200px 3000px } fault-finder { scroll-margin-top: 120px }</style>`;
    const widget = await openHost(at, { page: { head, before: "<nav>A bar</nav>" } });
    const top = () => widget.inPage("return host.getBoundingClientRect().top");
    await widget.inPage("scrollTo(0, scrollY + host.getBoundingClientRect().top + 20)");
    assert.ok((await top()) < 0);
    await widget.answerByMethod("none");
    assert.ok(Math.abs((await top()) - 120) <= 1, `the step begins at ${await top()}`);
  });

  test("in a box that scrolls, the page itself has nothing to scroll", async (at) => {
    const before = '<div style="block-size: 300px; overflow: auto">';
    const widget = await openHost(at, { page: { before, end: "</div>" } });
    const [box, page] = await widget.inPage(`const scrolls = (it) => it.scrollHeight > it.clientHeight;
      return [scrolls(host.parentElement), scrolls(document.documentElement)]`);
    assert.deepEqual({ box, page }, { box: true, page: false });
  });
});
