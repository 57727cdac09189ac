//! Text that is generated into a file which is written by hand, between two lines that say so.

use anyhow::{Context, Result};

/// The page with new text between the markers of this name, each line as far in as the first marker.
pub fn filled(page: &str, name: &str, text: &str) -> Result<String> {
    let (begin, end) = (begin(name), end(name));
    between(page, &begin, &end, text).with_context(|| format!("the lines {begin} and {end} are missing"))
}

fn between(page: &str, begin: &str, end: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    let indent = before.rsplit('\n').next()?;
    let indented = |it: &str| if it.is_empty() { "\n".to_owned() } else { format!("{indent}{it}\n") };
    let lines: String = text.lines().map(indented).collect();
    Some(format!("{before}{begin}\n{lines}{indent}{end}{after}"))
}

fn begin(name: &str) -> String {
    format!("<!-- {name}: begin -->")
}

fn end(name: &str) -> String {
    format!("<!-- {name}: end -->")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_text_between_the_markers_changes() {
        let (begin, end) = (begin("part"), end("part"));
        let page = format!("<p>\n  {begin}\n  old\n  {end}\n</p>\n");
        let once = filled(&page, "part", "<b>\n\nnew\n").unwrap();
        assert_eq!(once, format!("<p>\n  {begin}\n  <b>\n\n  new\n  {end}\n</p>\n"));
        assert_eq!(filled(&once, "part", "<b>\n\nnew\n").unwrap(), once);
    }

    #[test]
    fn a_page_without_markers_is_left_alone() {
        let ends_first = format!("{} {}", end("part"), begin("part"));
        let of_another = format!("{} {}", begin("other"), end("other"));
        for page in ["<p></p>", &ends_first, &of_another] {
            assert!(filled(page, "part", "new").is_err(), "{page}");
        }
    }
}
