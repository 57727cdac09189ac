//! Installs Debian packages, where this is Debian and we may.

use crate::child::{answer, run_logged};
use crate::toolbox::{command, find_on_path};
use anyhow::Result;
use std::process::Command;

/// The right to install packages.
pub enum Apt {
    /// We are root.
    Root,
    /// `sudo` asks for no password.
    Sudo,
}

/// Whether packages can be installed without asking anyone.
pub fn apt() -> Option<Apt> {
    find_on_path("apt-get")?;
    if answer(command("id").arg("-u"))? == "0" {
        return Some(Apt::Root);
    }
    answer(command("sudo").args(["-n", "true"])).map(|_| Apt::Sudo)
}

impl Apt {
    /// Installs these packages.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        // A list that is partly out of reach is often still good enough for the packages asked for.
        let _ = run_logged("apt-get update", self.command().arg("update"));
        let what = format!("apt-get install {}", packages.join(" "));
        run_logged(&what, self.command().args(["install", "-y", "--no-install-recommends"]).args(packages))
    }

    fn command(&self) -> Command {
        // `env` sets the variable behind sudo, which would drop it.
        let mut command = match self {
            Apt::Root => command("env"),
            Apt::Sudo => command("sudo"),
        };
        if matches!(self, Apt::Sudo) {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}
