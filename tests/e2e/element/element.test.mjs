// What the element promises to the page that holds it: events, methods, properties, and to stay out of its way.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachBrowser } from "../harness/browser.mjs";
import { DONE, FIXED, GUIDE, NOT_FIXED, REPAIRS, WORDS } from "../harness/guide.mjs";
import { ARTICLE, ASKING, SLOW } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY, WORN } from "../helpers/people.mjs";

const [FIRST, SECOND, THIRD] = REPAIRS;
const MANIFEST = JSON.parse(readFileSync(new URL("../../../npm/custom-elements.json", import.meta.url), "utf8"));

function openArticle(at, page) {
  return new Widget(at).openPage({ attributes: ARTICLE, ...page });
}

inEachBrowser((test) => {
  const alone = test.alone("The element decides; walks, focus and clocks are tried elsewhere in each browser.");

  alone("the events of a walk, in order", async (at) => {
    const widget = await openArticle(at);
    await widget.walkTo(SECOND.id);
    await widget.press(FIXED);
    await widget.at(DONE);
    const events = await widget.events();
    const told = events.map(({ name, detail }) => [name, detail.step ?? null, detail.choice ?? detail.outcome ?? null]);
    assert.deepEqual(told, [
      ["ready", null, null],
      ["step", "dangers", null],
      ["answer", "dangers", "none"],
      ["step", FIRST.id, null],
      ["answer", FIRST.id, "not-fixed"],
      ["step", SECOND.id, null],
      ["answer", SECOND.id, "fixed"],
      ["outcome", SECOND.id, "fixed"],
    ]);
    const sessions = new Set(events.map((it) => it.detail.session));
    assert.equal(sessions.size, 1, "all tell the same session");
    assert.ok(Math.abs([...sessions][0] - Date.now()) < 300_000, "it has begun just now");
    for (const [idx, { bubbles, composed, detail }] of events.entries()) {
      assert.ok(bubbles && composed);
      assert.equal(detail.guide, GUIDE.id);
      assert.ok(detail.at >= (events[idx - 1]?.detail.at ?? detail.session), "in the order of time");
    }
  });

  alone("methods settle once their step is drawn, properties tell where it stands", async (at) => {
    const widget = await openArticle(at);
    const call = (method, ...args) => widget.inPage(`
      const promise = host[args[0]](...args.slice(1));
      return promise.then((value) => [typeof promise.then === "function", value === undefined,
        host.shadowRoot.querySelector("h2").textContent]);`, method, ...args);
    assert.equal((await widget.focus()).tag, "body");
    assert.deepEqual(await call("start"), [true, true, WORDS.dangerQuestion]);
    assert.equal((await widget.focus()).name, WORDS.dangerQuestion);
    assert.deepEqual(await call("answer", "dangers", "none"), [true, true, FIRST.text]);
    assert.deepEqual(await call("answer", FIRST.id, "cannot-do"), [true, true, SECOND.text]);
    assert.deepEqual(await call("back"), [true, true, FIRST.text]);
    assert.deepEqual(await call("restart"), [true, true, WORDS.dangerQuestion]);
    assert.deepEqual(await call("answer", "dangers", "none"), [true, true, FIRST.text]);
    assert.deepEqual(await call("forget"), [true, true, WORDS.dangerQuestion]);
    assert.deepEqual(await call("answer", "dangers", "nonsense"), [true, true, WORDS.dangerQuestion]);
    assert.equal(await widget.state(), "ready");
    assert.match(await widget.inPage("return host.version"), /^\d+\.\d+\.\d+/);
    const record = await widget.record();
    assert.deepEqual([record.guide, record.outcome, record.entries], [GUIDE.id, "open", []]);
  });

  alone("each choice of each kind of step can be given by the method", async (at) => {
    const taken = async (person, to, ...choices) => {
      const widget = await openArticle(at, { attributes: ASKING });
      await widget.walkAs(person, to);
      const { length } = (await widget.record()).entries;
      for (const choice of choices) {
        await widget.answerByMethod(choice, to);
        const { entries, outcome } = await widget.record();
        const { step, result } = entries.at(-1);
        assert.deepEqual([entries.length, step, result], [length + 1, to, choice], outcome);
        await widget.inPage("return host.back()");
      }
    };
    await taken({}, "dangers", "none", "found");
    const { id, choices } = GUIDE.questions.find((it) => it.id === "dock-light");
    await taken(DIRTY, id, ...choices.map((it) => it.id), "not-sure", "later");
    await taken(DIRTY, "dry-wipe", "fixed", "not-fixed", "already-done", "cannot-do", "later");
    await taken(WORN, "service", "handed-over", "fixed", "keep-trying");
  });

  test("where the processor is slow, it is ready once it is drawn, and not before", async (at) => {
    await at.preload(SLOW);
    const widget = await openArticle(at);
    const there = await widget.inPage("return [host.state, host.record?.entries.length, window.seenEvents.length]");
    assert.deepEqual(there, ["ready", 0, 2]);
    assert.equal(await widget.heading(), WORDS.dangerQuestion);
    assert.ok(await widget.inPage("return window.putOff") > 0, "something was put off");
  });

  alone("where the processor is slow, a method does not wait for what is planned ahead", async (at) => {
    await at.preload(SLOW);
    const widget = await openArticle(at, { attributes: ASKING });
    for (const choice of ["none", "not-sure", "not-sure"]) await widget.answerByMethod(choice);
    assert.deepEqual(await widget.focus(), { tag: "h2", name: await widget.heading(), inWidget: true });
  });

  test("methods wait for the widget to be there", async (at) => {
    const widget = await openArticle(at, { inside: "", end: "" });
    const heading = await widget.inPage(`
      const late = document.createElement("fault-finder");
      late.guide = args[0];
      late.order = "article";
      host.replaceWith(late);
      return late.answer("dangers", "none").then(() => late.shadowRoot.querySelector("h2").textContent);`, GUIDE.id);
    assert.equal(heading, FIRST.text);
  });

  for (const resume of ["", "resume"]) {
    test(`taken out and put back, the session goes on ${resume}`, async (at) => {
      const widget = await openArticle(at, { attributes: `${ARTICLE} ${resume}` });
      await widget.walkTo(SECOND.id);
      const [{ text }] = SECOND.instructions;
      await widget.tick(text);
      const before = await widget.record();
      await widget.inPage("window.out = host; host.remove()");
      await widget.driver.executeScript("document.querySelector('main').append(window.out)");
      await widget.settled();
      await widget.at(SECOND.text);
      assert.deepEqual(await widget.record(), before);
      assert.equal(await widget.isTicked(text), true);
      await widget.inPage("document.body.append(host)");
      await widget.settled();
      await widget.at(SECOND.text);
      await widget.press(NOT_FIXED);
      await widget.at(THIRD.text);
      assert.equal((await widget.eventsNamed("answer")).length, 3, "each answer is told once");
    });
  }

  test("two widgets on a page do not disturb each other", async (at) => {
    const end = `<fault-finder id="two" ${ARTICLE}></fault-finder>`;
    const one = await openArticle(at, { attributes: `id="one" ${ARTICLE} resume`, end });
    const two = new Widget(at, "#two");
    await two.settled();
    await one.walkTo(THIRD.id);
    assert.equal(await two.heading(), WORDS.dangerQuestion);
    await two.walkTo(FIRST.id);
    await two.press(FIXED);
    await two.at(DONE);
    assert.equal(await one.heading(), THIRD.text);
    await one.reload();
    await one.at(THIRD.text);
    await two.settled();
    assert.equal(await two.heading(), WORDS.dangerQuestion);
    await two.press(WORDS.noDanger);
    await two.at(FIRST.text);
    const answers = (await one.events()).filter((it) => it.name === "answer");
    assert.deepEqual(answers.map((it) => it.target), ["two"]);
  });

  alone("theme and support-href apply at once, and keep the step", async (at) => {
    const widget = await openArticle(at);
    await widget.walkTo("service");
    await widget.inPage("host.theme = 'light'");
    const light = await widget.colours();
    await widget.inPage("host.theme = 'dark'");
    assert.notDeepEqual(await widget.colours(), light);
    await widget.inPage("host.setAttribute('theme', 'light')");
    assert.deepEqual(await widget.colours(), light);

    const href = async () => (await widget.link(GUIDE.service.action)).getAttribute("href");
    for (const wanted of ["https://help.example/contact", "mailto:help@example.com", "tel:+441234567"]) {
      await widget.inPage("host.supportHref = args[0]", wanted);
      await widget.until(wanted, async () => (await href()) === wanted);
    }
    await widget.inPage("host.removeAttribute('support-href')");
    await widget.until("the guide's own link", async () => (await href()) === GUIDE.service.contacts[0].url);
    assert.equal(await widget.heading(), GUIDE.service.text);
  });

  alone("it has each member that its manifest names, to be set or to be read only", async (at) => {
    const widget = await openArticle(at);
    const { members } = MANIFEST.modules[0].declarations[0];
    assert.ok(members.length > 10);
    for (const { name, kind, readonly } of members) {
      const type = await widget.inPage("return typeof host[args[0]]", name);
      assert.equal(type === "function", kind === "method", `${name} is of type ${type}`);
      assert.notEqual(type, "undefined", name);
      const isSettable = await widget.inPage(`
        const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(host), args[0]);
        return Boolean(property.set);`, name);
      if (kind === "field") assert.equal(isSettable, !readonly, name);
    }
  });

  alone("the script included twice defines once", async (at) => {
    const head = '<script src="/fault-finder.js"></script><script src="/fault-finder.js?again"></script>';
    const widget = await openArticle(at, { head });
    await widget.walkTo(SECOND.id);
    assert.equal((await widget.eventsNamed("ready")).length, 1);
  });
});
