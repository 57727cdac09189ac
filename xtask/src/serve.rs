//! `serve`: the demo page on this machine, rebuilt on every change.

use crate::{setup, trunk};
use anyhow::Result;
use std::process::Command;

/// Sets up and serves until it is interrupted.
pub fn serve(arguments: &[&str]) -> Result<()> {
    let toolbox = setup::for_serving_beside(trunk::prepare)?;
    run(trunk::command(&toolbox, "serve").args(arguments))
}

/// Becomes the server, so that whoever ends the process they started ends the server and not only us.
#[cfg(unix)]
fn run(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn run(command: &mut Command) -> Result<()> {
    anyhow::ensure!(command.status()?.success(), "trunk serve failed");
    Ok(())
}
