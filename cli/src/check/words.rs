//! Words that are too long for a phone, that stand twice or that are missing.

use super::finding::Lint;
use fault_finder::guide::{Guide, Question, Repair};

/// More characters than this take more than three lines of a heading on a phone.
const LONGEST_HEADING: usize = 70;

pub(super) fn lints(guide: &Guide) -> Vec<Lint> {
    let mut lints = Vec::new();
    if guide.dangers.is_empty() {
        let message = "the guide asks about no danger; is there really no sign at which to stop at once?";
        lints.push(Lint::warning("no-dangers", "guide", message));
    }
    for (place, text) in headings(guide) {
        let length = text.chars().count();
        if length > LONGEST_HEADING {
            let message = format!("{length} characters are a lot for a phone; up to {LONGEST_HEADING} read well");
            lints.push(Lint::warning("too-long", place, message));
        }
    }
    let steps = questions(guide).chain(repairs(guide));
    lints.extend(repeated(steps));
    lints.extend(repeated(
        guide.faults.iter().enumerate().map(|(idx, it)| (format!("faults[{idx}].text"), it.text.as_str())),
    ));
    lints.extend(repeated(dangers(guide)));
    for (idx, question) in guide.questions.iter().enumerate() {
        lints.extend(repeated(choices(idx, question)));
    }
    for (idx, repair) in guide.repairs.iter().enumerate() {
        lints.extend(groups(idx, repair).into_iter().flat_map(|it| repeated(it.into_iter())));
        if repair.instructions.is_empty() {
            let place = format!("repairs[{idx}].instructions");
            lints.push(Lint::warning("no-instructions", place, "this repair does not say what to do"));
        }
    }
    lints
}

/// A lint for each text that stands in the list before.
pub(super) fn repeated<'a>(texts: impl Iterator<Item = (String, &'a str)>) -> Vec<Lint> {
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut lints = Vec::new();
    for (place, text) in texts {
        let plain = text.trim().to_lowercase();
        match seen.iter().find(|(_, it)| *it == plain) {
            Some((first, _)) => {
                lints.push(Lint::warning("same-words", place, format!("this says the same as {first}")));
            }
            None => seen.push((place, plain)),
        }
    }
    lints
}

fn headings(guide: &Guide) -> impl Iterator<Item = (String, &str)> {
    let all_choices = guide.questions.iter().enumerate().flat_map(|(idx, it)| choices(idx, it));
    let service =
        [("title".to_owned(), guide.title.as_str()), ("service.text".to_owned(), guide.service.text.as_str())];
    service.into_iter().chain(questions(guide)).chain(all_choices).chain(repairs(guide)).chain(dangers(guide))
}

fn questions(guide: &Guide) -> impl Iterator<Item = (String, &str)> {
    guide.questions.iter().enumerate().map(|(idx, it)| (format!("questions[{idx}].text"), it.text.as_str()))
}

fn repairs(guide: &Guide) -> impl Iterator<Item = (String, &str)> {
    guide.repairs.iter().enumerate().map(|(idx, it)| (format!("repairs[{idx}].text"), it.text.as_str()))
}

fn dangers(guide: &Guide) -> impl Iterator<Item = (String, &str)> {
    guide.dangers.iter().enumerate().map(|(idx, it)| (format!("dangers[{idx}].text"), it.text.as_str()))
}

fn choices(question: usize, it: &Question) -> impl Iterator<Item = (String, &str)> {
    let place = move |idx| format!("questions[{question}].choices[{idx}].text");
    it.choices.iter().enumerate().map(move |(idx, it)| (place(idx), it.text.as_str()))
}

/// The instructions below each heading: the same may have to be done to the left and to the right.
fn groups(repair: usize, it: &Repair) -> Vec<Vec<(String, &str)>> {
    let place = move |idx| format!("repairs[{repair}].instructions[{idx}].text");
    let all: Vec<_> = it.instructions.iter().enumerate().collect();
    let groups = all.chunk_by(|_, (_, next)| next.heading.is_none());
    groups.map(|it| it.iter().map(|(idx, it)| (place(*idx), it.text.as_str())).collect()).collect()
}
