//! Weights, odds and chances that can not be meant.

use super::finding::Lint;
use fault_finder::diagnosis::{Model, QuestionModel, RepairModel, Set};
use fault_finder::guide::{First, Guide};

pub(super) fn lints(guide: &Guide) -> Vec<Lint> {
    let model = Model::of(guide);
    let mut lints: Vec<Lint> = first(guide, &model).into_iter().collect();
    for (idx, _) in guide.faults.iter().enumerate() {
        lints.extend(fault(&model, idx));
    }
    for (idx, question) in model.questions.iter().enumerate() {
        lints.extend(tells_nothing(&model, question).then(|| {
            let message = "the odds are the same for every fault, so that no answer tells anything apart";
            Lint::warning("tells-nothing", format!("questions[{idx}].odds"), message)
        }));
    }
    for (idx, repair) in model.repairs.iter().enumerate() {
        lints.extend(fixes_nothing(&model, repair).then(|| {
            Lint::warning("fixes-nothing", format!("repairs[{idx}].fixes"), "this repair fixes no fault that can be")
        }));
        lints.extend((!is_possible(&model, repair)).then(|| {
            let message = "the question can never be answered so, so that this repair is never possible";
            Lint::warning("never-possible", format!("repairs[{idx}].only_if"), message)
        }));
    }
    lints
}

/// The first step that the guide carries ready-made, if it is of no use.
fn first(guide: &Guide, model: &Model) -> Option<Lint> {
    let first = guide.first.as_ref().filter(|it| it.plan(guide, model).is_none())?;
    let step = First::of(guide).and_then(|it| it.step).unwrap_or_else(|| "service".to_owned());
    let message = format!(
        "this was made from other numbers ({}), so the widget ignores it; by now, \"{step}\" comes first",
        first.numbers
    );
    Some(Lint::warning("first-outdated", "first", message))
}

fn fault(model: &Model, idx: usize) -> Option<Lint> {
    let place = format!("faults[{idx}]");
    if model.weights.get(idx).is_some_and(|it| *it <= 0.0) {
        let message = "a fault of weight 0 is never thought of, whatever is answered";
        return Some(Lint::warning("weight-0", format!("{place}.weight"), message));
    }
    let is_fixed = |it: &RepairModel| it.fixes.get(idx).is_some_and(|it| *it > 0.0) && is_possible(model, it);
    (!model.repairs.iter().any(is_fixed))
        .then(|| Lint::remark("only-service", place, "nothing at home fixes this fault: only service helps"))
}

/// Whether all faults that can be have the same odds.
pub(super) fn tells_nothing(model: &Model, question: &QuestionModel) -> bool {
    question.choices.iter().all(|choice| {
        let mut odds = choice.iter().zip(&model.weights).filter(|(_, weight)| **weight > 0.0).map(|(odds, _)| *odds);
        let first = odds.next().unwrap_or(0.0);
        odds.all(|it| (it - first).abs() < 1e-9)
    })
}

pub(super) fn fixes_nothing(model: &Model, repair: &RepairModel) -> bool {
    !repair.fixes.iter().zip(&model.weights).any(|(chance, weight)| *chance > 0.0 && *weight > 0.0)
}

/// Whether the condition of a repair can hold.
pub(super) fn is_possible(model: &Model, repair: &RepairModel) -> bool {
    let can_be = |(question, choices): (usize, Set)| {
        let question = model.questions.get(question);
        let rows = question.map_or(&[][..], |it| &it.choices).iter().enumerate();
        let mut allowed = rows.filter(|(idx, _)| choices.contains(*idx));
        allowed.any(|(_, row)| row.iter().zip(&model.weights).any(|(odds, weight)| *odds > 0.0 && *weight > 0.0))
    };
    repair.only_if.is_none_or(can_be)
}
