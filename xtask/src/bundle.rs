//! `bundle`: everything that a release hands out, in `dist`.

use crate::{embed, guide, hashes, places, setup, size, trunk};
use anyhow::{Context, Result, anyhow, ensure};
use fault_finder_cli::pack::{Source, pack};
use std::fs;
use std::path::Path;

/// Builds all of it and says what it weighs.
pub fn bundle() -> Result<()> {
    let toolbox = setup::for_serving()?;
    ensure!(trunk::release(&toolbox).status()?.success(), "the release build failed");
    complete(&places::dist())?;
    size::print_and_write()
}

/// Adds to a release build what Trunk does not make.
pub fn complete(dist: &Path) -> Result<()> {
    let script = fs::read_to_string(dist.join(embed::SCRIPT)).context("there is no release build")?;
    let page = pack(&guide::built_in()?, &Source::BuiltIn, &script).map_err(|it| anyhow!(it))?;
    fs::write(dist.join("fault-finder.html"), page)?;
    copy_guides(&dist.join("guides"))?;
    hashes::write(dist)
}

/// The guides as files of their own, for a host that wants to change one.
fn copy_guides(to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(places::root().join("guides"))? {
        let path = entry?.path();
        fs::copy(&path, to.join(path.file_name().context("a file without a name")?))?;
    }
    Ok(())
}
