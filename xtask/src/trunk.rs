//! Commands for Trunk, which builds the page from `index.html` as `Trunk.toml` says.

use crate::places;
use crate::toolbox::Toolbox;
use std::env;
use std::process::Command;

/// A command such as `trunk build`.
pub fn command(toolbox: &Toolbox, task: &str) -> Command {
    let mut command = toolbox.command("trunk");
    // Trunk asks a server whether there is a newer Trunk, which would not be the one that is pinned.
    command.args(["--skip-version-check", task]);
    // Any value of NO_COLOR means no color, but Trunk stops at other values than these two.
    if env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    command
}

/// The command for a release build into `dist`. It is the same from any folder: no path of this machine gets in.
pub fn release(toolbox: &Toolbox) -> Command {
    let mut command = command(toolbox, "build");
    command.arg("--release");
    let sources = places::cargo_home().join("registry/src");
    // Flags for all targets would have Cargo build this program anew.
    let flags = format!("--remap-path-prefix={}=", sources.display());
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    command
}
