// Pages that are read in other ways: from right to left, enlarged, in a narrow window.

import assert from "node:assert/strict";
import { bareLooks, isSame, openHost } from "../helpers/at-home.mjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { stepOf, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { inWindow } from "../helpers/narrow.mjs";
import { CONTRADICTORY, DIRTY, DRAINED } from "../helpers/people.mjs";

const FROM_THE_RIGHT = {
  "on the page": { root: 'lang="en" dir="rtl"' },
  "on the element": { attributes: `${ASKING} dir="rtl"` },
};

const WINDOWS = [
  ["half as wide, as at a zoom of 200 %", 640, ""],
  ["a quarter as wide, as at a zoom of 400 %", 320, ""],
  ["with text of twice the size", 1000, "html { font-size: 200% }"],
  ["half as wide with text of twice the size", 640, "html { font-size: 200% }"],
];

/** Nothing sticks out, with everything opened and with a countdown running where there is one. */
async function fits(widget, step) {
  const { wait } = stepOf(step) ?? {};
  if (wait) await widget.turn(`Start ${wait.minutes} min countdown`);
  await widget.openAll();
  assert.equal(await widget.sticksOut(), "", `what sticks out at ${step}`);
}

async function toTheReview(widget) {
  const last = Object.keys(CONTRADICTORY).at(-1);
  await widget.walkAs(CONTRADICTORY, last);
  await widget.answerByMethod(CONTRADICTORY[last]);
  await fits(widget, "the remark");
  await widget.turn(WORDS.lookAgain);
  await fits(widget, "review");
}

async function toTheOtherEnds(widget) {
  await widget.inPage("return host.back()");
  await widget.answerByMethod("fixed");
  await fits(widget, "fixed");
  await widget.inPage("return host.restart()");
  await widget.answerByMethod("found");
  await fits(widget, "stopped");
}

inEachBrowser((test) => {
  const alone = test.alone("The narrowest window and the largest text are tried in each.");

  for (const [where, page] of Object.entries(FROM_THE_RIGHT)) {
    test(`from right to left ${where}, it looks and works as it should`, async (at) => {
      const { dangers } = await bareLooks(at);
      const widget = await openHost(at, { page });
      isSame(await widget.look(), dangers, "all but the direction", (it) => /direction|left|right/.test(it));
      const isInside = async (step) => assert.equal(await widget.sticksOut(), "", `what sticks out at ${step}`);
      await widget.walkAs(DIRTY, "fixed", isInside);
      await widget.pressByKey(WORDS.startAgain);
      await widget.focusOn(WORDS.dangerQuestion);
    });

    test(`from right to left ${where}, English sentences still end on their right`, async (at) => {
      const widget = await openHost(at, { page });
      await widget.walkAs(DIRTY, "dry-wipe", async () => assert.deepEqual(await widget.breakingOff(), []));
    });
  }

  for (const [what, width, style] of WINDOWS) {
    (/quarter|half as wide with/.test(what) ? test : alone)(`in a window ${what}, nothing sticks out`, async (at) => {
      const head = `<style>${style}</style>`;
      await inWindow(at, width, { head, attributes: ARTICLE }, async (widget) => {
        assert.equal(await widget.inPage("return innerWidth"), width);
        await widget.walkAs({}, "service", (step) => fits(widget, step));
        await fits(widget, "service");
        await toTheOtherEnds(widget);
      });
      await inWindow(at, width, { head }, toTheReview);
      await inWindow(at, width, { head }, async (widget) => {
        await widget.walkAs(DRAINED, "service", (step) => fits(widget, step));
        await fits(widget, "service");
      });
    });
  }
});
