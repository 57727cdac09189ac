//! What the files of a release build weigh, raw and as a server sends them.

use crate::places;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// The bytes of one file.
struct Weight {
    file: String,
    raw: usize,
    brotli: usize,
}

/// Prints a table and writes it to `dist/size.json`.
pub fn print_and_write() -> Result<()> {
    let mut weights = scripts()?.into_iter().map(|it| weigh(&it)).collect::<Result<Vec<_>>>()?;
    weights.sort_by(|one, other| one.file.cmp(&other.file));
    println!("{:<24} {:>10} {:>10}", "file", "raw", "brotli 11");
    for Weight { file, raw, brotli } in &weights {
        println!("{file:<24} {raw:>10} {brotli:>10}");
    }
    write(&weights)
}

/// The scripts. A page that embeds the element loads one of them.
fn scripts() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(places::dist())?.collect::<std::io::Result<Vec<_>>>()?;
    let paths = entries.into_iter().map(|it| it.path());
    Ok(paths.filter(|it| it.extension().is_some_and(|end| end == "js")).collect())
}

fn weigh(path: &Path) -> Result<Weight> {
    let bytes = fs::read(path)?;
    let mut compressed = Vec::new();
    // The defaults are quality 11 and the window of 4 MB that servers use.
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &BrotliEncoderParams::default())?;
    let file = path.file_name().context("a file without a name")?.to_string_lossy().into_owned();
    Ok(Weight { file, raw: bytes.len(), brotli: compressed.len() })
}

fn write(weights: &[Weight]) -> Result<()> {
    let row = |it: &Weight| json!({ "file": it.file, "raw": it.raw, "brotli": it.brotli });
    let files: Vec<_> = weights.iter().map(row).collect();
    fs::write(places::dist().join("size.json"), format!("{:#}\n", json!({ "files": files })))?;
    Ok(())
}
