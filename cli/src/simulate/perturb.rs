//! What becomes of the plan when the weights of the guide are wrong.

use super::measures::{mean, percentile};
use super::order::{Order, article};
use super::person::Person;
use super::settings::Settings;
use super::truth::Truth;
use super::walk::walks;
use crate::planner::Planner;
use fastrand::Rng;
use fault_finder::diagnosis::Model;
use fault_finder::guide::Guide;
use serde::Serialize;

/// People per draw. Both plans meet the same ones, so that few are enough.
const MOST_PEOPLE: u32 = 1_000;
/// The states that each plan from the true weights looks at: thousands of plans are made, and only their mean counts.
const N_STATES: usize = 500;

/// What becomes of the plan when the weights of the guide are wrong.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Perturbed {
    /// How many times weights were drawn.
    pub draws: u32,
    /// How many people were walked for each.
    pub people: u32,
    /// The states that each plan from the true weights has looked at.
    pub n_states: usize,
    /// The ratio of the plan's minutes to the article's: the 5th, 50th and 95th percentile of the draws.
    pub ratio: [f64; 3],
    /// The minutes that the plan takes more than one from the true weights: the mean of the draws.
    pub regret: f64,
    /// And the 95th percentile.
    pub regret_95: f64,
}

/// Draws true weights, and people from them, who follow the plan of the guide as it is.
pub(super) fn perturb(guide: &Guide, settings: &Settings, most: f64, truth: &Truth, planner: &Planner) -> Perturbed {
    let article = article(guide);
    let people = settings.people.min(MOST_PEOPLE);
    let mut random = Rng::with_seed(settings.seed);
    let (mut ratios, mut regrets) = (Vec::new(), Vec::new());
    for _ in 0..settings.draws {
        let truth = Truth { model: drawn(&truth.model, most, &mut random), ..truth.clone() };
        let met: Vec<Person> = (0..people).map(|_| Person::draw(&mut random, &truth)).collect();
        let told = Model { weights: truth.model.weights.clone(), ..planner.model.clone() };
        let ours = minutes(&truth, &met, || Order::Best(planner));
        let told = Planner::new(told, N_STATES);
        regrets.push(ours - minutes(&truth, &met, || Order::Best(&told)));
        ratios.push(ours / minutes(&truth, &met, || Order::Article(&article)));
    }
    ratios.sort_by(f64::total_cmp);
    regrets.sort_by(f64::total_cmp);
    Perturbed {
        draws: settings.draws,
        people,
        n_states: N_STATES,
        ratio: [5, 50, 95].map(|it| percentile(&ratios, it)),
        regret: mean(regrets.iter().copied()),
        regret_95: percentile(&regrets, 95),
    }
}

fn minutes<'a>(truth: &Truth, people: &[Person], order: impl Fn() -> Order<'a> + Sync) -> f64 {
    mean(walks(truth, people, order).iter().map(|it| it.total))
}

/// Each weight times a factor of its own, as likely smaller as larger.
fn drawn(model: &Model, most: f64, random: &mut Rng) -> Model {
    let weights = model.weights.iter().map(|it| it * most.powf(2.0 * random.f64() - 1.0)).collect();
    Model { weights, ..model.clone() }
}
