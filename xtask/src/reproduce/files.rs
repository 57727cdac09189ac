//! The files of a release, and how two releases differ.

use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What chores leave beside the release; it is not handed out.
const NOTES: [&str; 2] = ["dist/reports", "dist/size.json"];

/// What a release hands out: the bytes of each file, by its path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Those that were built in this folder.
pub fn of_release(root: &Path) -> Result<Files> {
    let mut files = Files::new();
    for folder in ["dist", "pkg"] {
        read(root, folder, &mut files)?;
    }
    Ok(files)
}

fn read(root: &Path, folder: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(root.join(folder)).with_context(|| format!("there is no {folder}"))? {
        let path = entry?.path();
        let name = format!("{folder}/{}", path.file_name().context("a file without a name")?.to_string_lossy());
        if NOTES.contains(&&*name) {
            continue;
        }
        if path.is_dir() {
            read(root, &name, files)?;
        } else {
            files.insert(name, fs::read(path)?);
        }
    }
    Ok(())
}

/// The files that are others in the other release, or are in only one of the two.
pub fn different<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a str> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|it| one.get(*it) != other.get(*it)).map(String::as_str).collect()
}

/// The files that name one of these folders.
pub fn naming<'a>(files: &'a Files, folders: &[PathBuf]) -> Vec<&'a str> {
    let folders: Vec<String> = folders.iter().map(|it| it.to_string_lossy().into_owned()).collect();
    let names = |bytes: &[u8]| folders.iter().any(|it| bytes.windows(it.len()).any(|at| at == it.as_bytes()));
    files.iter().filter(|(_, bytes)| names(bytes)).map(|(name, _)| name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(rows: &[(&str, &str)]) -> Files {
        rows.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_file_differs_where_a_byte_does_or_where_it_is_missing() {
        let one = files(&[("dist/a.js", "1"), ("dist/b.js", "2"), ("pkg/only-here.js", "3")]);
        let other = files(&[("dist/a.js", "1"), ("dist/b.js", "9"), ("pkg/only-there.js", "3")]);
        assert_eq!(different(&one, &other), ["dist/b.js", "pkg/only-here.js", "pkg/only-there.js"]);
        assert!(different(&one, &one).is_empty());
    }

    #[test]
    fn a_folder_is_found_wherever_it_is_named() {
        let one = files(&[("a.wasm", "\0panicked at /home/ann/.cargo/registry/src/x.rs"), ("b.js", "/home/ann")]);
        assert_eq!(naming(&one, &[PathBuf::from("/opt"), PathBuf::from("/home/ann/.cargo/registry")]), ["a.wasm"]);
    }
}
