//! `size`: what a release weighs, raw and as a server sends it, and whether that is within the budgets.

mod kept;
mod rooms;
mod scale;

use crate::toolbox::command;
use crate::{bundle, child, places, setup};
use anyhow::{Context, Result, ensure};
use kept::Kept;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Prints how many bytes a file is as brotli: in Node, by default, of quality 11 and with the window of 4 MB that servers
/// use.
const BROTLI: &str =
    r#"console.log(require("zlib").brotliCompressSync(require("fs").readFileSync(process.argv[1])).length)"#;

/// The bytes of one file.
struct Weight {
    file: String,
    raw: usize,
    brotli: usize,
}

/// Sets up, builds, and says what has grown; with `--write`, keeps the figures to compare with,
/// and writes the table of `docs/scale.md`.
pub fn size(arguments: &[&str]) -> Result<()> {
    let is_to_write = match arguments {
        [] => false,
        ["--write"] => true,
        [..] => anyhow::bail!("`size` takes nothing, or --write"),
    };
    bundle::build(&setup::for_serving()?)?;
    if !is_to_write {
        return check();
    }
    let kept = Kept::read()?;
    let weights = print_and_write(&kept)?;
    scale::write(&weights)?;
    kept.renewed(&brotli_of(&weights), rooms::rooms()?).write()
}

/// Prints what a release that is built weighs, and writes it to `dist/size.json`.
pub fn tell() -> Result<()> {
    print_and_write(&Kept::read()?).map(drop)
}

/// As [`tell`], and gives it: to compress all files takes a while.
fn print_and_write(kept: &Kept) -> Result<Vec<Weight>> {
    let weights = weights()?;
    println!("{}", table(&weights, kept));
    let row = |it: &Weight| json!({ "file": it.file, "raw": it.raw, "brotli": it.brotli });
    let files: Vec<_> = weights.iter().map(row).collect();
    fs::write(places::dist().join("size.json"), format!("{:#}\n", json!({ "files": files })))?;
    Ok(weights)
}

/// Prints the table of a release that is built, and fails where it is over a budget, with what has grown.
pub fn check() -> Result<()> {
    let kept = Kept::read()?;
    let over = kept.over(&brotli_of(&print_and_write(&kept)?));
    if !over.is_empty() {
        println!("{}", kept.grown(&rooms::rooms()?));
    }
    ensure!(over.is_empty(), "over its budget: {}", over.join(", "));
    Ok(())
}

fn weights() -> Result<Vec<Weight>> {
    let mut weights = files()?.into_iter().map(|it| weigh(&it)).collect::<Result<Vec<_>>>()?;
    weights.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(weights)
}

fn brotli_of(weights: &[Weight]) -> Vec<(&str, usize)> {
    weights.iter().map(|it| (&*it.file, it.brotli)).collect()
}

/// The scripts, and the page with all in it.
fn files() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(places::dist())?.collect::<std::io::Result<Vec<_>>>()?;
    let scripts = entries.into_iter().map(|it| it.path()).filter(|it| it.extension().is_some_and(|end| end == "js"));
    Ok(scripts.chain([places::dist().join(bundle::PAGE)]).collect())
}

fn weigh(path: &Path) -> Result<Weight> {
    let raw = fs::metadata(path).with_context(|| format!("{} is missing", path.display()))?.len();
    let compressed = child::answer(command("node").args(["-e", BROTLI]).arg(path)).context("Node cannot compress")?;
    let file = path.file_name().context("a file without a name")?.to_string_lossy().into_owned();
    Ok(Weight { file, raw: usize::try_from(raw)?, brotli: compressed.parse()? })
}

fn table(weights: &[Weight], kept: &Kept) -> String {
    let row = |Weight { file, raw, brotli }: &Weight| {
        let budget = kept.budgets.get(file).map_or_else(|| "none".to_owned(), usize::to_string);
        format!("{file:<24} {raw:>10} {brotli:>10} {budget:>10}")
    };
    let head = format!("{:<24} {:>10} {:>10} {:>10}", "file", "raw", "brotli 11", "budget");
    [head].into_iter().chain(weights.iter().map(row)).collect::<Vec<_>>().join("\n")
}
