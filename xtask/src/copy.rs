//! Copies files into folders.

use anyhow::{Context, Result};
use std::fs;
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
