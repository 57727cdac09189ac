//! A session as a link: the page's own address, and behind its `#`, or behind the route there, the session itself.
//! Browsers send nothing of that to any server, so whoever has the link can read it, and nobody else.

mod checksum;
mod qr;
mod read;
mod write;

pub use qr::{QrCode, qr_code};

use super::effect::Effect;
use super::saved::Saved;
use super::state::{Session, Settings};
use super::step::StepId;
use super::time::Time;
use super::words::Word;
use crate::guide::Guide;
use std::rc::Rc;

/// What stands between the page's address and the code. `src/element/first_step.js` looks for it too.
pub const MARK: &str = "#fault-finder=";
/// The same, as mail programs and routers write a second `#` in an address.
const ESCAPED_MARK: &str = "%23fault-finder=";
/// A longer link would not go into a QR code that a phone can still read from a screen, and some programs cut it.
const MAX_LINK: usize = 1_200;
/// The format of a code, its first character. A code of another one is not read.
const FORMAT: char = '1';

/// Splits an address, or what stands behind its `#`, into the page's own part and the code behind the first mark.
pub fn split_link(address: &str) -> Option<(&str, &str)> {
    address.split_once(MARK).or_else(|| address.split_once(ESCAPED_MARK))
}

/// The session of somebody else.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What was known. A countdown and what was ticked off are not part of it: they are at the other person's hands.
    pub saved: Saved,
    /// The step that the person had asked to see, if it was not the next one.
    pub step: Option<StepId>,
    /// How it stood at what time.
    pub as_of: Time,
    /// Whether somebody has found no danger since the link was opened. No link says so.
    pub has_checked: bool,
}

/// What is known of a session that was opened by a link, besides what is in it.
#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct Visit {
    /// How it stood at what time.
    pub(in crate::session) as_of: Time,
    /// Whether somebody has found no danger since it was opened.
    pub(in crate::session) has_checked: bool,
}

/// Why a link opens no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It is not as it was made.
    Damaged,
    /// It was made by a later version of the widget.
    NewerFormat,
    /// It belongs to another guide.
    OtherGuide,
}

impl LinkProblem {
    /// What is said of it.
    pub(super) fn word(self) -> Word {
        match self {
            LinkProblem::Damaged => Word::LinkDamaged,
            LinkProblem::NewerFormat => Word::LinkTooNew,
            LinkProblem::OtherGuide => Word::LinkOfOtherGuide,
        }
    }
}

impl Shared {
    /// The session in a code, if it belongs to this guide.
    pub fn read(code: &str, guide: &Guide) -> Result<Shared, LinkProblem> {
        let shared = read::decode(code)?;
        if shared.saved.guide == guide.id { Ok(shared) } else { Err(LinkProblem::OtherGuide) }
    }
}

impl Session {
    /// The session of somebody else, as far as it still applies to the guide.
    ///
    /// What is known and where it ended is shown as it stood, with what that person has said of dangers. That says
    /// nothing of here and now, so whoever wants to go on gets the danger check first.
    pub fn open(guide: Rc<Guide>, settings: Settings, shared: Shared, now: Time) -> Session {
        let mut session = Session::new(guide, settings, now);
        if let Some(saved) = shared.saved.fit_as_it_stood(&session.guide) {
            session.saved = saved;
            session.shared = Some(Visit { as_of: shared.as_of, has_checked: shared.has_checked });
            session.renew_plans();
            if let Some(step) = shared.step {
                // It is not the person at the other end who has come here, so nobody is told.
                drop(session.revisit(step));
            }
        }
        session
    }

    /// Says from now on, until the person goes on, that the link which the page was opened with opens no session.
    /// Returns the sentence.
    pub fn refuse_link(&mut self, problem: LinkProblem) -> &'static str {
        self.link_problem = Some(problem);
        self.settings.words.text(problem.word())
    }

    pub(super) fn leave_shared(&mut self) -> Vec<Effect> {
        if self.shared.is_some() { vec![Effect::LeaveShared] } else { Vec::new() }
    }

    /// The session of somebody else, to be opened again; nothing where it is the visitor's own.
    pub fn shared(&self) -> Option<Shared> {
        let Visit { as_of, has_checked } = self.shared?;
        Some(Shared { saved: self.saved.clone(), step: self.revisited.clone(), as_of, has_checked })
    }

    /// The link to this session on the page that it is on now.
    pub(super) fn link_here(&self) -> Option<String> {
        self.link(self.settings.page.as_ref()?.for_others())
    }

    /// The link to this session on the page with this address; nothing if it would be too long. Of the readings, the
    /// oldest are left out first.
    pub fn link(&self, address: &str) -> Option<String> {
        let readings = &self.saved.readings;
        let link = |n_left_out: usize| {
            let kept = readings.get(n_left_out..).unwrap_or_default();
            format!("{address}{MARK}{}", write::encode(&self.saved, self.revisited.as_ref(), kept))
        };
        (0..=readings.len()).map(link).find(|it| it.len() <= MAX_LINK)
    }
}
