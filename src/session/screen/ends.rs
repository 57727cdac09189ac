//! Turning to support, and the good end.

use super::super::evidence::{Finding, TryResult};
use super::super::state::Session;
use super::super::step::{self, StepId};
use super::super::words::Word;
use super::{Action, Link, More, NoticeRow, RecordScreen, outlook, record, sources};
use crate::guide::Repair;
use crate::session::Event;

/// Turning to support, or having done so.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceScreen {
    /// Why it comes now; empty if nothing else is left.
    pub now: String,
    /// What to expect.
    pub claims: Vec<NoticeRow>,
    /// What is worth knowing besides.
    pub more: More,
    /// Where to turn.
    pub contact: Option<Link>,
    /// The heading of the other regions.
    pub others_label: String,
    /// Where to turn in other regions.
    pub others: Vec<Link>,
    /// Sent when one of the links is followed.
    pub handed_over: Event,
    /// The device works after all.
    pub fixed: Action,
    /// To go on at home, where something is left to try.
    pub keep_trying: Option<Action>,
    /// The heading of what was skipped.
    pub skipped_label: String,
    /// What was skipped and can still be tried.
    pub skipped: Vec<Action>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// The device works.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedScreen {
    /// What helped.
    pub text: String,
    /// The heading of the aftercare.
    pub aftercare_label: String,
    /// How to keep it working.
    pub aftercare: Vec<NoticeRow>,
    /// The record.
    pub record: Box<RecordScreen>,
}

/// The step that leads to support.
pub(super) fn service(session: &Session) -> ServiceScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let (contact, others) = contacts(session);
    ServiceScreen {
        now: now(session),
        claims: sources::notices(session, &session.guide.service.claims),
        more: more(session),
        contact,
        others_label: word(Word::OtherRegions),
        others,
        handed_over: Event::HandedOver,
        fixed: Action { label: session.guide.verdict.fixed.clone(), event: Event::ServiceFixed },
        keep_trying: session
            .can_keep_trying()
            .then(|| Action { label: word(Word::KeepTrying), event: Event::KeptTrying }),
        skipped_label: word(Word::NotTriedYet),
        skipped: skipped(session),
        record: record::screen(session),
    }
}

fn more(session: &Session) -> More {
    let mut more = sources::more(session, &session.guide.service.more, &session.guide.service.notes);
    more.notes.push(sources::faults(session));
    more
}

/// The end at which support has taken over. The links stay, in case the first one led nowhere.
pub(super) fn handed_over(session: &Session) -> ServiceScreen {
    let text = session.settings.words.text(Word::HandedOverText).to_owned();
    let claims = vec![NoticeRow { text, trust: String::new(), link: None }];
    ServiceScreen { now: String::new(), claims, keep_trying: None, ..service(session) }
}

pub(super) fn fixed(session: &Session, by: &StepId) -> FixedScreen {
    let words = session.settings.words;
    let text = match by {
        StepId::Repair(id) => {
            words.with_text(Word::FixedBy, session.guide.repair(id).map_or(id.as_str(), |it| it.text.as_str()))
        }
        StepId::Question(_) | StepId::Review | StepId::Service | StepId::Dangers => {
            let by_service = session.has_found(&Finding::HandedOver);
            words.text(if by_service { Word::FixedByService } else { Word::FixedAtLast }).to_owned()
        }
    };
    FixedScreen {
        text,
        aftercare_label: words.text(Word::KeepItWorking).to_owned(),
        aftercare: sources::notices(session, &session.guide.aftercare),
        record: record::screen(session),
    }
}

/// The support link to press, and the others.
pub(super) fn contacts(session: &Session) -> (Option<Link>, Vec<Link>) {
    let service = &session.guide.service;
    let label = service.action.clone();
    if let Some(url) = session.settings.support_href.clone() {
        return (Some(Link { label, url }), Vec::new());
    }
    let mut contacts = service.contacts.iter();
    let first = contacts.next().map(|it| Link { label, url: it.url.clone() });
    (first, contacts.map(|it| Link { label: it.region.clone(), url: it.url.clone() }).collect())
}

/// What is left to try, and how likely it is to help; empty where that is not known or nothing is left.
fn now(session: &Session) -> String {
    format!("{} {}", outlook::likeliest(session), outlook::left_to_try(session)).trim().to_owned()
}

/// What the person could not do when it came up, and what the article does not have.
fn skipped(session: &Session) -> Vec<Action> {
    let evidence = &session.saved.evidence;
    let is_skipped = |it: &&Repair| {
        matches!(step::result_of(evidence, &it.id), None | Some(TryResult::CannotDo)) && session.could_try(&it.id)
    };
    let action =
        |it: &Repair| Action { label: it.text.clone(), event: Event::StepRequested(StepId::Repair(it.id.clone())) };
    session.guide.repairs.iter().filter(is_skipped).map(action).collect()
}
