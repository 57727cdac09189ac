// The demo page saved by Chromium can be used in every browser, without a network.

import { chromiumThatSaves } from "./save-by-chromium.mjs";
import { savedPageWorks } from "./saved-page.mjs";
import { missingPrograms } from "./window.mjs";

const missing = missingPrograms();
if (missing.length > 0) console.log(`Nobody can save a page in Chromium here, without ${missing.join(" and ")}.`);
else savedPageWorks(chromiumThatSaves);
