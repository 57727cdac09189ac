// Whoever waits is reminded of the end by a calendar or by the browser, if they want that.

import assert from "node:assert/strict";
import ICAL from "ical.js";
import { inEachBrowser } from "../harness/browser.mjs";
import { WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING, html } from "../harness/host-page.mjs";
import { LANGUAGES, translation, wordsIn } from "../helpers/languages.mjs";
import { Widget } from "../harness/page.mjs";
import { CLOCKS, EMPTY, HOUR, MINUTE, pass, showsTime, start, START, waiting, WAITING } from "../helpers/waiting.mjs";

const { wait: WAIT } = WAITING;
const INSECURE = "Object.defineProperty(window, 'isSecureContext', { value: false });";

inEachBrowser((test) => {
  const alone = test.alone("The browser is made to say what it allows; one walk shows that each is asked.");

  test("the reminder is a calendar that others can read", async (at) => {
    const widget = await waiting(at);
    const { name, href, file } = await widget.calendar();
    assert.deepEqual([name, file], [WORDS.addToCalendar, `${(await widget.stored()).guide}.ics`]);
    const calendar = read(href);
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
    const { started } = (await widget.stored()).wait;
    const end = Math.floor((started + WAIT.minutes * MINUTE) / 1000) * 1000;
    assert.equal(event.startDate.toJSDate().getTime(), end);
    assert.equal(event.summary, `${WORDS.timeIsUp}: ${WAITING.text}`);
    assert.equal(event.description, WAIT.over);
    assert.match(event.uid, /^\S+@\S+$/);
    assert.equal(event.component.getFirstPropertyValue("url"), await at.driver.getCurrentUrl());
    const alarm = event.component.getFirstSubcomponent("valarm");
    assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
    assert.equal(alarm.getFirstPropertyValue("trigger").toSeconds(), 0);
    await widget.until("the next second", async () => (await widget.timer()) !== "30:00");
    assert.equal((await widget.calendar()).href, href, "it stays the same");
  });

  alone("the reminder has nothing of the page's address that may be about this person", async (at) => {
    const widget = await waiting(at);
    const address = (await at.driver.getCurrentUrl()).split("?")[0];
    await at.driver.get(`${address}?visitor=7#top`);
    await widget.settled();
    await widget.at(WAITING.text);
    const { href } = await widget.calendar();
    assert.equal(read(href).getFirstSubcomponent("vevent").getFirstPropertyValue("url"), address);
    assert.ok(!decodeURIComponent(href).includes("visitor"));
  });

  for (const tag of Object.keys(LANGUAGES)) {
    (tag === "ar" ? test : alone)(`in ${tag}, the reminder keeps each sign, and nothing sticks out`, async (at) => {
      const widget = await new Widget(at).openPage({ root: `lang="${tag}"`, attributes: `${ASKING} resume` });
      const { repairs } = translation(tag);
      await widget.inPage("return host.answer('dangers', 'none')");
      for (const answer of Object.entries(EMPTY)) await widget.inPage("return host.answer(...args)", ...answer);
      await widget.at(repairs[WAITING.id].text);
      const { WaitStart: forms } = wordsIn(tag);
      const label = forms[new Intl.PluralRules(tag).select(WAIT.minutes)] ?? forms.other ?? forms;
      await start(widget, label.replace("{n}", WAIT.minutes));
      const event = new ICAL.Event(read((await widget.calendar()).href).getFirstSubcomponent("vevent"));
      assert.equal(event.summary, `${wordsIn(tag).TimeIsUp}${wordsIn(tag).Colon}${repairs[WAITING.id].text}`);
      assert.equal(event.description, repairs[WAITING.id].wait.over);
      await at.resize(500, 900);
      assert.equal(await widget.sticksOut(), "");
    });
  }

  test("nobody is asked or told by the browser who has not pressed for it", async (at) => {
    await at.preload(CLOCKS + notifications("granted"));
    const widget = await waiting(at);
    assert.ok(await offers(widget));
    assert.equal(await widget.isPressed(WORDS.notify), false);
    await pass(widget, HOUR);
    await showsTime(widget, WORDS.timeIsUp);
    assert.deepEqual(await told(at), { nAsked: 0, shown: [] });
  });

  test("who presses for it is asked, and told once when time is up", async (at) => {
    await at.preload(CLOCKS + notifications("default", "granted"));
    const widget = await waiting(at);
    assert.deepEqual(await told(at), { nAsked: 0, shown: [] });
    await widget.press(WORDS.notify);
    await widget.shows(WORDS.notifyOn);
    assert.ok(await widget.isPressed(WORDS.notify));
    assert.equal((await widget.focus()).name, WORDS.notify);
    assert.deepEqual(await told(at), { nAsked: 1, shown: [] });
    await pass(widget, HOUR);
    await showsTime(widget, WORDS.timeIsUp);
    const shown = [{ heading: WORDS.timeIsUp, body: WAIT.over }];
    assert.deepEqual(await told(at), { nAsked: 1, shown });
    await widget.press(WORDS.removeWait);
    await widget.until("the button that starts it", () => widget.hasButton(START));
    assert.deepEqual(await told(at), { nAsked: 1, shown });
  });

  alone("who presses twice is not told", async (at) => {
    await at.preload(CLOCKS + notifications("granted"));
    const widget = await waiting(at);
    await widget.press(WORDS.notify);
    await widget.shows(WORDS.notifyOn);
    await widget.press(WORDS.notify);
    await widget.until("that it is off", async () => !(await widget.isPressed(WORDS.notify)));
    await pass(widget, HOUR);
    await showsTime(widget, WORDS.timeIsUp);
    assert.deepEqual(await told(at), { nAsked: 0, shown: [] });
  });

  alone("who does not allow it reads so", async (at) => {
    await at.preload(notifications("default", "denied"));
    const widget = await waiting(at);
    await widget.press(WORDS.notify);
    await widget.shows(WORDS.notifyRefused);
    assert.equal(await widget.isPressed(WORDS.notify), false);
    assert.equal((await told(at)).nAsked, 1);
  });

  alone("a browser that shows them from elsewhere only asks nobody", async (at) => {
    await at.preload(notifications("default", "granted") + "Notification.isBarred = true;");
    const widget = await waiting(at);
    await widget.press(WORDS.notify);
    await widget.shows(WORDS.notifyRefused);
    assert.deepEqual(await told(at), { nAsked: 0, shown: [] });
  });

  for (const [where, script] of [
    ["the browser has no such thing", "delete window.Notification;"],
    ["it is refused beforehand", notifications("denied")],
    ["the page did not come securely", `${notifications("granted")} ${INSECURE}`],
  ]) {
    alone(`there is no button where ${where}`, async (at) => {
      await at.preload(script);
      assert.equal(await offers(await waiting(at)), false);
    });
  }

  test("there is no button in a frame of another site", async (at) => {
    const widget = new Widget(at);
    at.elsewhere.route("/framed.html", html({ attributes: ARTICLE }));
    await widget.visitFrame(`src="${at.elsewhere.origin}/framed.html"`);
    await widget.settled();
    for (const choice of ["none", "not-fixed"]) await widget.answerByMethod(choice);
    await widget.at(WAITING.text);
    await start(widget);
    assert.equal(await offers(widget), false);
    assert.equal(read((await widget.calendar()).href).getFirstSubcomponent("vevent").getFirstProperty("url"), null);
  });
});

/** The calendar in a link, by a parser that is not ours; its lines are as long as they may be. */
function read(href) {
  const [kind, text] = href.split(",", 2);
  assert.equal(kind, "data:text/calendar;charset=utf-8");
  const lines = decodeURIComponent(text).split("\r\n");
  assert.equal(lines.pop(), "", "each line has its end");
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
  }
  return new ICAL.Component(ICAL.parse(decodeURIComponent(text)));
}

/**
 * In the page, before its scripts: notifications with this permission, of a person who answers so. Where it is not
 * granted, none is shown, as browsers have it.
 */
function notifications(permission, answer = permission) {
  return `
    window.told = { nAsked: 0, shown: [] };
    class Notification {
      static permission = "${permission}";
      static isBarred = false;
      static async requestPermission() {
        told.nAsked++;
        return (Notification.permission = "${answer}");
      }
      constructor(heading, { body } = {}) {
        if (Notification.isBarred) throw new TypeError("Illegal constructor.");
        if (Notification.permission === "granted") told.shown.push({ heading, body });
      }
    }
    Object.defineProperty(window, "Notification", { value: Notification, configurable: true });`;
}

/** How often the person was asked, and what was shown. */
function told({ driver }) {
  return driver.executeScript("return told");
}

/** Whether the widget offers to let the browser tell. */
function offers(widget) {
  return widget.hasButton(WORDS.notify);
}
