// The npm package: what is in it, its types, and an app that a bundler has made with it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { build, createServer } from "vite";
import { inEachBrowser, inNoBrowser } from "../harness/browser.mjs";
import { GUIDE, REPAIRS, WORDS } from "../harness/guide.mjs";
import { files as languageFiles, translation } from "../helpers/languages.mjs";
import { filesBelow, makeApp, PACKAGE } from "../helpers/npm-app.mjs";
import { Widget } from "../harness/page.mjs";
import { madeOnce } from "../harness/shared.mjs";

const APP = "fixtures/npm-app";
const [FIRST] = REPAIRS;

inNoBrowser((test) => {
  test("the package holds what is meant to be handed out, and nothing else", () => {
    const output = execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: PACKAGE, encoding: "utf8" });
    const files = JSON.parse(output)[0].files.map((it) => it.path).sort();
    assert.deepEqual(files, [
      "CHANGELOG.md",
      "LICENSE-APACHE",
      "LICENSE-MIT",
      "README.md",
      "advice.js",
      "apology.js",
      "assets.js",
      "bars.js",
      "calls.js",
      "contrast.js",
      "custom-elements.json",
      "element.js",
      "fault-finder.js",
      "fault-finder_bg.wasm",
      "first_step.js",
      "guard.js",
      "guides/schema.json",
      ...Object.values(GUIDE.translations).map((it) => `guides/${it}`).sort(),
      `guides/${GUIDE.id}.json`,
      "index.d.ts",
      "index.js",
      "keys.js",
      "language.js",
      "limit.js",
      ...Object.keys(GUIDE.translations).sort().map((it) => `locales/${it}.json`),
      "moments.js",
      "package.json",
      "page.js",
      "pause.js",
      "plain_guide.js",
      "properties.js",
      "react.d.ts",
      "react.js",
      "refuse.js",
      "shadow.js",
      "shared.js",
      "stored.js",
      "tab_stop.js",
    ]);
  });

  test("where there is no page, importing it does nothing", () => {
    const script = `import(${JSON.stringify(join(PACKAGE, "index.js"))}).then(() => console.log("imported"))`;
    assert.equal(execFileSync("node", ["--eval", script], { encoding: "utf8" }), "imported\n");
  });

  test("its types fit what an app does with it, in JSX as well, and refuse what is wrong", () => {
    const app = makeApp(APP, ["@types/react", "csstype"]);
    const options = {
      strict: true,
      noEmit: true,
      // The types of the package itself are looked at too.
      skipLibCheck: false,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
    };
    const files = ["main.ts", "page.tsx", "wrong.ts"].map((it) => join(app.folder, it));
    const told = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
    const words = told.map((it) => `${it.file?.fileName}: ${ts.flattenDiagnosticMessageText(it.messageText, "\n")}`);
    app.remove();
    assert.deepEqual(words, []);
  });
});

/** The folder with what Vite has made of the app. */
function built() {
  return madeOnce("vite-app", async (outDir) => {
    const app = makeApp(APP);
    await build({ root: app.folder, logLevel: "error", build: { outDir } });
    app.remove();
    return outDir;
  });
}

inEachBrowser((test) => {
  test("an app made by Vite walks, with the WebAssembly as a file of its own", async (at) => {
    const files = filesBelow(await built());
    const wasm = files.map((it) => it.path).filter((it) => it.endsWith(".wasm"));
    assert.equal(wasm.length, 1, `${files.map((it) => it.path)}`);
    for (const { path, bytes } of files) at.server.route(path, bytes);
    await at.preload(`
      const was = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = (response, imports) =>
        Promise.resolve(response).then((it) => ((window.streamed = it.url), was(it, imports)));`);
    const widget = await new Widget(at).open("/index.html");
    assert.equal(await widget.state(), "ready");
    assert.equal(await at.driver.executeScript("return window.streamed"), at.server.origin + wasm[0]);
    await widget.press(WORDS.noDanger);
    await widget.at(FIRST.text);
    assert.equal(await at.driver.getTitle(), "dangers: none");
  });

  test("an app made by Vite asks for another language beside its script", async (at) => {
    const files = filesBelow(await built());
    const script = files.find((it) => it.path.endsWith(".js")).path;
    const beside = dirname(script);
    for (const { path, bytes } of files) at.server.route(path, bytes);
    for (const path of languageFiles("de")) at.server.route(beside + path, readFileSync(join(PACKAGE, path)));
    const widget = await new Widget(at).open("/index.html");
    await widget.inPage("host.lang = 'de'");
    await widget.at(translation("de").danger_question);
    const asked = at.server.asked().filter((it) => it.endsWith(".json"));
    assert.deepEqual(asked.toSorted(), languageFiles("de").map((it) => beside + it).toSorted());
  });

  test("an app walks from Vite's server for development, where the package is told of", async (at) => {
    const app = makeApp(APP);
    const settings = { root: app.folder, logLevel: "error", optimizeDeps: { exclude: ["fault-finder"] } };
    const vite = await createServer({ ...settings, server: { host: "127.0.0.1", port: 0 } });
    at.t.after(async () => {
      await vite.close();
      app.remove();
    });
    await vite.listen();
    const origin = `http://127.0.0.1:${vite.httpServer.address().port}`;
    const widget = new Widget({ ...at, server: { ...at.server, origin } });
    await widget.visit("/index.html");
    // What is imported is made when it is asked for.
    const isThere = () => at.driver.executeScript("return document.querySelector('fault-finder') !== null");
    await widget.until("the element", isThere);
    await widget.settled();
    assert.equal(await widget.state(), "ready");
    await widget.press(WORDS.noDanger);
    await widget.at(FIRST.text);
    const { console, urls } = await at.seen();
    const isElsewhere = ({ protocol, host }) => protocol !== "data:" && host !== new URL(origin).host;
    assert.deepEqual([console, urls.filter((it) => isElsewhere(new URL(it)))], [[], []]);
    // Its client looks for the server for as long as the page is open.
    await at.driver.get(`${at.server.origin}/blank.html`);
  }, { expected: /WebSocket is closed due to suspension/ });
});
