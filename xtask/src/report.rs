//! What a run of the checks came to: a table, and a closing line with the counts.

use crate::counts::Counts;
use std::time::Duration;

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Passed,
    /// It does not hold, or it could not be run.
    Failed,
    /// It was not run, because one before it failed that it builds upon.
    Skipped,
}

/// One check of a run.
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// How it ended.
    pub verdict: Verdict,
    /// The tests that it counted; none if it is not one that runs tests.
    pub counts: Counts,
    /// How long it took.
    pub took: Duration,
}

/// All checks of a run, in order.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Adds a check that ended.
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Whether all checks hold.
    pub fn is_good(&self) -> bool {
        self.rows.iter().all(|it| it.verdict == Verdict::Passed)
    }

    /// The table, a line for each check.
    pub fn table(&self) -> String {
        self.rows.iter().map(Row::line).collect()
    }

    /// The counts of all checks together.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.rows.iter().for_each(|it| total.add(it.weight()));
        total
    }
}

impl Row {
    /// What the check adds to the total: its tests; itself if it has none; and one failure if it failed although no
    /// test did, as when its code does not build.
    fn weight(&self) -> Counts {
        let failed = self.verdict != Verdict::Passed;
        match self.counts {
            Counts { passed: 0, failed: 0 } if !failed => Counts { passed: 1, failed: 0 },
            Counts { passed, failed: 0 } if failed => Counts { passed, failed: 1 },
            counts => counts,
        }
    }

    fn line(&self) -> String {
        let verdict = match self.verdict {
            Verdict::Passed => "passed",
            Verdict::Failed => "FAILED",
            Verdict::Skipped => "not run",
        };
        let Counts { passed, failed } = self.counts;
        let tests = if self.counts.is_empty() { String::new() } else { format!("{passed} passed, {failed} failed") };
        let line = format!("  {:<38} {verdict:<8} {:>6.1} s  {tests}", self.name, self.took.as_secs_f64());
        format!("{}\n", line.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(verdict: Verdict, tests: [u32; 2], total: [u32; 2]) {
        let [passed, failed] = tests;
        let counts = Counts { passed, failed };
        let mut report = Report::default();
        report.add(Row { name: "a check", verdict, counts, took: Duration::ZERO });
        let [passed, failed] = total;
        assert_eq!(report.total(), Counts { passed, failed });
        assert_eq!(report.is_good(), failed == 0);
    }

    #[test]
    fn a_check_without_tests_counts_as_one() {
        check(Verdict::Passed, [0, 0], [1, 0]);
        check(Verdict::Failed, [0, 0], [0, 1]);
        check(Verdict::Skipped, [0, 0], [0, 1]);
    }

    #[test]
    fn a_check_with_tests_counts_them() {
        check(Verdict::Passed, [5, 0], [5, 0]);
        check(Verdict::Failed, [5, 2], [5, 2]);
    }

    #[test]
    fn a_failure_never_hides_behind_passing_tests() {
        check(Verdict::Failed, [5, 0], [5, 1]);
    }
}
