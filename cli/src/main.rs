//! `fault-finder`: the commands for those who write guides.

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use fault_finder_cli::document::Document;
use fault_finder_cli::plan::{self, plan};
use fault_finder_cli::print;
use fault_finder_cli::simulate::{self, simulate};
use std::path::PathBuf;
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

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Plan { file, settings } => {
            print!("{}", plan(&Document::load(&file)?.checked()?, &settings)?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Print { file, format } => {
            let guide = Document::load(&file)?.checked()?;
            let text = match format {
                Format::Html => print::html(&guide),
                Format::Markdown => print::markdown(&guide),
                Format::Text => print::text(&guide),
            };
            print!("{text}");
            Ok(ExitCode::SUCCESS)
        }
        Command::Simulate { file, settings, json } => {
            let report = simulate(&Document::load(&file)?.checked()?, &settings);
            print!("{}", if json { serde_json::to_string_pretty(&report)? + "\n" } else { simulate::show(&report) });
            Ok(ExitCode::SUCCESS)
        }
    }
}
