//! Walks in which the plan decides what comes next: what is pressed goes in, what the person reads comes out.

use crate::common;

use common::{EARBUDS, Person};
use expect_test::{Expect, expect};
use fault_finder::session::{Body, Screen};

/// Presses one after the other, and compares what the person reads.
fn check(guide: &str, labels: &[&str], expected: &Expect) {
    let mut person = Person::asked(guide);
    let mut lines = vec![read(&person.screen())];
    for label in labels {
        person.press(label);
        lines.push(format!("> {label}\n{}", read(&person.screen())));
    }
    expected.assert_eq(&lines.join("\n"));
}

/// The heading, why it comes now, what the last answer has changed and what is ahead.
fn read(screen: &Screen) -> String {
    let why = match &screen.body {
        Body::Question(it) => it.why.clone(),
        Body::Repair(it) => it.now.clone(),
        Body::Service(it) => it.now.clone(),
        Body::Review(it) => it.text.clone(),
        Body::Dangers(_) | Body::Fixed(_) | Body::Stopped(_) => String::new(),
    };
    let remark = screen.remark.as_ref().map(|(text, _)| text.clone()).unwrap_or_default();
    let changed = screen.could_be.as_ref().map(|it| it.changed.clone()).unwrap_or_default();
    let lines = [screen.heading.clone(), remark, why, changed, screen.ahead.clone()];
    lines.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n  ")
}

const STILL: &str = "Still not charging";

#[test]
fn one_earbud_does_not_charge_until_the_contacts_are_wiped() {
    let labels = ["None of these", "Only one of the earbuds", STILL, "No light", "They charge now"];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
            Is any of this true now, or was it when you last charged?
            > None of these
            What does not charge?
              The answer helps to tell “An earbud battery is worn or failing” from “An earbud is not fully in place”. Asking first saves about 6 minutes on average.
              About 13 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > Only one of the earbuds
            Seat both earbuds again
              It helps in about 2 of 10 cases like yours and takes a minute.
              More likely since your last answer: The metal contacts are dirty.
              About 9 minutes of your time to go. In 5 of 10 cases like yours, it works in the end.
            > Still not charging
            Put one earbud in. Does the case light come on?
              The answer helps to tell “An earbud battery is worn or failing” from “The metal contacts are dirty”.
              Less likely since your last answer: An earbud is not fully in place.
              About 9 minutes of your time to go. In 4 of 10 cases like yours, it works in the end.
            > No light
            Wipe the metal contacts, dry
              It helps in about 4 of 10 cases like yours and takes 4 minutes.
              Less likely since your last answer: An earbud battery is worn or failing.
              About 10 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > They charge now
            Your earbuds charge again"#]],
    );
}

#[test]
fn one_earbud_has_a_worn_battery() {
    let labels = ["None of these", "Only one of the earbuds", STILL, "Yes, for a moment", "No, the connection ended"];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
            Is any of this true now, or was it when you last charged?
            > None of these
            What does not charge?
              The answer helps to tell “An earbud battery is worn or failing” from “An earbud is not fully in place”. Asking first saves about 6 minutes on average.
              About 13 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > Only one of the earbuds
            Seat both earbuds again
              It helps in about 2 of 10 cases like yours and takes a minute.
              More likely since your last answer: The metal contacts are dirty.
              About 9 minutes of your time to go. In 5 of 10 cases like yours, it works in the end.
            > Still not charging
            Put one earbud in. Does the case light come on?
              The answer helps to tell “An earbud battery is worn or failing” from “The metal contacts are dirty”.
              Less likely since your last answer: An earbud is not fully in place.
              About 9 minutes of your time to go. In 4 of 10 cases like yours, it works in the end.
            > Yes, for a moment
            Shut the lid on the earbuds. Are they still connected to your phone?
              The answer helps to tell “An earbud battery is worn or failing” from “The metal contacts are dirty”. Asking first saves about 2 minutes on average.
              More likely since your last answer: An earbud battery is worn or failing.
              About 6 minutes of your time to go. In 2 of 10 cases like yours, it works in the end.
            > No, the connection ended
            How warm is it where you charge?
              The answer helps to tell “It is too hot or too cold to charge” from “An earbud battery is worn or failing”. Asking first saves about a minute on average.
              More likely since your last answer: An earbud battery is worn or failing.
              About a minute of your time to go. In under 1 of 20 cases like yours, it works in the end."#]],
    );
}

#[test]
fn both_are_dead_and_there_is_no_light() {
    let labels = ["None of these", "Both earbuds", "No light, or it goes out at once", STILL, "No"];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
            Is any of this true now, or was it when you last charged?
            > None of these
            What does not charge?
              The answer helps to tell “An earbud battery is worn or failing” from “An earbud is not fully in place”. Asking first saves about 6 minutes on average.
              About 13 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > Both earbuds
            Take both earbuds out. What does the case light show?
              The answer helps to tell “The case itself is empty” from “The metal contacts are dirty”. Asking first saves about 4 minutes on average.
              Less likely since your last answer: An earbud battery is worn or failing.
              About 15 minutes of your time to go. In 7 of 10 cases like yours, it works in the end.
            > No light, or it goes out at once
            Charge the case with both earbuds in
              It helps in about 5 of 10 cases like yours and takes 30 minutes, most of it waiting.
              More likely since your last answer: The case itself is empty.
              About 15 minutes of your time to go. In 7 of 10 cases like yours, it works in the end.
            > Still not charging
            Did they lie unused for six months or longer?
              The answer helps to tell “The battery lay empty for too long” from “Cable, adaptor or port gives no power”. Asking first saves about 2 minutes on average.
              Less likely since your last answer: The case itself is empty.
              About 13 minutes of your time to go. In 4 of 10 cases like yours, it works in the end.
            > No
            Did they get wet or very sweaty in the last few weeks?
              The answer helps to tell “Moisture got in and did damage” from “Cable, adaptor or port gives no power”. Asking first saves about 3 minutes on average.
              Less likely since your last answer: The battery lay empty for too long.
              About 12 minutes of your time to go. In 4 of 10 cases like yours, it works in the end."#]],
    );
}

#[test]
fn all_charges_but_an_earbud_runs_empty_soon() {
    let labels = ["None of these", "All charges, but an earbud runs empty soon", "Yes, for a moment", "Contact Sony"];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
            Is any of this true now, or was it when you last charged?
            > None of these
            What does not charge?
              The answer helps to tell “An earbud battery is worn or failing” from “An earbud is not fully in place”. Asking first saves about 6 minutes on average.
              About 13 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > All charges, but an earbud runs empty soon
            Put one earbud in. Does the case light come on?
              The answer helps to tell “An earbud battery is worn or failing” from “The metal contacts are dirty”. Asking first saves about 3 minutes on average.
              More likely since your last answer: An earbud battery is worn or failing.
              About 4 minutes of your time to go. In 1 of 10 cases like yours, it works in the end.
            > Yes, for a moment
            Ask Sony for repair or replacement
              Most likely: An earbud battery is worn or failing (9 of 10 cases like yours). What is left to try takes 2 hours and helps in about 1 of 20 cases like yours.
              More likely since your last answer: An earbud battery is worn or failing.
            > Contact Sony
            Support takes over"#]],
    );
}

#[test]
fn what_is_wet_is_not_charged() {
    let labels = ["Something is wet, or was washed or dropped in water", "Show me what to do"];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
        Is any of this true now, or was it when you last charged?
        > Something is wet, or was washed or dropped in water
        Is any of this true now, or was it when you last charged?
        > Show me what to do
        Stop here"#]],
    );
}

#[test]
fn answers_that_rarely_come_together_are_looked_at_again() {
    let labels = [
        "None of these",
        "All charges, but an earbud runs empty soon",
        "No light",
        STILL,
        "No light, or it goes out at once",
        "No",
        STILL,
        "Others, or one sits loose",
        "Look at them again",
        "They are right, go on",
        "Look at them again",
        "Change: What does not charge?",
        "Both earbuds",
    ];
    check(
        EARBUDS,
        &labels,
        &expect![[r#"
            Is any of this true now, or was it when you last charged?
            > None of these
            What does not charge?
              The answer helps to tell “An earbud battery is worn or failing” from “An earbud is not fully in place”. Asking first saves about 6 minutes on average.
              About 13 minutes of your time to go. In 6 of 10 cases like yours, it works in the end.
            > All charges, but an earbud runs empty soon
            Put one earbud in. Does the case light come on?
              The answer helps to tell “An earbud battery is worn or failing” from “The metal contacts are dirty”. Asking first saves about 3 minutes on average.
              More likely since your last answer: An earbud battery is worn or failing.
              About 4 minutes of your time to go. In 1 of 10 cases like yours, it works in the end.
            > No light
            Wipe the metal contacts, dry
              It helps in about 2 of 10 cases like yours and takes 4 minutes.
              Less likely since your last answer: An earbud battery is worn or failing.
              About 11 minutes of your time to go. In 4 of 10 cases like yours, it works in the end.
            > Still not charging
            Take both earbuds out. What does the case light show?
              The answer helps to tell “An earbud battery is worn or failing” from “The case itself is empty”. Asking first saves about 4 minutes on average.
              Less likely since your last answer: The metal contacts are dirty.
              About 7 minutes of your time to go. In 2 of 10 cases like yours, it works in the end.
            > No light, or it goes out at once
            Did they get wet or very sweaty in the last few weeks?
              The answer helps to tell “Moisture got in and did damage” from “The case itself is empty”. Asking first saves about 2 minutes on average.
              Less likely since your last answer: An earbud battery is worn or failing.
              About 17 minutes of your time to go. In 4 of 10 cases like yours, it works in the end.
            > No
            Charge the case with both earbuds in
              It helps in about 3 of 10 cases like yours and takes 30 minutes, most of it waiting.
              Less likely since your last answer: Moisture got in and did damage.
              About 17 minutes of your time to go. In 5 of 10 cases like yours, it works in the end.
            > Still not charging
            Which ear tips do you use?
              The answer helps to tell “The ear tips are in the way” from “An earbud battery is worn or failing”. Asking first saves about a minute on average.
              Less likely since your last answer: The case itself is empty.
              About 11 minutes of your time to go. In 2 of 10 cases like yours, it works in the end.
            > Others, or one sits loose
            Refit the ear tips
              Some of your answers rarely come together.
              It helps in about 1 of 10 cases like yours and takes 2 minutes.
              More likely since your last answer: The ear tips are in the way.
              About 12 minutes of your time to go. In 3 of 10 cases like yours, it works in the end.
            > Look at them again
            Do your answers fit together?
              They may all be right: rare things happen. If one is not quite right, change it.
            > They are right, go on
            Refit the ear tips
              Some of your answers rarely come together.
              It helps in about 1 of 10 cases like yours and takes 2 minutes.
              More likely since your last answer: The ear tips are in the way.
              About 12 minutes of your time to go. In 3 of 10 cases like yours, it works in the end.
            > Look at them again
            Do your answers fit together?
              They may all be right: rare things happen. If one is not quite right, change it.
            > Change: What does not charge?
            What does not charge?
              Some of your answers rarely come together.
              The answer helps to tell “An earbud battery is worn or failing” from “The charging case is faulty”.
              More likely since your last answer: The ear tips are in the way.
              About 12 minutes of your time to go. In 3 of 10 cases like yours, it works in the end.
            > Both earbuds
            Refit the ear tips
              It helps in about 1 of 10 cases like yours and takes 2 minutes.
              About 12 minutes of your time to go. In 5 of 10 cases like yours, it works in the end."#]],
    );
}
