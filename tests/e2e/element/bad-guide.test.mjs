// A guide or a setting that cannot be used: the message names the place, and the plain guide stays.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { GUIDE, readGuide, WORDS } from "../harness/guide.mjs";
import { ASKING } from "../harness/host-page.mjs";
import { Widget } from "../harness/page.mjs";
import { WORN } from "../helpers/people.mjs";

const QUESTION = {
  id: "light",
  minutes: 1,
  text: "Is the light on?",
  choices: [{ id: "on", text: "On" }, { id: "off", text: "Off" }],
  odds: { "*": [0.5, 0.5] },
  source: "judgement",
};

/** What is wrong, how the guide gets so, and what the widget says. */
const BAD = [
  ["a required text is missing", (it) => delete it.repairs[1].text, ['repairs[1]: the field "text" is missing']],
  ["a field of the guide is missing", (it) => delete it.service, ['guide: the field "service" is missing']],
  ["an unknown fault", (it) => (it.repairs[2].fixes.nonsense = 0.5), [
    'repairs[2].fixes.nonsense: there is no fault with the id "nonsense"',
  ]],
  ["an unknown source", (it) => (it.dangers[3].source = "nobody"), [
    'dangers[3].source: there is no source with the id "nobody"',
  ]],
  ["a wrong type", (it) => (it.repairs[0].minutes = "one"), [
    "repairs[0].minutes: this must be a number, but it is a text",
  ]],
  ["a list where a text belongs", (it) => (it.title = []), ["title: this must be a text, but it is a list"]],
  ["a duplicate id", (it) => (it.faults[4].id = it.faults[0].id), [
    `faults[4].id: the id "${GUIDE.faults[0].id}" is used twice in this list`,
    /^questions\[\d+\]\.odds\.[a-z-]+: there is no fault with the id /,
  ]],
  ["odds that do not sum to 1", (it) => it.questions.push({ ...QUESTION, odds: { "*": [0.5, 0.6] } }), [
    `questions[${GUIDE.questions.length}].odds.*: the odds of a row must sum to 1; these sum to 1.1`,
  ]],
  ["a link that runs a script", (it) => (it.service.contacts[2].url = "javascript:alert(1)"), [
    'service.contacts[2].url: "javascript:alert(1)" is not allowed; a link starts with https://, mailto: or tel:',
  ]],
  ["a link that hides that", (it) => (it.sources.article.url = "java\nscript:alert(1)"), [
    /^sources\.article\.url: .* is not allowed; a link starts with https:\/\/, mailto: or tel:$/s,
  ]],
  ["another format", (it) => (it.format = 2), ["format: format 2 is not known here; this version reads format 1"]],
  ["two things at once", (it) => ((it.title = " "), (it.repairs[0].fixes.seat = 2)), [
    "title: this must not be empty",
    'repairs[0].fixes.seat: there is no fault with the id "seat"',
    "repairs[0].fixes.seat: this must be between 0 and 1",
  ]],
];

/** The widget has failed with these messages, on the screen and in the event, and the plain guide can be read. */
async function failsWith(at, attributes, expected) {
  const widget = await new Widget(at).openPage({ attributes, inside: '<p id="plain">The plain guide.</p>' });
  assert.equal(await widget.state(), "failed");
  await widget.until("the alert", () => widget.alert());
  const { heading, errors } = await widget.alert();
  assert.equal(heading, "The guided help could not start");
  for (const error of errors) at.t.diagnostic(error);
  // A duplicate has as many followers as there are mentions of the id that is gone.
  if (!expected.some((it) => String(it).includes("odds\\."))) assert.equal(errors.length, expected.length);
  for (const [idx, wanted] of expected.entries()) {
    if (typeof wanted === "string") assert.equal(errors[idx], wanted);
    else assert.match(errors[idx], wanted);
  }
  const [told, ...others] = await widget.eventsNamed("error");
  assert.equal(others.length, 0);
  assert.deepEqual(told.errors, errors);
  await plainIsVisible(widget);
  return { widget, told };
}

async function plainIsVisible(widget) {
  const { width, height } = await widget.inPage("return host.firstElementChild.getBoundingClientRect()");
  assert.ok(width > 0 && height > 0, "the plain guide is visible");
}

inEachBrowser((test) => {
  const alone = test.alone("What a guide has to be is the same in each browser.");

  for (const [what, spoil, expected] of BAD) {
    (what === "two things at once" ? test : alone)(what, async (at) => {
      const guide = readGuide();
      spoil(guide);
      at.server.route("/guide.json", guide);
      const { told } = await failsWith(at, 'guide="/guide.json"', expected);
      assert.equal(told.guide, "/guide.json");
    });
  }

  test("a guide that nobody knows", async (at) => {
    const message = `guide: there is no guide "no-such-guide"; there are: ${GUIDE.id}; or give a URL`;
    const { widget, told } = await failsWith(at, 'guide="no-such-guide"', [message]);
    assert.equal(told.guide, "no-such-guide");
    // The host can put it right while the page is open.
    await widget.inPage("host.guide = args[0]", GUIDE.id);
    await widget.at(WORDS.dangerQuestion);
    assert.equal(await widget.state(), "ready");
    assert.equal(await widget.alert(), null);
  });

  alone("no guide at all", async (at) => {
    await failsWith(at, "", [`guide: the attribute is missing; there are: ${GUIDE.id}; or give a URL`]);
  });

  const settings = [
    ['order="nonsense"', /^order: there is no order "nonsense"; there are: /],
    ['lang="xx"', /^lang: there is no language "xx"; there are: /],
    ['support-href="javascript:alert(1)"', /^support-href: "javascript:alert\(1\)" is not allowed; /],
  ];
  for (const [attribute, message] of settings) {
    alone(`${attribute}: the widget works all the same`, async (at) => {
      const widget = await new Widget(at).openPage({ attributes: `${ASKING} ${attribute}` });
      assert.equal(await widget.state(), "ready");
      const told = await widget.eventsNamed("error");
      assert.equal(told.length, 1);
      assert.equal(told[0].errors.length, 1);
      assert.match(told[0].errors[0], message);
      at.t.diagnostic(told[0].errors[0]);
      await widget.walkAs(WORN, "service");
      assert.equal(await (await widget.link(GUIDE.service.action)).getAttribute("href"), GUIDE.service.contacts[0].url);
    });
  }
});
