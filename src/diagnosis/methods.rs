//! Other ways to choose the next step, to compare the plan with. On the host only.
//!
//! They are the methods of the field (Jensen et al., "The SACSO methodology for troubleshooting complex systems",
//! AI EDAM 15, 2001, 321-333, doi 10.1017/s0890060401154065).

use super::belief::Belief;
use super::bounds;
use super::model::Model;
use super::plan::Move;

/// A way to choose the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// All repairs in the order of the model, then service.
    Written,
    /// The repair that cures most per minute, never a question; service where that is cheapest.
    Efficiency,
    /// As [`Method::Efficiency`], with the question that saves most now against never asking anything more.
    NowOrNever,
    /// As [`Method::NowOrNever`], but a question must also be better now than after the next repair.
    Sacso,
}

impl Method {
    /// All methods.
    pub const ALL: [Method; 4] = [Method::Written, Method::Efficiency, Method::NowOrNever, Method::Sacso];

    /// What it does next.
    pub fn next(self, model: &Model, belief: &Belief) -> Move {
        match self {
            Method::Written => belief.open_repairs(model).next().map_or(Move::Service, |(idx, _)| Move::Repair(idx)),
            Method::Efficiency => bounds::upper(model, belief).1,
            Method::NowOrNever => best_question(model, belief, |_| true),
            Method::Sacso => best_question(model, belief, |it| !is_better_later(model, belief, it)),
        }
    }
}

/// A question, and the minutes it leads to if nothing more is asked.
type Asked = (usize, f64);

/// The question that saves most among those that qualify; else what is best without one.
fn best_question(model: &Model, belief: &Belief, qualifies: impl Fn(&Asked) -> bool) -> Move {
    let (never, unasked) = bounds::upper(model, belief);
    let asked = belief.open_questions(model).filter_map(|it| Some((it, minutes_asked(model, belief, it)?)));
    let saving = asked.filter(|it| it.1 < never.minutes).filter(qualifies);
    saving.min_by(|one, other| one.1.total_cmp(&other.1)).map_or(unasked, |(question, _)| Move::Question(question))
}

/// The minutes if this is asked now, and nothing else ever.
fn minutes_asked(model: &Model, belief: &Belief, question: usize) -> Option<f64> {
    let it = model.questions.get(question)?;
    let answer = |choice| {
        let after = Belief::new(model, belief.known.with_answer(question, choice));
        let minutes = after.map_or(0.0, |it| bounds::upper(model, &it).0.minutes);
        belief.answered(model, question, choice) * minutes
    };
    Some(it.minutes + (0..it.choices.len()).map(answer).sum::<f64>())
}

/// Whether the same question costs less after the best repair was tried.
fn is_better_later(model: &Model, belief: &Belief, (question, now): &Asked) -> bool {
    let Some((idx, repair)) = bounds::most_efficient(model, belief) else { return false };
    let after = Belief::new(model, belief.known.with_repair(idx, repair));
    let then = after.and_then(|it| minutes_asked(model, &it, *question)).unwrap_or(0.0);
    belief.minutes(repair, model) + (1.0 - belief.cured(repair)) * then <= *now
}
