// A guide may change between two visits: what was answered and still makes sense is kept, and the walk goes on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inChromiumAlone } from "../harness/browser.mjs";
import { GUIDE, NOT_FIXED, readGuide, stepOf, WORDS } from "../harness/guide.mjs";
import { Widget } from "../harness/page.mjs";
import { DIRTY } from "../helpers/people.mjs";

const LAMP = JSON.parse(readFileSync(new URL("../../fixtures/desk-lamp.json", import.meta.url), "utf8"));
const NEXT_VERSION = "2999-12-31";
const PERSON = { "what-fails": "one-bud", "dock-light": "yes", "still-connected": "not-sure" };
const WAY = ["dangers", "what-fails", "seat", "dock-light", "still-connected", "dry-wipe"];

/** Takes a repair out. */
function withoutRepair(guide, id) {
  guide.repairs = guide.repairs.filter((it) => it.id !== id);
}

/** Adds a fault that looks like another one. */
function addFault(guide, like) {
  guide.faults.push({ ...guide.faults.find((it) => it.id === like), id: "new-fault", text: "Something new" });
  for (const { odds } of guide.questions) odds["new-fault"] = odds[like];
  for (const { fixes } of guide.repairs) if (like in fixes) fixes["new-fault"] = fixes[like];
}

function choiceOf(guide, question, choice) {
  return guide.questions.find((it) => it.id === question).choices.find((it) => it.id === choice);
}

/** Walks up to a step with the guide as it is; then the guide changes, and the page is loaded again. */
async function reloadChanged(at, person, to, change, state = "ready") {
  at.server.route("/guide.json", GUIDE);
  const widget = await new Widget(at).openPage({ attributes: 'guide="/guide.json" resume' });
  const way = await widget.walkAs(person, to);
  const guide = readGuide();
  change(guide);
  at.server.route("/guide.json", guide);
  await widget.reload();
  assert.equal(await widget.state(), state);
  return { widget, way };
}

async function known(widget) {
  return (await widget.record()).entries.map((it) => `${it.step}: ${it.result}`);
}

inChromiumAlone("The session decides all of this, and no browser has a part in it.", (test) => {
  test("a new version keeps what still makes sense, and asks for dangers again", async (at) => {
    const { widget, way } = await reloadChanged(at, PERSON, "tips", (guide) => {
      guide.version = NEXT_VERSION;
      withoutRepair(guide, "seat");
      choiceOf(guide, "dock-light", "yes").id = "shines";
      choiceOf(guide, "what-fails", "one-bud").text = "Just one of them";
      addFault(guide, "worn-battery");
    });
    assert.deepEqual(way, WAY);
    const kept = ["what-fails: one-bud", "still-connected: not-sure", "dry-wipe: not-fixed"];
    assert.deepEqual(await known(widget), kept);
    const record = await widget.record();
    assert.equal(record.guide_version, NEXT_VERSION);
    assert.equal(record.entries[0].result_text, "Just one of them");
    await widget.at(WORDS.dangerQuestion);
    await widget.turn(WORDS.noDanger);
    const { rows } = await widget.couldBe();
    assert.ok(rows.some((it) => it.text === "Something new"));
    const on = await widget.walkAs(PERSON, "service");
    const again = on.filter((it) => WAY.includes(it));
    assert.ok(again.every((it) => it === "dock-light"), `only what lost its answer may come again: ${again}`);
    assert.equal((await widget.stored()).guide_version, NEXT_VERSION);
  });

  test("the same version with other content goes on at the step at hand", async (at) => {
    const { widget } = await reloadChanged(at, PERSON, "tips", (guide) => {
      withoutRepair(guide, "seat");
      guide.repairs.find((it) => it.id === "tips").text = "Push the tips on";
    });
    await widget.at("Push the tips on");
    await widget.turn(NOT_FIXED);
    await widget.walkAs(PERSON, "service");
    assert.equal((await known(widget)).includes("seat: not-fixed"), false);
  });

  test("without the repair that helped, the walk is open again", async (at) => {
    const { widget } = await reloadChanged(at, DIRTY, "fixed", (guide) => withoutRepair(guide, "dry-wipe"));
    assert.equal((await widget.record()).outcome, "open");
    assert.deepEqual(await widget.eventsNamed("outcome"), []);
    const [step] = await widget.walkAs({}, "service");
    assert.ok(stepOf(step), "it goes on with a step of the guide");
  });

  test("where nothing still makes sense, the walk begins anew", async (at) => {
    const { widget } = await reloadChanged(at, PERSON, "tips", (guide) => {
      for (const name of Object.keys(guide)) delete guide[name];
      Object.assign(guide, LAMP, { id: GUIDE.id });
    });
    assert.deepEqual(await known(widget), []);
    await widget.turn(WORDS.noDanger);
    await widget.at("Plug it in");
    await widget.turn("It lights up");
    await widget.at("Your lamp works again");
  });

  test("a guide that cannot be used any more loses nothing: the next one goes on", async (at) => {
    const { widget } = await reloadChanged(at, PERSON, "tips", (guide) => delete guide.title, "failed");
    at.server.route("/guide.json", GUIDE);
    await widget.reload();
    await widget.at(stepOf("tips").text);
    assert.deepEqual((await widget.record()).entries.map((it) => it.step), WAY);
  });
});
