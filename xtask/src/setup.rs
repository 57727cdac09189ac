//! Sets up what the other chores need. It installs what is missing, and is quick where nothing is.

use crate::apt::apt;
use crate::bluetooth::{self, Bluetooth};
use crate::browsers::{self, Browsers};
use crate::toolbox::Toolbox;
use crate::tools::Tool;
use crate::{instructions, packages, toolchain, tools, versions};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

/// Something that only a person, or a package manager with rights, can install.
pub struct Need {
    /// What it is.
    pub what: &'static str,
    /// Its packages in Debian, or the address of its installer.
    pub debian: &'static str,
    /// Its arguments to `brew install`; none where it is only needed on Debian.
    pub homebrew: &'static str,
}

/// Sets up what it takes to build and serve the page.
pub fn for_serving() -> Result<Toolbox> {
    for_serving_beside(|| Ok(()))
}

/// The same; while tools are built, `meanwhile` is run.
pub fn for_serving_beside(meanwhile: impl FnOnce() -> Result<()> + Send) -> Result<Toolbox> {
    let started = Instant::now();
    satisfy(|| toolchain::needs().into_iter().chain(packages::needs()).collect())?;
    let toolbox = provide(&tools::for_serving()?, meanwhile)?;
    println!("setup: ready to build ({:.1} s)", started.elapsed().as_secs_f64());
    Ok(toolbox)
}

/// Sets up what it takes to test as well.
pub fn for_testing() -> Result<(Toolbox, Browsers, Option<Bluetooth>)> {
    let started = Instant::now();
    let browser_needs = || browsers::find().err().unwrap_or_default().into_iter().chain(browsers::window_needs());
    let own_needs =
        || browser_needs().chain(browsers::too_old()).chain(bluetooth::needs()).chain(instructions::needs());
    satisfy(|| toolchain::needs().into_iter().chain(packages::needs()).chain(own_needs()).collect())?;
    let Ok(browsers) = browsers::find() else { bail!("setup: the browsers went away") };
    if browsers.webkit.is_none() {
        println!("setup: WebKitGTK is left out of the tests of the build, because it is not to be had here");
    }
    let toolbox = provide(&tools::for_testing()?, packages::provide_end_to_end)?;
    // Where no tool was missing, nothing was done beside.
    packages::provide_end_to_end()?;
    println!("setup: the tests run in {}", browsers.told());
    let bluetooth = if can_choose(&browsers) { bluetooth::provide()? } else { None };
    if !instructions::is_there() {
        println!("setup: instructions are not counted, because Valgrind is not to be had here");
    }
    println!("setup: ready to test ({:.1} s)", started.elapsed().as_secs_f64());
    Ok((toolbox, browsers, bluetooth))
}

/// Whether the tests can choose a device in this Chromium, or else why not.
fn can_choose(browsers: &Browsers) -> bool {
    let version = browsers::version(&browsers.chrome).and_then(|it| browsers::main(&it));
    let can = version.is_none_or(|it| it >= versions::CHOOSER_AT_LEAST);
    if !can {
        let at_least = versions::CHOOSER_AT_LEAST;
        println!("setup: nothing is read from a fake device, which takes a Chromium from {at_least} on");
    }
    can
}

/// Sets up what it takes to build and to measure in Chromium.
pub fn for_bench() -> Result<(Toolbox, PathBuf)> {
    satisfy(|| toolchain::needs().into_iter().chain(packages::needs()).chain(browsers::chrome_needs()).collect())?;
    let Some(chrome) = browsers::chrome() else { bail!("setup: Chromium went away") };
    let toolbox = provide(&tools::for_serving()?, || Ok(()))?;
    packages::provide_bench()?;
    Ok((toolbox, chrome))
}

fn provide(tools: &[Tool], meanwhile: impl FnOnce() -> Result<()> + Send) -> Result<Toolbox> {
    let mut toolbox = Toolbox::default();
    toolchain::complete()?;
    toolchain::fetch_sources()?;
    tools::provide(&mut toolbox, tools, meanwhile)?;
    packages::provide_programs(&mut toolbox)?;
    Ok(toolbox)
}

/// Installs what is needed where that is allowed, and else says all of it at once.
fn satisfy(needs: impl Fn() -> Vec<Need>) -> Result<()> {
    let missing = needs();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: BTreeSet<&str> = missing.iter().flat_map(Need::packages).collect();
    let packages: Vec<&str> = packages.into_iter().collect();
    if let Some(apt) = apt().filter(|_| !packages.is_empty()) {
        // A failure shows its own log; the list below then says what is still missing.
        let _ = apt.install(&packages);
    }
    let missing = needs();
    if missing.is_empty() { Ok(()) } else { bail!(words(&missing)) }
}

fn words(missing: &[Need]) -> String {
    let row = |it: &Need| {
        let debian = if it.is_packaged() { format!("apt-get install {}", it.debian) } else { it.debian.to_owned() };
        let macos =
            if it.homebrew.is_empty() { String::new() } else { format!("    macOS:  brew install {}\n", it.homebrew) };
        format!("  {}\n    Debian: {debian}\n{macos}", it.what)
    };
    let rows: String = missing.iter().map(row).collect();
    format!("These are missing, and can not be installed from here:\n\n{rows}\nInstall them, then run this again.")
}

impl Need {
    fn is_packaged(&self) -> bool {
        !self.debian.starts_with("https://")
    }

    fn packages(&self) -> Vec<&'static str> {
        if self.is_packaged() { self.debian.split(' ').collect() } else { Vec::new() }
    }
}
