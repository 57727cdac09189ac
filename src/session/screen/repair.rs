//! Something to try.

use super::super::evidence::TryResult;
use super::super::state::Session;
use super::super::step::{Order, StepId};
use super::super::words::Word;
use super::{
    Action, More, NoticeRow, Picture, ReadingScreen, SourceRow, WaitScreen, outlook, picture, reading, sources, wait,
};
use crate::guide::Repair;
use crate::session::Event;

/// Something to try.
#[derive(Clone, Debug, PartialEq)]
pub struct RepairScreen {
    /// What to do.
    pub picture: Option<Picture>,
    /// Two or three words before `now`.
    pub now_label: String,
    /// Why it comes now; empty where the article says so.
    pub now: String,
    /// Two or three words before the reason.
    pub why_label: String,
    /// Why it may help.
    pub why: String,
    /// What to know before starting.
    pub notices: Vec<NoticeRow>,
    /// Two or three words before the preparations.
    pub needs_label: String,
    /// What to have at hand, in one line; empty if nothing.
    pub needs: String,
    /// What to do.
    pub groups: Vec<InstructionGroup>,
    /// The waiting it needs.
    pub wait: Option<WaitScreen>,
    /// Asks whether it helped.
    pub question: String,
    /// It helped.
    pub fixed: Action,
    /// It did not.
    pub not_fixed: Action,
    /// The other answers.
    pub others: Vec<Action>,
    /// The way to have levels read.
    pub reading: Option<Box<ReadingScreen>>,
    /// What is worth knowing besides.
    pub more: More,
    /// The heading of the sources.
    pub sources_label: String,
    /// Where all this comes from.
    pub sources: Vec<SourceRow>,
}

/// Instructions under one heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstructionGroup {
    /// Its heading; the first group may have none.
    pub heading: Option<String>,
    /// Its instructions.
    pub rows: Vec<InstructionRow>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub struct InstructionRow {
    /// What.
    pub text: String,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// Whether it is ticked off.
    pub is_ticked: bool,
    /// Ticks it off, or not.
    pub event: Event,
}

pub(super) fn screen(session: &Session, repair: &Repair) -> RepairScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let verdict = &session.guide.verdict;
    let tried = |label: String, result| Action { label, event: Event::Tried(repair.id.clone(), result) };
    RepairScreen {
        picture: picture::named(session, repair.picture.as_ref()),
        now_label: word(Word::WhyNow),
        now: now(session, repair),
        why_label: word(Word::Why),
        why: repair.why.text.clone(),
        notices: sources::notices(session, &repair.notices),
        needs_label: word(Word::YouNeed),
        needs: needs(session, repair),
        groups: groups(session, repair),
        wait: repair.wait.as_ref().map(|it| wait::screen(session, &repair.id, it)),
        question: verdict.question.clone(),
        fixed: tried(verdict.fixed.clone(), TryResult::Fixed),
        not_fixed: tried(verdict.not_fixed.clone(), TryResult::NotFixed),
        others: vec![
            tried(word(Word::AlreadyDone), TryResult::AlreadyDone),
            tried(word(Word::CannotDo), TryResult::CannotDo),
            Action { label: word(Word::Later), event: Event::PutOff(StepId::Repair(repair.id.clone())) },
        ],
        reading: reading::screen(session, None),
        more: more(session, repair),
        sources_label: word(Word::Sources),
        sources: sources::rows(session, source_ids(repair)),
    }
}

/// How often it helps in cases like this, and what it takes.
fn now(session: &Session, repair: &Repair) -> String {
    let words = session.settings.words;
    let Some(chance) = session.cures(&repair.id) else { return String::new() };
    let is_waiting = repair.wait.as_ref().is_some_and(|it| f64::from(it.minutes) > repair.minutes);
    let word = if is_waiting { Word::HelpsAfterWaiting } else { Word::HelpsIn };
    words.with_texts(word, &outlook::frequency(words, chance), &outlook::duration(words, repair.total_minutes()))
}

/// On the first step of the article, what can be wrong is worth knowing as well.
fn more(session: &Session, repair: &Repair) -> More {
    let mut more = sources::more(session, &repair.more, &repair.notes);
    if session.settings.order == Order::Article && session.guide.article().first().is_some_and(|it| it.id == repair.id)
    {
        more.notes.insert(0, sources::faults(session));
    }
    more
}

fn source_ids(repair: &Repair) -> impl Iterator<Item = &str> {
    let instructions = repair.instructions.iter().filter_map(|it| it.source.as_ref());
    let notices = repair.notices.iter().map(|it| &it.source);
    let checks = repair.wait.iter().flat_map(|it| &it.checks).map(|it| &it.source);
    [&repair.source, &repair.why.source]
        .into_iter()
        .chain(instructions)
        .chain(notices)
        .chain(checks)
        .map(String::as_str)
}

fn needs(session: &Session, repair: &Repair) -> String {
    let texts = repair.needs.iter().filter_map(|id| session.guide.preparations.get(id)).map(|it| it.text.as_str());
    texts.collect::<Vec<_>>().join(session.settings.words.text(Word::Semicolon))
}

fn groups(session: &Session, repair: &Repair) -> Vec<InstructionGroup> {
    let is_ticked = |id: &str| session.saved.ticked.iter().any(|(it, ticked)| *it == repair.id && ticked == id);
    let mut groups = Vec::new();
    let mut group = InstructionGroup::default();
    for instruction in &repair.instructions {
        if instruction.heading.is_some() {
            groups.push(std::mem::take(&mut group));
            group.heading.clone_from(&instruction.heading);
        }
        group.rows.push(InstructionRow {
            text: instruction.text.clone(),
            picture: picture::named(session, instruction.picture.as_ref()),
            is_ticked: is_ticked(&instruction.id),
            event: Event::InstructionToggled(repair.id.clone(), instruction.id.clone()),
        });
    }
    groups.push(group);
    groups.retain(|it| !it.rows.is_empty());
    groups
}
