//! Small pieces of HTML, and the one place where text is escaped.

/// A paragraph of text.
pub fn paragraph(text: &str) -> String {
    tag("p", &escaped(text))
}

/// A link; the address is one that the guide's own check has let through.
pub fn link(url: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(url), escaped(text))
}

/// A list of items that are already HTML.
pub fn list(name: &str, rows: impl Iterator<Item = String>) -> String {
    tag(name, &format!("\n{}", rows.collect::<String>()))
}

/// An element around HTML that is already escaped.
pub fn tag(name: &str, inner: &str) -> String {
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
        assert_eq!(
            link("https://x/?a=1&b=\"", "<b>"),
            "<a href=\"https://x/?a=1&amp;b=&quot;\">&lt;b&gt;</a>\n".trim_end()
        );
    }
}
