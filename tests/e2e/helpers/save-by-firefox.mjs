// Saves pages as people do in Firefox: “Save Page As”, “Web Page, complete”, and the name that the browser proposes.

import firefox from "selenium-webdriver/firefox.js";
import { startFirefox } from "../harness/start.mjs";

const THIS_FOLDER = 2;

// In the browser's own window: what the menu item calls, but for the dialog.
const SAVE = `
  const done = arguments[0];
  const { Downloads } = ChromeUtils.importESModule("resource://gre/modules/Downloads.sys.mjs");
  const save = async () => {
    const list = await Downloads.getList(Downloads.ALL);
    const before = await list.getAll();
    const added = new Promise((resolve) => {
      list.addView({ onDownloadAdded: (it) => before.includes(it) || resolve(it) });
    });
    saveBrowser(gBrowser.selectedBrowser, true);
    const download = await added;
    await download.whenSucceeded();
    return { path: download.target.path };
  };
  save().then(done, (error) => done({ error: String(error) }));`;

/** Opens a browser that saves into this folder: `save` gives the path of the page at hand once it is saved. */
export async function firefoxThatSaves(folder) {
  const preferences = {
    "browser.download.dir": folder,
    "browser.download.folderList": THIS_FOLDER,
    "browser.download.useDownloadDir": true,
  };
  const driver = await startFirefox(preferences, ["--allow-system-access"]);
  return {
    driver,
    async save() {
      await driver.setContext(firefox.Context.CHROME);
      const { path, error } = await driver.executeAsyncScript(SAVE);
      await driver.setContext(firefox.Context.CONTENT);
      if (error) throw new Error(`Firefox did not save the page: ${error}`);
      return path;
    },
    end: () => driver.quit(),
  };
}
