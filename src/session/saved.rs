//! The part of a session that outlives the page, and how it is taken up again.

use super::details::Details;
use super::evidence::{Finding, Observation};
use super::lifetime::Days;
use super::reading::Taken;
use super::step::StepId;
use super::time::Time;
use crate::guide::{Guide, Value};
use serde::{Deserialize, Serialize};

/// The format of what is stored. A session stored in another one is not read.
const FORMAT: u32 = 1;

/// What is stored of a session.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "Value")]
pub struct Saved {
    /// The format of this document.
    pub format: u32,
    /// The guide's id.
    pub guide: String,
    /// The version of the guide that the person walked through.
    pub guide_version: String,
    /// When the session started.
    pub started: Time,
    /// When something of this was changed last.
    pub changed: Time,
    /// How long it is kept after that.
    pub kept_for: Days,
    /// What was known.
    pub evidence: Vec<Observation>,
    /// The battery levels that were read.
    pub readings: Vec<Taken>,
    /// What the person has added for support.
    pub details: Details,
    /// The instructions ticked off: the id of the repair, and theirs.
    pub ticked: Vec<(String, String)>,
    /// The wait that was running.
    pub wait: Option<RunningWait>,
    /// The language that the person has chosen, as a BCP 47 tag.
    pub language: Option<String>,
}

/// A wait that was started.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunningWait {
    /// The id of its question or repair.
    pub step: String,
    /// When it was started.
    pub started: Time,
    /// Whether the person wants to be told by the browser that it is over.
    pub tells_end: bool,
}

impl Saved {
    /// A document in the format of this version.
    pub(super) fn new(guide: &Guide, started: Time) -> Saved {
        Saved::empty(guide.id.clone(), guide.version.clone(), started)
    }

    /// The same for a guide that is known by its id and version alone.
    pub(super) fn empty(guide: String, guide_version: String, started: Time) -> Saved {
        Saved {
            format: FORMAT,
            guide,
            guide_version,
            started,
            changed: started,
            kept_for: Days::default(),
            evidence: Vec::new(),
            readings: Vec::new(),
            details: Details::default(),
            ticked: Vec::new(),
            wait: None,
            language: None,
        }
    }

    /// What of it still applies to the guide as it is now; nothing if it belongs to another guide or format.
    pub(super) fn fit_to(self, guide: &Guide, now: Time) -> Option<Saved> {
        let mut saved = self.fit_as_it_stood(guide)?;
        // A clock that was set back would make the wait longer than it is.
        if let Some(wait) = &mut saved.wait {
            wait.started = wait.started.min(now);
        }
        saved.readings.iter_mut().for_each(|it| it.at = it.at.min(now));
        Some(saved)
    }

    /// The same for somebody else, whose clock and countdowns are others.
    pub(super) fn fit_as_it_stood(mut self, guide: &Guide) -> Option<Saved> {
        if self.format != FORMAT || self.guide != guide.id {
            return None;
        }
        let same_version = self.guide_version == guide.version;
        self.evidence.retain_mut(|it| still_applies(&mut it.finding, guide, same_version));
        self.ticked.retain(|(repair, id)| {
            guide.repair(repair).is_some_and(|it| it.instructions.iter().any(|it| it.id == *id))
        });
        self.wait = self.wait.filter(|it| guide.wait(&it.step).is_some());
        self.guide_version.clone_from(&guide.version);
        Some(self)
    }
}

fn still_applies(finding: &mut Finding, guide: &Guide, same_version: bool) -> bool {
    match finding {
        // Another version may know of another danger, so it asks again.
        Finding::NoDanger => same_version,
        Finding::Danger(ids) => {
            ids.retain(|id| guide.dangers.iter().any(|it| it.id == *id));
            true
        }
        Finding::Answered(question, choice) => guide.question(question).is_some_and(|it| it.choice(choice).is_some()),
        Finding::NotSure(question) | Finding::PutOff(StepId::Question(question)) => guide.question(question).is_some(),
        Finding::Tried(repair, _) | Finding::PutOff(StepId::Repair(repair)) => guide.repair(repair).is_some(),
        Finding::PutOff(StepId::Dangers | StepId::Review | StepId::Service) => false,
        Finding::KeptTrying | Finding::HandedOver | Finding::ServiceFixed => true,
    }
}
