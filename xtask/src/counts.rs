//! Counts tests by the closing lines of the programs that run them.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many passed.
    pub passed: u32,
    /// How many failed.
    pub failed: u32,
}

impl Counts {
    /// Adds what others counted.
    pub fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Whether no test was counted at all.
    pub fn is_empty(self) -> bool {
        self == Counts::default()
    }

    /// Adds what a line of output says, if it is a closing line.
    ///
    /// Rust and wasm-bindgen close with `test result: ok. 3 passed; 1 failed; ...`, Node.js with a line `pass 3` and
    /// others for `fail` and `cancelled`, each behind a sign of its reporter.
    pub fn read_line(&mut self, line: &str) {
        let plain = without_colors(line);
        let words: Vec<&str> = plain.split_whitespace().collect();
        match words.as_slice() {
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
                self.passed += number(passed);
                self.failed += number(failed);
            }
            ["#" | "ℹ", "pass", passed] => self.passed += number(passed),
            ["#" | "ℹ", "fail" | "cancelled", failed] => self.failed += number(failed),
            [..] => (),
        }
    }
}

fn number(word: &str) -> u32 {
    word.parse().unwrap_or_default()
}

/// The text without the escape sequences that color it: each starts with an escape character and ends with an `m`.
fn without_colors(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: u32, failed: u32) {
        let mut counts = Counts::default();
        counts.read_line(line);
        assert_eq!(counts, Counts { passed, failed }, "{line}");
    }

    #[test]
    fn closing_lines_are_counted() {
        check(
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n",
            12,
            0,
        );
        check("test result: \u{1b}[31mFAILED\u{1b}[m. 3 passed; 2 failed; 0 ignored; 0 filtered out\n", 3, 2);
        check("ℹ pass 7\n", 7, 0);
        check("\u{1b}[34mℹ fail 1\u{1b}[39m\n", 0, 1);
        check("ℹ cancelled 2\n", 0, 2);
        check("# pass 4\n", 4, 0);
    }

    #[test]
    fn other_lines_are_not() {
        check("test adds ... ok\n", 0, 0);
        check("ℹ tests 7\n", 0, 0);
        check("pass 7\n", 0, 0);
        check("", 0, 0);
    }
}
