//! The file of a guide.

use anyhow::{Context, Result, bail};
use fault_finder::guide::{self, Guide, GuideError};
use std::fs;
use std::path::Path;

/// No guide that a person can follow is larger; it keeps a wrong file from filling the memory.
const MOST_BYTES: u64 = 16_000_000;

/// A file that should hold a guide.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file, as the user called it.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl Document {
    /// Fails if the file is not there, is not text or is too large for any guide.
    pub fn load(path: &Path) -> Result<Document> {
        let name = path.display().to_string();
        let size = fs::metadata(path).with_context(|| format!("{name} can not be read"))?.len();
        if size > MOST_BYTES {
            bail!("{name} has {size} bytes; a guide has at most {MOST_BYTES}");
        }
        let text = fs::read_to_string(path).with_context(|| format!("{name} can not be read as text"))?;
        Ok(Document { name, text })
    }

    /// The guide, or all that is wrong with it.
    pub fn guide(&self) -> Result<Guide, Vec<GuideError>> {
        guide::read(&mut serde_json::Deserializer::from_str(&self.text))
    }

    /// The guide, for a command that can do nothing without one.
    pub fn checked(&self) -> Result<Guide> {
        self.guide().map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(|it| format!("\n  {it}")).collect();
            let Document { name, .. } = self;
            anyhow::anyhow!("{name} is not a guide:{}\n`fault-finder check {name}` shows where.", lines.concat())
        })
    }
}
