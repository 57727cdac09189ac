// What a page has made of a function that the widget calls: docs/browser-functions.md says what comes of each. The widget
// works to its end, or gives way to the plain guide and says why; it is never there and dead.

import assert from "node:assert/strict";
import { inChromiumAlone } from "../harness/browser.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { breaking, promises } from "../helpers/page-functions.mjs";

const AT_ONCE = 8;
// What the element says where a limit of time has ended its start.
const TOO_LATE = /has not come in time|is not there to its end|was not drawn|nothing has come within/;
// A driver waits for half a minute by itself, which is shorter than what the element may take to give up.
const SCRIPT_MS = { usual: 30_000, here: 100_000 };

// In the page: opens a frame for each address, and gives what the pages in them have found out.
const JUDGE = `
  const frames = arguments[0].map((it) => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: it, width: 600, height: 500 });
    document.body.append(frame);
    return frame;
  });
  return Promise.all(frames.map(async (it) => {
    while (!it.contentWindow?.result) await new Promise((resolve) => setTimeout(resolve, 20));
    const { result } = it.contentWindow;
    it.remove();
    return result;
  }));`;

const addressOf = ({ path, way, when }) => `/${/storage/i.test(path) ? "storing" : "breaking"}.html?${path}&${way}&${when}`;

/** What came of each of these, in the page that holds so many at once. */
async function judged({ driver }, tries, atOnce, pace) {
  const found = [];
  await driver.manage().setTimeouts({ script: SCRIPT_MS.here });
  try {
    for (let n = 0; n < tries.length; n += atOnce) {
      const addresses = tries.slice(n, n + atOnce).map((it) => `${addressOf(it)}&${pace}`);
      found.push(...(await driver.executeScript(JUDGE, addresses)));
    }
  } finally {
    await driver.manage().setTimeouts({ script: SCRIPT_MS.usual });
  }
  return tries.map((it, idx) => ({ ...it, ...found[idx] }));
}

const named = ({ path, way, verdict, said }) => `${path} ${way}: ${verdict} (${said})`;

inChromiumAlone("The element decides what comes of an error; what throws in one browser throws in each.", (test) => {
  for (const when of ["before", "after"]) {
    test(`a function that the page has broken ${when} the widget is there`, async (at) => {
      at.server.route("/breaking.html", breaking(ASKING));
      at.server.route("/storing.html", breaking(`${ASKING} resume`));
      at.server.route("/all.html", "<!doctype html><title>All of them</title><link rel='icon' href='data:,'>");
      await at.driver.get(`${at.server.origin}/all.html`);
      const found = await judged(at, promises().map((it) => ({ ...it, when })), AT_ONCE, "hurried");
      assert.ok(found.length > 150);
      // Where the plain guide is promised, that is the worst that may come.
      const isKept = ({ verdict, promised }) =>
        verdict === "works" || (verdict === "plain guide" && (promised === verdict || when === "after"));
      // Where the machine has much else to do, what is hurried may give up too early. Nothing else gets a second look.
      const isTooLate = (it) => !isKept(it) && TOO_LATE.test(it.said);
      const again = await judged(at, found.filter(isTooLate), 1, "unhurried");
      const all = [...found.filter((it) => !isTooLate(it)), ...again];
      assert.deepEqual(all.filter((it) => !isKept(it)).map(named), []);
    }, { expected: /./, timeout: 300_000 });
  }
});
