//! The tools that were found or installed, and commands that find them.

use crate::child;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders of the tools, in the order in which they are searched, before the ones of PATH.
#[derive(Clone, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Adds the folder of a tool.
    pub fn add(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// A command that runs in the root of the repository and finds the tools, and so do the programs it starts.
    pub fn command(&self, program: &str) -> Command {
        let mut command = command(program);
        command.env("PATH", self.path());
        command
    }

    /// Where a program is.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path()).map(|it| it.join(program)).find(|it| it.is_file())
    }

    fn path(&self) -> OsString {
        let given = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&given));
        // Joining only fails on a folder whose name holds the separator, and such a folder can not be on PATH at all.
        env::join_paths(folders).unwrap_or(given)
    }
}

/// A command that runs in the root of the repository.
///
/// It does not inherit what Cargo tells this very chore about its own package: a build script further down would take
/// it for a change and build anew.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::places::root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO" {
            command.env_remove(&name);
        }
    }
    command
}

/// How many jobs there is room for at once.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// How many jobs there is room for beside others.
pub fn half_of_processors() -> usize {
    processors().div_ceil(2)
}

/// Where a program is on PATH.
pub fn find_on_path(program: &str) -> Option<PathBuf> {
    Toolbox::default().find(program)
}

/// Whether a program exists, runs, and names this version as one of the words of its first line.
pub fn has_version(program: &Path, version: &str) -> bool {
    let answer = child::answer(Command::new(program).arg("--version")).unwrap_or_default();
    answer.lines().next().unwrap_or_default().split_whitespace().any(|it| it == version)
}
