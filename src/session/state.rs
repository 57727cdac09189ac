//! The session itself, and what can be asked of it. What events do to it stands in `update.rs`.

use super::attempt::{Attempt, Ticket};
use super::change::Change;
use super::effect::{Effect, Notice};
use super::evidence::Finding;
use super::lifetime::Days;
use super::page::Page;
use super::permission::Permission;
use super::plans::Plans;
use super::record::Record;
use super::saved::Saved;
use super::screen::Screen;
use super::share::{LinkProblem, Visit};
use super::step::{self, Order, Step, StepId};
use super::time::Time;
use super::wait::Progress;
use super::words::{Word, Words};
use crate::battery::Access;
use crate::guide::Guide;
use std::rc::Rc;

/// A countdown shows seconds.
const SECOND_MS: u32 = 1_000;
/// The age of a reading is told in minutes.
const HALF_A_MINUTE_MS: u32 = 30_000;
/// So late at most a page that nobody touches notices that the danger check is due again, after sleep as well.
const MINUTE_MS: u32 = 60_000;

/// What the host decides about a session. None of it is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// In which order the steps come.
    pub order: Order,
    /// The words of the widget itself.
    pub words: Words,
    /// The languages that there are for this guide, as BCP 47 tags; its own is the first.
    pub languages: Vec<String>,
    /// Whether a native speaker has looked at the guide's words.
    pub is_reviewed: bool,
    /// Where the support button leads, instead of the guide's contacts.
    pub support_href: Option<String>,
    /// Whether the session is stored, so that the person can be offered to forget it.
    pub is_stored: bool,
    /// For how long, where it is.
    pub kept_for: Days,
    /// Whether battery levels may be read, where the page can.
    pub reads_battery: bool,
    /// Whether the page can. The shell knows.
    pub access: Access,
    /// Whether the browser shows notifications of this page. The shell knows.
    pub notifications: Permission,
    /// The page, for a reminder and for a link; nothing where it did not come from a server. The shell knows.
    pub page: Option<Page>,
    /// How far the person's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
}

impl Settings {
    /// What to say where the widget was, if it breaks: a heading and some sentences.
    pub fn apology(&self) -> Vec<&'static str> {
        let reload = self.is_stored.then_some(Word::ReloadToGoOn);
        let words = [Word::BrokenHeading, Word::ErrorStatic].into_iter().chain(reload);
        words.map(|it| self.words.text(it)).collect()
    }
}

/// What is to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copying {
    Record,
    Link,
}

/// What became of the last wish to copy something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copied {
    NotAsked,
    Done,
    Refused,
}

/// One person's walk through a guide.
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) guide: Rc<Guide>,
    pub(super) settings: Settings,
    pub(super) saved: Saved,
    pub(super) now: Time,
    /// The time by which the step at hand follows. An event that comes later answers the step that the person saw.
    pub(super) seen: Time,
    /// The time of the last tick: what fell due by then was told.
    pub(super) ticked: Time,
    /// The step that the person asked to see again, until it is answered or left.
    pub(super) revisited: Option<StepId>,
    /// The answer that was changed just now, until the person leaves the step that came of it.
    pub(super) change: Option<Change>,
    /// The ids of the dangers ticked in the danger check, before it is answered.
    pub(super) marked: Vec<String>,
    pub(super) copying: Copying,
    pub(super) copied: Copied,
    /// Set if it is the session of somebody else.
    pub(super) shared: Option<Visit>,
    /// Why the link that the page was opened with has opened no session.
    pub(super) link_problem: Option<LinkProblem>,
    /// Whether the language that was chosen last could not be had.
    pub(super) lacks_language: bool,
    pub(super) attempt: Attempt,
    /// That of the latest attempt.
    pub(super) ticket: Ticket,
    pub(super) plans: Rc<Plans>,
}

impl Session {
    /// A session at its start.
    pub fn new(guide: Rc<Guide>, settings: Settings, now: Time) -> Session {
        let saved = Saved::new(&guide, now);
        let plans = Rc::new(Plans::new(&guide, false));
        Session {
            guide,
            settings,
            saved,
            now,
            seen: now,
            ticked: now,
            revisited: None,
            change: None,
            marked: Vec::new(),
            copying: Copying::Record,
            copied: Copied::NotAsked,
            shared: None,
            link_problem: None,
            lacks_language: false,
            attempt: Attempt::None,
            ticket: Ticket::default(),
            plans,
        }
    }

    /// The session that was stored, as far as it still applies to the guide; else one at its start.
    pub fn resume(guide: Rc<Guide>, settings: Settings, saved: Saved, now: Time) -> Session {
        let mut session = Session::new(guide, settings, now);
        if let Some(saved) = saved.fit_to(&session.guide, now) {
            // What was due while the page was closed is told by the next tick.
            session.ticked = saved.wait.as_ref().map_or(now, |it| it.started);
            session.saved = saved;
            session.renew_plans();
            session.go_to_countdown();
            // Whoever comes back is asked at once, also where they went to support.
            if session.is_check_due() && session.step() == Step::Service {
                session.revisited = Some(StepId::Dangers);
            }
        }
        session
    }

    /// What is to be stored.
    pub fn saved(&self) -> &Saved {
        &self.saved
    }

    /// The guide that is walked through.
    pub fn guide(&self) -> &Rc<Guide> {
        &self.guide
    }

    /// Goes on with the same guide in other words.
    pub fn change_words(&mut self, guide: Rc<Guide>) {
        self.guide = guide;
        self.lacks_language = false;
    }

    /// Goes on under other settings, with all that is known.
    pub fn change_settings(&mut self, settings: Settings) -> Vec<Effect> {
        self.settings = settings;
        self.renew_plans();
        if self.can_read() { Vec::new() } else { self.stop_reading() }
    }

    /// Takes over the address that the page has now: sites change it without a reload. Returns whether it is another one.
    pub fn change_page(&mut self, page: Option<Page>) -> bool {
        let is_other = self.settings.page != page;
        self.settings.page = page;
        is_other
    }

    /// A person whose device tells its levels finds some answers sooner, so that other steps may be worth their time.
    pub(super) fn renew_plans(&mut self) {
        let has_read = self.has_read();
        if self.plans.has_read != has_read {
            self.plans = Rc::new(Plans::new(&self.guide, has_read));
        }
    }

    /// What to show now.
    pub fn screen(&self) -> Screen {
        Screen::new(self)
    }

    /// What was found and tried so far, for a support agent.
    pub fn record(&self) -> Record {
        Record::new(self)
    }

    /// How often `Ticked` is wanted, in milliseconds; nothing while no time is running.
    pub fn tick_ms(&self) -> Option<u32> {
        // What falls due is told by a tick, also where something else has happened since.
        let ends = self.progress().map(|it| it.ends());
        let is_waiting = ends.is_some_and(|it| it > self.ticked);
        if is_waiting || matches!(self.attempt, Attempt::Running { .. }) {
            return Some(SECOND_MS);
        }
        if self.shows_levels() {
            return Some(HALF_A_MINUTE_MS);
        }
        let grows_old = matches!(self.step(), Step::Question(_) | Step::Repair(_) | Step::Review);
        (grows_old && !self.guide.dangers.is_empty()).then_some(MINUTE_MS)
    }

    /// Whether a stretch of waiting has come to its end and the person has not gone on yet.
    pub fn is_wait_over(&self) -> bool {
        self.progress().is_some_and(|it| it.is_over())
    }

    /// What to put before the title of the page while the person may look elsewhere.
    pub fn page_title(&self) -> Option<&'static str> {
        self.is_wait_over().then(|| self.settings.words.text(Word::TimeIsUp))
    }

    /// Differs from one screen to the next, so that the focus can follow.
    ///
    /// The number of answers is part of it, because coming back to a step is news as well; so is a countdown, because
    /// the button that started it is gone and the focus must not be lost with it. Whoever wants to get past the danger
    /// check is led to its heading.
    pub fn screen_key(&self) -> String {
        let step = self.step();
        let id = match &step {
            Step::Outcome(outcome) => outcome.id(),
            Step::Dangers | Step::Question(_) | Step::Repair(_) | Step::Review | Step::Service => "step",
        };
        let [name, wanted] = [step.id(), self.wanted().id()];
        let [name, wanted] = [&name, &wanted].map(|it| it.as_ref().map_or("", StepId::id));
        let waits = usize::from(self.saved.wait.is_some());
        format!("{}/{}/{waits}/{id}/{name}/{wanted}", self.saved.started.0, self.saved.evidence.len())
    }

    /// The notice that tells a host where the session stands.
    pub fn notice(&self) -> Notice {
        match self.step() {
            Step::Outcome(outcome) => Notice::Outcome(outcome),
            step @ (Step::Dangers | Step::Question(_) | Step::Repair(_) | Step::Review | Step::Service) => {
                Notice::Step(step.id().unwrap_or(StepId::Service))
            }
        }
    }

    /// The step that comes next, or that the person asked to see again.
    pub(super) fn wanted(&self) -> Step<'_> {
        match &self.revisited {
            Some(StepId::Dangers) => Step::Dangers,
            Some(StepId::Question(id)) => self.guide.question(id).map_or_else(|| self.next(), Step::Question),
            Some(StepId::Repair(id)) => self.guide.repair(id).map_or_else(|| self.next(), Step::Repair),
            Some(StepId::Review) => Step::Review,
            Some(StepId::Service) => Step::Service,
            None => self.next(),
        }
    }

    /// Whether this was found.
    pub(super) fn has_found(&self, finding: &Finding) -> bool {
        self.saved.evidence.iter().any(|it| it.finding == *finding)
    }

    /// Whether the wait of this question or repair was started.
    pub(super) fn waits_for(&self, step: &str) -> bool {
        self.saved.wait.as_ref().is_some_and(|it| it.step == step)
    }

    pub(super) fn can_go_back(&self) -> bool {
        // Behind a check that came in between lies what the person wants, and not a step before it.
        !self.is_check_between() && (self.revisited.is_some() || !self.saved.evidence.is_empty())
    }

    /// The running wait, whose it is and where it stands.
    pub(super) fn progress(&self) -> Option<Progress<'_>> {
        let running = self.saved.wait.as_ref()?;
        let id = running.step.clone();
        let step = if self.guide.question(&id).is_some() { StepId::Question(id) } else { StepId::Repair(id) };
        let wait = self.guide.wait(&running.step)?;
        Some(Progress { step, wait, started: running.started, elapsed_ms: self.now.ms_since(running.started) })
    }

    fn next(&self) -> Step<'_> {
        step::next(self, &self.saved.evidence)
    }
}
