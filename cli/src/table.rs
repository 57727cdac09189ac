//! Tables of plain text.

use textwrap::core::display_width;

/// A table with a line of headings. The first column reads from the left, the others are numbers.
pub(crate) fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let headings: Vec<String> = headings.iter().map(|&it| it.to_owned()).collect();
    let all: Vec<&Vec<String>> = [&headings].into_iter().chain(rows).collect();
    let width = |column: usize| all.iter().filter_map(|it| it.get(column)).map(|it| display_width(it)).max();
    let widths: Vec<usize> = (0..headings.len()).map(|it| width(it).unwrap_or(0)).collect();
    all.iter().map(|it| line(it, &widths)).collect()
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let cell = |(idx, (text, width)): (usize, (&String, &usize))| {
        let space = " ".repeat(width.saturating_sub(display_width(text)));
        if idx == 0 { format!("{text}{space}") } else { format!("  {space}{text}") }
    };
    let text: String = cells.iter().zip(widths).enumerate().map(cell).collect();
    format!("{}\n", text.trim_end())
}

/// A number with one decimal.
pub(crate) fn one(number: f64) -> String {
    format!("{number:.1}")
}

/// A ratio with two decimals; a dash where there is nothing to compare with.
pub(crate) fn ratio(number: f64) -> String {
    if number.is_finite() { format!("{number:.2}") } else { "-".to_owned() }
}

/// A share in per cent.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
