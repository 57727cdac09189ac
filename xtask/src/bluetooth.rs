//! What it takes to fake Bluetooth: a D-Bus, through which a browser asks for it, and a Python that answers there.
//! Browsers do so on Linux only; elsewhere the tests do without it.

use crate::browsers::find_one;
use crate::child::{answer, run_logged};
use crate::setup::Need;
use crate::toolbox::{command, find_on_path};
use crate::{locks, versions};
use anyhow::{Result, ensure};
use std::env::consts::OS;
use std::path::{Path, PathBuf};

/// Where it is.
pub struct Bluetooth {
    /// The program that is a D-Bus.
    pub bus: PathBuf,
    /// A Python that has dbus-fast.
    pub python: PathBuf,
}

/// What is missing, where it can be installed.
pub fn needs() -> Vec<Need> {
    if OS != "linux" || find_on_path("apt-get").is_none() {
        return Vec::new();
    }
    let bus = Need { what: "dbus-daemon, a D-Bus for the tests alone", debian: "dbus-daemon", homebrew: "" };
    let python = Need { what: "Python 3.11 or newer, with venv", debian: "python3 python3-venv", homebrew: "" };
    let needs = [(find_bus(), bus), (find_python(), python)];
    needs.into_iter().filter(|(found, _)| found.is_none()).map(|(_, need)| need).collect()
}

/// Finds it, and adds dbus-fast; nothing where it is not to be had, and then it says why.
pub fn provide() -> Result<Option<Bluetooth>> {
    let missing = match (OS, find_bus(), find_python()) {
        ("linux", Some(bus), Some(python)) => return Ok(Some(Bluetooth { bus, python: with_dbus_fast(&python)? })),
        ("linux", None, _) => "dbus-daemon is not to be had here",
        ("linux", _, None) => "Python 3.11 or newer, with venv, is not to be had here",
        _ => "browsers reach Bluetooth through a D-Bus on Linux only",
    };
    println!("setup: the tests of reading from a fake device are left out, because {missing}");
    Ok(None)
}

fn find_bus() -> Option<PathBuf> {
    find_one("DBUS_DAEMON", &["dbus-daemon"], &[])
}

/// The first that is new enough and can make an environment: the one on PATH need not be the one of the system.
fn find_python() -> Option<PathBuf> {
    let mut found = find_on_path("python3").into_iter().chain([PathBuf::from("/usr/bin/python3")]);
    found.find(|it| runs(it, "import ensurepip, sys; print(sys.version_info >= (3, 11))") == Some("True".to_owned()))
}

/// A Python in an environment of its own, because Debian lets nobody add packages to the one of the system.
fn with_dbus_fast(python: &Path) -> Result<PathBuf> {
    let requirements = locks::dbus_fast();
    let folder = locks::installed("dbus-fast", &requirements)?;
    let own = folder.join("bin/python");
    let has_it = || {
        let version = runs(&own, "import dbus_fast.aio, importlib.metadata as it; print(it.version('dbus-fast'))");
        version.as_deref() == Some(versions::DBUS_FAST)
    };
    if !has_it() {
        let what = format!("dbus-fast {}", versions::DBUS_FAST);
        // What an installation has left that was cut short is cleared away.
        let make = ["-m", "venv", "--clear"];
        run_logged(&format!("{what}, its Python"), command(&python.to_string_lossy()).args(make).arg(&folder))?;
        let install = ["-m", "pip", "install", "--disable-pip-version-check", "--only-binary", ":all:"];
        let locked = ["--no-deps", "--require-hashes", "--requirement"];
        run_logged(&what, command(&own.to_string_lossy()).args(install).args(locked).arg(requirements))?;
        ensure!(has_it(), "setup: {what} was installed, but does not run");
    }
    Ok(own)
}

fn runs(python: &Path, program: &str) -> Option<String> {
    answer(command(&python.to_string_lossy()).args(["-c", program]))
}
