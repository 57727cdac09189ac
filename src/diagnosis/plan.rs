//! What a plan says.

/// Bounds closer than this share count as met.
pub(super) const MET: f64 = 1e-7;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// What to expect, if the plan is followed.
    pub expected: Expected,
    /// No plan takes fewer minutes than this.
    pub at_least: f64,
    /// The expected minutes of a plan that asks nothing.
    pub unasked: f64,
}

/// What to expect of a way to go on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// The minutes to a working device or through service.
    pub minutes: f64,
    /// The chance that the device works without service.
    pub fixed: f64,
    /// The number of steps, service not counted.
    pub steps: f64,
}

impl Plan {
    /// Whether no plan is better.
    pub fn is_exact(&self) -> bool {
        self.expected.minutes - self.at_least <= MET * self.expected.minutes
    }
}

impl Expected {
    /// Handing over at once.
    pub(super) fn service(minutes: f64) -> Expected {
        Expected { minutes, fixed: 0.0, steps: 0.0 }
    }

    /// A step of so many minutes, and then what comes to pass: each with its chance.
    pub(super) fn after_step(minutes: f64, cured: f64, then: impl Iterator<Item = (f64, Expected)>) -> Expected {
        let step = Expected { minutes, fixed: cured, steps: 1.0 };
        then.fold(step, |sum, (chance, it)| Expected {
            minutes: sum.minutes + chance * it.minutes,
            fixed: sum.fixed + chance * it.fixed,
            steps: sum.steps + chance * it.steps,
        })
    }

    /// The minutes that the person spends before service, where service takes so many.
    pub fn home_minutes(&self, service: f64) -> f64 {
        (self.minutes - (1.0 - self.fixed) * service).max(0.0)
    }
}
