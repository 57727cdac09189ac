//! Published numbers that the plan must reproduce, and random models on which it is held against trying everything.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use fault_finder::diagnosis::{Belief, Known, Model, Move, Plan, QuestionModel, RepairModel, Set, least_minutes, plan};

const N_STATES: usize = 1_000;

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
    plan(model, &start(model), n_states)
}

/// What the plan and trying everything expect, in minutes.
fn expected(model: &Model) -> (f64, f64) {
    (planned(model, N_STATES).minutes, least_minutes(model, &start(model)))
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
    assert_near(greedy.minutes, 1.50);
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
    assert_eq!(planned(&only_service, N_STATES), Plan { next: Move::Service, minutes: 7.0, at_least: 7.0 });
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

#[test]
fn neither_the_order_of_answers_nor_not_sure_changes_the_odds() {
    let mut random = fastrand::Rng::with_seed(3);
    for _ in 0..200 {
        let model = random_model(&mut random, Kind::Hard);
        let all: Vec<_> = (0..model.questions.len()).map(|it| (it, random.usize(0..2))).collect();
        let forth =
            all.iter().fold(Known::default(), |known, (question, choice)| known.with_answer(*question, *choice));
        let back =
            all.iter().rev().fold(Known::default(), |known, (question, choice)| known.with_answer(*question, *choice));
        let belief = Belief::new(&model, forth.clone()).unwrap();
        assert_eq!(Some(&belief), Belief::new(&model, back).as_ref());
        assert_near(belief.odds.iter().sum(), 1.0);
        let unsure = Known { unsure: Set::default().with(0), ..forth };
        assert_eq!(Belief::new(&model, unsure).unwrap().odds, belief.odds);
    }
}

/// How sharp and how cheap the questions of a random model are.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Small,
    Hard,
}

fn random_model(random: &mut fastrand::Rng, kind: Kind) -> Model {
    let n_faults = random.usize(2..=6);
    let n_preparations = random.usize(0..=2);
    let n_questions = random.usize(0..=3);
    let weights = (0..n_faults).map(|_| random.f64() + 0.02).collect();
    let repair = |random: &mut fastrand::Rng| RepairModel {
        minutes: 0.5 + 20.0 * random.f64(),
        fixes: (0..n_faults).map(|_| if random.f64() < 0.4 { random.f64() } else { 0.0 }).collect(),
        needs: (0..n_preparations).filter(|_| random.f64() < 0.3).collect(),
        ..RepairModel::default()
    };
    let repairs = (0..random.usize(1..=6)).map(|_| repair(random)).collect();
    let question = |random: &mut fastrand::Rng| {
        let sharpness = match kind {
            Kind::Small => 1.0,
            Kind::Hard => 6.0,
        };
        let yes: Vec<f64> = (0..n_faults)
            .map(|_| {
                let odds = ((random.f64() - 0.5) * sharpness * 4.0).exp();
                odds / (1.0 + odds)
            })
            .collect();
        let no = yes.iter().map(|it| 1.0 - it).collect();
        let minutes = match kind {
            Kind::Small => 0.2 + 3.0 * random.f64(),
            Kind::Hard => 0.1 + 0.5 * random.f64(),
        };
        QuestionModel { minutes, choices: vec![yes, no] }
    };
    let questions = (0..n_questions).map(|_| question(random)).collect();
    let preparations = (0..n_preparations).map(|_| 5.0 * random.f64()).collect();
    Model { weights, repairs, questions, preparations, service: 10.0 + 80.0 * random.f64() }
}

#[test]
fn the_plan_is_close_to_the_best_on_random_models() {
    const N_MODELS: u32 = 1_000;
    for kind in [Kind::Small, Kind::Hard] {
        let mut random = fastrand::Rng::with_seed(1);
        let (mut sum, mut worst) = (0.0_f64, 0.0_f64);
        for n in 0..N_MODELS {
            let model = random_model(&mut random, kind);
            let (plan, least) = (planned(&model, N_STATES), least_minutes(&model, &start(&model)));
            let excess = plan.minutes / least - 1.0;
            assert!(excess > -1e-9, "model {n}: {} beats the best, {least}", plan.minutes);
            assert!(plan.at_least <= least * (1.0 + 1e-9), "model {n}: {} is no lower bound of {least}", plan.at_least);
            assert!(!plan.is_exact() || excess < 1e-6, "model {n} says that it is exact");
            sum += excess;
            worst = worst.max(excess);
        }
        let mean = sum / f64::from(N_MODELS);
        println!("{kind:?}: mean {:.5} %, worst {:.3} %", mean * 100.0, worst * 100.0);
        assert!(mean <= 0.000_5, "{kind:?}: the mean excess is {mean}");
        assert!(worst <= 0.015, "{kind:?}: the worst excess is {worst}");
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
    assert!(plan.minutes.is_finite() && plan.at_least <= plan.minutes);
}
