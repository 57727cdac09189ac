//! The oldest browsers that Debian's packages still have, in a folder of the cache: nothing of the system is replaced.
//! One from npm, which is older still, comes with the packages of `tests/oldest`.

use crate::browsers::Browsers;
use crate::child::{answer, run_logged};
use crate::toolbox::{command, find_on_path};
use crate::{packages, places};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;

const CHROMIUM: [&str; 3] = ["chromium", "chromium-common", "chromium-driver"];
const FIREFOX: [&str; 1] = ["firefox-esr"];

/// Provides Chromium and Firefox in the oldest versions that are to be had. WebKitGTK stays out: it has no other one.
pub fn provide() -> Result<Browsers> {
    ensure!(find_on_path("apt-get").is_some(), "older browsers come from Debian's packages, and this is no Debian");
    packages::provide_oldest()?;
    let (chromium, firefox) = (unpacked(&CHROMIUM)?, unpacked(&FIREFOX)?);
    let chrome = chromium.join("usr/lib/chromium/chromium");
    // A driver starts what stands beside it, and that starts the system's browser.
    fs::write(chromium.join("usr/bin/chromium"), format!("#!/bin/sh\nexec \"{}\" \"$@\"\n", chrome.display()))?;
    Ok(Browsers {
        chrome,
        chromedriver: chromium.join("usr/bin/chromedriver"),
        firefox: firefox.join("usr/lib/firefox-esr/firefox-esr"),
        webkit: None,
    })
}

/// The folder with the files of these packages, which are fetched and unpacked where they are not there yet.
fn unpacked(packages: &[&str]) -> Result<PathBuf> {
    let first = packages.first().context("there are no packages")?;
    let version = oldest(first)?;
    println!("setup: the oldest {first} is {version}");
    let folder = places::tool(&format!("oldest-{first}"), &version);
    if folder.is_dir() {
        return Ok(folder);
    }
    let unfinished = folder.with_extension("new");
    let fetched = unfinished.join("packages");
    fs::create_dir_all(&fetched)?;
    for package in packages {
        let file = format!("{package}={version}");
        run_logged(&file, command("apt-get").args(["download", &file]).current_dir(&fetched))?;
    }
    for entry in fs::read_dir(&fetched)? {
        let mut unpack = command("dpkg-deb");
        unpack.arg("-x").arg(entry?.path()).arg(&unfinished);
        ensure!(unpack.status()?.success(), "{first} {version} can not be unpacked");
    }
    fs::remove_dir_all(fetched)?;
    fs::rename(unfinished, &folder)?;
    Ok(folder)
}

/// The oldest version of a package that apt knows of: the last row of `name | version | source`.
fn oldest(package: &str) -> Result<String> {
    let rows = answer(command("apt-cache").args(["madison", package])).unwrap_or_default();
    let version = rows.lines().filter_map(|it| it.split('|').nth(1)).map(str::trim).next_back();
    version.map(str::to_owned).with_context(|| format!("apt knows no {package}; `apt-get update` may help"))
}
