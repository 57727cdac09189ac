//! What must be true of the plan that a guide brings along.

use super::check::{Checker, ROW_TOLERANCE};
use super::error::Problem;

/// Every question and every repair, once.
const MOST_STEPS: f64 = 128.0;

impl Checker<'_> {
    /// The plan that a guide brings along counts where its fingerprint fits, and anybody can compute that.
    pub(super) fn first(&mut self) {
        let Some(first) = &self.guide.first else { return };
        let minutes = [("minutes", first.minutes), ("at_least", first.at_least), ("unasked", first.unasked)];
        for (name, minutes) in minutes {
            self.minutes(format_args!("first.{name}"), minutes);
        }
        // It is a sum of products, and may miss 1 by a rounding.
        if !(0.0..=1.0 + ROW_TOLERANCE).contains(&first.fixed) {
            self.error(format_args!("first.fixed"), Problem::Range("between 0 and 1"));
        }
        if !(0.0..=MOST_STEPS).contains(&first.steps) {
            self.error(format_args!("first.steps"), Problem::Range("between 0 and 128"));
        }
    }
}
