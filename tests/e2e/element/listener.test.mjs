// What a host page may do in a listener, before the script is there, and while a guide is still loading.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";

const [FIRST, SECOND] = REPAIRS;

function openArticle(at, page) {
  return new Widget(at).openPage({ attributes: ARTICLE, ...page });
}

inEachBrowser((test) => {
  const alone = test.alone("The element decides.");

  alone("in each listener, state and record are those of the event", async (at) => {
    const head = `<script>
      window.seen = [];
      for (const name of ["ready", "step", "answer", "error"]) {
        addEventListener("fault-finder-" + name, ({ target }) =>
          window.seen.push([name, target.state, target.record?.entries.length]));
      }</script>`;
    const widget = await openArticle(at, { head });
    await widget.walkTo(FIRST.id);
    const seen = () => widget.driver.executeScript("return window.seen");
    const expected = [["ready", "ready", 0], ["step", "ready", 0], ["answer", "ready", 1], ["step", "ready", 1]];
    assert.deepEqual(await seen(), expected);
    await widget.inPage("host.guide = 'no-such-guide'");
    await widget.until("the error", async () => (await seen()).length > expected.length);
    assert.deepEqual((await seen()).at(-1), ["error", "failed", null]);
  });

  test("a listener may move the element, and the session and the promise live on", async (at) => {
    const widget = await openArticle(at);
    await widget.walkTo(FIRST.id);
    const settled = await widget.inPage(`
      host.addEventListener("fault-finder-answer", () => document.body.append(host), { once: true });
      return host.answer(args[0], "not-fixed").then(() => "settled");`, FIRST.id);
    assert.equal(settled, "settled");
    await widget.settled();
    await widget.at(SECOND.text);
    assert.equal((await widget.record()).entries.length, 2);
  });

  test("a listener of the focus sees the new record, and may take the element away with it", async (at) => {
    const widget = await openArticle(at);
    await widget.walkTo(FIRST.id);
    const [seen, kept] = await widget.inPage(`
      const seen = new Promise((resolve) => host.addEventListener("focusin", () => {
        const { state, record } = host;
        host.remove();
        resolve([state, record?.entries.length]);
      }, { once: true }));
      return host.answer(args[0], "not-fixed").then(() => seen).then((it) => {
        document.body.append(host);
        return host.start().then(() => [it, host.record.entries.length]);
      });`, FIRST.id);
    assert.deepEqual([seen, kept], [["ready", 2], 2]);
    await widget.at(SECOND.text);
  });

  alone("an answer that the element leaves the page with is not lost, and nobody waits for it", async (at) => {
    const widget = await openArticle(at);
    await widget.walkTo(FIRST.id);
    const nEntries = await widget.inPage(`
      const answered = host.answer(args[0], "not-fixed");
      return Promise.resolve().then(() => {
        host.remove();
        return answered.then(() => document.body.append(host)).then(() => host.start()).then(() => host.record.entries.length);
      });`, FIRST.id);
    assert.equal(nEntries, 2);
    await widget.at(SECOND.text);
  });

  alone("a call is over when another guide comes, and when it cannot be used", async (at) => {
    const widget = await openArticle(at);
    const settled = await widget.inPage(`
      const started = host.start();
      return Promise.resolve().then(() => {
        host.guide = "no-such-guide";
        return started.then(() => host.start()).then(() => host.state);
      });`);
    assert.equal(settled, "failed");
  });

  alone("a guide that was overtaken tells nothing", async (at) => {
    const widget = await openArticle(at);
    await widget.inPage("host.guide = '/missing.json'; host.guide = args[0]", GUIDE.id);
    await widget.settled();
    await widget.at(WORDS.dangerQuestion);
    await widget.press(WORDS.noDanger);
    await widget.at(FIRST.text);
    assert.deepEqual(await widget.eventsNamed("error"), []);
  }, { networkErrors: true });

  alone("properties that were set before the script was there are taken over", async (at) => {
    const end = `<script>
      const host = document.querySelector("fault-finder");
      host.supportHref = "https://help.example/early";
      host.theme = "dark";
      host.resume = true;</script>`;
    const widget = await openArticle(at, { end });
    await widget.walkTo("service");
    assert.equal(await (await widget.link(GUIDE.service.action)).getAttribute("href"), "https://help.example/early");
    assert.equal(await widget.inPage("return host.getAttribute('theme')"), "dark");
    assert.notEqual(await widget.stored(), null);
  });

  alone("without resume any more, nothing stays stored and the session goes on", async (at) => {
    const widget = await openArticle(at, { attributes: `${ARTICLE} resume` });
    await widget.walkTo(SECOND.id);
    assert.notEqual(await widget.stored(), null);
    await widget.inPage("host.resume = false");
    await widget.settled();
    await widget.at(SECOND.text);
    assert.equal(await widget.stored(), null);
    await widget.press(NOT_FIXED);
    assert.equal(await widget.nStored(), 0);
  });

  alone("the widget says in which language it speaks", async (at) => {
    const widget = await openArticle(at);
    // The guide is not there in it.
    await widget.driver.executeScript("document.documentElement.lang = 'nl'");
    await widget.until("the error", async () => (await widget.eventsNamed("error")).length > 0);
    assert.equal(await widget.language(), GUIDE.language);
  });

  test("the focus stays on the countdown's button when the time is up", async (at) => {
    const widget = await openArticle(at, { attributes: `${ARTICLE} resume` });
    const title = await widget.driver.getTitle();
    await widget.walkTo(SECOND.id);
    await widget.press(`Start ${SECOND.wait.minutes} min countdown`);
    await widget.until("the countdown", async () => (await widget.timer()) !== null);
    const session = await widget.stored();
    session.wait.started -= SECOND.wait.minutes * 60_000 - 4_000;
    await widget.store(session);
    await widget.reload();
    await widget.at(SECOND.text);
    await widget.tabTo(WORDS.stopWait);
    await widget.until("the end", async () => (await widget.timer()) === WORDS.timeIsUp);
    await widget.titled(`${WORDS.timeIsUp} · ${title}`);
    assert.equal((await widget.focus()).name, WORDS.removeWait);
    await widget.keys("\uE007");
    await widget.until("no countdown", async () => (await widget.timer()) === null);
    await widget.titled(title);
  });
});
