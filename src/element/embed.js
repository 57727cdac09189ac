// The one script that a page includes. It loads the widget from beside itself and defines <fault-finder>.

import init, * as face from "./fault-finder.js";
import { define } from "./element.js";

define(init().then(() => face));
