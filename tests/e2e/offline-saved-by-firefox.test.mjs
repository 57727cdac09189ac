// The demo page saved by Firefox can be used in every browser, without a network.

import { firefoxThatSaves } from "./save-by-firefox.mjs";
import { savedPageWorks } from "./saved-page.mjs";

savedPageWorks(firefoxThatSaves);
