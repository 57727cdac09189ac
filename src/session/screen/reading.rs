//! Reading battery levels instead of looking: what is offered, what goes on, and what came of it.

use super::super::attempt::Attempt;
use super::super::reading::{self, Taken};
use super::super::state::Session;
use super::super::step::StepId;
use super::super::words::Word;
use super::{Action, Levels, NoticeRow, levels, sources};
use crate::battery::{Access, Barrier, Failure, Phase, Source, Trouble};
use crate::diagnosis::{Belief, Model};
use crate::guide::{Battery, Measure, Question, ReadingRule};
use crate::session::Event;

/// Reading battery levels.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingScreen {
    /// Its heading.
    pub heading: String,
    /// Whether it is shown, or only on request.
    pub is_open: bool,
    /// What to do and to know; or why it can not be done here.
    pub texts: Vec<String>,
    /// What was read last.
    pub levels: Option<Levels>,
    /// Where it stands; nothing where it can not be done.
    pub state: Option<ReadingState>,
    /// The way to the check of how levels rise.
    pub check: Option<Action>,
    /// How far it is known to work.
    pub remark: Vec<NoticeRow>,
}

/// Where reading stands.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingState {
    /// It can be started.
    Ready {
        /// Start it, in this way or in another.
        actions: Vec<Action>,
    },
    /// It is under way.
    Running {
        /// What is going on.
        text: String,
        /// What to do where it takes long; may be empty.
        hint: String,
        /// Gives it up.
        stop: Action,
    },
    /// It has failed.
    Failed {
        /// What went wrong.
        text: String,
        /// What to try next.
        advice: String,
        /// More, for a support agent.
        detail: String,
        /// Tries again, in this way or in another.
        actions: Vec<Action>,
    },
}

/// An answer that is as certain as this need not be read.
const CERTAIN: f64 = 0.95;

/// What a question or a repair offers; nothing where there is nothing to say.
pub(super) fn screen(session: &Session, question: Option<&Question>) -> Option<Box<ReadingScreen>> {
    let (battery, access) = session.battery()?;
    let rule = question.and_then(|it| it.reading.as_ref());
    let word = |word| session.settings.words.text(word).to_owned();
    match access {
        Access::Not(barrier) => rule.map(|_| {
            Box::new(ReadingScreen {
                heading: word(Word::ReadWhether),
                is_open: false,
                texts: vec![word(barrier_word(barrier))],
                levels: None,
                state: None,
                check: None,
                remark: Vec::new(),
            })
        }),
        Access::By(sources) => {
            let is_idle = matches!(session.attempt, Attempt::None);
            let is_of_use = rule.is_some() || !is_idle || is_worth_reading(session, &sources);
            let levels = levels::screen(session, rule);
            (is_of_use || levels.is_some()).then(|| {
                Box::new(ReadingScreen {
                    heading: word(Word::ReadHeading),
                    is_open: !is_idle || (rule.is_some() && session.has_read()),
                    texts: texts(session, battery, &sources, rule),
                    state: Some(state(session, &sources)),
                    check: charge_check(session, rule),
                    levels,
                    remark: sources::notices(session, std::slice::from_ref(&battery.remark)),
                })
            })
        }
    }
}

/// One line of where reading stands, for those who do not see it.
pub(in crate::session) fn words(session: &Session) -> String {
    let words = session.settings.words;
    match &session.attempt {
        Attempt::Running { phase, .. } => words.text(phase_word(*phase)).to_owned(),
        Attempt::Failed { source, failure, .. } => {
            let (text, advice) = failure_words(*source, failure);
            format!("{} {}", words.text(text), words.text(advice))
        }
        Attempt::None | Attempt::Over => {
            session.saved.readings.last().map(|it| levels::line(words, it)).unwrap_or_default()
        }
    }
}

/// Whether a level would answer something that is not certain yet.
fn is_worth_reading(session: &Session, sources: &[Source]) -> bool {
    let (Some(belief), model) = (session.belief(), &session.plans.model) else { return false };
    let can_tell = |rule: &ReadingRule| sources.iter().any(|it| reading::can_tell(*it, rule));
    let is_open = |(idx, it): (usize, &Question)| {
        let is_level = it.reading.as_ref().is_some_and(|it| it.measure == Measure::Level && can_tell(it));
        is_level && session.is_open(&it.id) && is_uncertain(&belief, model, idx)
    };
    session.guide.questions.iter().enumerate().any(is_open)
}

fn is_uncertain(belief: &Belief, model: &Model, question: usize) -> bool {
    let n_choices = model.questions.get(question).map_or(0, |it| it.choices.len());
    (0..n_choices).all(|choice| belief.answered(model, question, choice) < CERTAIN)
}

fn texts(session: &Session, battery: &Battery, sources: &[Source], rule: Option<&ReadingRule>) -> Vec<String> {
    let words = session.settings.words;
    let second = rule.and_then(|it| Some((it, awaited_first(session, it)?)));
    let mut texts = match (second, rule) {
        (Some((rule, first)), _) => {
            let early = reading::minutes_to_go(rule, first, session.now).ceil();
            let wait = (early > 0.0).then(|| words.with_number(Word::ReadLater, early));
            [Some(rule.second.clone()), wait].into_iter().flatten().collect()
        }
        (None, rule) => vec![battery.prepare.clone(), rule.map(|it| it.first.clone()).unwrap_or_default()],
    };
    if is_unanswered(session, rule) {
        texts.insert(0, words.text(Word::ReadNoAnswer).to_owned());
    }
    if sources.first() == Some(&Source::BatteryService) {
        texts.push(words.text(Word::ReadTheLevelHint).to_owned());
    }
    if session.saved.readings.is_empty() {
        texts.push(words.text(Word::ReadPrivacy).to_owned());
    }
    texts.retain(|it| !it.is_empty());
    texts
}

/// The first of two readings, where the second is what comes next.
fn awaited_first<'a>(session: &'a Session, rule: &ReadingRule) -> Option<&'a Taken> {
    rule.measure.needs_two().then(|| reading::open_first(rule, &session.saved.readings, session.now)).flatten()
}

/// Whether levels were just read, and leave the question at hand to the person.
fn is_unanswered(session: &Session, rule: Option<&ReadingRule>) -> bool {
    let (Some(rule), Some(last)) = (rule, session.saved.readings.last()) else { return false };
    let is_new = session.saved.evidence.last().is_none_or(|it| it.at < last.at);
    // A first reading that can be one leaves nothing open yet.
    let is_first = awaited_first(session, rule).is_some_and(|it| it.at == last.at);
    is_new && !is_first && reading::choice(rule, &session.saved.readings).is_none()
}

fn state(session: &Session, sources: &[Source]) -> ReadingState {
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let has_read = !session.saved.readings.is_empty();
    let request = |source: Source| {
        let label = match source {
            Source::Serial if has_read => Word::ReadAgain,
            Source::Serial => Word::ReadStart,
            Source::BatteryService if sources.len() > 1 => Word::ReadOneLevel,
            Source::BatteryService => Word::ReadTheLevel,
        };
        Action { label: word(label), event: Event::ReadingRequested(source) }
    };
    match &session.attempt {
        // The better way; before it the other one, where that has brought the last levels.
        Attempt::None | Attempt::Over => {
            let last = session.saved.readings.last().map(|it| it.reading.source);
            let other = last.filter(|it| sources.contains(it) && sources.first() != Some(it));
            ReadingState::Ready { actions: other.into_iter().chain(sources.first().copied()).map(request).collect() }
        }
        Attempt::Running { phase, .. } => ReadingState::Running {
            text: word(phase_word(*phase)),
            hint: session.hint_at(session.now).unwrap_or_default().to_owned(),
            stop: Action { label: word(Word::ReadStop), event: Event::ReadingStopped },
        },
        Attempt::Failed { source, failure, .. } => {
            let (text, advice) = failure_words(*source, failure);
            let again = Action { label: word(Word::ReadTryAgain), event: Event::ReadingRequested(*source) };
            let others = sources.iter().filter(|it| *it != source).map(|it| request(*it));
            ReadingState::Failed {
                text: word(text),
                advice: word(advice),
                detail: words.with_text(Word::ReadDetail, &detail(failure)),
                actions: [again].into_iter().chain(others).collect(),
            }
        }
    }
}

/// The way to the question that is answered by how levels rise.
fn charge_check(session: &Session, rule: Option<&ReadingRule>) -> Option<Action> {
    let is_rise = |it: &ReadingRule| it.measure == Measure::Rise;
    if rule.is_some_and(is_rise) {
        return None;
    }
    let can_check = |it: &ReadingRule| is_rise(it) && reading::is_about(it, &session.saved.readings);
    let mut questions = session.guide.questions.iter();
    let question = questions.find(|it| it.reading.as_ref().is_some_and(can_check) && session.is_open(&it.id))?;
    let label = session.settings.words.with_number(Word::ReadCheck, question.total_minutes().ceil());
    Some(Action { label, event: Event::StepRequested(StepId::Question(question.id.clone())) })
}

fn barrier_word(barrier: Barrier) -> Word {
    match barrier {
        Barrier::Browser => Word::ReadNotInBrowser,
        Barrier::InsecurePage => Word::ReadNotInsecure,
        Barrier::Policy => Word::ReadNotAllowed,
    }
}

fn phase_word(phase: Phase) -> Word {
    match phase {
        Phase::Choose => Word::ReadChoosing,
        Phase::Connect => Word::ReadConnecting,
        Phase::Read => Word::ReadReading,
    }
}

/// What went wrong, and what to try next.
fn failure_words(source: Source, failure: &Failure) -> (Word, Word) {
    match failure.trouble {
        Trouble::NotSupported => (Word::NotSupported, Word::NotSupportedAdvice),
        Trouble::Blocked => (Word::Blocked, Word::BlockedAdvice),
        Trouble::NeedsClick => (Word::NeedsClick, Word::NeedsClickAdvice),
        Trouble::NothingChosen => (Word::NothingChosen, Word::NothingChosenAdvice),
        Trouble::NoAdapter => (Word::NoAdapter, Word::NoAdapterAdvice),
        Trouble::SwitchedOff => (Word::SwitchedOff, Word::SwitchedOffAdvice),
        Trouble::NotReached => (Word::NotReached, Word::NotReachedAdvice),
        Trouble::Refused => (Word::Refused, Word::RefusedAdvice),
        Trouble::NoLevel if source == Source::BatteryService => (Word::NoService, Word::NoServiceAdvice),
        Trouble::NoLevel => (Word::NoLevel, Word::NoLevelAdvice),
        Trouble::FirstVersion => (Word::FirstVersion, Word::FirstVersionAdvice),
        Trouble::OddAnswer => (Word::OddAnswer, Word::OddAnswerAdvice),
        Trouble::LinkLost => (Word::LinkLost, Word::LinkLostAdvice),
        Trouble::TimedOut => (Word::TimedOut, Word::TimedOutAdvice),
        Trouble::Unknown => (Word::UnknownTrouble, Word::UnknownTroubleAdvice),
    }
}

/// What a support agent may want to know: where it stopped, and what the browser said. It is not translated.
fn detail(failure: &Failure) -> String {
    let phase = match failure.phase {
        Phase::Choose => "choose",
        Phase::Connect => "connect",
        Phase::Read => "read",
    };
    let said = if failure.detail.is_empty() { format!("{:?}", failure.trouble) } else { failure.detail.clone() };
    format!("{phase}, {said}")
}
