//! What each event does to a session.

use super::attempt::Attempt;
use super::change::Change;
use super::effect::{Effect, Notice};
use super::event::Event;
use super::evidence::{Finding, Observation, TryResult};
use super::saved::Saved;
use super::state::{Copied, Copying, Session};
use super::step::{self, Outcome, Step, StepId};
use super::stored::MOST_TICKED;
use super::time::Time;
use super::words::Word;

/// The name of the answer "Not sure".
pub(super) const NOT_SURE: &str = "not-sure";
/// The name of the answer that puts a step off.
pub(super) const LATER: &str = "later";
/// The name of the answer to the service step that one wants to go on at home.
pub(super) const KEEP_TRYING: &str = "keep-trying";

impl Session {
    /// Takes in what happened. An event that does not apply to the step at hand changes nothing.
    pub fn update(&mut self, event: Event, now: Time) -> Vec<Effect> {
        let mut effects = self.take(event, now);
        if effects.contains(&Effect::Save) {
            self.saved.changed = self.now;
            self.saved.kept_for = self.settings.kept_for;
        }
        if self.shared.is_some() {
            // What is stored is the visitor's own session.
            effects.retain(|it| *it != Effect::Save);
        }
        effects.extend(self.see());
        effects
    }

    fn take(&mut self, event: Event, now: Time) -> Vec<Effect> {
        let before = self.now;
        self.now = before.max(now);
        match event {
            Event::DangerToggled(id) => self.toggle_danger(id),
            Event::DangersDenied => self.deny_dangers(),
            Event::DangersReported => self.report_dangers(),
            Event::InstructionToggled(repair, id) => self.toggle_instruction(&repair, id),
            Event::WaitStarted(repair) => self.start_wait(repair),
            Event::WaitCancelled(repair) => self.cancel_wait(&repair),
            Event::Ticked => self.tick(),
            Event::ClockMoved(ms) => self.move_clock(before, ms),
            Event::NotificationToggled => self.toggle_notification(),
            Event::NotificationAnswered(permission) => self.answer_notification(permission),
            Event::Answered(question, choice) => self.answer(question, &choice),
            Event::NotSure(question) => self.answer_not_sure(question),
            Event::Tried(repair, result) => self.try_repair(repair, result),
            Event::PutOff(step) => self.put_off(step),
            Event::KeptTrying => self.keep_trying(),
            Event::HandedOver => self.hand_over(),
            Event::ServiceFixed => self.fix_by_service(),
            Event::WentBack => self.go_back(),
            Event::StepRequested(step) => self.revisit(step),
            Event::LanguageChosen(tag) => self.choose_language(tag),
            Event::LanguageFailed => self.fail_language(),
            Event::Restarted => self.restart(Effect::Save),
            Event::Forgotten => self.restart(Effect::Forget),
            Event::ReadingRequested(source) => self.request_reading(source),
            Event::ReadingAdvanced(ticket, phase) => self.advance_reading(ticket, phase),
            Event::ReadingFinished(ticket, result) => self.finish_reading(ticket, result),
            Event::ReadingStopped => self.stop_reading(),
            Event::DetailChanged(detail, text) => self.change_detail(detail, &text),
            Event::CopyRequested => self.copy(Copying::Record, self.record().text(self.settings.words)),
            Event::LinkCopyRequested => self.copy_link(),
            Event::CopyDone => self.finish_copy(Copied::Done, Word::Copied),
            Event::CopyRefused => self.finish_copy(Copied::Refused, Word::CopyRefused),
            Event::PrintRequested => vec![Effect::Print],
            Event::SharedLeft => self.leave_shared(),
        }
    }

    /// Lets the step at hand follow from the time that it is now; tells it where time alone has changed it.
    fn see(&mut self) -> Option<Effect> {
        if self.has_checked_by(self.now) {
            self.seen = self.now;
            return None;
        }
        let before = self.notice();
        self.seen = self.now;
        let after = self.notice();
        (after != before).then_some(Effect::Dispatch(after))
    }

    fn is_at(&self, step: &StepId) -> bool {
        self.step().id().is_some_and(|it| it == *step)
    }

    fn toggle_danger(&mut self, id: String) -> Vec<Effect> {
        if self.step() == Step::Dangers && self.guide.dangers.iter().any(|it| it.id == id) {
            toggle(&mut self.marked, id);
        }
        Vec::new()
    }

    fn deny_dangers(&mut self) -> Vec<Effect> {
        // A danger that is ticked and denied at once is a danger.
        if self.step() != Step::Dangers || !self.marked.is_empty() {
            return Vec::new();
        }
        // Whoever takes a danger back takes back that it was handed over.
        if self.saved.evidence.iter().any(|it| matches!(it.finding, Finding::Danger(_))) {
            self.saved.evidence.retain(|it| it.finding != Finding::HandedOver);
        }
        self.learn(Finding::NoDanger, Notice::DangersDenied)
    }

    fn report_dangers(&mut self) -> Vec<Effect> {
        if self.step() != Step::Dangers {
            return Vec::new();
        }
        let ids = std::mem::take(&mut self.marked);
        self.learn(Finding::Danger(ids.clone()), Notice::DangersReported(ids))
    }

    fn toggle_instruction(&mut self, repair: &str, id: String) -> Vec<Effect> {
        let Step::Repair(at) = self.step() else { return Vec::new() };
        if at.id != repair || !at.instructions.iter().any(|it| it.id == id) {
            return Vec::new();
        }
        toggle(&mut self.saved.ticked, (repair.to_owned(), id));
        if self.saved.ticked.len() > MOST_TICKED {
            self.saved.ticked.remove(0);
        }
        vec![Effect::Save]
    }

    fn answer(&mut self, question: String, choice: &str) -> Vec<Effect> {
        let Step::Question(at) = self.step() else { return Vec::new() };
        let Some(choice) = at.choice(choice).filter(|_| at.id == question).cloned() else { return Vec::new() };
        self.end_wait(&question);
        let notice = Notice::Answer(StepId::Question(question.clone()), choice.id.clone());
        let mut effects = self.learn(Finding::Answered(question, choice.id), notice);
        if !choice.dangers.is_empty() {
            // Where the answer led to is no news: the danger ends the session at once.
            effects.pop();
            effects
                .extend(self.learn(Finding::Danger(choice.dangers.clone()), Notice::DangersReported(choice.dangers)));
        }
        effects
    }

    fn answer_not_sure(&mut self, question: String) -> Vec<Effect> {
        let step = StepId::Question(question.clone());
        if !self.is_at(&step) {
            return Vec::new();
        }
        self.end_wait(&question);
        self.learn(Finding::NotSure(question), Notice::Answer(step, NOT_SURE.to_owned()))
    }

    fn try_repair(&mut self, repair: String, result: TryResult) -> Vec<Effect> {
        let step = StepId::Repair(repair.clone());
        if !self.is_at(&step) {
            return Vec::new();
        }
        self.end_wait(&repair);
        self.learn(Finding::Tried(repair, result), Notice::Answer(step, result.id().to_owned()))
    }

    fn put_off(&mut self, step: StepId) -> Vec<Effect> {
        if !self.is_at(&step) || !matches!(step, StepId::Question(_) | StepId::Repair(_)) {
            return Vec::new();
        }
        let notice = Notice::Answer(step.clone(), LATER.to_owned());
        self.learn(Finding::PutOff(step), notice)
    }

    fn keep_trying(&mut self) -> Vec<Effect> {
        if self.step() != Step::Service || !self.can_keep_trying() {
            return Vec::new();
        }
        self.learn(Finding::KeptTrying, Notice::Answer(StepId::Service, KEEP_TRYING.to_owned()))
    }

    fn hand_over(&mut self) -> Vec<Effect> {
        if !matches!(self.step(), Step::Service | Step::Outcome(Outcome::Stopped | Outcome::Service)) {
            return Vec::new();
        }
        // A link can be followed again; the record keeps the first time.
        if self.has_found(&Finding::HandedOver) {
            return vec![Effect::Dispatch(Notice::Handover)];
        }
        self.saved.evidence.retain(|it| it.finding != Finding::ServiceFixed);
        self.learn(Finding::HandedOver, Notice::Handover)
    }

    fn fix_by_service(&mut self) -> Vec<Effect> {
        if !matches!(self.step(), Step::Service | Step::Outcome(Outcome::Service)) {
            return Vec::new();
        }
        self.learn(Finding::ServiceFixed, Notice::Answer(StepId::Service, TryResult::Fixed.id().to_owned()))
    }

    /// Puts the finding at the end of the evidence, in place of an older one about the same thing.
    fn learn(&mut self, finding: Finding, notice: Notice) -> Vec<Effect> {
        let is_check = finding == Finding::NoDanger;
        let after = with(&self.saved.evidence, Observation { at: self.now, finding, is_read: false });
        let change = Change::between(&self.saved.evidence, &after);
        let wanted = self.wanted_behind_check();
        self.saved.evidence = after;
        if is_check {
            self.mark_checked();
        }
        let is_beside_countdown = self.is_beside_countdown();
        // Nobody waits for anything once the walk has ended.
        if step::outcome(&self.saved.evidence).is_some() {
            self.saved.wait = None;
        }
        self.leave_step();
        self.change = change;
        if wanted.is_some() {
            self.revisited = wanted.filter(|it| self.wanted().id().as_ref() != Some(it));
        } else if is_beside_countdown {
            self.go_to_countdown();
        }
        let mut effects = vec![Effect::Save, Effect::Dispatch(notice), Effect::Dispatch(self.notice())];
        if matches!(self.step(), Step::Outcome(_)) {
            effects.extend(self.stop_reading());
        }
        effects
    }

    fn go_back(&mut self) -> Vec<Effect> {
        if !self.can_go_back() {
            return Vec::new();
        }
        if self.revisited.is_none() {
            let undone = self.saved.evidence.pop();
            // A danger that an answer has brought goes with the answer.
            if undone.is_some_and(|it| matches!(it.finding, Finding::Danger(_))) && self.last_is_dangerous() {
                self.saved.evidence.pop();
            }
        }
        let is_beside_countdown = self.is_beside_countdown();
        self.leave_step();
        if is_beside_countdown {
            self.go_to_countdown();
        }
        vec![Effect::Save, Effect::Dispatch(self.notice())]
    }

    fn last_is_dangerous(&self) -> bool {
        match self.saved.evidence.last().map(|it| &it.finding) {
            Some(Finding::Answered(question, choice)) => {
                let choice = self.guide.question(question).and_then(|it| it.choice(choice));
                choice.is_some_and(|it| !it.dangers.is_empty())
            }
            Some(
                Finding::NoDanger
                | Finding::Danger(_)
                | Finding::NotSure(_)
                | Finding::Tried(..)
                | Finding::PutOff(_)
                | Finding::KeptTrying
                | Finding::HandedOver
                | Finding::ServiceFixed,
            )
            | None => false,
        }
    }

    pub(super) fn revisit(&mut self, step: StepId) -> Vec<Effect> {
        let exists = match &step {
            StepId::Dangers => !self.guide.dangers.is_empty(),
            StepId::Question(id) => self.guide.question(id).is_some(),
            StepId::Repair(id) => self.guide.repair(id).is_some(),
            StepId::Review => self.is_in_conflict(),
            StepId::Service => true,
        };
        if !exists {
            return Vec::new();
        }
        self.leave_step();
        self.revisited = (self.notice() != Notice::Step(step.clone())).then_some(step);
        vec![Effect::Dispatch(self.notice())]
    }

    fn restart(&mut self, storage: Effect) -> Vec<Effect> {
        let language = self.saved.language.take();
        self.saved = Saved { language, ..Saved::new(&self.guide, self.now) };
        let stop = self.stop_reading();
        self.leave_step();
        self.renew_plans();
        let effects = vec![storage, Effect::Dispatch(self.notice())];
        effects.into_iter().chain(stop).collect()
    }

    pub(super) fn leave_step(&mut self) {
        self.seen = self.now;
        self.revisited = None;
        self.change = None;
        self.marked.clear();
        self.copied = Copied::NotAsked;
        self.link_problem = None;
        // One that is under way goes on, wherever the person is.
        if !matches!(self.attempt, Attempt::Running { .. }) {
            self.attempt = Attempt::None;
        }
    }

    fn copy_link(&mut self) -> Vec<Effect> {
        self.link_here().map_or_else(Vec::new, |it| self.copy(Copying::Link, it))
    }

    fn copy(&mut self, what: Copying, text: String) -> Vec<Effect> {
        self.copying = what;
        self.copied = Copied::NotAsked;
        vec![Effect::Copy(text)]
    }

    fn finish_copy(&mut self, copied: Copied, word: Word) -> Vec<Effect> {
        self.copied = copied;
        vec![Effect::Announce(self.settings.words.text(word).to_owned())]
    }
}

/// The evidence with one more observation at its end, in place of an older one about the same thing.
pub(super) fn with(evidence: &[Observation], observation: Observation) -> Vec<Observation> {
    let mut after = evidence.to_vec();
    after.retain(|it| !is_same_thing(&it.finding, &observation.finding));
    after.push(observation);
    after
}

pub(super) fn is_same_thing(one: &Finding, other: &Finding) -> bool {
    match (one, other) {
        (Finding::NoDanger | Finding::Danger(_), Finding::NoDanger | Finding::Danger(_)) => true,
        // Support may be advised, declined, taken and have helped, each at its time.
        (Finding::KeptTrying | Finding::HandedOver | Finding::ServiceFixed, _) => one == other,
        (
            Finding::NoDanger
            | Finding::Danger(_)
            | Finding::Answered(..)
            | Finding::NotSure(_)
            | Finding::Tried(..)
            | Finding::PutOff(_),
            _,
        ) => one.step() == other.step(),
    }
}

fn toggle<T: PartialEq>(things: &mut Vec<T>, thing: T) {
    match things.iter().position(|it| *it == thing) {
        Some(idx) => drop(things.remove(idx)),
        None => things.push(thing),
    }
}
