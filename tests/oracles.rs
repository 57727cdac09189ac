//! Published numbers that the plan must reproduce, and random models on which it is held against trying everything.

use crate::models;

use fault_finder::diagnosis::{
    Belief, Expected, Known, Method, Model, Move, N_STATES, Plan, QuestionModel, RepairModel, Set, expected_minutes,
    least_minutes, plan,
};
use models::{Questions, Size, random_model};
use std::rc::Rc;

fn repair(minutes: f64, fixes: &[f64]) -> RepairModel {
    RepairModel { minutes, fixes: fixes.to_vec(), ..RepairModel::default() }
}

fn model(weights: &[f64], repairs: Vec<RepairModel>, service: f64) -> Model {
    Model { weights: weights.to_vec(), repairs, questions: Vec::new(), preparations: Vec::new(), service }
}

fn start(model: &Model) -> Belief {
    Belief::new(model, Known::default()).unwrap()
}

fn planned(model: &Model, n_states: usize) -> Plan {
    plan(&Rc::new(model.clone()), &start(model), n_states)
}

/// What the plan and trying everything expect, in minutes.
fn expected(model: &Model) -> (f64, f64) {
    (planned(model, N_STATES).expected.minutes, least_minutes(model, &start(model)))
}

fn assert_near(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} and {other}");
}

/// SACSO, figure 1 (Jensen et al., AI EDAM 15, 2001, doi 10.1017/s0890060401154065): greedy gives 1.50, the best 1.45.
#[test]
fn greedy_is_not_enough() {
    let repairs = vec![
        repair(1.0, &[1.0, 1.0, 0.0, 0.0]),
        repair(1.0, &[0.0, 1.0, 1.0, 0.0]),
        repair(1.0, &[0.0, 0.0, 1.0, 1.0]),
    ];
    let model = model(&[0.20, 0.25, 0.40, 0.15], repairs, 1e6);
    let (found, least) = expected(&model);
    assert_near(found, 1.45);
    assert_near(least, 1.45);
    assert_eq!(planned(&model, N_STATES).next, Move::Repair(2));
    let greedy = planned(&model, 0);
    assert_near(greedy.expected.minutes, 1.50);
    assert_eq!(greedy.next, Move::Repair(1));
}

/// Heckerman, Breese, Rommelse (CACM 38(3), 1995): every cut to service counts, so two repairs come before it.
#[test]
fn service_comes_where_it_is_cheapest() {
    let repairs = vec![repair(5.0, &[1.0, 0.0, 0.0]), repair(5.0, &[0.0, 1.0, 0.0])];
    let (found, least) = expected(&model(&[0.45, 0.45, 0.10], repairs, 10.0));
    assert_near(found, 8.75);
    assert_near(least, 8.75);
}

/// Two repairs share a preparation that neither is worth alone: 3 minutes once, against service for 8.
#[test]
fn a_preparation_is_paid_once() {
    let needing = |fixes: &[f64]| RepairModel { needs: Set::default().with(0), ..repair(1.0, fixes) };
    let repairs = vec![needing(&[1.0, 0.0]), needing(&[0.0, 1.0])];
    let model = Model { preparations: vec![3.0], ..model(&[0.5, 0.5], repairs, 8.0) };
    let (found, least) = expected(&model);
    assert_near(found, 4.5);
    assert_near(least, 4.5);
}

/// Each question alone says nothing; both together say it all.
#[test]
fn two_questions_that_tell_only_together_are_both_asked() {
    let question =
        |odds: [f64; 4]| QuestionModel { minutes: 0.5, choices: vec![odds.to_vec(), odds.map(|it| 1.0 - it).to_vec()] };
    let repairs = vec![repair(20.0, &[1.0, 0.0, 0.0, 1.0]), repair(20.0, &[0.0, 1.0, 1.0, 0.0])];
    let questions = vec![question([0.0, 0.0, 1.0, 1.0]), question([0.0, 1.0, 0.0, 1.0])];
    let model = Model { questions, ..model(&[0.25; 4], repairs, 100.0) };
    let (found, least) = expected(&model);
    assert_near(least, 21.0);
    assert_near(found, 21.0);
}

#[test]
fn one_fault_no_repair_and_impossible_answers_are_no_trouble() {
    let only_service = model(&[1.0], Vec::new(), 7.0);
    let at_once = Expected { minutes: 7.0, fixed: 0.0, steps: 0.0 };
    let handed_over = Plan { next: Move::Service, expected: at_once, at_least: 7.0, unasked: 7.0 };
    assert_eq!(planned(&only_service, N_STATES), handed_over);
    let never = QuestionModel { minutes: 1.0, choices: vec![vec![1.0], vec![0.0]] };
    let contradiction = Known { answers: vec![(0, 1)], ..Known::default() };
    assert_eq!(Belief::new(&Model { questions: vec![never], ..only_service }, contradiction), None);
}

/// The repair that cures all is possible only after the answer that opens it.
#[test]
fn a_repair_waits_for_the_answer_that_it_needs() {
    let question = QuestionModel { minutes: 1.0, choices: vec![vec![0.5], vec![0.5]] };
    let opened = RepairModel { only_if: Some((0, [0].into_iter().collect())), ..repair(2.0, &[1.0]) };
    let model = Model { questions: vec![question], ..model(&[1.0], vec![opened], 20.0) };
    let (found, least) = expected(&model);
    assert_near(least, 1.0 + 0.5 * 2.0 + 0.5 * 20.0);
    assert_near(found, least);
    assert_eq!(planned(&model, N_STATES).next, Move::Question(0));
}

#[test]
fn a_repair_that_was_tried_voids_answers() {
    let question = QuestionModel { minutes: 1.0, choices: vec![vec![0.9, 0.1], vec![0.1, 0.9]] };
    let voiding = RepairModel { voids: [0].into_iter().collect(), ..repair(1.0, &[0.5, 0.5]) };
    let model = Model { questions: vec![question], ..model(&[0.5, 0.5], vec![voiding.clone()], 20.0) };
    let answered = Known::default().with_answer(0, 0);
    let odds = |known: Known| Belief::new(&model, known).unwrap().odds;
    assert_near(odds(answered.clone())[0], 0.9);
    let tried = answered.with_repair(0, &voiding);
    assert_near(odds(tried.clone())[0], 0.9);
    assert_near(odds(tried.forgetting(voiding.voids))[0], 0.5);
}

/// How far the plan at the start is above the best, as shares: mean and worst.
fn excess(kind: Questions) -> (f64, f64) {
    const N_MODELS: u32 = 1_000;
    let mut random = fastrand::Rng::with_seed(1);
    let (mut sum, mut worst) = (0.0_f64, 0.0_f64);
    for n in 0..N_MODELS {
        let model = random_model(&mut random, &Size::SMALL, kind);
        let (plan, least) = (planned(&model, N_STATES), least_minutes(&model, &start(&model)));
        let minutes = plan.expected.minutes;
        let excess = minutes / least - 1.0;
        assert!(excess > -1e-9, "model {n}: {minutes} beats the best, {least}");
        assert!(plan.at_least <= least * (1.0 + 1e-9), "model {n}: {} is no lower bound of {least}", plan.at_least);
        assert!(!plan.is_exact() || excess < 1e-6, "model {n} says that it is exact");
        sum += excess;
        worst = worst.max(excess);
    }
    let mean = sum / f64::from(N_MODELS);
    println!("{kind:?}: mean {:.5} %, worst {:.3} %", mean * 100.0, worst * 100.0);
    (mean, worst)
}

#[test]
fn the_plan_is_close_to_the_best_on_small_models() {
    for kind in [Questions::Ordinary, Questions::Sharp] {
        let (mean, worst) = excess(kind);
        assert!(mean <= 0.000_5, "{kind:?}: the mean excess is {mean}");
        assert!(worst <= 0.015, "{kind:?}: the worst excess is {worst}");
    }
}

/// What a person meets, for whom each step is planned anew.
fn followed(model: &Model) -> f64 {
    let shared = Rc::new(model.clone());
    expected_minutes(model, &start(model), |belief| plan(&shared, belief, N_STATES).next)
}

#[test]
fn the_plan_is_close_to_the_best_on_middle_models() {
    const N_MODELS: u32 = 12;
    for kind in [Questions::Ordinary, Questions::Sharp] {
        let mut random = fastrand::Rng::with_seed(1);
        let excess = |model: &Model| followed(model) / least_minutes(model, &start(model)) - 1.0;
        let sum: f64 = (0..N_MODELS).map(|_| excess(&random_model(&mut random, &Size::MIDDLE, kind))).sum();
        let mean = sum / f64::from(N_MODELS);
        assert!(mean <= 0.002, "{kind:?}: the mean excess is {mean}");
    }
}

#[test]
fn on_large_models_the_plan_is_no_worse_than_the_rule_of_sacso() {
    const N_MODELS: usize = 20;
    for (kind, at_most) in [(Questions::Ordinary, 1.003), (Questions::Sharp, 1.0)] {
        let mut random = fastrand::Rng::with_seed(1);
        let models: Vec<_> = (0..N_MODELS).map(|_| random_model(&mut random, &Size::LARGE, kind)).collect();
        let ours: f64 = models.iter().map(followed).sum();
        let sacso = |it: &Model| expected_minutes(it, &start(it), |belief| Method::Sacso.next(it, belief));
        let ratio = ours / models.iter().map(sacso).sum::<f64>();
        assert!(ratio <= at_most, "{kind:?}: {ratio} of SACSO's rule");
    }
}

#[test]
fn a_guide_of_sixty_of_each_gets_a_plan() {
    let mut random = fastrand::Rng::with_seed(2);
    let chances = |random: &mut fastrand::Rng| (0..60).map(|_| random.f64()).collect::<Vec<_>>();
    let repairs = (0..60).map(|_| repair(1.0 + random.f64(), &chances(&mut random))).collect();
    let questions = (0..60).map(|_| {
        let yes = chances(&mut random);
        let no = yes.iter().map(|it| 1.0 - it).collect();
        QuestionModel { minutes: 1.0, choices: vec![yes, no] }
    });
    let model = Model { questions: questions.collect(), ..model(&[1.0; 60], repairs, 90.0) };
    let plan = planned(&model, N_STATES);
    assert!(plan.expected.minutes.is_finite() && plan.at_least <= plan.expected.minutes);
}
