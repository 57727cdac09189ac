//! The archive that a release is handed out as, in `dist`, with the hash that tells whether it has come whole.

use crate::toolbox::command;
use crate::{embed, guide, packages, places, shorten};
use anyhow::{Context, Result};
use fault_finder_cli::document::Document;
use fault_finder_cli::print::{self, escaped};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAM: &str = include_str!("../tools/archive.mjs");
/// Where a site has the folders of all versions, as the documents have it.
const ON_SITE: &str = "/fault-finder";
/// Each document as a page: its name, where it stands here, and its title.
const PAGES: [(&str, &str, &str); 3] = [
    ("start.html", "docs/hosts.md", "Fault Finder for support sites"),
    ("embedding.html", "EMBEDDING.md", "How to embed Fault Finder"),
    ("changes.html", "CHANGELOG.md", "Fault Finder: changes"),
];
/// What a site has no use for: the demo page, and what other chores leave in `dist`.
const OURS: [&str; 4] = ["index.html", "page.css", "reports", "size.json"];

/// Makes it of all that stands in `dist`.
pub fn write(dist: &Path) -> Result<()> {
    let version = fault_finder::VERSION;
    let name = format!("fault-finder-{version}");
    let archive = dist.join(format!("{name}.zip"));
    remove_older(dist)?;

    let mut files = below(dist, version)?;
    files.extend(["LICENSE-MIT", "LICENSE-APACHE"].map(|it| (it.to_owned(), places::root().join(it))));
    let pages = PAGES
        .iter()
        .map(|(name, path, title)| Ok((name, with_version(&fs::read_to_string(places::root().join(path))?), title)))
        .collect::<Result<Vec<_>>>()?;
    let plan = json!({ "archive": archive, "folder": name, "files": files, "texts": to_paste()?, "pages": pages });
    let mut node = command("node");
    node.args(["--input-type=module", "--eval", PROGRAM]).current_dir(packages::of_release()?);
    shorten::run(&mut node, &plan.to_string())?;

    let hash = Sha256::digest(fs::read(&archive)?);
    fs::write(dist.join(format!("{name}.zip.sha256")), format!("{hash:x}  {name}.zip\n"))?;
    Ok(())
}

/// In each language of the built-in guide, what goes into a page: the tag, and the element with the plain guide in it.
fn to_paste() -> Result<Vec<(String, String)>> {
    let original = Document::load(&guide::path())?;
    let translations = original.translations_beside(&guide::path())?;
    let translated = translations.iter().map(|it| original.translated(it));
    let guides = [original.checked()].into_iter().chain(translated);
    let script = format!("{ON_SITE}/{}/{}", fault_finder::VERSION, embed::SCRIPT);
    guides
        .map(|guide| {
            let guide = guide?;
            let (id, tag) = (escaped(&guide.id), escaped(&guide.language));
            let start = format!("<fault-finder guide=\"{id}\" lang=\"{tag}\" resume>");
            let text =
                format!("<script src=\"{script}\" async></script>\n{start}\n{}</fault-finder>\n", print::html(&guide));
            Ok((format!("paste/{}.{}.html", guide.id, guide.language), text))
        })
        .collect()
}

/// The files of a folder with those in its folders, each with its name in the archive.
fn below(folder: &Path, name: &str) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let own = path.file_name().context("a file without a name")?.to_string_lossy().into_owned();
        if OURS.contains(&own.as_str()) {
            continue;
        }
        let name = format!("{name}/{own}");
        if path.is_dir() {
            files.extend(below(&path, &name)?);
        } else {
            files.push((name, path));
        }
    }
    Ok(files)
}

/// Removes the archives of releases that were made before, which would be part of this one.
fn remove_older(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if name.ends_with(".zip") || name.ends_with(".zip.sha256") {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn with_version(text: &str) -> String {
    text.replace("{version}", fault_finder::VERSION)
}
