//! What each event does to a session.

use super::effect::{Effect, Notice};
use super::event::Event;
use super::evidence::{Finding, Observation, TryResult};
use super::saved::{RunningWait, Saved};
use super::state::{Copied, Session};
use super::step::{self, Outcome, Step, StepId};
use super::time::Time;
use super::words::Word;
use crate::guide::Wait;

impl Session {
    /// Takes in what happened. An event that does not apply to the step at hand changes nothing.
    pub fn update(&mut self, event: Event, now: Time) -> Vec<Effect> {
        let before = self.now;
        self.now = before.max(now);
        match event {
            Event::DangerToggled(id) => self.toggle_danger(id),
            Event::DangersDenied => self.deny_dangers(),
            Event::DangersReported => self.report_dangers(),
            Event::InstructionToggled(repair, id) => self.toggle_instruction(&repair, id),
            Event::WaitStarted(repair) => self.start_wait(repair),
            Event::WaitCancelled(repair) => self.cancel_wait(&repair),
            Event::Ticked => self.tick(before),
            Event::Tried(repair, result) => self.try_repair(repair, result),
            Event::HandedOver => self.hand_over(),
            Event::ServiceFixed => self.fix_by_service(),
            Event::WentBack => self.go_back(),
            Event::StepRequested(step) => self.revisit(step),
            Event::Restarted => self.restart(Effect::Save),
            Event::Forgotten => self.restart(Effect::Forget),
            Event::CopyRequested => vec![Effect::Copy(self.record().text(self.settings.words))],
            Event::CopyDone => self.finish_copy(Copied::Done, Word::Copied),
            Event::CopyRefused => self.finish_copy(Copied::Refused, Word::CopyRefused),
        }
    }

    fn is_at(&self, repair: &str) -> bool {
        matches!(self.step(), Step::Repair(it) if it.id == repair)
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
        vec![Effect::Save]
    }

    fn start_wait(&mut self, repair: String) -> Vec<Effect> {
        let wait: Option<&Wait> = match self.step() {
            Step::Repair(it) if it.id == repair => it.wait.as_ref(),
            Step::Dangers | Step::Repair(_) | Step::Service | Step::Outcome(_) => None,
        };
        let Some(wait) = wait.filter(|_| !self.waits_for(&repair)) else { return Vec::new() };
        let announcement = self.settings.words.with_number(Word::WaitStarted, wait.minutes);
        self.saved.wait = Some(RunningWait { repair, started: self.now });
        vec![Effect::Save, Effect::Announce(announcement)]
    }

    fn cancel_wait(&mut self, repair: &str) -> Vec<Effect> {
        if !self.waits_for(repair) {
            return Vec::new();
        }
        self.saved.wait = None;
        vec![Effect::Save]
    }

    /// Tells the last thing that fell due since the moment before.
    fn tick(&self, before: Time) -> Vec<Effect> {
        let (Some(progress), Some(running)) = (self.progress(), self.saved.wait.as_ref()) else { return Vec::new() };
        let due = progress.due_since(before.ms_since(running.started));
        due.map(|text| Effect::Announce(text.to_owned())).into_iter().collect()
    }

    fn try_repair(&mut self, repair: String, result: TryResult) -> Vec<Effect> {
        if !self.is_at(&repair) {
            return Vec::new();
        }
        if self.waits_for(&repair) {
            self.saved.wait = None;
        }
        let notice = Notice::Answer(StepId::Repair(repair.clone()), result);
        self.learn(Finding::Tried(repair, result), notice)
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
        self.learn(Finding::ServiceFixed, Notice::Answer(StepId::Service, TryResult::Fixed))
    }

    /// Puts the finding at the end of the evidence, in place of an older one about the same thing.
    fn learn(&mut self, finding: Finding, notice: Notice) -> Vec<Effect> {
        self.saved.evidence.retain(|it| !is_same_thing(&it.finding, &finding));
        self.saved.evidence.push(Observation { at: self.now, finding });
        // Nobody waits for anything once the walk has ended.
        if step::outcome(&self.saved.evidence).is_some() {
            self.saved.wait = None;
        }
        self.leave_step();
        vec![Effect::Save, Effect::Dispatch(notice), Effect::Dispatch(self.notice())]
    }

    fn go_back(&mut self) -> Vec<Effect> {
        if !self.can_go_back() {
            return Vec::new();
        }
        if self.revisited.is_none() {
            self.saved.evidence.pop();
        }
        self.leave_step();
        vec![Effect::Save, Effect::Dispatch(self.notice())]
    }

    fn revisit(&mut self, step: StepId) -> Vec<Effect> {
        let exists = match &step {
            StepId::Dangers => !self.guide.dangers.is_empty(),
            StepId::Repair(id) => self.guide.repair(id).is_some(),
            StepId::Service => self.has_found(&Finding::HandedOver) || self.has_found(&Finding::ServiceFixed),
        };
        if !exists {
            return Vec::new();
        }
        self.leave_step();
        self.revisited = (self.notice() != Notice::Step(step.clone())).then_some(step);
        vec![Effect::Dispatch(self.notice())]
    }

    fn restart(&mut self, storage: Effect) -> Vec<Effect> {
        self.saved = Saved::new(&self.guide, self.now);
        self.leave_step();
        vec![storage, Effect::Dispatch(self.notice())]
    }

    fn leave_step(&mut self) {
        self.revisited = None;
        self.marked.clear();
        self.copied = Copied::NotAsked;
    }

    fn finish_copy(&mut self, copied: Copied, word: Word) -> Vec<Effect> {
        self.copied = copied;
        vec![Effect::Announce(self.settings.words.text(word).to_owned())]
    }
}

fn is_same_thing(one: &Finding, other: &Finding) -> bool {
    match (one, other) {
        (Finding::NoDanger | Finding::Danger(_), Finding::NoDanger | Finding::Danger(_))
        | (Finding::HandedOver, Finding::HandedOver)
        | (Finding::ServiceFixed, Finding::ServiceFixed) => true,
        (Finding::Tried(one, _), Finding::Tried(other, _)) => one == other,
        (
            Finding::NoDanger | Finding::Danger(_) | Finding::Tried(..) | Finding::HandedOver | Finding::ServiceFixed,
            _,
        ) => false,
    }
}

fn toggle<T: PartialEq>(things: &mut Vec<T>, thing: T) {
    match things.iter().position(|it| *it == thing) {
        Some(idx) => drop(things.remove(idx)),
        None => things.push(thing),
    }
}
