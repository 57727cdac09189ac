//! The outline as plain text.

use super::outline::{Block, Inline, Marks, Part};
use textwrap::Options;

/// How many columns a line may have.
const COLUMNS: usize = 78;

/// Blocks with an empty line between them.
pub(super) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(|it| block(it, "")).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block, indent: &str) -> String {
    match block {
        Block::Heading(level, text) => heading(*level, text),
        Block::Paragraph(words) => wrapped(&line(words), indent, indent),
        Block::List(marks, items) => {
            items.iter().zip(1..).map(|(it, number)| item(*marks, number, it, indent)).collect()
        }
    }
}

/// The two highest levels are underlined; below them, a heading is a line.
fn heading(level: u8, text: &str) -> String {
    let underline = match level {
        2 => "=",
        3 => "-",
        _ => return format!("{text}\n"),
    };
    let width = text.lines().map(|it| it.chars().count()).max().unwrap_or(0);
    format!("{text}\n{}\n", underline.repeat(width))
}

fn item(marks: Marks, number: u32, parts: &[Part], indent: &str) -> String {
    let mark = match marks {
        Marks::Bullets => "- ".to_owned(),
        Marks::Numbers => format!("{number}. "),
    };
    let behind = indent.to_owned() + &" ".repeat(mark.len());
    let mut first = indent.to_owned() + &mark;
    let mut text = String::new();
    for part in parts {
        text += &match part {
            Part::Words(words) => wrapped(&line(words), &first, &behind),
            Part::Block(it) => block(it, &behind),
        };
        first.clone_from(&behind);
    }
    text
}

fn line(words: &[Inline]) -> String {
    let text: String = words.iter().map(inline).collect();
    text.trim().to_owned()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Plain(text) | Inline::Strong(text) | Inline::Small(text) => text.clone(),
        Inline::Link { url, text } => format!("{text}: {url}"),
    }
}

fn wrapped(text: &str, first: &str, behind: &str) -> String {
    let options = Options::new(COLUMNS).initial_indent(first).subsequent_indent(behind).break_words(false);
    textwrap::fill(text, options.word_splitter(textwrap::WordSplitter::NoHyphenation)) + "\n"
}
