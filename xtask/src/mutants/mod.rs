//! `mutants`: plants faults, one at a time, and says which of them the tests catch. It is no part of the tests.

mod host;
mod list;
mod runs;
mod tally;
mod trial;
mod web;

use anyhow::Result;

/// Plants faults in what is not pure (`web`), which `xtask/mutants.json` lists, or in the pure rooms (`host`), which
/// cargo-mutants finds.
pub fn mutants(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["web", rest @ ..] => web::web(rest),
        ["host", rest @ ..] => host::host(rest),
        [..] => anyhow::bail!(
            "Usage: cargo xtask mutants web [name or path]... [--list] [--trusting]\n       \
             cargo xtask mutants host [--shard K/N]"
        ),
    }
}
