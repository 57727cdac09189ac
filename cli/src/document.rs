//! The file of a guide.

use anyhow::{Context, Result, bail};
use fault_finder::guide::{self, Guide, GuideError, Value, check_limits, translate};
use std::fs;
use std::path::{Path, PathBuf};

/// Keeps a wrong file from filling the memory. The limits of a guide are far below; see [`check_limits`].
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
            bail!("{name} has {size} bytes; that is no guide");
        }
        let text = fs::read_to_string(path).with_context(|| format!("{name} can not be read as text"))?;
        Ok(Document { name, text })
    }

    /// The guide, or all that is wrong with it.
    pub fn guide(&self) -> Result<Guide, Vec<GuideError>> {
        check_limits(&self.text).map_err(|it| vec![it.error])?;
        guide::read(&mut serde_json::Deserializer::from_str(&self.text))
    }

    /// The guide in the words of a translation.
    pub fn translated(&self, translation: &Document) -> Result<Guide> {
        self.checked()?;
        let value = |it: &Document| {
            check_limits(&it.text).map_err(|excess| anyhow::anyhow!("{}: {}", it.name, excess.error))?;
            serde_json::from_str::<Value>(&it.text).with_context(|| format!("{} is not JSON", it.name))
        };
        let mut document = value(self)?;
        translate(&mut document, &value(translation)?);
        // Words alone make no guide wrong that was right, but for those that are missing.
        guide::read_value(&document).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(|it| format!("\n  {it}")).collect();
            anyhow::anyhow!("{} makes no guide of {}:{}", translation.name, self.name, lines.concat())
        })
    }

    /// The translations that the guide names, as far as they are files beside it.
    pub fn translations_beside(&self, path: &Path) -> Result<Vec<Document>> {
        let Ok(guide) = self.guide() else { return Ok(Vec::new()) };
        let files = guide.translations.iter().map(|(_, it)| beside(path, it.url())).filter(|it| it.is_file());
        files.map(|it| Document::load(&it)).collect()
    }

    /// The files of the guide's languages, by the names under which the widget asks for them: its translations, and
    /// the widget's own words, which stand in this folder.
    pub fn languages(&self, path: &Path, locales: &Path) -> Result<Vec<(String, String)>> {
        let mut files = Vec::new();
        for (tag, file) in self.checked()?.translations.iter() {
            let url = file.url();
            files.push((url.to_owned(), Document::load(&beside(path, url))?.text));
            // The guide may speak a language that the widget does not.
            let words = locales.join(format!("{tag}.json"));
            if words.is_file() {
                files.push((format!("locales/{tag}.json"), Document::load(&words)?.text));
            }
        }
        Ok(files)
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

fn beside(path: &Path, url: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(url)
}
