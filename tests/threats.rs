//! `docs/threats.md` names the test of each line. Each of them is there, under the name that the page gives it.

use crate::tables::{find_tests, rows, text_of};

#[test]
fn each_line_of_the_table_names_tests_that_are_there() {
    let page = text_of("docs/threats.md").unwrap();
    let rows = rows(&page, "| from | cannot | held by |");
    assert!(rows.len() > 30);
    for row in rows {
        let cell = row.last().unwrap();
        assert!(find_tests(cell) > 0 || cell.contains("`cargo xtask"), "no test: {row:?}");
    }
}
