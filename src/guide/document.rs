//! The types of the guide document, field by field as an author writes them in JSON.
//!
//! Ids are short names in lower case with hyphens, unique within their list. Text is only ever text: no HTML.

use super::battery::{Battery, ReadingRule};
use super::named::Named;
use super::picture::{Light, Picture};
use super::sort::sort;
#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// The document for one problem of one product.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Guide {
    /// The version of this format: 1.
    pub format: u32,
    /// Names the guide; also the value of the element's `guide` attribute for a built-in guide.
    pub id: String,
    /// The version of this guide's content; a date is a good choice.
    pub version: String,
    /// The language of the words, as a BCP 47 tag such as `en`.
    pub language: String,
    /// Where the words of other languages are: by their tags, the URL of a translation, as seen from the guide's own.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub translations: Named<TranslationFile>,
    /// The name of the product.
    pub product: String,
    /// The problem in a few words; stands at the top of the widget.
    pub title: String,
    /// One or two sentences that tell a person what the guide does for them.
    pub intro: String,
    /// How the widget asks whether a repair helped, in the words of this problem.
    pub verdict: Verdict,
    /// Where the claims come from, by id.
    pub sources: Named<Source>,
    /// Where the numbers come from (weights, odds, minutes, chances): the id of a source. What rests on another one
    /// names it itself.
    pub numbers_source: String,
    /// How a browser can read the battery levels of the device, where it can.
    pub battery: Option<Battery>,
    /// What is worth knowing beside the steps.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub notes: Vec<Note>,
    /// The signs to stop at once. They are asked about before anything else.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub dangers: Vec<Danger>,
    /// How the danger check asks, in the words of this problem; without it, whether any of the dangers is there now.
    pub danger_question: Option<String>,
    /// What to do at any danger, before the advice of the one that was reported. Required where there are dangers.
    pub danger_advice: Option<Claim>,
    /// The hidden reasons why the device may not work.
    pub faults: Vec<Fault>,
    /// What can be asked.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub questions: Vec<Question>,
    /// What a repair may need to have at hand, by id.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub preparations: Named<Preparation>,
    /// What can be tried.
    pub repairs: Vec<Repair>,
    /// Who helps when nothing here does.
    pub service: Service,
    /// The plan for the first step, computed ahead so that nobody waits for it. It is generated, and ignored where the
    /// numbers of the guide have changed since.
    pub first: Option<First>,
    /// How to keep the device working once it does.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub aftercare: Vec<Claim>,
    /// What steps look like, by name.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub pictures: Named<Picture>,
}

impl Guide {
    /// The fault with this id.
    pub fn fault(&self, id: &str) -> Option<&Fault> {
        self.faults.iter().find(|it| it.id == id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|it| it.id == id)
    }

    /// The repair with this id.
    pub fn repair(&self, id: &str) -> Option<&Repair> {
        self.repairs.iter().find(|it| it.id == id)
    }

    /// The position of the question with this id.
    pub fn question_idx(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|it| it.id == id)
    }

    /// The position of the repair with this id.
    pub fn repair_idx(&self, id: &str) -> Option<usize> {
        self.repairs.iter().position(|it| it.id == id)
    }

    /// The wait of the question or the repair with this id.
    pub fn wait(&self, step: &str) -> Option<&Wait> {
        let of_question = self.question(step).and_then(|it| it.wait.as_ref());
        of_question.or_else(|| self.repair(step).and_then(|it| it.wait.as_ref()))
    }

    /// The repairs that the written article has, in its order; all, in the document's order, where no repair says
    /// that an article has it.
    pub fn article(&self) -> Vec<&Repair> {
        let mut repairs: Vec<_> = self.repairs.iter().filter(|it| it.article.is_some()).collect();
        sort(&mut repairs, |one, other| one.article < other.article);
        if repairs.is_empty() { self.repairs.iter().collect() } else { repairs }
    }
}

/// Where the words of another language are.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(untagged))]
pub enum TranslationFile {
    /// The URL of a translation, as seen from the guide's own. It must be of the guide's own origin.
    Plain(String),
    /// The same with the hash of the file. A browser takes no other file in its place.
    Pinned {
        /// The URL of a translation, as seen from the guide's own. It must be of the guide's own origin.
        url: String,
        /// The hash, as the `integrity` of a script has it: `sha384-` and 64 characters of base64, or `sha256-`, `sha512-`.
        integrity: String,
    },
}

impl TranslationFile {
    /// The URL, as seen from the guide's own.
    pub fn url(&self) -> &str {
        match self {
            TranslationFile::Plain(url) | TranslationFile::Pinned { url, .. } => url,
        }
    }

    /// The hash that the file must have.
    pub fn integrity(&self) -> Option<&str> {
        match self {
            TranslationFile::Plain(_) => None,
            TranslationFile::Pinned { integrity, .. } => Some(integrity),
        }
    }
}

/// How the widget asks whether a repair helped.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Verdict {
    /// The question, such as "Does the lamp light up now?".
    pub question: String,
    /// The answer that it helped, such as "It lights up now".
    pub fixed: String,
    /// The answer that it did not, such as "Still dark".
    pub not_fixed: String,
    /// The heading of the good end, such as "Your lamp works again".
    pub done: String,
}

/// Where a claim comes from.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Source {
    /// The page or document, as a reader would recognise it.
    pub title: String,
    /// Where to read it: an `https` link. Absent for a judgement of the guide's own.
    pub url: Option<String>,
    /// How far it can be trusted.
    pub trust: Trust,
    /// Which products it speaks of.
    pub model: Model,
}

/// How far a source can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Trust {
    /// The maker says so.
    Official,
    /// Users, press or repairers say so.
    Reported,
    /// Only the written article that the guide follows says so; the maker has not confirmed it.
    Article,
    /// The guide's author judged so; no source measures it.
    Judgement,
}

/// Which products a source speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Model {
    /// This very product.
    This,
    /// The maker's products of this kind.
    Family,
    /// A similar product of the same maker: likely, not proven, for this one.
    Sibling,
    /// Products of this kind in general.
    Other,
}

/// A sentence or two, and the source that stands behind it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Claim {
    /// What is claimed.
    pub text: String,
    /// The id of its source.
    pub source: String,
}

/// Something worth knowing, such as what a light means.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Note {
    /// Names the note.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub claims: Vec<Claim>,
}

/// A sign to stop at once.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Danger {
    /// Names the danger.
    pub id: String,
    /// What the person sees, hears or smells.
    pub text: String,
    /// The name of a picture of it.
    pub picture: Option<String>,
    /// What to do about it, in order.
    pub advice: Vec<String>,
    /// The id of the source of text and advice.
    pub source: String,
}

/// A hidden reason why the device does not work.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Fault {
    /// Names the fault.
    pub id: String,
    /// Its share among all faults before anything is known: 0 or more; the weights need not sum to 1.
    pub weight: f64,
    /// Where the weight comes from, where it differs from the guide's: the id of a source.
    pub numbers_source: Option<String>,
    /// The fault in a few words.
    pub text: String,
    /// Why it keeps the device from working.
    pub why: Claim,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Question {
    /// Names the question.
    pub id: String,
    /// How long the hands are busy until it is found out, in minutes: 0 or more.
    pub minutes: f64,
    /// A stretch of waiting before there is anything to see.
    pub wait: Option<Wait>,
    /// The question.
    pub text: String,
    /// How to find out.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub help: String,
    /// Whether it can be answered in the middle of another step's wait: nothing has to be moved, opened or switched for
    /// it, and it has no wait of its own.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub meanwhile: bool,
    /// The name of a picture of what to look at.
    pub picture: Option<String>,
    /// The options offered, at least two. "Not sure" exists on every question and is not listed.
    pub choices: Vec<Choice>,
    /// The chance of each choice, in their order, per fault id; `*` stands for the faults that have no row of their
    /// own. A row sums to 1.
    pub odds: Named<Vec<f64>>,
    /// How battery levels answer it, where they do.
    pub reading: Option<ReadingRule>,
    /// Where the odds and the minutes come from, where that differs from the guide's: the id of a source.
    pub numbers_source: Option<String>,
    /// Where the question and how to find out come from: the id of a source.
    pub source: String,
}

impl Question {
    /// The choice with this id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|it| it.id == id)
    }

    /// The minutes that it takes to find out, with its wait.
    pub fn total_minutes(&self) -> f64 {
        self.minutes + minutes_of(self.wait.as_ref())
    }
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Choice {
    /// Names the choice.
    pub id: String,
    /// The choice in a few words.
    pub text: String,
    /// The light that it speaks of: shown as a dot beside it.
    pub light: Option<Light>,
    /// Ids of the dangers that it may be a sign of. It ends the session with their advice.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub dangers: Vec<String>,
}

/// What a repair may need to have at hand.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Preparation {
    /// How long it takes to get it, in minutes: 0 or more.
    pub minutes: f64,
    /// Where the minutes come from, where that differs from the guide's: the id of a source.
    pub numbers_source: Option<String>,
    /// What to get.
    pub text: String,
}

/// What the person is asked to try.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Repair {
    /// Names the repair.
    pub id: String,
    /// How long the hands are busy, in minutes: 0 or more.
    pub minutes: f64,
    /// A stretch of waiting that the repair needs.
    pub wait: Option<Wait>,
    /// Ids of the preparations it needs.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub needs: Vec<String>,
    /// What to do, in a few words; the heading of the step.
    pub text: String,
    /// The name of a picture of what to do.
    pub picture: Option<String>,
    /// Why it may help.
    pub why: Claim,
    /// What to know before starting, each shown with how far it is confirmed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub notices: Vec<Claim>,
    /// What is worth knowing besides, shown on request.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub more: Vec<Claim>,
    /// Ids of the notes that go with it, shown on request.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub notes: Vec<String>,
    /// What to do, in order; a person ticks them off.
    pub instructions: Vec<Instruction>,
    /// The chance that it cures a fault, 0 to 1, per fault id.
    pub fixes: Named<f64>,
    /// Ids of the questions whose older answers no longer hold once this was tried.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub voids: Vec<String>,
    /// The repair is only possible where this holds.
    pub only_if: Option<Condition>,
    /// Its place in the written article, from 1; absent if the article does not have it.
    pub article: Option<u32>,
    /// Where minutes and chances come from, where that differs from the guide's: the id of a source.
    pub numbers_source: Option<String>,
    /// The id of the source of the instructions that name none of their own.
    pub source: String,
}

impl Repair {
    /// The minutes that the repair takes, with its wait.
    pub fn total_minutes(&self) -> f64 {
        self.minutes + minutes_of(self.wait.as_ref())
    }
}

fn minutes_of(wait: Option<&Wait>) -> f64 {
    wait.map_or(0.0, |it| f64::from(it.minutes))
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Instruction {
    /// Names the instruction within its repair.
    pub id: String,
    /// Opens a new group of instructions with this heading.
    pub heading: Option<String>,
    /// What to do.
    pub text: String,
    /// The name of a picture of it.
    pub picture: Option<String>,
    /// The id of its source, where it differs from the repair's.
    pub source: Option<String>,
}

/// A stretch of waiting.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Wait {
    /// How long, in whole minutes: 1 or more.
    pub minutes: u32,
    /// How much of it counts as the person's own time, 0 to 1: little where they can do something else meanwhile.
    pub share: f64,
    /// What to do or mind while the time runs.
    pub text: String,
    /// What to look at once the time is up.
    pub over: String,
    /// What to look at on the way, in order of time.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub checks: Vec<WaitCheck>,
}

/// Something to look at in the middle of a wait.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct WaitCheck {
    /// When, in whole minutes from the start of the wait: 1 or more, and less than the wait.
    pub minutes: u32,
    /// What to look at, and what it tells.
    pub text: String,
    /// The id of its source.
    pub source: String,
}

/// Holds when the question was answered with one of the choices.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Condition {
    /// The id of the question.
    pub question: String,
    /// Ids of its choices.
    pub is: Vec<String>,
}

/// Who helps when nothing here does.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Service {
    /// What handing over costs, in minutes: more than 0.
    pub minutes: f64,
    /// Where the figure comes from, where that differs from the guide's: the id of a source.
    pub numbers_source: Option<String>,
    /// What to do, in a few words; the heading of the step.
    pub text: String,
    /// The button that leads there, such as "Contact Acme".
    pub action: String,
    /// What to expect of it.
    pub claims: Vec<Claim>,
    /// What is worth knowing besides, shown on request.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub more: Vec<Claim>,
    /// Ids of the notes that go with it, shown on request.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub notes: Vec<String>,
    /// Where to turn, at least one; the first is the one to use where no region fits.
    pub contacts: Vec<Contact>,
}

/// The plan for the first step.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct First {
    /// A fingerprint of all numbers of the guide.
    pub numbers: u32,
    /// The id of the question or the repair; absent if the first step is service.
    pub step: Option<String>,
    /// The expected minutes to a working device or through service.
    pub minutes: f64,
    /// The chance that the device works without service.
    pub fixed: f64,
    /// The expected number of steps.
    pub steps: f64,
    /// No plan takes fewer minutes.
    pub at_least: f64,
    /// The expected minutes without asking anything.
    pub unasked: f64,
}

/// A support entry point.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Contact {
    /// The region it serves, as a person would look for it.
    pub region: String,
    /// An `https`, `mailto` or `tel` link.
    pub url: String,
}
