//! `fault-finder`: the commands for those who write guides.

use annotate_snippets::Renderer;
use anyhow::{Context, Result};
use clap::{Parser, Subcommand, ValueEnum};
use fault_finder::guide::Guide;
use fault_finder_cli::check::{self, Finding, Severity, check, check_translation};
use fault_finder_cli::document::Document;
use fault_finder_cli::new::new;
use fault_finder_cli::pack::{self, Scripts, Source, pack};
use fault_finder_cli::plan::{self, plan};
use fault_finder_cli::print;
use fault_finder_cli::simulate::{self, simulate};
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks, tries out and prints guides.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a guide: print one that is filled in with an example, and explained.
    New {
        /// Names the guide: lower case letters, digits and hyphens.
        id: String,
        /// Write it into this file, which must not exist yet.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Say what is wrong with guides, and what is odd about them.
    ///
    /// Translations that a guide names are checked along, where they are files beside it.
    ///
    /// The exit status is 0 if no guide has an error, 1 if one has or cannot be read, and 2 if the command is wrong.
    Check {
        /// The guides.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Fail on warnings as well.
        #[arg(long)]
        strict: bool,
        /// Print what is found as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show what comes next once this much is known, and what else could.
    Plan {
        /// The guide.
        file: PathBuf,
        #[command(flatten)]
        settings: plan::Settings,
    },
    /// Print a guide as a document.
    Print {
        /// The guide.
        file: PathBuf,
        /// What to print it as.
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// Print it in the words of this translation.
        #[arg(long, value_name = "FILE")]
        translation: Option<PathBuf>,
    },
    /// Make one file of a guide and the widget, to be opened from anywhere, with no network.
    Pack {
        /// The guide.
        file: PathBuf,
        /// The widget's script, from a release; `fault-finder-wasm.js` is beside it.
        #[arg(long, value_name = "FILE", default_value = "fault-finder.js")]
        script: PathBuf,
        /// Hold the languages of the guide as well: the folder of the widget's own words, from a release. The guide's
        /// translations are those beside it.
        #[arg(long, value_name = "FOLDER")]
        locales: Option<PathBuf>,
        /// Write it into this file, in place of what is there.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Walk people through a guide who are drawn from its own numbers.
    Simulate {
        /// The guide.
        file: PathBuf,
        #[command(flatten)]
        settings: simulate::Settings,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A section for a page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// What a command has to say, and the status that the program ends with.
type Answer = Result<(String, ExitCode)>;

fn main() -> ExitCode {
    match run(Arguments::parse().command).and_then(|(text, code)| print(&text).map(|()| code)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Answer {
    let good = |text: String| Ok((text, ExitCode::SUCCESS));
    match command {
        Command::New { id, out: Some(path) } => good(write_new(&path, &new(&id)?)?),
        Command::New { id, out: None } => good(new(&id)?),
        Command::Check { files, strict, json } => check_files(&files, strict, json),
        Command::Plan { file, settings } => good(plan(&guide(&file)?, &settings)?),
        Command::Simulate { file, settings, json } => {
            let report = simulate(&guide(&file)?, &settings);
            good(if json { serde_json::to_string_pretty(&report)? + "\n" } else { simulate::show(&report) })
        }
        Command::Pack { file, script, locales, out } => good(write_packed(&file, &script, locales.as_deref(), &out)?),
        Command::Print { file, format, translation } => {
            let guide = match translation {
                Some(translation) => Document::load(&file)?.translated(&Document::load(&translation)?)?,
                None => guide(&file)?,
            };
            good(match format {
                Format::Html => print::html(&guide),
                Format::Markdown => print::markdown(&guide),
                Format::Text => print::text(&guide),
            })
        }
    }
}

fn guide(file: &Path) -> Result<Guide> {
    Document::load(file)?.checked()
}

fn write_new(path: &Path, text: &str) -> Result<String> {
    let name = path.display();
    let mut file = File::create_new(path).with_context(|| format!("{name} can not be made"))?;
    file.write_all(text.as_bytes()).with_context(|| format!("{name} can not be written"))?;
    Ok(format!("{name} is written. `fault-finder check {name}` looks it over.\n"))
}

fn write_packed(file: &Path, script: &Path, locales: Option<&Path>, out: &Path) -> Result<String> {
    let document = Document::load(file)?;
    let languages = match locales {
        Some(folder) => document.languages(file, folder)?,
        None => Vec::new(),
    };
    let read = |it: &Path| {
        fs::read_to_string(it)
            .with_context(|| format!("the widget's script {} can not be read; --script says where it is", it.display()))
    };
    let scripts = Scripts { class: read(script)?, wasm: read(&script.with_file_name(pack::WASM))? };
    let page =
        pack(&document.checked()?, &Source::Held(&document.text), &languages, &scripts).map_err(anyhow::Error::msg)?;
    let name = out.display();
    fs::write(out, page).with_context(|| format!("{name} can not be written"))?;
    Ok(format!("{name} is written. It needs nothing beside it.\n"))
}

fn check_files(files: &[PathBuf], strict: bool, json: bool) -> Answer {
    let documents = files.iter().map(|it| Document::load(it)).collect::<Result<Vec<_>>>()?;
    let mut checked: Vec<(Document, Vec<Finding>)> = Vec::new();
    for (path, document) in files.iter().zip(documents) {
        checked.push((document.clone(), check(&document)));
        for translation in document.translations_beside(path)? {
            checked.push((translation.clone(), check_translation(&document, &translation)));
        }
    }
    let words = |(document, findings): &(Document, Vec<Finding>)| {
        check::show(document, findings, &renderer()) + &check::summary(document, findings)
    };
    let text = if json { check::json(&checked)? } else { checked.iter().map(words).collect() };
    let worst = if strict { Severity::Warning } else { Severity::Error };
    let fails = checked.iter().flat_map(|(_, findings)| findings).any(|it| it.severity <= worst);
    Ok((text, if fails { ExitCode::FAILURE } else { ExitCode::SUCCESS }))
}

/// Colors are for people who look at a terminal and have not asked for none.
fn renderer() -> Renderer {
    let has_colors = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if has_colors { Renderer::styled() } else { Renderer::plain() }
}

/// Whoever reads the output may stop early, as `head` does. That is no error.
fn print(text: &str) -> Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("the output can not be written"),
        Ok(()) | Err(_) => Ok(()),
    }
}
