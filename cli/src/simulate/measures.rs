//! What many walks come to.

use super::walk::{End, Walk};
use serde::Serialize;

/// What many walks in one order come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// The name of the order.
    pub order: &'static str,
    /// All minutes.
    pub total: Spread,
    /// The minutes before service.
    pub home: Spread,
    /// The mean number of questions asked and repairs tried.
    pub steps: f64,
    /// The share of people whose device works without service.
    pub fixed: f64,
    /// The share of people who are sent to service.
    pub service: f64,
    /// The share of people whose answer was a sign of danger.
    pub stopped: f64,
}

/// How numbers spread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// Their mean.
    pub mean: f64,
    /// As many are below as above.
    pub median: f64,
    /// One in twenty is above.
    pub percentile_95: f64,
}

impl Measures {
    pub(super) fn new(order: &'static str, walks: &[Walk]) -> Measures {
        let share = |end: End| mean(walks.iter().map(|it| if it.end == end { 1.0 } else { 0.0 }));
        Measures {
            order,
            total: Spread::of(walks.iter().map(|it| it.total).collect()),
            home: Spread::of(walks.iter().map(|it| it.home).collect()),
            steps: mean(walks.iter().map(|it| it.steps)),
            fixed: share(End::Fixed),
            service: share(End::Service),
            stopped: share(End::Stopped),
        }
    }
}

impl Spread {
    pub(super) fn of(mut numbers: Vec<f64>) -> Spread {
        numbers.sort_by(f64::total_cmp);
        Spread {
            mean: mean(numbers.iter().copied()),
            median: percentile(&numbers, 50),
            percentile_95: percentile(&numbers, 95),
        }
    }
}

/// The smallest of these sorted numbers that so many in a hundred do not exceed.
pub(super) fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).copied().unwrap_or(f64::NAN)
}

/// The mean; not a number, where there is nothing.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = numbers.fold((0.0, 0.0), |(sum, count), it| (sum + it, count + 1.0));
    sum / count
}
