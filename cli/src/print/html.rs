//! The outline as HTML, and the one place where text is escaped for it.

use super::outline::{Block, Inline, Marks, Part};

/// Blocks, one element a line.
pub(super) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => tag(&format!("h{level}"), &escaped(text)),
        Block::Paragraph(words) => tag("p", &line(words)),
        Block::List(marks, items) => {
            let rows: String = items.iter().map(|it| tag("li", &it.iter().map(part).collect::<String>())).collect();
            let name = match marks {
                Marks::Bullets => "ul",
                Marks::Numbers => "ol",
            };
            tag(name, &format!("\n{rows}"))
        }
    }
}

fn part(part: &Part) -> String {
    match part {
        Part::Words(words) => line(words),
        Part::Block(it) => block(it),
    }
}

fn line(words: &[Inline]) -> String {
    words.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Plain(text) => escaped(text),
        Inline::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
        Inline::Small(text) => format!("<small>{}</small>", escaped(text)),
        Inline::Link { url, text } => format!("<a href=\"{}\">{}</a>", escaped(url), escaped(text)),
    }
}

/// An element around HTML that is already escaped.
fn tag(name: &str, inner: &str) -> String {
    format!("<{name}>{inner}</{name}>\n")
}

/// Text as it may stand in an element or in an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_not_become_markup() {
        assert_eq!(escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
        assert_eq!(escaped("&lt;"), "&amp;lt;");
        let link = Inline::Link { url: "https://x/?a=1&b=\"".to_owned(), text: "<b>".to_owned() };
        assert_eq!(inline(&link), "<a href=\"https://x/?a=1&amp;b=&quot;\">&lt;b&gt;</a>");
    }
}
