// The demo page saved by Firefox can be used in every browser, without a network.

import { firefoxThatSaves } from "../helpers/save-by-firefox.mjs";
import { savedPageWorks } from "../helpers/saved-page.mjs";

savedPageWorks("firefox", firefoxThatSaves);
