//! What each question is worth.

use super::followed;
use crate::planner::Planner;
use crate::table::table;
use fault_finder::diagnosis::{Belief, Known};
use fault_finder::guide::Guide;
use rayon::prelude::*;

/// For each question that can be asked now, the minutes that it takes and those that it saves: the plan without it
/// against the plan with it.
pub(super) fn prices(guide: &Guide, planner: &Planner, belief: &Belief) -> String {
    let with = followed(planner, belief);
    let price = |idx: usize| {
        let unsure = Known { unsure: belief.known.unsure.with(idx), ..belief.known.clone() };
        let without = followed(planner, &Belief { known: unsure, odds: belief.odds.clone() });
        let (question, model) = (guide.questions.get(idx)?, planner.model.questions.get(idx)?);
        Some((format!("{}: {}", question.id, question.text), model.minutes, without - with))
    };
    let open: Vec<usize> = belief.open_questions(&planner.model).collect();
    if open.is_empty() {
        return "There is no question to ask.\n".to_owned();
    }
    let mut prices: Vec<_> = open.into_par_iter().filter_map(price).collect();
    prices.sort_by(|one, other| other.2.total_cmp(&one.2));
    let row = |it: &(String, f64, f64)| vec![it.0.clone(), format!("{:.1}", it.1), format!("{:.2}", it.2)];
    let rows: Vec<_> = prices.iter().map(row).collect();
    table(&["what each question is worth", "it takes", "the guide without it takes longer by"], &rows)
}
