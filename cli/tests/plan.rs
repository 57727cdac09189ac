//! `plan`: the next step, what else could come, the tree and the prices.

use crate::common::{EARBUDS, LAMP, file, guide, run, status, text};
use fault_finder_cli::plan::{Settings, TreeForm, plan};

fn planned(text: &str, settings: &Settings) -> String {
    plan(&guide(text), settings).unwrap()
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|&it| it.to_owned()).collect()
}

fn assert_holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "\"{part}\" is not in:\n{text}");
    }
}

#[test]
fn the_next_step_follows_from_what_is_known() {
    let start = planned(LAMP, &Settings::default());
    assert_holds(&start, &["Next: try plug: Plug it in", "unplugged: No power   50.0 %", "no plan is better"]);
    let answers = strings(&["other-device=yes"]);
    let later = planned(LAMP, &Settings { answers: answers.clone(), tried: strings(&["plug"]), ..Settings::default() });
    // 0.4 * 0.9 against 0.1 * 0.9 and 0.5 * 0.1 * 0.2.
    assert_holds(&later, &["Next: try bulb: Change the bulb", "bulb-dead: Dead bulb  78.3 %"]);
    let cannot = Settings { answers, cannot: strings(&["bulb"]), ..Settings::default() };
    assert!(!planned(LAMP, &cannot).contains("bulb: Change the bulb"));
    let unsure = Settings { answers: strings(&["other-device=not-sure"]), ..Settings::default() };
    assert_holds(&planned(LAMP, &unsure), &["unplugged: No power   50.0 %"]);
}

#[test]
fn alternatives_are_ranked() {
    let start = planned(EARBUDS, &Settings { exact: true, ..Settings::default() });
    assert_holds(&start, &["Trying everything would mean up to"]);
    let (_, table) = start.split_once("what could come next").unwrap();
    let minutes = table.lines().skip(1).filter_map(|it| it.split_whitespace().rev().nth(1)?.parse::<f64>().ok());
    let minutes: Vec<f64> = minutes.collect();
    assert!(minutes.len() > 15 && minutes.is_sorted(), "{table}");
    assert_holds(table, &["hand over: Ask Sony for repair or replacement", "+0.00"]);
}

#[test]
fn trying_everything_is_offered_where_it_ends() {
    let exact = planned(LAMP, &Settings { exact: true, ..Settings::default() });
    assert_holds(&exact, &["(up to 24 states)", "the plan takes 0.000 % more"]);
}

#[test]
fn prices_tell_what_each_question_saves() {
    let prices = planned(LAMP, &Settings { prices: true, ..Settings::default() });
    let (_, table) = prices.split_once("what each question is worth").unwrap();
    // Only this question opens the bulb, without which 38 % more are sent to service.
    let saved: f64 = table.lines().nth(1).and_then(|it| it.split_whitespace().last()).unwrap().parse().unwrap();
    assert!(saved > 5.0, "{table}");
}

#[test]
fn the_tree_holds_all_that_can_come_to_pass() {
    let tree = |text: &str, form| planned(text, &Settings { tree: Some(form), ..Settings::default() });
    let lines = tree(LAMP, TreeForm::Text);
    assert_holds(&lines, &["100.0 %  try plug", " 45.0 %    it helped: fixed", "no: try cool", "fewer than 0.5 %"]);
    // The shares of the ends sum to all people.
    let ends = lines.lines().filter(|it| it.contains(": fixed") || it.contains("hand over"));
    let sum: f64 = ends.map(|it| it.split_whitespace().next().unwrap().parse::<f64>().unwrap()).sum();
    assert!((sum - 100.0).abs() < 0.5, "{sum}\n{lines}");
    let dot = tree(LAMP, TreeForm::Dot);
    assert_holds(
        &dot,
        &["digraph plan {", "n0 -> n1 [label=\"it helped\\n45.0 %\"];", "[label=\"it did not help\\n55.0 %\"];"],
    );
    assert_eq!(dot.matches('{').count(), dot.matches('}').count());
    assert_holds(&tree(EARBUDS, TreeForm::Text), &["a sign of danger, the end", "..."]);
}

#[test]
fn what_can_not_be_known_is_refused() {
    let path = file("plan.json", LAMP);
    let lamp = path.to_str().unwrap();
    let check = |arguments: &[&str], expected: i32, words: &str| {
        let output = run(&[&["plan", lamp], arguments].concat());
        assert_eq!(status(&output), expected, "{arguments:?}");
        let all = text(&output.stdout).to_owned() + text(&output.stderr);
        assert_holds(&all, &[words]);
    };
    check(&["--answer", "other-device=yes"], 0, "Next: ");
    check(&["--answer", "other-device"], 1, "write `question=choice`");
    check(&["--answer", "lamp=yes"], 1, "there is no question \"lamp\"; there are: other-device");
    check(
        &["--answer", "other-device=perhaps"],
        1,
        "there is no choice of other-device \"perhaps\"; there are: yes, no",
    );
    check(&["--tried", "kick"], 1, "there are: plug, cool, bulb");
    check(&["--tree", "picture"], 2, "possible values: text, dot");
    let certain = file("certain.json", &LAMP.replace("[0.9, 0.1]", "[1, 0]").replace("[0.2, 0.8]", "[1, 0]"));
    let output = run(&["plan", certain.to_str().unwrap(), "--answer", "other-device=no"]);
    assert_eq!(status(&output), 1);
    assert_holds(text(&output.stderr), &["No fault of this guide explains all of this together"]);
    let broken = file("broken.json", "{}");
    let output = run(&["plan", broken.to_str().unwrap()]);
    assert_holds(text(&output.stderr), &["is not a guide:", "the field \"format\" is missing", "fault-finder check"]);
}
