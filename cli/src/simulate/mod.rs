//! `simulate`: how people fare who are drawn from a guide's own numbers, in the order of the plan and in others.

mod measures;
mod order;
mod person;
mod perturb;
mod settings;
mod show;
mod truth;
mod walk;

pub use measures::{Measures, Spread};
pub use perturb::Perturbed;
pub use settings::Settings;
pub use show::show;

use crate::planner::Planner;
use fastrand::Rng;
use fault_finder::diagnosis::{Method, Set};
use fault_finder::guide::Guide;
use order::{Order, article};
use person::Person;
use serde::Serialize;
use std::collections::HashMap;
use truth::Truth;
use walk::{Walk, walks};

/// What the simulation found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The id of the guide.
    pub guide: String,
    /// What was asked for.
    pub settings: Settings,
    /// The minutes that service counts as.
    pub service_minutes: f64,
    /// How people fare in each order. The plan comes first and the article second.
    pub orders: Vec<Measures>,
    /// The plan against the article.
    pub against_article: Against,
    /// What is left of the article's minutes for people who are told their fault. Nobody can get below.
    pub told: f64,
    /// What becomes of it when the weights are wrong.
    pub perturbed: Option<Perturbed>,
}

/// One order against another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Against {
    /// The ratio of the mean minutes.
    pub total: f64,
    /// The ratio of the mean minutes at home.
    pub home: f64,
    /// The ratio of the visits to service, stopped ones included.
    pub service_visits: f64,
    /// The difference of the shares that are fixed at home.
    pub fixed: f64,
}

/// Walks people through the guide.
pub fn simulate(guide: &Guide, settings: &Settings) -> Report {
    let model = settings.model(guide);
    let truth = settings.truth(guide, &model);
    let mut random = Rng::with_seed(settings.seed);
    let people: Vec<Person> = (0..settings.people).map(|_| Person::draw(&mut random, &truth)).collect();
    let planner = Planner::of(model.clone());
    let orders = measure(guide, &truth, &people, &planner);
    let told = measures::mean(people.iter().map(|it| truth.told(it)));
    let against_article = match orders.as_slice() {
        [best, article, ..] => Against::new(best, article),
        [..] => Against { total: f64::NAN, home: f64::NAN, service_visits: f64::NAN, fixed: f64::NAN },
    };
    Report {
        guide: guide.id.clone(),
        settings: settings.clone(),
        service_minutes: model.service,
        told: told / orders.get(1).map_or(f64::NAN, |it| it.total.mean),
        orders,
        against_article,
        perturbed: settings.perturb.map(|most| perturb::perturb(guide, settings, most, &truth, &planner)),
    }
}

/// What people come across who follow the plan: the questions that are asked and the repairs that are tried.
pub(crate) fn met(guide: &Guide, planner: &Planner, people: u32) -> (Set, Set) {
    let truth = Truth::of(guide, &planner.model);
    let mut random = Rng::with_seed(1);
    let people: Vec<Person> = (0..people).map(|_| Person::draw(&mut random, &truth)).collect();
    let both = |sum: (Set, Set), it: &Walk| (sum.0.union(it.asked), sum.1.union(it.tried));
    walks(&truth, &people, || Order::Best(planner)).iter().fold((Set::default(), Set::default()), both)
}

fn measure(guide: &Guide, truth: &Truth, people: &[Person], planner: &Planner) -> Vec<Measures> {
    let model = &planner.model;
    let article = article(guide);
    let method = |it| walks(truth, people, || Order::Method(it, model, HashMap::new()));
    let orders = [
        ("best", walks(truth, people, || Order::Best(planner))),
        ("article", walks(truth, people, || Order::Article(&article))),
        ("article, skipping what is impossible", walks(truth, people, || Order::ArticleSkipping(&article, model))),
        ("efficiency", method(Method::Efficiency)),
        ("sacso", method(Method::Sacso)),
    ];
    orders.iter().map(|(name, walks)| Measures::new(name, walks)).collect()
}

impl Against {
    fn new(one: &Measures, other: &Measures) -> Against {
        Against {
            total: one.total.mean / other.total.mean,
            home: one.home.mean / other.home.mean,
            service_visits: (1.0 - one.fixed) / (1.0 - other.fixed),
            fixed: one.fixed - other.fixed,
        }
    }
}
