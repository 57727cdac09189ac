// Who needs more room between letters, words and lines loses no text by it.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { eachKind } from "../helpers/kinds.mjs";

// The values of WCAG 2.2, 1.4.12. A page cannot reach into the widget; a person's own tools can.
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

inEachBrowser((test) => {
  const alone = test.alone("The longest words are tried in each.");

  for (const language of ["en", "de"]) {
    (language !== "en" ? test : alone)(`a step of each kind in ${language}`, async (at) => {
      await eachKind(at, 360, { root: `lang="${language}"` }, async (widget, kind) => {
        await widget.openAll();
        await widget.restyle(SPACED);
        assert.equal(await widget.sticksOut(), "", kind);
        assert.deepEqual(await widget.cutOff(), [], kind);
      });
    });
  }
});
