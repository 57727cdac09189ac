//! The page: its words, and a table for each size of models.

use crate::models::{Questions, Size, random_model};
use fault_finder::diagnosis::{Belief, Known, Method, Model, Move, N_STATES, expected_minutes, least_minutes, plan};
use std::rc::Rc;

const HEAD: &str = "\
# How close the plan comes

Made by `cargo run --release --example methods > docs/methods.md`; do not edit it by hand.

Random models (`tests/common/models.rs`, seed 1) have dependent repairs, shared preparations, questions and service.
Small ones have 2 to 6 faults, 1 to 7 repairs and up to 3 questions; middle ones 8, 8 and 5; large ones 12, 12 and 9.
Ordinary questions are rather blunt and take up to three minutes; sharp ones are telling and cheap.
Each method chooses each step anew, and what it leads to is followed through every branch.

- *Written order* tries all repairs in their order, then service.
- *Efficiency* tries what cures most per minute and asks nothing, cut where service is cheapest
  (Heckerman, Breese, Rommelse, CACM 38(3), 1995, doi 10.1145/203330.203341).
- *Now or never* also asks what saves most against never asking.
- *SACSO's rule* asks only if that is also better than asking after the next repair
  (Jensen et al., AI EDAM 15, 2001, 321-333, doi 10.1017/s0890060401154065).
- *The plan* is ours, with so many states looked at for each step; the widget takes 2,000, and fewer
  for larger guides. Where two plans differ by less than 0.2 %, it takes the one with fewer steps; on small models, that
  is all it loses.

On nine guides for printers, the field itself reports a mean excess of 59.16 % for efficiency without questions, 21.5 %
for now or never and 1.81 % for SACSO's rule (Langseth, Jensen, RESS 80, 2003, table 2). Those guides are not published.
No method that is fast on every model can promise much (Vomlelová, IJIS 18, 2003, 267-277; Lin, IJAR 55, 2014, 977-988);
preparations that several repairs share make it harder still (Ottosen, Jensen, UAI 2010, arXiv 1203.3502).
";

/// A way to choose each step.
#[derive(Clone, Copy)]
enum Way {
    Method(Method),
    Plan(usize),
}

const WAYS: [(&str, Way); 7] = [
    ("written order", Way::Method(Method::Written)),
    ("efficiency", Way::Method(Method::Efficiency)),
    ("now or never", Way::Method(Method::NowOrNever)),
    ("SACSO's rule", Way::Method(Method::Sacso)),
    ("the plan, 300 states", Way::Plan(300)),
    ("the plan, 1,000 states", Way::Plan(1_000)),
    ("the plan, 2,000 states", Way::Plan(N_STATES)),
];
const KINDS: [Questions; 2] = [Questions::Ordinary, Questions::Sharp];

/// The whole page.
pub(crate) fn page() -> String {
    let small = above_the_best("Small models", &Size::SMALL, 1_000);
    let middle = above_the_best("Middle models", &Size::MIDDLE, 100);
    format!("{HEAD}\n{small}\n{middle}\n{}", against_sacso(100))
}

/// How far each method is above trying everything.
fn above_the_best(title: &str, size: &Size, n_models: u32) -> String {
    let columns = KINDS.map(|kind| {
        let models = models(size, kind, n_models);
        let least: Vec<f64> =
            models.iter().map(|it| start(it).map_or(0.0, |start| least_minutes(it, &start))).collect();
        WAYS.map(|(name, way)| {
            eprintln!("{title}, {kind:?}, {name}");
            let excess = |(it, least): (&Model, &f64)| 100.0 * (minutes(it, way) / least - 1.0).max(0.0);
            let excess: Vec<f64> = models.iter().zip(&least).map(excess).collect();
            let worst = excess.iter().copied().fold(0.0, f64::max);
            format!("{} | {}", rounded(excess.iter().sum::<f64>() / f64::from(n_models)), rounded(worst))
        })
    });
    format!(
        "## {title}\n\nMinutes above trying everything, in per cent; {n_models} models of each kind.\n\n\
         | | ordinary, mean | worst | sharp, mean | worst |\n|---|--:|--:|--:|--:|\n{}",
        rows(&columns)
    )
}

/// Large models cannot be tried through, so SACSO's rule is the measure.
fn against_sacso(n_models: u32) -> String {
    let columns = KINDS.map(|kind| {
        let models = models(&Size::LARGE, kind, n_models);
        let sums = WAYS.map(|(name, way)| {
            eprintln!("Large models, {kind:?}, {name}");
            models.iter().map(|it| minutes(it, way)).sum::<f64>()
        });
        let sacso: f64 = models.iter().map(|it| minutes(it, Way::Method(Method::Sacso))).sum();
        sums.map(|it| format!("{:.4}", it / sacso))
    });
    format!(
        "## Large models\n\nMean minutes as a ratio to those of SACSO's rule; {n_models} models of each kind.\n\n\
         | | ordinary | sharp |\n|---|--:|--:|\n{}",
        rows(&columns)
    )
}

fn models(size: &Size, kind: Questions, n_models: u32) -> Vec<Model> {
    let mut random = fastrand::Rng::with_seed(1);
    (0..n_models).map(|_| random_model(&mut random, size, kind)).collect()
}

fn start(model: &Model) -> Option<Belief> {
    Belief::new(model, Known::default())
}

/// The expected minutes of those who are led like this.
fn minutes(model: &Model, way: Way) -> f64 {
    let shared = Rc::new(model.clone());
    let next = |belief: &Belief| -> Move {
        match way {
            Way::Method(method) => method.next(model, belief),
            Way::Plan(n_states) => plan(&shared, belief, n_states).next,
        }
    };
    start(model).map_or(0.0, |it| expected_minutes(model, &it, next))
}

/// Enough decimals to tell the methods apart.
fn rounded(percent: f64) -> String {
    if percent >= 10.0 { format!("{percent:.1}") } else { format!("{percent:.3}") }
}

fn rows(columns: &[[String; WAYS.len()]; KINDS.len()]) -> String {
    let [ordinary, sharp] = columns;
    let cells = WAYS.iter().zip(ordinary).zip(sharp);
    let rows = cells.map(|(((name, _), ordinary), sharp)| format!("| {name} | {ordinary} | {sharp} |\n"));
    rows.collect::<Vec<_>>().concat()
}
