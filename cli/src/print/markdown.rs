//! The outline as Markdown.

use super::outline::{Block, Inline, Marks, Part};

/// Blocks with an empty line between them.
pub(super) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block) -> String {
    match block {
        // The guide is a document of its own here, so its heading is the first.
        Block::Heading(level, text) => format!("{} {}\n", "#".repeat(usize::from(level - 1)), escaped(text)),
        Block::Paragraph(words) => line(words) + "\n",
        Block::List(marks, items) => items.iter().zip(1..).map(|(it, number)| item(*marks, number, it)).collect(),
    }
}

fn item(marks: Marks, number: u32, parts: &[Part]) -> String {
    let mark = match marks {
        Marks::Bullets => "- ".to_owned(),
        Marks::Numbers => format!("{number}. "),
    };
    let text = parts.iter().map(part).collect::<Vec<_>>().join("\n");
    let indent = " ".repeat(mark.len());
    let behind = |(idx, line): (usize, &str)| match (idx, line) {
        (0, line) => format!("{mark}{line}\n"),
        (_, "") => "\n".to_owned(),
        (_, line) => format!("{indent}{line}\n"),
    };
    text.lines().enumerate().map(behind).collect()
}

fn part(part: &Part) -> String {
    match part {
        Part::Words(words) => line(words) + "\n",
        Part::Block(it) => block(it),
    }
}

fn line(words: &[Inline]) -> String {
    escaped_start(words.iter().map(inline).collect::<String>().trim())
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Plain(text) => escaped(text),
        Inline::Strong(text) => format!("**{}**", escaped(text)),
        Inline::Small(text) => format!("*{}*", escaped(text)),
        Inline::Link { url, text } => format!("[{}](<{}>)", escaped(text), url.replace('<', "%3C").replace('>', "%3E")),
    }
}

/// Text in which no character means anything to Markdown.
fn escaped(text: &str) -> String {
    let escape = |it: char| if r"\`*_[]<>#|~&".contains(it) { format!("\\{it}") } else { it.to_string() };
    text.chars().map(escape).collect()
}

/// A line that does not begin a list by chance.
fn escaped_start(line: &str) -> String {
    let n_digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.get(n_digits..) {
        Some(rest) if rest.starts_with(['-', '+']) && n_digits == 0 => format!("\\{line}"),
        Some(rest) if rest.starts_with(['.', ')']) && n_digits > 0 => {
            format!("{}\\{rest}", line.get(..n_digits).unwrap_or_default())
        }
        Some(_) | None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_not_become_markup() {
        let check = |text: &str, expected: &str| assert_eq!(line(&[Inline::Plain(text.to_owned())]), expected);
        check("a *b* <c> [d]", r"a \*b\* \<c\> \[d\]");
        check("- no item", r"\- no item");
        check("12. no item", r"12\. no item");
        check("1.5 hours", r"1\.5 hours");
        check("5 to 35 °C", "5 to 35 °C");
    }
}
