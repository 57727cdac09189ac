// The demo page saved by Chromium can be used in every browser, without a network.

import { chromiumThatSaves } from "../helpers/save-by-chromium.mjs";
import { savedPageWorks } from "../helpers/saved-page.mjs";
import { missingPrograms } from "../harness/window.mjs";

const missing = missingPrograms();
if (missing.length > 0) console.log(`Nobody can save a page in Chromium here, without ${missing.join(" and ")}.`);
else savedPageWorks("chromium", chromiumThatSaves);
