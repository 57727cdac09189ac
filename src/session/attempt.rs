//! Attempts to read battery levels, and what they change.

use super::effect::{Address, Effect, Notice};
use super::evidence::{Finding, Observation};
use super::reading::{self, Taken};
use super::screen::reading_words;
use super::state::Session;
use super::step::{Order, Step, StepId};
use super::time::Time;
use super::update::with;
use super::words::Word;
use crate::battery::{Access, Failure, Phase, Reading, Source, UnitReading};
use crate::guide::{Battery, Measure, Question};

/// So many readings are kept: enough for the first and the last of each stretch of charging.
pub(super) const MOST_KEPT: usize = 24;
/// Whoever wants to try again has read first that it has failed.
const MEANT_MS: i64 = 300;
/// After so long, a word of help is due.
const HINT_AFTER_MS: i64 = 10_000;
/// After so many minutes, levels say little of now.
const LEVELS_HOLD: f64 = 60.0;

/// Ties what a device says to the attempt that asked for it, so that what comes too late is dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticket(pub u32);

/// Where the last attempt stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Attempt {
    /// There was none at this step.
    None,
    /// It is under way.
    Running { source: Source, phase: Phase, since: Time },
    /// It has failed.
    Failed { source: Source, failure: Failure, since: Time },
    /// It was stopped, or it has brought a reading.
    Over,
}

impl Attempt {
    /// Since when it stands where it stands, as far as that counts.
    pub(super) fn since_mut(&mut self) -> Option<&mut Time> {
        match self {
            Attempt::Running { since, .. } | Attempt::Failed { since, .. } => Some(since),
            Attempt::None | Attempt::Over => None,
        }
    }
}

impl Session {
    /// How the device is read here: what the guide knows of it, and the ways that this page can go.
    ///
    /// Nothing where the host does not want it, where the guide knows no way, or where nothing is asked anyway.
    pub(super) fn battery(&self) -> Option<(&Battery, Access)> {
        let battery = self.guide.battery.as_ref().filter(|_| self.settings.reads_battery)?;
        let access = match &self.settings.access {
            Access::By(sources) => {
                let is_known = |it: &Source| match it {
                    Source::Serial => battery.serial_service.is_some(),
                    Source::BatteryService => !battery.names.is_empty(),
                };
                let known: Vec<_> = sources.iter().copied().filter(is_known).collect();
                if known.is_empty() { Access::default() } else { Access::By(known) }
            }
            Access::Not(barrier) => Access::Not(*barrier),
        };
        (self.settings.order == Order::Best).then_some((battery, access))
    }

    /// Whether this page can reach the device, and may.
    pub(super) fn can_read(&self) -> bool {
        matches!(self.battery(), Some((_, Access::By(_))))
    }

    /// Whether the device has told levels that answer something and can be asked again, which takes less time than
    /// looking.
    pub(super) fn has_read(&self) -> bool {
        let rules = || self.guide.questions.iter().filter_map(|it| it.reading.as_ref());
        self.can_read() && rules().any(|it| reading::is_about(it, &self.saved.readings))
    }

    pub(super) fn request_reading(&mut self, source: Source) -> Vec<Effect> {
        let is_asked_for = matches!(self.step(), Step::Question(_) | Step::Repair(_));
        let address = match self.battery() {
            Some((battery, Access::By(sources))) if is_asked_for && sources.contains(&source) => {
                Address { service: battery.serial_service.clone().unwrap_or_default(), names: battery.names.clone() }
            }
            Some(_) | None => return Vec::new(),
        };
        let is_meant = match self.attempt {
            Attempt::Running { .. } => false,
            // The press that was to stop the attempt has closed the browser's window, which ended it a moment before.
            Attempt::Failed { since, .. } => self.now.ms_since(since) >= MEANT_MS,
            Attempt::None | Attempt::Over => true,
        };
        if !is_meant {
            return Vec::new();
        }
        self.ticket = Ticket(self.ticket.0.wrapping_add(1));
        self.attempt = Attempt::Running { source, phase: Phase::Choose, since: self.now };
        vec![Effect::ReadBattery(self.ticket, source, address), self.announce_attempt()]
    }

    pub(super) fn advance_reading(&mut self, ticket: Ticket, now_at: Phase) -> Vec<Effect> {
        match &mut self.attempt {
            Attempt::Running { phase, since, .. } if ticket == self.ticket && *phase != now_at => {
                *phase = now_at;
                *since = self.now;
                vec![self.announce_attempt()]
            }
            Attempt::Running { .. } | Attempt::Failed { .. } | Attempt::Over | Attempt::None => Vec::new(),
        }
    }

    pub(super) fn stop_reading(&mut self) -> Vec<Effect> {
        if !matches!(self.attempt, Attempt::Running { .. }) {
            return Vec::new();
        }
        self.attempt = Attempt::Over;
        vec![Effect::StopReading, Effect::Announce(self.settings.words.text(Word::ReadStopped).to_owned())]
    }

    pub(super) fn finish_reading(&mut self, ticket: Ticket, result: Result<Vec<UnitReading>, Failure>) -> Vec<Effect> {
        let source = match self.attempt {
            Attempt::Running { source, .. } if ticket == self.ticket => source,
            Attempt::Running { .. } | Attempt::Failed { .. } | Attempt::Over | Attempt::None => return Vec::new(),
        };
        match result {
            Ok(units) => {
                self.attempt = Attempt::Over;
                self.take_reading(Reading { source, units })
            }
            Err(failure) => {
                self.attempt = Attempt::Failed { source, failure, since: self.now };
                vec![self.announce_attempt()]
            }
        }
    }

    /// Keeps a reading, and answers what it answers.
    fn take_reading(&mut self, reading: Reading) -> Vec<Effect> {
        let before = self.notice();
        let here = self.step().id();
        self.saved.readings.push(Taken { at: self.now, reading });
        let n_kept = self.saved.readings.len();
        // The first tells where it all began, so what lies between goes.
        if n_kept > MOST_KEPT {
            self.saved.readings.remove(1);
        }
        let mut effects = vec![Effect::Save];
        for finding in self.read_answers() {
            let Finding::Answered(question, choice) = &finding else { continue };
            effects.push(Effect::Dispatch(Notice::Answer(StepId::Question(question.clone()), choice.clone())));
            self.end_wait(question);
            let observation = Observation { at: self.now, finding, is_read: true };
            self.saved.evidence = with(&self.saved.evidence, observation);
            self.change = None;
        }
        // Whoever went somewhere meanwhile is not called away, and neither is whoever was told to read twice.
        let is_elsewhere = self.revisited.is_some() && !here.as_ref().is_some_and(|it| self.is_answered(it));
        if effects.len() > 1 && !is_elsewhere {
            self.leave_step();
            self.revisited = here.filter(|it| self.awaits_second(it));
        }
        self.renew_plans();
        let after = self.notice();
        if after != before {
            effects.push(Effect::Dispatch(after));
        }
        effects.push(self.announce_attempt());
        effects
    }

    /// A word of help for those who have waited long at this time.
    pub(super) fn hint_at(&self, time: Time) -> Option<&'static str> {
        let (phase, since) = match &self.attempt {
            Attempt::Running { phase, since, .. } => (phase, since),
            Attempt::Failed { .. } | Attempt::Over | Attempt::None => return None,
        };
        let word = match phase {
            Phase::Choose => Word::ReadChoosingHint,
            Phase::Connect | Phase::Read => Word::ReadSlowHint,
        };
        (time.ms_since(*since) >= HINT_AFTER_MS).then(|| self.settings.words.text(word))
    }

    fn is_answered(&self, step: &StepId) -> bool {
        matches!(step, StepId::Question(id) if !self.is_open(id))
    }

    /// Whether a question waits for the second of two readings.
    fn awaits_second(&self, step: &StepId) -> bool {
        let StepId::Question(id) = step else { return false };
        let rule = self.guide.question(id).and_then(|it| it.reading.as_ref());
        self.is_open(id) && rule.is_some_and(|it| it.measure.needs_two())
    }

    /// What the latest reading answers: what was not answered by hand, and the question at hand.
    ///
    /// Two readings answer the question at hand only: elsewhere nobody was told what to do between them.
    fn read_answers(&self) -> Vec<Finding> {
        let here = match self.step() {
            Step::Question(it) => it.id.clone(),
            Step::Dangers | Step::Repair(_) | Step::Review | Step::Service | Step::Outcome(_) => String::new(),
        };
        let answered = |question: &Question| {
            let rule = question.reading.as_ref()?;
            let may = question.id == here || (rule.measure == Measure::Level && self.is_open(&question.id));
            let choice = reading::choice(rule, &self.saved.readings).filter(|_| may)?;
            Some(Finding::Answered(question.id.clone(), choice.to_owned()))
        };
        self.guide.questions.iter().filter_map(answered).collect()
    }

    /// Whether levels were read that still say something.
    pub(super) fn shows_levels(&self) -> bool {
        self.latest_levels().is_some()
    }

    /// The latest levels, for as long as they say something.
    pub(super) fn latest_levels(&self) -> Option<&Taken> {
        self.saved.readings.last().filter(|it| reading::minutes(self.now, it.at) <= LEVELS_HOLD)
    }

    /// Whether a question has no answer yet.
    pub(super) fn is_open(&self, question: &str) -> bool {
        !self.saved.evidence.iter().any(|it| matches!(&it.finding, Finding::Answered(id, _) if id == question))
    }

    fn announce_attempt(&self) -> Effect {
        Effect::Announce(reading_words(self))
    }
}
