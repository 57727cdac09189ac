//! What a plan says.

/// Bounds closer than this share count as met.
pub(super) const MET: f64 = 1e-7;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Hand over.
    Service,
    /// Try the repair at this position.
    Repair(usize),
    /// Ask the question at this position.
    Question(usize),
}

/// The next step, and what to expect of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// What comes next.
    pub next: Move,
    /// The expected minutes to a working device or to service, if the plan is followed.
    pub minutes: f64,
    /// No plan takes less than this.
    pub at_least: f64,
}

impl Plan {
    /// Whether no plan is better.
    pub fn is_exact(&self) -> bool {
        self.minutes - self.at_least <= MET * self.minutes
    }
}
