// Where the widget breaks in the middle of a walk, it says so once, gives way to the plain guide, and loses no answer.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { givesWay } from "../helpers/plain-guide.mjs";
import { never } from "../harness/server.mjs";

const [FIRST, SECOND, THIRD] = REPAIRS;
const METHODS = ["start", "restart", "back", "forget", "answer"];
const KEPT = "Your answers are kept. Reload the page to go on from there.";

// The widget panics where a node cannot be inserted, so the next one is not.
const BREAK = `
  const insertBefore = Node.prototype.insertBefore;
  Node.prototype.insertBefore = () => {
    Node.prototype.insertBefore = insertBefore;
    throw new Error("broken on purpose");
  };`;
// What the drawing says to the console, and the end of the WebAssembly itself.
const EXPECTED = { expected: /failed to (insert node before next sibling|append child)|RuntimeError: unreachable/i };

// Counts in the page what nobody catches.
const COUNT = `<script>
  window.uncaught = 0;
  addEventListener("error", () => uncaught++);
</script>`;

/** Opens a page with two widgets, only the first of which keeps its answers. */
async function openTwo(at, attributes = ARTICLE) {
  const end = `<fault-finder id="two" ${attributes}><p>Another plain guide.</p></fault-finder>`;
  const one = await new Widget(at, "#one").openPage({ attributes: `id="one" ${ARTICLE} resume`, head: COUNT, end });
  return { one, two: new Widget(at, "#two") };
}

/** Starts the countdown of the second repair. */
async function startWait(widget) {
  await widget.press(`Start ${SECOND.wait.minutes} min countdown`);
  await widget.until("the countdown", async () => (await widget.timer()) !== null);
}

/** Presses a button, and what follows from that breaks. */
async function breakBy(widget, name) {
  const button = await widget.button(name);
  await widget.driver.executeScript(BREAK);
  await button.click();
  await givesWay(widget);
}

/** The widget apologises in these lines above the plain guide, and has told one error. */
async function apologises(widget, lines) {
  await givesWay(widget);
  const alert = await widget.alert();
  assert.ok(alert, "there is an apology");
  assert.equal(alert.heading, WORDS.brokenHeading);
  assert.deepEqual(alert.lines, lines);
  const layout = await widget.layout();
  assert.equal(layout.indexOf(null), -1, "the plain guide is seen");
  assert.ok(layout[1].y >= alert.bottom, "the plain guide is below");
  await toldOnce(widget);
}

async function toldOnce(widget) {
  const told = (await widget.events()).filter((it) => it.name === "error" && `#${it.target}` === widget.selector);
  assert.equal(told.length, 1);
  assert.equal(told[0].detail.guide, GUIDE.id);
  assert.deepEqual(told[0].detail.errors, await widget.errors());
  assert.match(told[0].detail.errors[0], /panicked/);
}

function uncaught({ driver }) {
  return driver.executeScript("return window.uncaught");
}

/** Whether a call of this method settles at all. */
function settles(widget, method, ...args) {
  return widget.inPage(`
    const late = new Promise((resolve) => setTimeout(resolve, 1000, "did not settle"));
    return Promise.race([host[args[0]](...args.slice(1)).then(() => "settled"), late]);`, method, ...args);
}

inEachBrowser((test) => {
  const alone = test.alone("What comes after it, the element decides.");

  test("all widgets on the page apologise above their plain guides", async (at) => {
    const { one, two } = await openTwo(at);
    await two.settled();
    await one.walkTo(FIRST.id);
    await breakBy(one, NOT_FIXED);
    await apologises(one, [WORDS.brokenBelow, KEPT]);
    await apologises(two, [WORDS.brokenBelow]);
    assert.equal(await uncaught(at), 1);
  }, EXPECTED);

  test("afterwards clicks do nothing and methods settle", async (at) => {
    const { one, two } = await openTwo(at);
    await one.walkTo(FIRST.id);
    await breakBy(one, NOT_FIXED);
    for (const widget of [one, two]) {
      await (await widget.inPage("return host")).click();
      for (const method of METHODS) assert.equal(await settles(widget, method, "dangers", "none"), "settled", method);
      await toldOnce(widget);
    }
    assert.equal(await uncaught(at), 1);
  }, EXPECTED);

  alone("the method by which it breaks settles", async (at) => {
    const { one } = await openTwo(at);
    await one.walkTo(FIRST.id);
    await at.driver.executeScript(BREAK);
    assert.equal(await settles(one, "answer", FIRST.id, "not-fixed"), "settled");
    await apologises(one, [WORDS.brokenBelow, KEPT]);
  }, EXPECTED);

  test("a widget that still loads its guide gives way as well, and its methods settle", async (at) => {
    at.server.route("/guide.json", never);
    const { one, two } = await openTwo(at, 'guide="/guide.json"');
    await one.walkTo(FIRST.id);
    assert.equal(await two.state(), "loading");
    await breakBy(one, NOT_FIXED);
    await givesWay(two);
    assert.equal(await two.alert(), null, "nothing was there that could stop");
    assert.equal(await settles(two, "restart"), "settled");
  }, EXPECTED);

  test("a widget that comes later gives way at once", async (at) => {
    const { one } = await openTwo(at);
    await one.walkTo(FIRST.id);
    await breakBy(one, NOT_FIXED);
    await one.inPage(`
      const late = host.cloneNode(true);
      late.id = "late";
      host.after(late);`);
    const late = new Widget(at, "#late");
    await givesWay(late);
    await toldOnce(late);
    assert.equal((await late.layout()).indexOf(null), -1);
  }, EXPECTED);

  test("a widget that breaks while it starts gives way", async (at) => {
    const end = `<script>${BREAK}</script>`;
    const widget = await new Widget(at, "#one").openPage({ attributes: `id="one" ${ARTICLE}`, head: COUNT, end });
    await apologises(widget, [WORDS.brokenBelow]);
  }, EXPECTED);

  alone("a page that moves the widget afterwards keeps the apology and hears of no other error", async (at) => {
    const { one } = await openTwo(at);
    await one.walkTo(FIRST.id);
    await breakBy(one, NOT_FIXED);
    await one.inPage("document.body.append(host)");
    await apologises(one, [WORDS.brokenBelow, KEPT]);
  }, EXPECTED);

  alone("the title of the page is its own again", async (at) => {
    const { one } = await openTwo(at);
    const title = await at.driver.getTitle();
    await one.walkTo(SECOND.id);
    await startWait(one);
    const session = await one.stored();
    session.wait.started -= SECOND.wait.minutes * 60_000;
    await one.store(session);
    await one.reload();
    await one.titled(`${WORDS.timeIsUp} · ${title}`);
    await breakBy(one, NOT_FIXED);
    await one.titled(title);
  }, EXPECTED);

  alone("after a reload the answers are there and the walk goes on", async (at) => {
    const { one } = await openTwo(at);
    await one.walkTo(SECOND.id);
    await breakBy(one, NOT_FIXED);
    await one.reload();
    await one.at(THIRD.text);
    assert.deepEqual((await one.record()).entries.map((it) => it.step), ["dangers", FIRST.id, SECOND.id]);
    await one.turn(NOT_FIXED);
    await one.at(REPAIRS[3].text);
  }, EXPECTED);

  alone("a running countdown breaks once, not each second", async (at) => {
    const { one, two } = await openTwo(at);
    await one.walkTo(SECOND.id);
    await startWait(one);
    await breakBy(two, WORDS.noDanger);
    await setTimeout(3_000);
    assert.equal(await uncaught(at), 1);
    await apologises(one, [WORDS.brokenBelow, KEPT]);
  }, EXPECTED);
});
