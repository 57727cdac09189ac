//! `bundle`: everything that a release hands out, in `dist`, and the npm package in `pkg`.

use crate::toolbox::Toolbox;
use crate::{archive, copy, embed, guide, hashes, npm, places, setup, shorten, size, trunk};
use anyhow::{Context, Result, anyhow, ensure};
use fault_finder_cli::document::Document;
use fault_finder_cli::pack::{Scripts, Source, pack};
use fault_finder_cli::print::{self, escaped};
use std::fs;
use std::path::Path;

/// The page with all in it.
pub const PAGE: &str = "fault-finder.html";

/// Sets up, builds all of it and says what it weighs, which takes a while; with `--unweighed`, it does not say.
pub fn bundle(arguments: &[&str]) -> Result<()> {
    let is_weighed = match arguments {
        [] => true,
        ["--unweighed"] => false,
        [..] => anyhow::bail!("`bundle` takes nothing, or --unweighed"),
    };
    build(&setup::for_serving()?)?;
    if is_weighed { size::tell() } else { Ok(()) }
}

/// Makes a release build, and of it what Trunk does not make.
pub fn build(toolbox: &Toolbox) -> Result<()> {
    ensure!(trunk::release(toolbox).status()?.success(), "the release build failed");
    let dist = &places::dist();
    let read = |name| fs::read_to_string(dist.join(name)).context("there is no release build");
    let scripts = Scripts { class: read(embed::SCRIPT)?, wasm: read(embed::WASM_SCRIPT)? };
    let languages = Document::load(&guide::path())?.languages(&guide::path(), &places::root().join("locales"))?;
    let page = pack(&guide::built_in()?, &Source::BuiltIn, &languages, &scripts).map_err(|it| anyhow!(it))?;
    fs::write(dist.join(PAGE), page)?;
    write_frame(toolbox, dist)?;
    copy::all(&places::root().join("pages"), dist, copy::exactly)?;
    // For a host that wants to change one.
    copy::all(&places::root().join("guides"), &dist.join("guides"), copy::exactly)?;
    copy::all(&places::root().join("locales"), &dist.join("locales"), copy::exactly)?;
    hashes::write(dist)?;
    archive::write(dist)?;
    npm::write(toolbox)
}

/// The page for a frame, with the scripts inside and outside of it.
fn write_frame(toolbox: &Toolbox, dist: &Path) -> Result<()> {
    let (guide, frame) = (guide::built_in()?, places::root().join("frame"));
    let page = fs::read_to_string(frame.join("embed.html"))?
        .replace("{language}", &escaped(&guide.language))
        .replace("{title}", &escaped(&guide.title))
        .replace("{id}", &escaped(&guide.id))
        .replace("{plain}", &print::html(&guide));
    let policy = policy(&page)?;
    fs::write(dist.join("embed.html"), page)?;
    let values = [("POLICY", embed::text(&policy))];
    for script in ["embed.js", hashes::FRAME] {
        fs::write(dist.join(script), shorten::bundle(toolbox, &frame.join(script), &values, None, true)?)?;
    }
    Ok(())
}

/// The Content-Security-Policy of a page, as its `<meta>` has it.
fn policy(page: &str) -> Result<String> {
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").context("it has no policy")?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}
