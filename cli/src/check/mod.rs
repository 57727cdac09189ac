//! `check`: what is wrong with a guide, and what is odd about it, each with its place.

mod fields;
mod finding;
mod numbers;
mod pictures;
mod position;
mod reading;
mod show;
mod sources;
mod translation;
mod words;
mod worth;

pub use finding::{Finding, Severity};
pub use show::{json, show, summary};
pub use translation::check_translation;

use crate::document::Document;
use fault_finder::guide::{Guide, GuideError};
use finding::Lint;
use position::Positions;

/// All that is found, in the order of the file.
pub fn check(document: &Document) -> Vec<Finding> {
    let positions = match Positions::new(&document.text) {
        Ok(positions) => positions,
        Err(finding) => return vec![finding],
    };
    let mut lints = fields::lints(positions.root());
    match document.guide() {
        Ok(guide) => lints.extend(of_guide(&guide)),
        Err(errors) => lints.extend(errors.iter().map(error)),
    }
    let mut findings: Vec<Finding> = lints.into_iter().map(|it| positions.finding(it)).collect();
    findings.sort_by_key(|it| (it.span.start, it.severity));
    findings
}

/// What is odd about a guide that can be used.
fn of_guide(guide: &Guide) -> Vec<Lint> {
    let lints = [numbers::lints(guide), worth::lints(guide), sources::lints(guide), words::lints(guide)].concat();
    lints.into_iter().chain(pictures::lints(guide)).chain(reading::lint(guide)).collect()
}

fn error(error: &GuideError) -> Lint {
    Lint::error("guide", error.place.clone(), error.problem.to_string())
}
