//! Finds WebKitGTK, its driver, and the screen that it is shown on. It is to be had on Debian and its kin: there it is
//! needed, and elsewhere the tests do without it.

use crate::browsers::find_one;
use crate::setup::Need;
use crate::toolbox::find_on_path;
use std::env::consts::ARCH;
use std::path::PathBuf;

/// Where WebKitGTK is.
pub struct WebKit {
    /// Its small browser.
    pub browser: PathBuf,
    /// The driver of that.
    pub driver: PathBuf,
    /// Xvfb: it has no mode without a screen.
    pub screen: PathBuf,
}

/// Finds all of it, or says what is missing; nothing where it is not to be had.
pub fn find() -> Result<Option<WebKit>, Vec<Need>> {
    let driver = find_one("WEBKITDRIVER", &["WebKitWebDriver"], &[]);
    let screen = find_one("XVFB", &["Xvfb"], &[]);
    match (browser(), driver, screen) {
        (Some(browser), Some(driver), Some(screen)) => Ok(Some(WebKit { browser, driver, screen })),
        _ if find_on_path("apt-get").is_none() => Ok(None),
        (browser, driver, screen) => {
            let webkit = Need { what: "WebKitGTK and its driver", debian: "webkit2gtk-driver", homebrew: "" };
            let xvfb = Need { what: "Xvfb, a screen for WebKitGTK", debian: "xvfb", homebrew: "" };
            let needs = [(browser.and(driver), webkit), (screen, xvfb)];
            Err(needs.into_iter().filter(|(found, _)| found.is_none()).map(|(_, need)| need).collect())
        }
    }
}

/// Debian has it beside the library, in a folder that is named by processor and version.
fn browser() -> Option<PathBuf> {
    let places = ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|it| format!("/usr/lib/{ARCH}-linux-gnu/{it}/MiniBrowser"));
    find_one("WEBKIT", &[], &places.each_ref().map(String::as_str))
}
