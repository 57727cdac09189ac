// Starts WebKitGTK: its MiniBrowser on a screen of its own, the inspector that watches it, and its driver.
// WEBKIT and WEBKITDRIVER name other programs than those that the system has.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Capabilities, error as errors, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { Inspector } from "./inspector.mjs";
import { onPath, Program } from "./program.mjs";
import { startScreen } from "./screen.mjs";
import { WINDOW } from "./start.mjs";

const { NoSuchSessionError, WebDriverError } = errors;
const LIBRARIES = ["webkit2gtk-4.1", "webkitgtk-6.0"];

/** Passes commands on to the driver, and fails at once where no answer can come any more. */
class BrowserExecutor extends Executor {
  constructor(client, browser) {
    super(client);
    this.browser = browser;
  }

  async execute(command) {
    try {
      return await this.browser.wait(`“${command.getName()}”`, super.execute(command));
    } catch (error) {
      if (error instanceof WebDriverError && !(error instanceof NoSuchSessionError)) throw error;
      // The connection broke, or the page crashed. Whoever asks the browser for more is to hear so at once.
      await this.browser.end();
      throw new Error(`MiniBrowser is gone: ${error.message}`, { cause: error });
    }
  }
}

/** Starts the browser, and gives its driver the `inspector` of its window. */
export async function startWebKit() {
  const miniBrowser = process.env.WEBKIT ?? findMiniBrowser();
  const webKitDriver = process.env.WEBKITDRIVER ?? onPath("WebKitWebDriver");
  const address = `127.0.0.1:${await findFreePort("127.0.0.1")}`;
  const screen = await startScreen();
  const env = {
    ...screen.env,
    WEBKIT_INSPECTOR_SERVER: address,
    // Containers have no room for its sandbox, and the tests show it nothing but our own pages.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    // As in Chromium; see start.mjs.
    JSC_useOMGJIT: "0",
    // Without a graphics card, it would draw each picture twice: by a program that imitates one, and to the screen.
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  };
  const browser = new Program(miniBrowser, ["--automation"], { env, fatal: /CRASHED/ });
  // The driver gets the browser that is there: one that it starts by itself keeps its inspector to itself.
  const service = new DriverService.Builder(webKitDriver).setLoopback(true).addArguments(`--target=${address}`).build();
  const end = async () => {
    await service.kill();
    await browser.end();
    await screen.end();
  };
  try {
    // The page is found first: once there is a driver, the inspector tells of pages only to that.
    const inspector = await Inspector.find(browser, address);
    const executor = new BrowserExecutor(new HttpClient(await service.start()), browser);
    const driver = WebDriver.createSession(executor, new Capabilities(), end);
    await driver.manage().window().setRect(WINDOW);
    return Object.assign(driver, { inspector });
  } catch (error) {
    await end();
    throw error;
  }
}

/** The browser lies beside the library, in a folder that is named by processor and version. */
function findMiniBrowser() {
  const folders = readdirSync("/usr/lib").flatMap((it) => LIBRARIES.map((library) => join("/usr/lib", it, library)));
  const found = folders.map((it) => join(it, "MiniBrowser")).find((it) => existsSync(it));
  assert.ok(found, "WebKitGTK's MiniBrowser is not in /usr/lib");
  return found;
}
