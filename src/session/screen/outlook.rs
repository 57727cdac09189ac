//! What the diagnosis says, in words: natural frequencies, and minutes without false precision.

use super::super::state::Session;
use super::super::words::{Word, Words};
use crate::diagnosis::Move;
use crate::guide::Fault;

/// What it could be by now, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct CouldBe {
    /// Its heading.
    pub heading: String,
    /// What the last answer has changed; may be empty.
    pub changed: String,
    /// The faults, the likeliest first.
    pub rows: Vec<FaultRow>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct FaultRow {
    /// The fault.
    pub text: String,
    /// How often it is this, such as `4 of 10`.
    pub share: String,
    /// The same for a bar, 0 to 100.
    pub percent: u8,
}

/// A fault that is rarer than this is not listed by name.
const LISTED: f64 = 0.03;
/// How many faults are listed by name.
const N_LISTED: usize = 5;
/// A fault that is as likely as this is worth naming alone.
const STANDS_OUT: f64 = 0.35;
/// A change of odds that is smaller than this is not worth a word.
const WORTH_TELLING: f64 = 0.05;

/// The words for what the last answer made more likely, and less.
pub(super) const SINCE_THE_LAST: [Word; 2] = [Word::MoreLikely, Word::LessLikely];

/// The words for nearly all, so many of ten, one of twenty, and fewer.
type Frequency = [Word; 4];
const IN_A_SENTENCE: Frequency =
    [Word::MoreThanNineOfTen, Word::AboutOfTen, Word::AboutOneOfTwenty, Word::FewerThanOneOfTwenty];
const SHORT: Frequency = [Word::ShortNearlyAll, Word::ShortOfTen, Word::ShortOneOfTwenty, Word::ShortRare];

/// A chance as so many of ten, for the middle of a sentence.
pub(super) fn frequency(words: Words, chance: f64) -> String {
    of_ten(words, chance, IN_A_SENTENCE)
}

/// A chance as so many of ten, beside a bar.
pub(in crate::session) fn short_frequency(words: Words, chance: f64) -> String {
    of_ten(words, chance, SHORT)
}

fn of_ten(words: Words, chance: f64, [nearly_all, of_ten, one_of_twenty, rare]: Frequency) -> String {
    /// From this chance on, so many of ten.
    const TENTHS: [(f64, u8); 9] =
        [(0.85, 9), (0.75, 8), (0.65, 7), (0.55, 6), (0.45, 5), (0.35, 4), (0.25, 3), (0.15, 2), (0.075, 1)];
    if chance >= 0.95 {
        return words.text(nearly_all).to_owned();
    }
    match TENTHS.iter().find(|(from, _)| chance >= *from) {
        Some((_, n)) => words.with_number(of_ten, *n),
        None if chance >= 0.035 => words.text(one_of_twenty).to_owned(),
        None => words.text(rare).to_owned(),
    }
}

/// A stretch of time, for the middle of a sentence.
pub(super) fn duration(words: Words, minutes: f64) -> String {
    match minutes {
        it if it < 0.75 => words.text(Word::LessThanAMinute).to_owned(),
        it if it < 1.5 => words.text(Word::AMinute).to_owned(),
        it if it < 90.0 => words.with_number(Word::SomeMinutes, it.round()),
        it => words.with_number(Word::SomeHours, (it / 60.0).round()),
    }
}

/// What is left at home, and what to hope for; empty where nothing was planned.
pub(super) fn ahead(session: &Session) -> String {
    let words = session.settings.words;
    let Some(plan) = session.plan() else { return String::new() };
    if plan.next == Move::Service {
        return left_to_try(session);
    }
    let minutes = duration(words, plan.expected.home_minutes(session.guide.service.minutes));
    words.with_texts(Word::Ahead, &short_frequency(words, plan.expected.fixed), &minutes)
}

/// What is left to try in all, where service is advised; empty if nothing is.
pub(super) fn left_to_try(session: &Session) -> String {
    let words = session.settings.words;
    let Some((chance, minutes)) = session.all_that_is_left().filter(|(_, minutes)| *minutes > 0.0) else {
        return String::new();
    };
    words.with_texts(Word::LeftToTry, &frequency(words, chance), &duration(words, minutes))
}

/// The likeliest fault, where one stands out; empty where none does.
pub(super) fn likeliest(session: &Session) -> String {
    let words = session.settings.words;
    let ranked = session.belief().map(|it| it.ranked()).unwrap_or_default();
    let first = ranked.first().filter(|(_, odds)| *odds >= STANDS_OUT);
    let fault = first.and_then(|(idx, odds)| Some((session.guide.faults.get(*idx)?, *odds)));
    fault.map_or_else(String::new, |(fault, odds)| {
        words.with_texts(Word::MostLikely, &fault.text, &short_frequency(words, odds))
    })
}

/// What it could be by now.
pub(super) fn could_be(session: &Session) -> Option<CouldBe> {
    let words = session.settings.words;
    let row = |(fault, odds): (Option<&Fault>, f64)| FaultRow {
        text: fault.map_or_else(|| words.text(Word::RarerCauses), |it| &it.text).to_owned(),
        share: short_frequency(words, odds),
        percent: percent(odds),
    };
    let rows: Vec<_> = listed(session).into_iter().map(row).collect();
    let heading = words.text(Word::WhatItCouldBe).to_owned();
    (!rows.is_empty()).then(|| CouldBe { heading, changed: changed(session), rows })
}

/// The faults worth listing and their odds, the likeliest first; without a fault, those of all others together.
pub(in crate::session) fn listed(session: &Session) -> Vec<(Option<&Fault>, f64)> {
    let Some(belief) = session.belief() else { return Vec::new() };
    let ranked = belief.ranked().into_iter().take(N_LISTED).filter(|(_, odds)| *odds >= LISTED);
    let mut rows: Vec<_> = ranked.map(|(idx, odds)| (session.guide.faults.get(idx), odds)).collect();
    let others = 1.0 - rows.iter().map(|(_, odds)| odds).sum::<f64>();
    if others >= LISTED {
        rows.push((None, others));
    }
    rows
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "odds are between 0 and 1")]
fn percent(odds: f64) -> u8 {
    (odds * 100.0).round() as u8
}

/// What the last answer has changed; empty if that is little, or where more is said of it.
fn changed(session: &Session) -> String {
    if session.changed().is_some() { String::new() } else { moved(session, session.last_move(), SINCE_THE_LAST) }
}

/// Which fault has become more or less likely, in these words for the one and the other; empty if it moved little.
pub(super) fn moved(session: &Session, moved: Option<(&Fault, f64)>, [more, less]: [Word; 2]) -> String {
    let words = session.settings.words;
    match moved {
        Some((fault, moved)) if moved >= WORTH_TELLING => words.with_text(more, &fault.text),
        Some((fault, moved)) if moved <= -WORTH_TELLING => words.with_text(less, &fault.text),
        Some(_) | None => String::new(),
    }
}
