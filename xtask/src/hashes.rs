//! `dist/sri.json`: the hashes that a page names in `integrity`.

use crate::embed;
use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The scripts that run in pages of other sites.
const SCRIPTS: [&str; 3] = [embed::SCRIPT, embed::WASM_SCRIPT, FRAME];
/// The script around a frame.
pub const FRAME: &str = "frame.js";

/// Writes the hash of each script.
pub fn write(dist: &Path) -> Result<()> {
    let row = |name: &str| Ok((name.to_owned(), Value::from(integrity(&fs::read(dist.join(name))?))));
    let rows = SCRIPTS.into_iter().map(row).collect::<Result<Map<_, _>>>()?;
    fs::write(dist.join("sri.json"), format!("{:#}\n", Value::from(rows)))?;
    Ok(())
}

/// By its name as seen from the script, the hash of each file that the widget loads later, as JSON.
pub fn later(folder: &Path) -> Result<Value> {
    let mut hashes = Map::new();
    for kind in ["guides", "locales"] {
        for entry in fs::read_dir(folder.join(kind))? {
            let path = entry?.path();
            let name = path.file_name().context("a file without a name")?.to_string_lossy().into_owned();
            // A guide is in the script itself; its translations have their language in their names.
            if path.is_file() && (kind == "locales" || name.matches('.').count() > 1) {
                hashes.insert(format!("{kind}/{name}"), Value::from(integrity(&fs::read(&path)?)));
            }
        }
    }
    Ok(Value::from(hashes))
}

/// The hash as the attribute `integrity` has it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
