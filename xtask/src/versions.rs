//! The version of every tool, in one place. `Trunk.toml` repeats three of them, and a test here holds it to that; those
//! in the lock files are held to them in `xtask/src/locks.rs`.

use crate::places;
use anyhow::{Context, Result};
use std::fs;

/// Trunk, which builds and serves the demo page.
pub const TRUNK: &str = "0.21.14";

/// wasm-pack, which runs the tests in `tests/web/` in a browser.
pub const WASM_PACK: &str = "0.15.1";

/// geckodriver, which steers Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// What wasm-opt calls itself: the first number of its npm package, binaryen.
pub const WASM_OPT: &str = "132";

/// esbuild, which makes the script short. Its npm package has the same version.
pub const ESBUILD: &str = "0.28.2";

/// dbus-fast, by which the tests of reading from a fake device are a Bluetooth service.
pub const DBUS_FAST: &str = "5.2.0";

/// cargo-fuzz, which builds and runs the fuzz targets.
pub const CARGO_FUZZ: &str = "0.13.1";

/// cargo-mutants, which plants faults in the pure rooms.
pub const CARGO_MUTANTS: &str = "27.1.0";

/// The oldest browsers that the widget is promised to run in: those of the last three years. `EMBEDDING.md` repeats them,
/// and a test here holds it to that.
#[cfg(test)]
const PROMISED: [&str; 3] = ["Chrome and Edge 119", "Firefox 120", "Safari 17.1"];

/// The oldest Chromium that the tests are run in.
pub const CHROMIUM_AT_LEAST: u32 = 150;

/// The oldest Chromium whose chooser of devices tells the tests what it shows.
pub const CHOOSER_AT_LEAST: u32 = 156;

/// The oldest Firefox that the tests are run in.
pub const FIREFOX_AT_LEAST: u32 = 140;

/// The oldest Node.js that runs the tests in `tests/e2e`.
pub const NODE_AT_LEAST: u32 = 20;

/// The version of wasm-bindgen, which its command line tool must match to the last digit.
///
/// It is read from `Cargo.lock`, so an update of the library can not leave the tool behind.
pub fn wasm_bindgen() -> Result<String> {
    let path = places::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("{} can not be read", path.display()))?;
    let mut lines = lock.lines().skip_while(|it| *it != "name = \"wasm-bindgen\"");
    let version = lines.nth(1).and_then(|it| it.strip_prefix("version = \"")).and_then(|it| it.strip_suffix('"'));
    version.map(str::to_owned).context("Cargo.lock names no version of wasm-bindgen")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_promised_browsers_are_those_of_the_documentation() {
        let text = fs::read_to_string(places::root().join("EMBEDDING.md")).unwrap();
        let all = PROMISED.join(", ");
        assert!(text.contains(&format!("{all} and newer")), "EMBEDDING.md names other browsers than {all}");
    }

    #[test]
    fn trunk_is_configured_with_the_same_versions() {
        let config = fs::read_to_string(places::root().join("Trunk.toml")).unwrap();
        let wasm_bindgen = wasm_bindgen().unwrap();
        for line in [
            format!("trunk-version = \"={TRUNK}\""),
            format!("wasm_bindgen = \"{wasm_bindgen}\""),
            format!("wasm_opt = \"version_{WASM_OPT}\""),
        ] {
            assert!(config.lines().any(|it| it == line), "Trunk.toml lacks the line {line}");
        }
    }
}
