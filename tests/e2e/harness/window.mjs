// Chromium in a window, on a screen of its own, and hands that press its keys: no driver reaches the browser's dialogs.
// CHROME and CHROMEDRIVER name other programs than those that the system has.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { CHROMIUM_ARGS } from "./start.mjs";
import { isOnPath, onPath } from "./program.mjs";
import { startScreen } from "./screen.mjs";
import { until } from "./until.mjs";

// The dialogs come on this screen, and from the browser itself: a desktop offers its own through D-Bus. In another
// language, other keys would press their buttons.
const OWN_DIALOGS = { DBUS_SESSION_BUS_ADDRESS: "disabled:", LC_ALL: "C.UTF-8", LANGUAGE: "en" };
const WAIT_MS = 30_000;

/** The programs that a window needs and this machine does not have. */
export function missingPrograms() {
  return ["Xvfb", "xdotool"].filter((name) => !isOnPath(name));
}

/** Opens a window with a profile that has these preferences; `end` closes it. */
export async function openWindow(preferences) {
  const screen = await startScreen();
  const env = { ...screen.env, ...OWN_DIALOGS };
  try {
    const window = new Window(await startChromium(preferences, env), screen, env);
    await window.find();
    return window;
  } catch (error) {
    await screen.end();
    throw error;
  }
}

class Window {
  #screen;
  #env;
  #id;

  constructor(driver, screen, env) {
    this.driver = driver;
    this.#screen = screen;
    this.#env = env;
  }

  /** Waits until the window is there, the only one that has a name. */
  async find() {
    this.#id = await until("the window", () => this.#named("."));
  }

  /** Presses these keys in the window. */
  async press(keys) {
    await this.#pressIn(this.#id, keys);
  }

  /** Waits for the dialog with this title, and presses these keys until it closes: at first it may pass over them. */
  async closeDialog(title, keys) {
    const find = () => this.#named(`^${title}$`);
    await until(`the dialog “${title}”`, find);
    const isClosed = async () => {
      const dialog = await find();
      // It may close by the keys that were pressed before.
      if (dialog) await this.#pressIn(dialog, keys).catch(() => {});
      return !dialog;
    };
    await until(`the end of the dialog “${title}”`, isClosed);
  }

  /** The id of the window with this name; empty where there is none. */
  #named(pattern) {
    return this.#hands("search", "--onlyvisible", "--name", pattern).catch(() => "");
  }

  /** There is no window manager that would give a window the focus, so we do. */
  async #pressIn(id, keys) {
    await this.#hands("windowfocus", "--sync", id, "key", keys);
  }

  async #hands(...args) {
    const { stdout } = await promisify(execFile)("xdotool", args, { env: this.#env, timeout: WAIT_MS });
    return stdout.trim();
  }

  async end() {
    await this.driver.quit();
    await this.#screen.end();
  }
}

/** Without WebDriver BiDi: it takes the saving of files over, and then the browser offers no dialog for it. */
async function startChromium(preferences, env) {
  const options = new chrome.Options();
  options.addArguments(...CHROMIUM_ARGS.filter((it) => it !== "--headless"), "--ozone-platform=x11");
  options.setBinaryPath(process.env.CHROME ?? "/usr/bin/chromium");
  options.setUserPreferences(preferences);
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? onPath("chromedriver")).setEnvironment(env);
  return new Builder().forBrowser("chrome").setChromeOptions(options).setChromeService(service).build();
}
