//! What a guide must fulfil beyond its shape. Each check names the place of what it finds.

use super::error::{GuideError, Problem};
use super::link;
use super::{Choice, Claim, Guide, Instruction, Question, Repair, Wait};
use std::fmt::Arguments;

/// The format that this version reads.
const FORMAT: u32 = 1;
/// How far a row of odds may miss 1, for rows written with few decimals.
pub(super) const ROW_TOLERANCE: f64 = 1e-6;
/// How many questions, repairs, preparations, or choices of a question, the plan can tell apart.
const MOST: usize = 64;
/// How many faults a guide may have. The time of a plan grows with it.
const MOST_FAULTS: usize = 500;
/// How many choices all questions together may have: each is a way on that a plan looks at.
const MOST_CHOICES: usize = 500;
/// How many ids are compared with each other. No document that keeps to the limits has a longer list.
const MOST_COMPARED: usize = 1_000;
/// How long an id may be, in characters. A link to a session holds some, and stored sessions hold many.
const LONGEST_ID: usize = 100;
/// The largest weight, little enough that no sum of weights overflows.
const LARGEST_WEIGHT: f64 = 1e9;
/// How many errors are told. Each is a sentence in the page.
const MOST_TOLD: usize = 100;
/// About two years: more than any step takes, and little enough that no sum of minutes overflows.
const MOST_MINUTES: f64 = 1e6;
/// The ids that the steps of the widget itself have.
const OWN_STEPS: [&str; 3] = ["dangers", "service", "review"];
/// The answers that every question has.
const OWN_CHOICES: [&str; 2] = ["not-sure", "later"];

/// All that is wrong with the guide, in the order of the document.
pub(super) fn check(guide: &Guide) -> Vec<GuideError> {
    let mut checker = Checker { guide, errors: Vec::new(), n_more: 0 };
    checker.head();
    checker.dangers();
    checker.faults();
    guide.questions.iter().enumerate().for_each(|(idx, it)| checker.question(idx, it));
    for (id, preparation) in guide.preparations.iter() {
        checker.minutes(format_args!("preparations.{id}.minutes"), preparation.minutes);
        checker.numbers_source(format_args!("preparations.{id}"), preparation.numbers_source.as_ref());
    }
    checker.at_most(format_args!("preparations"), guide.preparations.iter().count());
    checker.repairs();
    checker.service();
    checker.claims(format_args!("aftercare"), &guide.aftercare);
    checker.pictures();
    checker.first();
    let Checker { mut errors, n_more, .. } = checker;
    if n_more > 0 {
        errors.push(GuideError { place: "guide".to_owned(), problem: Problem::More(n_more) });
    }
    errors
}

/// Places are written out where something is wrong only.
pub(super) struct Checker<'a> {
    pub(super) guide: &'a Guide,
    errors: Vec<GuideError>,
    /// How many there are besides.
    n_more: usize,
}

impl Checker<'_> {
    fn head(&mut self) {
        let guide = self.guide;
        if guide.format != FORMAT {
            self.error(format_args!("format"), Problem::Format(guide.format));
        }
        for (place, text) in [("id", &guide.id), ("product", &guide.product), ("title", &guide.title)] {
            self.not_empty(format_args!("{place}"), text);
        }
        for (place, id) in [("id", &guide.id), ("version", &guide.version), ("language", &guide.language)] {
            self.id_length(format_args!("{place}"), id);
        }
        let verdict = &guide.verdict;
        for (name, text) in [
            ("question", &verdict.question),
            ("fixed", &verdict.fixed),
            ("not_fixed", &verdict.not_fixed),
            ("done", &verdict.done),
        ] {
            self.not_empty(format_args!("verdict.{name}"), text);
        }
        for (id, source) in guide.sources.iter() {
            if let Some(url) = &source.url {
                self.link(format_args!("sources.{id}.url"), url);
            }
        }
        for (tag, file) in guide.translations.iter() {
            if file.integrity().is_some_and(|it| !is_integrity(it)) {
                let wanted = "a hash such as sha384- and 64 characters of base64";
                self.error(format_args!("translations.{tag}.integrity"), Problem::Range(wanted));
            }
        }
        self.source(format_args!("numbers_source"), &guide.numbers_source);
        self.battery();
        self.unique(format_args!("notes"), guide.notes.iter().map(|it| it.id.as_str()));
        for (idx, note) in guide.notes.iter().enumerate() {
            self.claims(format_args!("notes[{idx}].claims"), &note.claims);
        }
    }

    fn dangers(&mut self) {
        let guide = self.guide;
        self.unique(format_args!("dangers"), guide.dangers.iter().map(|it| it.id.as_str()));
        for (idx, danger) in guide.dangers.iter().enumerate() {
            self.not_empty(format_args!("dangers[{idx}].text"), &danger.text);
            self.picture(format_args!("dangers[{idx}]"), danger.picture.as_ref());
            self.source(format_args!("dangers[{idx}].source"), &danger.source);
        }
        match &guide.danger_advice {
            Some(advice) => self.source(format_args!("danger_advice.source"), &advice.source),
            None if guide.dangers.is_empty() => (),
            None => self.error(format_args!("danger_advice"), Problem::Missing),
        }
    }

    fn faults(&mut self) {
        let guide = self.guide;
        self.unique(format_args!("faults"), guide.faults.iter().map(|it| it.id.as_str()));
        if guide.faults.len() > MOST_FAULTS {
            self.error(format_args!("faults"), Problem::Range("a list of at most 500"));
        }
        for (idx, fault) in guide.faults.iter().enumerate() {
            if !(0.0..=LARGEST_WEIGHT).contains(&fault.weight) {
                let range = "between 0 and 1,000,000,000";
                self.error(format_args!("faults[{idx}].weight"), Problem::Range(range));
            }
            self.numbers_source(format_args!("faults[{idx}]"), fault.numbers_source.as_ref());
            self.source(format_args!("faults[{idx}].why.source"), &fault.why.source);
        }
        if !guide.faults.iter().any(|it| it.weight > 0.0) {
            self.error(format_args!("faults"), Problem::Range("a list with at least one weight above 0"));
        }
        self.unique(format_args!("questions"), guide.questions.iter().map(|it| it.id.as_str()));
        self.at_most(format_args!("questions"), guide.questions.len());
        if guide.questions.iter().map(|it| it.choices.len()).sum::<usize>() > MOST_CHOICES {
            self.error(format_args!("questions"), Problem::Range("a list with at most 500 choices in all"));
        }
    }

    fn question(&mut self, idx: usize, question: &Question) {
        let place = format_args!("questions[{idx}]");
        self.not_empty(format_args!("{place}.text"), &question.text);
        self.picture(place, question.picture.as_ref());
        self.step_id(place, &question.id);
        self.minutes(format_args!("{place}.minutes"), question.minutes);
        self.source(format_args!("{place}.source"), &question.source);
        self.numbers_source(place, question.numbers_source.as_ref());
        if let Some(wait) = &question.wait {
            self.wait(format_args!("{place}.wait"), wait);
            if question.meanwhile {
                self.error(format_args!("{place}.meanwhile"), Problem::Range("absent where the question has a wait"));
            }
        }
        self.unique(format_args!("{place}.choices"), question.choices.iter().map(|it| it.id.as_str()));
        self.at_most(format_args!("{place}.choices"), question.choices.len());
        if question.choices.len() < 2 {
            self.error(format_args!("{place}.choices"), Problem::Range("a list of at least two choices"));
        }
        for (idx, choice) in question.choices.iter().enumerate() {
            self.choice(format_args!("{place}.choices[{idx}]"), choice);
        }
        if let Some(rule) = &question.reading {
            self.reading(format_args!("{place}.reading"), rule, question);
        }
        for (fault, row) in question.odds.iter() {
            let row_place = format_args!("{place}.odds.{fault}");
            if fault != "*" && self.guide.fault(fault).is_none() {
                self.error(row_place, Problem::Unknown("fault", fault.to_owned()));
            }
            self.row(row_place, row, question.choices.len());
        }
        if !question.odds.contains("*") {
            let faults = self.guide.faults.iter().map(|it| it.id.as_str());
            let without: Vec<_> = faults.filter(|it| !question.odds.contains(it)).collect();
            if !without.is_empty() {
                self.error(format_args!("{place}.odds"), Problem::NoRow(without.join(", ")));
            }
        }
    }

    fn choice(&mut self, place: Arguments<'_>, choice: &Choice) {
        self.not_empty(format_args!("{place}.text"), &choice.text);
        if OWN_CHOICES.contains(&choice.id.as_str()) {
            self.error(format_args!("{place}.id"), Problem::Reserved(choice.id.clone()));
        }
        for (idx, id) in choice.dangers.iter().enumerate() {
            if !self.guide.dangers.iter().any(|it| it.id == *id) {
                self.error(format_args!("{place}.dangers[{idx}]"), Problem::Unknown("danger", id.clone()));
            }
        }
    }

    /// Questions and repairs are called by their ids alone, so no two share one.
    fn step_id(&mut self, place: Arguments<'_>, id: &str) {
        if OWN_STEPS.contains(&id) {
            self.error(format_args!("{place}.id"), Problem::Reserved(id.to_owned()));
        }
    }

    fn row(&mut self, place: Arguments<'_>, row: &[f64], n_choices: usize) {
        if row.len() != n_choices {
            self.error(place, Problem::RowLength(row.len(), n_choices));
        }
        for (idx, &odds) in row.iter().enumerate() {
            self.chance(format_args!("{place}[{idx}]"), odds);
        }
        let sum: f64 = row.iter().sum();
        if (sum - 1.0).abs() > ROW_TOLERANCE {
            self.error(place, Problem::Sum(sum));
        }
    }

    fn repairs(&mut self) {
        let guide = self.guide;
        if guide.repairs.is_empty() {
            self.error(format_args!("repairs"), Problem::Missing);
        }
        self.unique(format_args!("repairs"), guide.repairs.iter().map(|it| it.id.as_str()));
        self.at_most(format_args!("repairs"), guide.repairs.len());
        let mut numbers = Vec::new();
        for (idx, repair) in guide.repairs.iter().enumerate() {
            let place = format_args!("repairs[{idx}]");
            self.repair(place, repair);
            if let Some(number) = repair.article {
                if numbers.contains(&number) {
                    self.error(format_args!("{place}.article"), Problem::Duplicate(number.to_string()));
                }
                numbers.push(number);
            }
        }
    }

    fn repair(&mut self, place: Arguments<'_>, repair: &Repair) {
        self.not_empty(format_args!("{place}.text"), &repair.text);
        self.picture(place, repair.picture.as_ref());
        self.step_id(place, &repair.id);
        if self.guide.question(&repair.id).is_some() {
            self.error(format_args!("{place}.id"), Problem::Taken(repair.id.clone()));
        }
        self.minutes(format_args!("{place}.minutes"), repair.minutes);
        self.source(format_args!("{place}.source"), &repair.source);
        self.numbers_source(place, repair.numbers_source.as_ref());
        self.source(format_args!("{place}.why.source"), &repair.why.source);
        self.claims(format_args!("{place}.notices"), &repair.notices);
        self.claims(format_args!("{place}.more"), &repair.more);
        self.notes(format_args!("{place}.notes"), &repair.notes);
        self.instructions(format_args!("{place}.instructions"), &repair.instructions);
        if let Some(wait) = &repair.wait {
            self.wait(format_args!("{place}.wait"), wait);
        }
        for (idx, id) in repair.needs.iter().enumerate() {
            if !self.guide.preparations.contains(id) {
                self.error(format_args!("{place}.needs[{idx}]"), Problem::Unknown("preparation", id.clone()));
            }
        }
        for (fault, &chance) in repair.fixes.iter() {
            let fix_place = format_args!("{place}.fixes.{fault}");
            if self.guide.fault(fault).is_none() {
                self.error(fix_place, Problem::Unknown("fault", fault.to_owned()));
            }
            self.chance(fix_place, chance);
        }
        for (idx, id) in repair.voids.iter().enumerate() {
            if self.guide.question(id).is_none() {
                self.error(format_args!("{place}.voids[{idx}]"), Problem::Unknown("question", id.clone()));
            }
        }
        self.condition(format_args!("{place}.only_if"), repair);
    }

    fn condition(&mut self, place: Arguments<'_>, repair: &Repair) {
        let Some(condition) = &repair.only_if else { return };
        let guide = self.guide;
        let Some(question) = guide.question(&condition.question) else {
            let problem = Problem::Unknown("question", condition.question.clone());
            return self.error(format_args!("{place}.question"), problem);
        };
        for (idx, id) in condition.is.iter().enumerate() {
            if !question.choices.iter().any(|it| it.id == *id) {
                self.error(format_args!("{place}.is[{idx}]"), Problem::Unknown("choice", id.clone()));
            }
        }
    }

    fn instructions(&mut self, place: Arguments<'_>, instructions: &[Instruction]) {
        self.unique(place, instructions.iter().map(|it| it.id.as_str()));
        for (idx, instruction) in instructions.iter().enumerate() {
            self.not_empty(format_args!("{place}[{idx}].text"), &instruction.text);
            self.picture(format_args!("{place}[{idx}]"), instruction.picture.as_ref());
            if let Some(source) = &instruction.source {
                self.source(format_args!("{place}[{idx}].source"), source);
            }
        }
    }

    fn wait(&mut self, place: Arguments<'_>, wait: &Wait) {
        if wait.minutes == 0 || f64::from(wait.minutes) > MOST_MINUTES {
            self.error(format_args!("{place}.minutes"), Problem::Range("between 1 and 1,000,000"));
        }
        self.chance(format_args!("{place}.share"), wait.share);
        let mut earliest = 1;
        for (idx, check) in wait.checks.iter().enumerate() {
            let check_place = format_args!("{place}.checks[{idx}]");
            if !(earliest..wait.minutes).contains(&check.minutes) {
                let range = "after the check before it and before the end of the wait";
                self.error(format_args!("{check_place}.minutes"), Problem::Range(range));
            }
            earliest = check.minutes.saturating_add(1);
            self.source(format_args!("{check_place}.source"), &check.source);
        }
    }

    fn service(&mut self) {
        let service = &self.guide.service;
        self.not_empty(format_args!("service.text"), &service.text);
        self.not_empty(format_args!("service.action"), &service.action);
        if !(service.minutes > 0.0 && service.minutes <= MOST_MINUTES) {
            self.error(format_args!("service.minutes"), Problem::Range("more than 0 and at most 1,000,000"));
        }
        self.numbers_source(format_args!("service"), service.numbers_source.as_ref());
        self.claims(format_args!("service.claims"), &service.claims);
        self.claims(format_args!("service.more"), &service.more);
        self.notes(format_args!("service.notes"), &service.notes);
        if service.contacts.is_empty() {
            self.error(format_args!("service.contacts"), Problem::Missing);
        }
        for (idx, contact) in service.contacts.iter().enumerate() {
            self.link(format_args!("service.contacts[{idx}].url"), &contact.url);
        }
    }

    pub(super) fn claims(&mut self, place: Arguments<'_>, claims: &[Claim]) {
        for (idx, claim) in claims.iter().enumerate() {
            self.not_empty(format_args!("{place}[{idx}].text"), &claim.text);
            self.source(format_args!("{place}[{idx}].source"), &claim.source);
        }
    }

    fn notes(&mut self, place: Arguments<'_>, ids: &[String]) {
        for (idx, id) in ids.iter().enumerate() {
            if !self.guide.notes.iter().any(|it| it.id == *id) {
                self.error(format_args!("{place}[{idx}]"), Problem::Unknown("note", id.clone()));
            }
        }
    }

    pub(super) fn source(&mut self, place: Arguments<'_>, id: &str) {
        if !self.guide.sources.contains(id) {
            self.error(place, Problem::Unknown("source", id.to_owned()));
        }
    }

    fn link(&mut self, place: Arguments<'_>, link: &str) {
        if !link::is_allowed(link) {
            self.error(place, Problem::Link(link.to_owned()));
        }
    }

    pub(super) fn unique<'b>(&mut self, place: Arguments<'_>, ids: impl Iterator<Item = &'b str>) {
        let mut seen = Vec::new();
        for (idx, id) in ids.take(MOST_COMPARED).enumerate() {
            let id_place = format_args!("{place}[{idx}].id");
            self.id_length(id_place, id);
            if seen.contains(&id) {
                self.error(id_place, Problem::Duplicate(id.to_owned()));
            }
            self.not_empty(id_place, id);
            seen.push(id);
        }
    }

    pub(super) fn not_empty(&mut self, place: Arguments<'_>, text: &str) {
        if text.trim().is_empty() {
            self.error(place, Problem::Missing);
        }
    }

    fn id_length(&mut self, place: Arguments<'_>, id: &str) {
        let n_chars = id.chars().count();
        if n_chars > LONGEST_ID {
            self.error(place, Problem::TooLong(n_chars, "100 characters"));
        }
    }

    pub(super) fn minutes(&mut self, place: Arguments<'_>, minutes: f64) {
        if !(0.0..=MOST_MINUTES).contains(&minutes) {
            self.error(place, Problem::Range("between 0 and 1,000,000"));
        }
    }

    fn at_most(&mut self, place: Arguments<'_>, count: usize) {
        if count > MOST {
            self.error(place, Problem::Range("a list of at most 64"));
        }
    }

    fn numbers_source(&mut self, place: Arguments<'_>, source: Option<&String>) {
        if let Some(source) = source {
            self.source(format_args!("{place}.numbers_source"), source);
        }
    }

    fn chance(&mut self, place: Arguments<'_>, number: f64) {
        if !(0.0..=1.0).contains(&number) {
            self.error(place, Problem::Range("between 0 and 1"));
        }
    }

    pub(super) fn error(&mut self, place: Arguments<'_>, problem: Problem) {
        if self.errors.len() < MOST_TOLD {
            self.errors.push(GuideError { place: place.to_string(), problem });
        } else {
            self.n_more += 1;
        }
    }
}

/// Whether a browser would compare a file with this hash: what it cannot read, it ignores.
/// <https://www.w3.org/TR/sri-2/#the-integrity-attribute>
fn is_integrity(text: &str) -> bool {
    let Some((name, hash)) = text.split_once('-') else { return false };
    let (n_characters, end) = match name {
        "sha256" => (43, "="),
        "sha384" => (64, ""),
        "sha512" => (86, "=="),
        _ => return false,
    };
    let is_base64 = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/');
    hash.strip_suffix(end).is_some_and(|it| it.len() == n_characters && it.bytes().all(is_base64))
}
