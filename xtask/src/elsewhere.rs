//! A copy of the repository's sources in another folder, to be built there.

use crate::toolbox::command;
use crate::{copy, places};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

/// What is no source.
const LEFT_OUT: [&str; 5] = [".git", "dist", "node_modules", "pkg", "target"];
/// Where Cargo keeps what it has built for a release: for this machine, and for the web.
const PROFILES: [&str; 2] = ["release", "wasm32-unknown-unknown/release"];
/// What Cargo keeps there of each package.
const KEPT: [&str; 3] = [".fingerprint", "build", "deps"];

/// The copy.
pub struct Elsewhere {
    /// What is cleared away in the end.
    outer: PathBuf,
    root: PathBuf,
}

impl Elsewhere {
    /// Copies the sources into a folder below a new one for temporary files, which has `name` in its name. Each file has
    /// another time.
    pub fn new(name: &str, below: &str) -> Result<Elsewhere> {
        let outer = env::temp_dir().join(format!("{name}-{}", process::id()));
        let root = outer.join(below);
        copy::tree(&places::root(), &root, &|name| !LEFT_OUT.contains(&name))?;
        Ok(Elsewhere { outer, root })
    }

    /// The root of the copy.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Takes the crates that a release depends on as they were built: their sources stand in one place for both.
    pub fn take_dependencies(&self) -> Result<()> {
        for folder in PROFILES.iter().flat_map(|it| KEPT.iter().map(move |kept| format!("{it}/{kept}"))) {
            let from = places::built(&folder);
            if from.is_dir() {
                let is_theirs = |name: &str| !name.replace('_', "-").contains("fault-finder");
                copy::tree_with_times(&from, &self.root.join("target").join(folder), &is_theirs)?;
            }
        }
        Ok(())
    }

    /// A command that runs in the root of the copy and builds there.
    pub fn command(&self, program: &str) -> Command {
        let mut command = command(program);
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", self.root.join("target"));
        command
    }

    /// Clears the copy away.
    pub fn remove(self) -> Result<()> {
        Ok(fs::remove_dir_all(self.outer)?)
    }
}
