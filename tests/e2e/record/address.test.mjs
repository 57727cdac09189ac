// The page's address: it changes while the widget stands in the page, holds the site's own route, and leads to places in
// the page, while somebody looks at the session of somebody else.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { REPAIRS, SERVICE, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING, html } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, DRAINED, WORN } from "../helpers/people.mjs";

const MARK = "#fault-finder=";
const WAITING = REPAIRS.find((it) => it.wait);
const KEEP_COPIED = `window.copied = [];
  navigator.clipboard.writeText = (text) => Promise.resolve(void window.copied.push(text));`;
const LINKS = '<a id="top" href="#">OK</a> <a id="to-more" href="#more">More</a>';
const MORE = '<h2 id="more">More</h2>';

// A site that shows its pages by the route behind the hash: each as it reads that, and what it shows elsewhere.
const SITE = (pathOf) => `<div id="app"></div><script>
  const route = () => {
    const isHere = (${pathOf})(location.hash) === "/help/lamp";
    const app = document.getElementById("app");
    if (isHere !== (app.firstElementChild?.localName === "fault-finder")) {
      app.innerHTML = isHere ? '<fault-finder ${ASKING}><p>The plain guide.</p></fault-finder>' : "<h2>Home</h2>";
    }
  };
  addEventListener("hashchange", route);
  route();
</script>`;

const click = (at, id) => at.driver.executeScript("document.getElementById(arguments[0]).click()", id);
const run = (at, script) => at.driver.executeScript(script);

/** A link to a session at support, of this page. */
async function linkOf(at, person, page = {}) {
  const widget = await openLoaded(at, page);
  await widget.walkAs(person, "service");
  return widget.sharedLink();
}

/** Opens the page from another one: browsers do not load a page anew where only its hash is another one. */
async function openFrom(at, url) {
  await at.driver.get(`${at.server.origin}/blank.html`);
  await at.driver.get(url);
  const widget = new Widget(at);
  await widget.settled();
  return widget;
}

/** Opens a page, and waits for its end: until then, a browser puts each new address in the place of the one before. */
async function openLoaded(at, page) {
  const widget = await new Widget(at).openPage(page);
  const isOver = "return performance.getEntriesByType('navigation')[0].loadEventEnd > 0";
  await widget.untilInPage("the page is there to its end", isOver);
  return widget;
}

inEachBrowser((test) => {
  const alone = test.alone("Which part of an address is which is the same in each browser.");

  test("the session of somebody else stays where a link leads to a place in the page, and nowhere", async (at) => {
    const page = { before: LINKS, end: MORE };
    const link = await linkOf(at, WORN, page);
    const widget = await openFrom(at, link);
    const banner = await widget.banner();
    assert.ok(banner.startsWith("You see the session of somebody else"));
    for (const id of ["top", "to-more", "top"]) {
      await click(at, id);
      await widget.until("the new address", async () => !(await at.driver.getCurrentUrl()).includes(MARK));
    }
    await run(at, "history.back()");
    await widget.untilInPage("the place before", "return location.hash === '#more'");
    // What has been answered on it is not lost where the same link is opened again.
    await widget.turn(WORDS.keepTrying);
    await widget.answer("none");
    const before = await widget.whereItIs();
    await run(at, `location.hash = "${link.split("#")[1]}"`);
    await widget.until("the link", async () => (await at.driver.getCurrentUrl()) === link);
    assert.deepEqual([await widget.whereItIs(), await widget.banner()], [before, banner]);
  });

  test("another link opens another session, and the way back leads to the own one", async (at) => {
    const page = { before: LINKS, end: MORE, attributes: `${ASKING} resume` };
    const [one, other] = [await linkOf(at, WORN), await linkOf(at, DRAINED)].map((it) => it.split("#")[1]);
    const widget = await openLoaded(at, page);
    await widget.walkAs(DIRTY, "dry-wipe");
    const [own, stored] = [await widget.whereItIs(), await widget.stored()];
    await run(at, `location.hash = "${one}"`);
    await widget.at(SERVICE.text);
    const first = await widget.record();
    await run(at, `location.hash = "${other}"`);
    await widget.until("the other session", async () => JSON.stringify(await widget.record()) !== JSON.stringify(first));
    await run(at, "history.back()");
    await widget.untilInPage("the first address", "return location.hash === args[0]", `#${one}`);
    await widget.until("the first session", async () => JSON.stringify(await widget.record()) === JSON.stringify(first));
    await run(at, "history.back()");
    await widget.untilInPage("the own address", "return location.hash === ''");
    await widget.until("the own session", async () => (await widget.banner()) === null);
    assert.deepEqual([await widget.whereItIs(), await widget.stored()], [own, stored]);
  }, { fresh: true });

  test("a place where the person was before the link came is a place in the page as well", async (at) => {
    const page = { before: LINKS, end: MORE };
    const shared = (await linkOf(at, WORN, page)).split("#")[1];
    const widget = await openLoaded(at, page);
    await click(at, "to-more");
    await run(at, `location.hash = "${shared}"`);
    await widget.at(SERVICE.text);
    await click(at, "to-more");
    await widget.until("the new address", async () => (await at.driver.getCurrentUrl()).endsWith("#more"));
    assert.ok((await widget.banner()).startsWith("You see the session of somebody else"));
  }, { fresh: true });

  test("the link has the address that the page has when it is copied", async (at) => {
    await at.preload(KEEP_COPIED);
    const widget = await openLoaded(at);
    await run(at, "history.replaceState(null, '', '/help/lamp?visitor=7')");
    await widget.walkAs(WORN, "service");
    assert.ok((await widget.sharedLink()).startsWith(`${at.server.origin}/help/lamp${MARK}`));
    await run(at, "history.pushState(null, '', '/help/dark-lamp#top')");
    await widget.press("Copy the link");
    await widget.shows("Copied.");
    const [copied] = await run(at, "return window.copied");
    assert.ok(copied.startsWith(`${at.server.origin}/help/dark-lamp${MARK}`), copied);
    assert.equal(await widget.sharedLink(), copied);
  });

  for (const [how, pathOf, hash] of [
    ["that end at the next “#”", "(it) => it.split('#')[1]", "#/help/lamp"],
    ["with a “!” and a query", "(it) => it.split(/[#?]/)[1]?.replace('!', '')", "#!/help/lamp?visitor=7"],
  ]) {
    test(`on a site with routes ${how}, the link leads to the page and the session`, async (at) => {
      at.server.route("/page.html", html({ element: SITE(pathOf) }));
      const widget = new Widget(at);
      await widget.visit("/page.html");
      assert.equal(await run(at, "return document.querySelector('fault-finder')"), null);
      await run(at, `location.hash = "${hash}"`);
      await widget.settled();
      await widget.walkAs(WORN, "service");
      const [link, { entries }] = [await widget.sharedLink(), await widget.record()];
      assert.ok(link.startsWith(`${at.server.origin}/page.html${hash.split("?")[0]}${MARK}`), link);
      const opened = await openFrom(at, link);
      assert.ok((await opened.banner()).startsWith("You see the session of somebody else"));
      assert.deepEqual((await opened.record()).entries.map((it) => it.step), entries.map((it) => it.step));
      await opened.turn("Leave this session");
      assert.equal(await at.driver.getCurrentUrl(), link.split(MARK)[0]);
      assert.equal(await opened.state(), "ready");
    });
  }

  alone("a link whose second “#” a mail program has escaped is read", async (at) => {
    const link = await linkOf(at, WORN);
    const [page, code] = link.split(MARK);
    const widget = await openFrom(at, `${page}#/help/lamp%23fault-finder=${code}`);
    assert.equal(await widget.step(), "service");
    await widget.turn("Leave this session");
    assert.equal(await at.driver.getCurrentUrl(), `${page}#/help/lamp`);
  });

  alone("a reminder for calendars has the route, and nothing of what may stand behind it", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ARTICLE });
    await run(at, "history.replaceState(null, '', '/page.html?visitor=7#/help/lamp?token=8')");
    await widget.walkTo(WAITING.id);
    await widget.startWait();
    const { href } = await widget.calendar();
    const file = decodeURIComponent(href);
    assert.ok(file.replaceAll("\r\n ", "").includes(`URL:${at.server.origin}/page.html#/help/lamp\r\n`), file);
  });
});
