//! Copies files into folders.

use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::Path;

/// Copies the files of one folder into another, each by calling `copy`, but no folder that is in it.
pub fn all(from: &Path, to: &Path, copy: fn(&Path, &Path) -> Result<()>) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if path.is_file() {
            copy(&path, to)?;
        }
    }
    Ok(())
}

/// Copies a folder with all in it whose name `is_taken`, but nothing that a link leads to.
pub fn tree(from: &Path, to: &Path, is_taken: &dyn Fn(&str) -> bool) -> Result<()> {
    walk(from, to, is_taken, exactly)
}

/// As [`tree`], and each file keeps the time at which it was changed.
pub fn tree_with_times(from: &Path, to: &Path, is_taken: &dyn Fn(&str) -> bool) -> Result<()> {
    walk(from, to, is_taken, with_time)
}

/// Has a folder stand in another place as well, without a copy where that can be.
#[cfg(unix)]
pub fn as_link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

/// The same, by a copy.
#[cfg(not(unix))]
pub fn as_link(from: &Path, to: &Path) -> Result<()> {
    tree(from, to, &|_| true)
}

fn walk(from: &Path, to: &Path, is_taken: &dyn Fn(&str) -> bool, copy: fn(&Path, &Path) -> Result<()>) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (name, kind) = (entry.file_name(), entry.file_type()?);
        if !is_taken(&name.to_string_lossy()) {
            continue;
        }
        if kind.is_dir() {
            walk(&entry.path(), &to.join(name), is_taken, copy)?;
        } else if kind.is_file() {
            copy(&entry.path(), to)?;
        }
    }
    Ok(())
}

fn with_time(file: &Path, folder: &Path) -> Result<()> {
    exactly(file, folder)?;
    let copied = File::options().write(true).open(folder.join(file.file_name().context("a file without a name")?))?;
    Ok(copied.set_modified(fs::metadata(file)?.modified()?)?)
}

/// Copies a file into a folder, as it is.
pub fn exactly(file: &Path, folder: &Path) -> Result<()> {
    fs::copy(file, folder.join(file.file_name().context("a file without a name")?))?;
    Ok(())
}

/// Copies a text into a folder, with the version of the widget filled in.
pub fn with_version(file: &Path, folder: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?.replace("{version}", fault_finder::VERSION);
    fs::write(folder.join(file.file_name().context("a file without a name")?), text)?;
    Ok(())
}
