//! Where a step's claims come from, and how far each can be trusted, in words.

use super::super::state::Session;
use super::super::words::{Word, Words};
use super::Link;
use crate::guide::{Claim, Fault, Model, Source, Trust};

/// Something to know before starting.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeRow {
    /// What.
    pub text: String,
    /// How far it is confirmed.
    pub trust: String,
    /// Where to read more.
    pub link: Option<Link>,
}

/// What is worth knowing besides, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    /// Its heading.
    pub heading: String,
    /// What is worth knowing.
    pub rows: Vec<NoticeRow>,
    /// More of it, under headings of its own.
    pub notes: Vec<NoteRows>,
}

/// Claims under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRows {
    /// Its heading.
    pub heading: String,
    /// The claims.
    pub rows: Vec<NoticeRow>,
}

/// A source that the step rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// Its title.
    pub title: String,
    /// How far it can be trusted; empty where the title says just that.
    pub trust: String,
    /// Where to read it.
    pub url: Option<String>,
}

/// The claims, each with how far it is confirmed and where to read it.
pub(super) fn notices(session: &Session, claims: &[Claim]) -> Vec<NoticeRow> {
    claims.iter().map(|it| notice(session, it)).collect()
}

/// What is worth knowing besides: claims, and the notes with these ids.
pub(super) fn more(session: &Session, claims: &[Claim], notes: &[String]) -> More {
    let notes = notes.iter().filter_map(|id| session.guide.notes.iter().find(|it| it.id == *id));
    More {
        heading: session.settings.words.text(Word::More).to_owned(),
        rows: notices(session, claims),
        notes: notes.map(|it| NoteRows { heading: it.title.clone(), rows: notices(session, &it.claims) }).collect(),
    }
}

/// What can be wrong, each with why it keeps the device from working.
pub(super) fn faults(session: &Session) -> NoteRows {
    let stop = session.settings.words.text(Word::FullStop);
    let row = |fault: &Fault| {
        let row = notice(session, &fault.why);
        NoticeRow { text: [fault.text.as_str(), &row.text].join(stop), ..row }
    };
    NoteRows {
        heading: session.settings.words.text(Word::WhatCanBeWrong).to_owned(),
        rows: session.guide.faults.iter().map(row).collect(),
    }
}

fn notice(session: &Session, claim: &Claim) -> NoticeRow {
    let source = session.guide.sources.get(&claim.source);
    let link = source.and_then(|it| it.url.clone().map(|url| Link { label: it.title.clone(), url }));
    NoticeRow {
        text: claim.text.clone(),
        trust: source.map(|it| trust(session.settings.words, it)).unwrap_or_default(),
        link,
    }
}

/// The sources with these ids, each once, in the order of their first use.
pub(super) fn rows<'a>(session: &Session, ids: impl Iterator<Item = &'a str>) -> Vec<SourceRow> {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    let row = |source: &Source| {
        let trust = trust(session.settings.words, source);
        let is_said = trust.eq_ignore_ascii_case(&source.title);
        let trust = if is_said { String::new() } else { trust };
        SourceRow { title: source.title.clone(), trust, url: source.url.clone() }
    };
    seen.into_iter().filter_map(|id| session.guide.sources.get(id)).map(row).collect()
}

fn trust(words: Words, source: &Source) -> String {
    let word = match (source.trust, source.model) {
        (Trust::Official, Model::This) => Word::TrustOfficialThis,
        (Trust::Official, Model::Family) => Word::TrustOfficialFamily,
        (Trust::Official, Model::Sibling) => Word::TrustOfficialSibling,
        (Trust::Official, Model::Other) => Word::TrustOfficialOther,
        (Trust::Reported, _) => Word::TrustReported,
        (Trust::Article, _) => Word::TrustArticle,
        (Trust::Judgement, _) => Word::TrustJudgement,
    };
    words.text(word).to_owned()
}
