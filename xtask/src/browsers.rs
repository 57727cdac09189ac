//! Finds the browsers that the tests run in, and their drivers; geckodriver is one of our own tools.

use crate::child::answer;
use crate::setup::Need;
use crate::toolbox::{command, find_on_path};
use crate::versions::{CHROMIUM_AT_LEAST, FIREFOX_AT_LEAST};
use crate::webkit::{self, WebKit};
use std::env;
use std::path::{Path, PathBuf};

const CHROME: Need = Need { what: "Chromium or Chrome", debian: "chromium", homebrew: "--cask google-chrome" };

/// Where the browsers are.
pub struct Browsers {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// Its driver.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// WebKitGTK, where it is to be had.
    pub webkit: Option<WebKit>,
}

impl Browsers {
    /// Which they are, for people. WebKitGTK's browser tells its version only where there is a screen.
    pub fn told(&self) -> String {
        let told = |it: &Path| version(it).unwrap_or_else(|| it.display().to_string());
        let (chrome, firefox) = (told(&self.chrome), told(&self.firefox));
        if self.webkit.is_some() {
            format!("{chrome}, {firefox} and WebKitGTK")
        } else {
            format!("{chrome} and {firefox}")
        }
    }
}

/// Finds all of them, or says what is missing.
pub fn find() -> Result<Browsers, Vec<Need>> {
    match (chrome(), chromedriver(), firefox(), webkit::find()) {
        (Some(chrome), Some(chromedriver), Some(firefox), Ok(webkit)) => {
            Ok(Browsers { chrome, chromedriver, firefox, webkit })
        }
        (chrome, chromedriver, firefox, webkit) => {
            let needs = [
                (chrome, CHROME),
                (
                    chromedriver,
                    Need {
                        what: "chromedriver, of the same version",
                        debian: "chromium-driver",
                        homebrew: "--cask chromedriver",
                    },
                ),
                (firefox, Need { what: "Firefox", debian: "firefox-esr", homebrew: "--cask firefox" }),
            ];
            let missing = needs.into_iter().filter(|(found, _)| found.is_none()).map(|(_, need)| need);
            Err(missing.chain(webkit.err().unwrap_or_default()).collect())
        }
    }
}

/// What to install in place of browsers that are there and too old for the tests, which it says.
pub fn too_old() -> Vec<Need> {
    let chromium =
        Need { what: "A newer Chromium or Chrome, with its driver", debian: "chromium chromium-driver", ..CHROME };
    let firefox = Need { what: "A newer Firefox", debian: "firefox-esr", homebrew: "--cask firefox" };
    let found = [(chrome(), CHROMIUM_AT_LEAST, chromium), (self::firefox(), FIREFOX_AT_LEAST, firefox)];
    let is_old = |(path, at_least, _): &(Option<PathBuf>, u32, Need)| {
        let version = path.as_deref().and_then(version).filter(|it| main(it).is_some_and(|it| it < *at_least));
        if let Some(it) = &version {
            println!("setup: {it} is too old; the tests take {at_least} or newer");
        }
        version.is_some()
    };
    found.into_iter().filter(is_old).map(|(_, _, need)| need).collect()
}

/// What a browser says that it is, such as “Chromium 156.0.8078.114”; nothing where it does not say.
pub fn version(browser: &Path) -> Option<String> {
    let said = answer(command(browser.to_str()?).arg("--version"))?;
    let words = said.lines().find(|it| main(it).is_some())?.split(" built on ").next()?;
    Some(words.trim().to_owned())
}

/// The first number in what a browser says that it is.
pub fn main(version: &str) -> Option<u32> {
    version.split(' ').find_map(|it| it.split('.').next()?.parse().ok())
}

/// What it takes to save a page by the browser's own dialog: a screen, and hands that press its keys. It is asked for
/// where it can be installed; elsewhere the tests that need it say so, and the others run.
pub fn window_needs() -> Vec<Need> {
    let needs = [
        ("Xvfb", Need { what: "Xvfb, a screen for a browser's window", debian: "xvfb", homebrew: "--cask xquartz" }),
        ("xdotool", Need { what: "xdotool, which presses its keys", debian: "xdotool", homebrew: "xdotool" }),
    ];
    let is_missing = |program| find_on_path("apt-get").is_some() && find_on_path(program).is_none();
    needs.into_iter().filter(|(program, _)| is_missing(program)).map(|(_, need)| need).collect()
}

/// What it takes to run Chromium or Chrome without a driver.
pub fn chrome_needs() -> Vec<Need> {
    if chrome().is_some() { Vec::new() } else { vec![CHROME] }
}

/// Chromium or Chrome.
pub fn chrome() -> Option<PathBuf> {
    let places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    find_one("CHROME", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], &places)
}

fn chromedriver() -> Option<PathBuf> {
    find_one("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"], &["/usr/lib/chromium/chromedriver"])
}

fn firefox() -> Option<PathBuf> {
    find_one("FIREFOX", &["firefox-esr", "firefox"], &["/Applications/Firefox.app/Contents/MacOS/firefox"])
}

/// The file that the variable names, else the first name that is on PATH, else the first place that exists.
pub fn find_one(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let given = env::var_os(variable).map(PathBuf::from).filter(|it| it.is_file());
    let on_path = || names.iter().find_map(|it| find_on_path(it));
    let elsewhere = || places.iter().map(PathBuf::from).find(|it| it.is_file());
    given.or_else(on_path).or_else(elsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_version_is_the_first_number_of_what_a_browser_says() {
        assert_eq!(main("Chromium 156.0.8078.114"), Some(156));
        assert_eq!(main("Mozilla Firefox 140.12.0esr"), Some(140));
        assert_eq!(main("WebKitGTK 2.50.4"), Some(2));
        assert_eq!(main("a browser"), None);
    }
}
