// In a window of 320 px, as at a zoom of 400 %, nothing has to be scrolled sideways, in languages of all kinds.

import assert from "node:assert/strict";
import { inEachBrowser } from "../harness/browser.mjs";
import { eachKind } from "../helpers/kinds.mjs";

inEachBrowser((test) => {
  const alone = test.alone("The longest words, and those from the right, are tried in each.");

  // German has long words, and Arabic goes the other way.
  for (const language of ["en", "de", "ar"]) {
    (language !== "en" ? test : alone)(`a step of each kind in ${language}`, async (at) => {
      await eachKind(at, 320, { root: `lang="${language}"` }, async (widget, kind) => {
        await widget.openAll();
        assert.equal(await widget.language(), language);
        assert.equal(await widget.sticksOut(), "", kind);
      });
    });
  }
});
