//! What the widget itself says, one table per language. What a guide says is in the guide.

mod en;

use std::fmt::Display;

/// The words of one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words;

impl Words {
    /// The tags of all languages there are.
    pub const TAGS: [&str; 1] = ["en"];

    /// The words for a BCP 47 tag; a region or script more than we know does not matter.
    pub fn for_tag(tag: &str) -> Option<Words> {
        let primary = tag.split('-').next().unwrap_or(tag);
        primary.eq_ignore_ascii_case("en").then_some(Words)
    }

    /// The text of a word.
    pub fn text(self, word: Word) -> &'static str {
        en::text(word)
    }

    /// The text of a word whose `{n}` is this number.
    pub fn with_number(self, word: Word, number: impl Display) -> String {
        self.text(word).replace("{n}", &number.to_string())
    }

    /// The text of a word whose `{text}` is this text.
    pub fn with_text(self, word: Word, text: &str) -> String {
        self.text(word).replace("{text}", text)
    }
}

/// Something that the widget says. `{n}` stands for a number, `{text}` for a text from the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its English text, in en.rs")]
pub enum Word {
    AboutOfTen,
    AboutOneOfTwenty,
    Ahead,
    AlreadyDone,
    AMinute,
    AnswersAreImpossible,
    AnswersAreRare,
    AnswersAreRight,
    AnswersRarelyMeet,
    Back,
    BeforeWeStart,
    BrokenHeading,
    CannotDo,
    Change,
    ChangeThis,
    Copied,
    Copy,
    CopyRefused,
    DangerCheck,
    DangerQuestion,
    DangersNone,
    DangersNoneButton,
    DangersShowButton,
    DangersUnnamed,
    DangersYesButton,
    ErrorHeading,
    ErrorStatic,
    FewerThanOneOfTwenty,
    FixedAtLast,
    FixedBy,
    FixedByService,
    Forget,
    ForgetHint,
    HandedOverHeading,
    HandedOverText,
    HelpsAfterWaiting,
    HelpsIn,
    KeepItWorking,
    KeepTrying,
    KindQuestion,
    KindRepair,
    KindService,
    Later,
    LeftToTry,
    LessLikely,
    LessThanAMinute,
    Links,
    LookAgain,
    Meanwhile,
    Minutes,
    MinutesOfWaiting,
    More,
    MoreLikely,
    MoreThanNineOfTen,
    MostLikely,
    NotSure,
    NotTriedYet,
    OtherRegions,
    OutcomeFixed,
    OutcomeOpen,
    OutcomeService,
    OutcomeStopped,
    Progress,
    RarerCauses,
    RecordFileName,
    RecordGuide,
    RecordHeading,
    RecordHint,
    RecordOutcome,
    RecordStarted,
    ReloadToGoOn,
    ReportDanger,
    Restart,
    ResultAlreadyDone,
    ResultCannotDo,
    ResultFixed,
    ResultHandedOver,
    ResultKeptTrying,
    ResultNotFixed,
    ResultNotSure,
    ResultPutOff,
    ReviewHeading,
    Save,
    SavesAMinute,
    SavesMinutes,
    ShortNearlyAll,
    ShortOfTen,
    ShortOneOfTwenty,
    ShortRare,
    SomeHours,
    SomeMinutes,
    Sources,
    StepOf,
    Stop,
    StoppedHeading,
    TellsApart,
    TimeIsUp,
    ToCountdown,
    ToSupport,
    Trail,
    TrustArticle,
    TrustJudgement,
    TrustOfficialFamily,
    TrustOfficialOther,
    TrustOfficialSibling,
    TrustOfficialThis,
    TrustReported,
    WaitCancel,
    WaitNext,
    WaitRemove,
    WaitStart,
    WaitStarted,
    WhatCanBeWrong,
    WhatItCouldBe,
    Why,
    WhyAsk,
    WhyNow,
    YouNeed,
}
