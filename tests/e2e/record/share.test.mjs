// The record on its ways to support, and a link that shows support the same screen: nothing leaves the page by itself.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { inEachBrowser } from "../harness/browser.mjs";
import { Framed } from "../helpers/framed.mjs";
import { GUIDE, readGuide, SERVICE, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIST } from "../harness/server.mjs";
import { DIRTY, WORN } from "../helpers/people.mjs";

const [ADD, COPY_LINK, CODE, LEAVE] =
  ["Add details for support (optional)", "Copy the link", "QR code of the link", "Leave this session"];
const [FIRMWARE, PURCHASE, SERIAL] = ["Firmware version", "Bought in (month and year)", "Serial number"];
const DAMAGED = "The link is damaged or not complete, so its session cannot be opened. Ask for the link again.";
const MARK = "#fault-finder=";

// What is to be copied is kept in the page, as a browser without a clipboard would not tell it.
const KEEP_COPIED = `window.copied = [];
  navigator.clipboard.writeText = (text) => Promise.resolve(void window.copied.push(text));`;
const COUNT_PRINTS = "window.nPrints = 0; window.print = () => window.nPrints++;";

async function atSupport(at, attributes = `${ASKING} resume`) {
  const widget = await new Widget(at).openPage({ attributes });
  await widget.walkAs(WORN, "service");
  return widget;
}

/** Types what the person knows of the device. */
async function addDetails(widget) {
  await widget.toggle(ADD);
  await widget.type(FIRMWARE, "2.0.1");
  await widget.type(PURCHASE, "05/2024");
  await widget.type(SERIAL, "ÄB-12 34");
}

/** Goes to a link as somebody with another browser does: nothing is there but the link. */
async function openElsewhere(widget, link) {
  await widget.driver.executeScript("localStorage.clear()");
  await openHere(widget, link);
}

/** Goes to a link in a page of its own. */
async function openHere(widget, link) {
  await widget.driver.get(`${widget.server.origin}/blank.html`);
  await widget.driver.get(link);
  await widget.settled();
}

/** What a person reads: the step and the record, but for the seconds that a link does not hold. */
async function seen(widget) {
  const record = await widget.record();
  const text = JSON.stringify({ ...record, started: "" }).replaceAll(/:\d\d([+-]\d\d:\d\d")/g, "$1");
  return { heading: await widget.heading(), reading: await widget.reading(), text: await widget.recordText(), record: text };
}

/** A link to a file that holds a text, by its media type. */
const content = (href, type) => decodeURIComponent(href.replace(`data:${type};charset=utf-8,`, ""));

inEachBrowser((test, browser) => {
  const alone = test.alone("What a record and a link hold is the same in each browser.");

  alone("the record says what it could be and what the person has added, at once", async (at) => {
    const widget = await atSupport(at);
    await addDetails(widget);
    const text = await widget.recordText();
    const record = await widget.record();
    const [first] = record.could_be;
    assert.equal(first.fault, "worn-battery");
    assert.ok(text.includes(`What it could be:\n${first.share}: ${first.text}\n`), text);
    assert.deepEqual(record.details, { firmware: "2.0.1", purchase: "05/2024", serial: "ÄB-12 34" });
    const typed = "Firmware version: 2.0.1\nBought in (month and year): 05/2024\nSerial number: ÄB-12 34\n";
    assert.ok(text.includes(typed), text);
    assert.ok((await widget.text()).includes(text.split("\n")[0]), "it is on the screen");
    await widget.reload();
    assert.deepEqual(await widget.record(), record);
    await widget.toggle(ADD);
    assert.equal(await widget.typed(SERIAL), "ÄB-12 34");
  });

  alone("a detail takes forty characters", async (at) => {
    const widget = await atSupport(at);
    await widget.toggle(ADD);
    await widget.type(SERIAL, "x".repeat(50));
    assert.equal((await widget.record()).details.serial, "x".repeat(40));
  });

  test("each way out takes the record as it is shown, only when it is pressed, and asks for nothing", async (at) => {
    await at.preload(KEEP_COPIED + COUNT_PRINTS);
    const widget = await atSupport(at);
    await addDetails(widget);
    at.server.clear();
    const text = await widget.recordText();
    const link = async (name, attribute = "href") => (await widget.link(name)).getAttribute(attribute);

    await widget.press("Copy");
    await widget.shows("Copied.");
    assert.deepEqual(await at.driver.executeScript("return window.copied"), [text]);
    assert.equal(await at.driver.executeScript("return window.nPrints"), 0);
    await widget.press("Print");
    await widget.until("the print", async () => (await at.driver.executeScript("return window.nPrints")) === 1);

    assert.equal(await link("Save as text", "download"), `${GUIDE.id}-record.txt`);
    assert.equal(content(await link("Save as text"), "text/plain"), text);
    assert.equal(await link("Save as data (JSON)", "download"), `${GUIDE.id}-record.json`);
    assert.deepEqual(JSON.parse(content(await link("Save as data (JSON)"), "application/json")), await widget.record());

    const mail = new URL(await link("Write an e-mail"));
    assert.equal(mail.protocol + mail.pathname, "mailto:");
    const { subject, body } = Object.fromEntries(mail.search.slice(1).split("&").map((it) => it.split("=")));
    assert.equal(decodeURIComponent(subject), `${GUIDE.title}: what I have tried`);
    assert.ok(body.length <= 1_800);
    const lines = decodeURIComponent(body).split("\r\n");
    assert.deepEqual(lines.slice(0, 8), text.split("\n").slice(0, 8));
    assert.deepEqual(at.server.asked(), []);
  });

  for (const [what, contact, href, address] of [
    ["the guide's contact", "mailto:lamps@acme.example", "", "lamps@acme.example"],
    ["the page's own, before that", "mailto:lamps@acme.example", "mailto:us@shop.example", "us@shop.example"],
    ["an address that the person gives", "https://acme.example/help", "https://shop.example", ""],
  ]) {
    alone(`an e-mail goes to ${what}`, async (at) => {
      const guide = readGuide();
      guide.service.contacts = [{ region: "Worldwide", url: contact }];
      at.server.route("/guide.json", guide);
      const widget = await atSupport(at, `guide="/guide.json" ${href && `support-href="${href}"`}`);
      const mail = await (await widget.link("Write an e-mail")).getAttribute("href");
      assert.equal(mail.split("?")[0], `mailto:${address}`);
    });
  }

  alone("the page of a frame that was made with another guide has links that work", async (at) => {
    const other = { ...readGuide(), id: "another", title: "Another guide" };
    at.elsewhere.route("/another.json", other);
    const page = readFileSync(join(DIST, "embed.html"), "utf8");
    at.elsewhere.route("/another.html", page.replace(`data-guide="${GUIDE.id}"`, 'data-guide="/another.json"'));
    const widget = new Widget(at);
    await widget.visitFrame(`src="${at.elsewhere.origin}/another.html"`);
    const isThere = () => at.driver.executeScript("return document.querySelector('fault-finder') !== null");
    await widget.until("the widget", isThere);
    await widget.settled();
    await widget.walkAs(WORN, "service");
    const link = await widget.sharedLink();
    assert.ok(link.startsWith(`${at.elsewhere.origin}/another.html${MARK}`), link);
    const alone = new Widget(at);
    await openElsewhere(alone, link);
    assert.deepEqual([await alone.step(), (await alone.record()).guide], ["service", "another"]);
    assert.ok((await alone.banner()).startsWith("You see the session of somebody else"));
  });

  test("the link opens the same screen for somebody else, and stores nothing there", async (at) => {
    await at.preload(KEEP_COPIED);
    const widget = await atSupport(at);
    await addDetails(widget);
    await widget.press(COPY_LINK);
    await widget.shows("Copied.");
    const [link] = await at.driver.executeScript("return window.copied");
    assert.equal(link, await widget.sharedLink());
    assert.match(link, /\/page\.html#fault-finder=1\.[\w.-]+$/);
    const before = await seen(widget);

    await openElsewhere(widget, link);
    assert.deepEqual(await seen(widget), before);
    assert.match(await widget.banner(), /^You see the session of somebody else, as it stood on \d+ \w+ \d{4}, \d\d:\d\d\.$/);
    assert.ok(at.server.asked().every((it) => !it.includes("fault-finder=")), "the code is sent to nobody");
    assert.deepEqual((await widget.eventsNamed("ready")).map((it) => it.shared), [true]);

    // Whoever looks may go on answering, once they have looked for danger themselves.
    await widget.turn(WORDS.keepTrying);
    assert.equal(await widget.step(), "dangers");
    await widget.answer("none");
    await widget.answer("not-fixed");
    await widget.toggle(WORDS.trail);
    assert.equal(await widget.hasButton(WORDS.forget), false);
    assert.equal(await widget.nStored(), 0);
    await widget.reload();
    assert.deepEqual(await seen(widget), before);
  });

  alone("whoever leaves the session of somebody else finds their own as it was", async (at) => {
    const shared = await (await atSupport(at)).sharedLink();
    const widget = await new Widget(at).openPage({ attributes: `${ASKING} resume` });
    await widget.inPage("return host.forget()");
    await widget.walkAs(DIRTY, "dry-wipe");
    const [own, stored] = [await widget.whereItIs(), await widget.stored()];
    await openHere(widget, shared);
    assert.equal(await widget.step(), "service");
    await widget.turn(WORDS.back);
    assert.deepEqual(await widget.stored(), stored);
    // In the page that it is in, it goes on where it was.
    await widget.inPage("const { parentElement } = host; host.remove(); parentElement.append(host)");
    await widget.settled();
    assert.notEqual(await widget.step(), own.step);
    assert.deepEqual(await widget.stored(), stored);

    await widget.turn(LEAVE);
    assert.equal(await widget.banner(), null);
    assert.deepEqual(await widget.whereItIs(), own);
    assert.deepEqual(await widget.stored(), stored);
    assert.equal(await at.driver.getCurrentUrl(), shared.split("#")[0]);
    await widget.reload();
    assert.deepEqual(await widget.whereItIs(), own);
  });

  test("a link that is put into the page's address is opened at once, and gone with it", async (at) => {
    const shared = await (await atSupport(at, ASKING)).sharedLink();
    await at.driver.get(`${at.server.origin}/blank.html`);
    const widget = await new Widget(at).openPage();
    await widget.walkAs(DIRTY, "dry-wipe");
    await at.driver.executeScript("location.hash = 'elsewhere'");
    assert.equal(await widget.step(), "dry-wipe");
    await at.driver.get(shared);
    await widget.at(SERVICE.text);
    assert.ok((await widget.banner()).startsWith("You see the session of somebody else"));
    await at.driver.executeScript("history.back()");
    await widget.until("the own session", async () => (await widget.step()) === "dry-wipe");
    assert.equal(await widget.banner(), null);
  });

  alone("a damaged link is spoken of, and the own session is there", async (at) => {
    const widget = await atSupport(at);
    const link = await widget.sharedLink();
    const own = await widget.whereItIs();
    for (const broken of [link.slice(0, -4), link.replace("one-bud", "both-buds"), `${link.split(MARK)[0]}${MARK}`]) {
      await openHere(widget, broken);
      assert.equal(await widget.banner(), DAMAGED);
      assert.deepEqual(await widget.errors(), [`link: ${DAMAGED}`]);
      assert.deepEqual((await widget.eventsNamed("error")).map((it) => it.errors), [[`link: ${DAMAGED}`]]);
      assert.deepEqual(await widget.whereItIs(), own);
      assert.equal(await widget.state(), "ready");
    }
    await widget.turn(WORDS.keepTrying);
    assert.equal(await widget.banner(), null);
  });

  alone("of two elements, the one with the guide of the link takes it, and the other says nothing", async (at) => {
    at.server.route("/lamp.json", Object.assign(readGuide(), { id: "another", title: "Another guide" }));
    const code = (await (await atSupport(at, ASKING)).sharedLink()).split(MARK)[1];
    const element = `<fault-finder id="one" guide="lamp.json"></fault-finder><fault-finder id="two" ${ASKING}></fault-finder>`;
    const open = async (page, selector) => {
      const widget = await new Widget(at, selector).openPage(page);
      await openHere(widget, `${at.server.origin}/page.html${MARK}${code}`);
      return widget;
    };
    const other = await open({ element }, "#one");
    assert.deepEqual([await other.banner(), await other.errors()], [null, []]);
    const widget = new Widget(at, "#two");
    await widget.settled();
    assert.equal(await widget.step(), "service");
    assert.ok((await widget.banner()).startsWith("You see the session of somebody else"));

    const alone = await open({ attributes: 'guide="lamp.json"' });
    const error = "The link belongs to another guide. Open it on the page where it was made.";
    assert.deepEqual([await alone.banner(), await alone.errors()], [error, [`link: ${error}`]]);
  });

  alone("what a guide of another version still has is shown", async (at) => {
    at.server.route("/guide.json", { ...readGuide(), version: "2020-01-01" });
    const widget = await atSupport(at, 'guide="guide.json"');
    const link = await widget.sharedLink();
    const { entries } = await widget.record();
    const guide = readGuide();
    guide.repairs = guide.repairs.filter((it) => it.id !== entries.find(({ result }) => result === "not-fixed").step);
    at.server.route("/guide.json", guide);
    await openHere(widget, link);
    const left = (await widget.record()).entries.map((it) => it.step);
    assert.deepEqual(left, entries.filter((it) => it.step !== "dangers" && it.result !== "not-fixed").map((it) => it.step));
    assert.ok((await widget.banner()).startsWith("You see the session of somebody else"));
  });

  for (const theme of ["light", "dark"]) {
    (theme === "light" ? test : alone)(`somebody else's reader finds the link in the QR code, ${theme}`, async (at) => {
      const widget = await atSupport(at, `${ASKING} theme="${theme}"`);
      await addDetails(widget);
      await widget.toggle(CODE);
      let found;
      // A phone looks until it has found something; some browsers draw late what has just come into sight.
      await widget.until("a code that can be read", async () => {
        const { data, width, height } = PNG.sync.read(Buffer.from(await widget.pictureOfCode(), "base64"));
        found = jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });
        return found;
      });
      assert.equal(found.data, await widget.sharedLink());
    });
  }

  test("on a narrow screen nothing is cut, and all can be pressed with a thumb", async (at) => {
    await at.resize(500, 900);
    const around = '<div style="inline-size: 328px">';
    const element = `${around}<fault-finder ${ASKING}></fault-finder></div>`;
    const widget = await new Widget(at).openPage({ element });
    await widget.walkAs(WORN, "service");
    await widget.openAll();
    assert.equal(await widget.sticksOut(), "");
    assert.deepEqual((await widget.heights()).filter((it) => it.height < 44), []);
    await openHere(widget, await widget.sharedLink());
    assert.equal(await widget.sticksOut(), "");
    assert.deepEqual((await widget.heights()).filter((it) => it.height < 44), []);
  });

  test("the link of a widget in a frame is that of the frame's own page", async (at) => {
    const framed = await new Framed(at).open("");
    await framed.within((it) => it.walkAs(WORN, "service"));
    const [link, before] = await framed.within(async (it) => [await it.sharedLink(), await it.record()]);
    assert.ok(link.startsWith(`${at.elsewhere.origin}/embed.html${MARK}`), link);
    const widget = new Widget(at);
    await openElsewhere(widget, link);
    assert.equal(await widget.step(), "service");
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), before.entries.map((it) => it.step));
  });

  alone("the article has a link too", async (at) => {
    const widget = await new Widget(at).openPage({ attributes: ARTICLE });
    await widget.walkTo();
    assert.deepEqual((await widget.record()).could_be, []);
    const before = await seen(widget);
    await openHere(widget, await widget.sharedLink());
    assert.deepEqual(await seen(widget), before);
  });
});
