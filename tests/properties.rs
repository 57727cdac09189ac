//! What holds for any model and any walk, on cases that are drawn and, where one fails, made as small as possible.

use crate::common;
use crate::models;

use common::{EARBUDS, LAMP, Person};
use fault_finder::diagnosis::{Belief, Known, Model, Move, Search, Set, plan};
use fault_finder::session::{Action, Body, Event, Notice, Outcome, Screen, StepId, TryResult};
use models::{Questions, Size, random_model};
use proptest::prelude::*;
use std::rc::Rc;

/// A small model with questions that tell something.
fn models() -> impl Strategy<Value = Model> {
    (any::<u64>(), any::<bool>()).prop_map(|(seed, is_sharp)| {
        let kind = if is_sharp { Questions::Sharp } else { Questions::Ordinary };
        random_model(&mut fastrand::Rng::with_seed(seed), &Size::SMALL, kind)
    })
}

/// A choice for each of the first questions.
fn answers() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..2_usize, 0..=3)
}

fn known(model: &Model, answers: &[usize]) -> Known {
    let pairs = answers.iter().enumerate().take(model.questions.len());
    pairs.fold(Known::default(), |known, (question, choice)| known.with_answer(question, *choice))
}

proptest! {
    #[test]
    fn odds_sum_to_one(model in models(), answers in answers(), tried in 0..8_usize) {
        let known = known(&model, &answers);
        let known = model.repairs.iter().enumerate().take(tried).fold(known, |it, (idx, repair)| it.with_repair(idx, repair));
        if let Some(belief) = Belief::new(&model, known) {
            prop_assert!((belief.odds.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(belief.odds.iter().all(|it| (0.0..=1.0).contains(it)));
        }
    }

    #[test]
    fn not_sure_and_impossible_change_no_odds(model in models(), answers in answers()) {
        let known = known(&model, &answers);
        let all: Set = (0..64).collect();
        let unsure = Known { unsure: all, impossible: all, ..known.clone() };
        let odds = |known| Belief::new(&model, known).map(|it| it.odds);
        prop_assert_eq!(odds(unsure), odds(known));
    }

    #[test]
    fn the_order_of_answers_changes_nothing(model in models(), answers in answers()) {
        let forth = known(&model, &answers);
        let n_answers = answers.len().min(model.questions.len());
        let back = (0..n_answers).rev().fold(Known::default(), |known, it| known.with_answer(it, answers[it]));
        prop_assert_eq!(Belief::new(&model, forth), Belief::new(&model, back));
    }

    #[test]
    fn a_plan_in_slices_is_the_plan_at_once(model in models(), slice in 1..200_usize) {
        let model = Rc::new(model);
        let belief = Belief::new(&model, Known::default()).unwrap();
        let mut search = Search::new(model.clone(), belief.clone(), 500);
        while search.run(slice) {}
        prop_assert_eq!(search.plan(), plan(&model, &belief, 500));
    }

    #[test]
    fn a_plan_that_is_followed_ends(model in models(), answers in prop::collection::vec(0..2_usize, 3)) {
        let model = Rc::new(model);
        let mut known = Known::default();
        for n_steps in 0.. {
            prop_assert!(n_steps <= model.repairs.len() + model.questions.len());
            let Some(belief) = Belief::new(&model, known.clone()) else { break };
            match plan(&model, &belief, 200).next {
                Move::Service => break,
                Move::Repair(idx) => {
                    prop_assert!(!known.tried.contains(idx));
                    known = known.with_repair(idx, &model.repairs[idx]);
                }
                Move::Question(idx) => {
                    prop_assert_eq!(known.choice(idx), None);
                    known = known.with_answer(idx, answers[idx]);
                }
            }
        }
    }
}

proptest! {
    // Each walk makes a plan a step.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the person presses of what leads on, the walk comes to an end, and no step comes twice but after
    /// "Later", or where a repair has voided its answer.
    #[test]
    fn every_session_ends(presses in prop::collection::vec(any::<prop::sample::Index>(), 80), is_lamp in any::<bool>()) {
        let mut person = Person::asked(if is_lamp { LAMP } else { EARBUDS });
        person.press("None of these");
        let mut done: Vec<String> = Vec::new();
        for press in &presses {
            let Notice::Step(step) = person.session.notice() else { break };
            let choices = leading_on(&person.screen());
            if choices.is_empty() {
                break;
            }
            prop_assert!(!done.contains(&step.id().to_owned()), "{:?} comes twice: {:?}", step, done);
            let event = press.get(&choices).event.clone();
            match &event {
                Event::PutOff(_) | Event::KeptTrying => (),
                // In the lamp's guide, plugging it in voids the answer to the question.
                Event::Tried(repair, TryResult::NotFixed) if repair == "plug" => {
                    done.retain(|it| it != "other-device");
                    done.push(repair.clone());
                }
                _ => done.push(step.id().to_owned()),
            }
            person.send(event);
        }
        let ended = matches!(
            person.session.notice(),
            Notice::Outcome(Outcome::Fixed(_) | Outcome::Service | Outcome::Stopped)
                | Notice::Step(StepId::Service)
        );
        prop_assert!(ended, "{}", person.heading());
    }
}

/// What answers the step at hand; at the service step, only to go on at home.
fn leading_on(screen: &Screen) -> Vec<Action> {
    match screen.body.clone() {
        Body::Question(it) => it.choices.into_iter().map(|it| it.action).chain(it.others).collect(),
        Body::Repair(it) => it.others,
        Body::Service(it) => it.keep_trying.into_iter().collect(),
        Body::Dangers(_) | Body::Review(_) | Body::Fixed(_) | Body::Stopped(_) => Vec::new(),
    }
}
