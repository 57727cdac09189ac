//! `guide`: the files that are made from the guide's types and from the built-in guide.

use crate::{markers, pictures, places};
use anyhow::{Context, Result, bail};
use fault_finder::guide::{self, First, Guide, GuideError};
use fault_finder_cli::print;
use std::fs;
use std::path::{Path, PathBuf};

/// The built-in guide, whose words stand in the page for readers without scripts.
const GUIDE: &str = "guides/sony-wf-1000xm4-not-charging.json";
/// How the lines of the first step and of the service begin in the document.
const FIRST: &str = "  \"first\": ";
const SERVICE: &str = "  \"service\": {";
/// The markers in the page, between which it is printed.
const MARKERS: &str = "guide";

/// A file, and what should be in it.
struct Generated {
    path: PathBuf,
    text: String,
}

/// Writes the files that are not current.
pub fn write() -> Result<()> {
    for Generated { path, text } in generate()?.into_iter().filter(|it| !it.is_current()) {
        fs::write(&path, text).with_context(|| format!("{} can not be written", path.display()))?;
        println!("{} is written.", name(&path));
    }
    Ok(())
}

/// Fails if a file is not current, and names it.
pub fn check() -> Result<()> {
    let stale: Vec<String> = generate()?.iter().filter(|it| !it.is_current()).map(|it| name(&it.path)).collect();
    if stale.is_empty() {
        println!("The generated files are current.");
        return Ok(());
    }
    bail!("Not current: {}. Run `cargo xtask guide`.", stale.join(", "))
}

impl Generated {
    fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|it| it == self.text)
    }
}

/// The built-in guide.
pub fn built_in() -> Result<Guide> {
    read(&document(&places::root())?)
}

/// Its file.
pub fn path() -> PathBuf {
    places::root().join(GUIDE)
}

fn document(root: &Path) -> Result<String> {
    fs::read_to_string(root.join(GUIDE)).with_context(|| format!("{GUIDE} can not be read"))
}

fn generate() -> Result<Vec<Generated>> {
    let root = places::root();
    let schema = Generated { path: root.join("guides/schema.json"), text: guide::schema() };
    let guide = baked(&root)?;
    let page = page(&root, &read(&guide.text)?)?;
    Ok(vec![schema, guide, page])
}

/// The guide with its drawings, and with the plan for its first step on a line of its own.
fn baked(root: &Path) -> Result<Generated> {
    let document = pictures::with_drawings(&document(root)?, &pictures::all()?)?;
    let first = First::of(&read(&document)?).context("the guide has no first step")?;
    let text = with_first(&document, &first).context("the guide has no line for its service")?;
    Ok(Generated { path: root.join(GUIDE), text })
}

/// The document with this line for the first step before the service, in place of an older one.
fn with_first(document: &str, first: &First) -> Option<String> {
    let First { numbers, step, minutes, fixed, steps, at_least, unasked } = first;
    let step = step.as_ref().map(|it| format!("\"step\": \"{it}\", ")).unwrap_or_default();
    let numbers = format!("\"numbers\": {numbers}, {step}\"minutes\": {minutes:?}, \"fixed\": {fixed:?}");
    let line = format!(
        "{FIRST}{{ {numbers}, \"steps\": {steps:?}, \"at_least\": {at_least:?}, \"unasked\": {unasked:?} }},\n"
    );
    let without: String = document.split_inclusive('\n').filter(|it| !it.starts_with(FIRST)).collect();
    let (before, after) = without.split_once(SERVICE)?;
    Some(format!("{before}{line}{SERVICE}{after}"))
}

/// The page with the guide between its markers.
fn page(root: &Path, guide: &Guide) -> Result<Generated> {
    let path = root.join("index.html");
    let page = fs::read_to_string(&path).context("index.html can not be read")?;
    let text = markers::filled(&page, MARKERS, &print::html(guide)).context("in index.html")?;
    Ok(Generated { path, text })
}

fn read(document: &str) -> Result<Guide> {
    guide::read(&mut serde_json::Deserializer::from_str(document)).map_err(|it| words(&it))
}

fn words(errors: &[GuideError]) -> anyhow::Error {
    let lines: Vec<String> = errors.iter().map(|it| format!("\n  {it}")).collect();
    anyhow::anyhow!("{GUIDE} is not a guide:{}", lines.concat())
}

fn name(path: &Path) -> String {
    path.strip_prefix(places::root()).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use fault_finder_cli::print::escaped;
    use serde_json::Value;

    #[test]
    fn the_printed_guide_holds_every_sentence() {
        let document = fs::read_to_string(places::root().join(GUIDE)).unwrap();
        let html = print::html(&read(&document).unwrap());
        let mut sentences = Vec::new();
        collect_sentences(&serde_json::from_str(&document).unwrap(), &mut sentences);
        assert!(sentences.len() > 150, "{}", sentences.len());
        for sentence in sentences {
            assert!(html.contains(&escaped(&sentence)), "the printed guide lacks: {sentence}");
        }
    }

    /// Every text that is meant to be read; the names of buttons are not, nor is what only a page with scripts can do.
    fn collect_sentences(value: &Value, sentences: &mut Vec<String>) {
        for item in value.as_array().into_iter().flatten() {
            collect_sentences(item, sentences);
        }
        for (name, value) in value.as_object().into_iter().flatten() {
            match name.as_str() {
                "text" | "over" | "intro" | "title" | "heading" => sentences.extend(value.as_str().map(str::to_owned)),
                "advice" => sentences
                    .extend(value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned)),
                "verdict" | "action" | "sources" | "battery" | "pictures" => (),
                _ => collect_sentences(value, sentences),
            }
        }
    }
}
