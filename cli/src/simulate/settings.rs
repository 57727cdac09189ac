//! What can be asked of a simulation.

use super::truth::Truth;
use clap::Args;
use fault_finder::diagnosis::Model;
use fault_finder::guide::Guide;
use serde::Serialize;

/// What can be asked of a simulation.
#[derive(Args, Clone, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// How many people to draw.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub people: u32,
    /// The start of the random numbers; the same seed draws the same people.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The chance, 0 to 1, that a person is not sure of an answer.
    #[arg(long, value_name = "CHANCE", default_value_t = 0.0, value_parser = chance)]
    pub not_sure: f64,
    /// Blur the answers: 0 leaves the odds as the guide has them, 1 makes all choices equal. The plan knows nothing
    /// of it.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = chance)]
    pub noise: f64,
    /// Let service count as so many minutes, for the plan and for the count.
    #[arg(long, value_name = "MINUTES", value_parser = minutes)]
    pub service: Option<f64>,
    /// Also draw true weights that are up to so many times smaller or larger than the guide says.
    #[arg(long, value_name = "FACTOR", value_parser = factor)]
    pub perturb: Option<f64>,
    /// How often to draw such weights.
    #[arg(long, default_value_t = 200, requires = "perturb", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub draws: u32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { people: 10_000, seed: 1, not_sure: 0.0, noise: 0.0, service: None, perturb: None, draws: 200 }
    }
}

impl Settings {
    /// The numbers that the plan is computed from.
    pub(super) fn model(&self, guide: &Guide) -> Model {
        let model = Model::of(guide);
        Model { service: self.service.unwrap_or(model.service), ..model }
    }

    /// The numbers that people are drawn from.
    pub(super) fn truth(&self, guide: &Guide, model: &Model) -> Truth {
        Truth { not_sure: self.not_sure, noise: self.noise, ..Truth::of(guide, model) }
    }
}

fn chance(text: &str) -> Result<f64, String> {
    number(text).filter(|it| (0.0..=1.0).contains(it)).ok_or_else(|| "this must be between 0 and 1".to_owned())
}

fn minutes(text: &str) -> Result<f64, String> {
    let minutes = number(text).filter(|it| *it > 0.0 && *it <= 1e6);
    minutes.ok_or_else(|| "this must be more than 0 and at most 1,000,000".to_owned())
}

fn factor(text: &str) -> Result<f64, String> {
    number(text).filter(|it| (1.0..=1e3).contains(it)).ok_or_else(|| "this must be between 1 and 1,000".to_owned())
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}
