//! Commands for Trunk, which builds the page from `index.html` as `Trunk.toml` says.

use crate::child::run_logged;
use crate::toolbox::{self, Toolbox};
use crate::{places, toolchain};
use anyhow::Result;
use std::env;
use std::path::Path;
use std::process::Command;

/// Flags that Cargo would take in place of ours.
const FLAGS: [&str; 2] = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"];
/// How the names begin that would change a release build of Cargo or of Trunk.
const SETTINGS: [&str; 2] = ["CARGO_PROFILE_RELEASE_", "TRUNK_BUILD_"];

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

/// Builds what Trunk would let Cargo build first, which takes no Trunk.
pub fn prepare() -> Result<()> {
    let jobs = toolbox::half_of_processors().to_string();
    run_logged("the widget", toolbox::command("cargo").args(["build", "--target", toolchain::TARGET, "--jobs", &jobs]))
}

/// The command for a release build into `dist`. It is the same from any folder and on any machine: neither folders nor
/// settings of this one get in.
pub fn release(toolbox: &Toolbox) -> Command {
    let mut command = command(toolbox, "build");
    command.arg("--release");
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if FLAGS.contains(&&*text) || SETTINGS.iter().any(|it| text.starts_with(it)) {
            command.env_remove(&name);
        }
    }
    let sources = places::cargo_home().join("registry/src");
    let flags = [Some(remap(&sources, "")), toolchain::sources().map(|(path, name)| remap(&path, &name))];
    // Flags for all targets would have Cargo build this program anew.
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        flags.into_iter().flatten().collect::<Vec<_>>().join(" "),
    );
    command
}

/// Has a folder called otherwise in what is compiled from it.
fn remap(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}
