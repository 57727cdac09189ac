//! The record on each end, and the ways to hand it over: none is taken unless the person presses it.

use super::super::details::{Detail, MAX_CHARS};
use super::super::state::{Copied, Copying, Session};
use super::super::words::Word;
use super::{Action, Link, ends, url};
use crate::session::Event;

/// The record, as it would be handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordScreen {
    /// Its heading.
    pub heading: String,
    /// What it is.
    pub hint: String,
    /// What the person may add.
    pub details: DetailsScreen,
    /// Before the text: that this is what support gets.
    pub text_label: String,
    /// The whole text.
    pub text: String,
    /// Copies it.
    pub copy: Action,
    /// Prints it.
    pub print: Action,
    /// What came of copying; empty if nothing was asked.
    pub copied: String,
    /// Saves it in one way or another.
    pub files: Vec<FileLink>,
    /// Starts an e-mail that holds it.
    pub mail: Link,
    /// The link to the session; nothing on a page that nobody else can open.
    pub share: Option<ShareScreen>,
}

/// A file to save: a link that holds all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FileLink {
    /// The link.
    pub link: Link,
    /// The name of the file.
    pub name: String,
}

/// What the person may add about the device, behind its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailsScreen {
    /// Its heading.
    pub heading: String,
    /// What becomes of it.
    pub hint: String,
    /// How many characters each takes.
    pub max_chars: usize,
    /// What may be added.
    pub rows: Vec<DetailRow>,
}

/// Something to type.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailRow {
    /// What it is.
    pub label: String,
    /// What was typed.
    pub text: String,
    /// Which of the details it is.
    pub detail: Detail,
}

/// The link to the session.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareScreen {
    /// Its heading.
    pub heading: String,
    /// Who can read it.
    pub hint: String,
    /// The link.
    pub link: ShareLink,
}

/// The link itself.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareLink {
    /// There is none.
    TooLong {
        /// Says so.
        text: String,
    },
    /// It is there.
    Made {
        /// Where it leads.
        url: String,
        /// Copies it.
        copy: Action,
        /// What came of copying; empty if nothing was asked.
        copied: String,
        /// The heading of its QR code, and what the code is for those who do not see it.
        code_label: String,
    },
}

pub(super) fn screen(session: &Session) -> Box<RecordScreen> {
    let words = session.settings.words;
    let word = |word| words.text(word).to_owned();
    let record = session.record();
    let text = record.text(words);
    Box::new(RecordScreen {
        heading: word(Word::RecordHeading),
        hint: word(Word::RecordHint),
        details: details(session),
        text_label: word(Word::WhatIsSent),
        copy: Action { label: word(Word::Copy), event: Event::CopyRequested },
        print: Action { label: word(Word::Print), event: Event::PrintRequested },
        copied: copied(session, Copying::Record),
        files: files(session, &text, &record.json()),
        mail: mail(session, &text),
        share: session.settings.page.as_ref().map(|_| share(session)),
        text,
    })
}

fn details(session: &Session) -> DetailsScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let row = |detail: Detail| DetailRow {
        label: word(detail.word()),
        text: session.saved.details.get(detail).to_owned(),
        detail,
    };
    DetailsScreen {
        heading: word(Word::DetailsHeading),
        hint: word(Word::DetailsHint),
        max_chars: MAX_CHARS,
        rows: Detail::ALL.map(row).into(),
    }
}

fn files(session: &Session, text: &str, json: &str) -> Vec<FileLink> {
    let words = session.settings.words;
    let name = format!("{}-{}", session.guide.id, words.text(Word::RecordFileName));
    let file = |word, media_type, content, name| {
        let link = Link { label: words.text(word).to_owned(), url: url::data(media_type, content) };
        FileLink { link, name }
    };
    let data_name = format!("{}.json", name.trim_end_matches(".txt"));
    vec![file(Word::SaveText, "text/plain", text, name), file(Word::SaveData, "application/json", json, data_name)]
}

/// An e-mail to support, where support has an address; else to whom the person likes.
fn mail(session: &Session, text: &str) -> Link {
    let words = session.settings.words;
    let (contact, others) = ends::contacts(session);
    let address = contact.iter().chain(&others).find_map(|it| url::mail_address(&it.url)).unwrap_or_default();
    let subject = words.with_text(Word::MailSubject, &session.guide.title);
    let rest = words.with_text(Word::MailCut, words.text(Word::Copy));
    Link { label: words.text(Word::Mail).to_owned(), url: url::mail(address, &subject, text, &rest) }
}

fn share(session: &Session) -> ShareScreen {
    let word = |word| session.settings.words.text(word).to_owned();
    let link = match session.link_here() {
        None => ShareLink::TooLong { text: word(Word::LinkTooLong) },
        Some(url) => ShareLink::Made {
            copy: Action { label: word(Word::CopyLink), event: Event::LinkCopyRequested },
            url,
            copied: copied(session, Copying::Link),
            code_label: word(Word::QrCode),
        },
    };
    ShareScreen { heading: word(Word::ShareHeading), hint: word(Word::ShareHint), link }
}

/// What came of copying this; empty if it was not asked for.
fn copied(session: &Session, what: Copying) -> String {
    let word = match session.copied {
        Copied::Done => Word::Copied,
        Copied::Refused => Word::CopyRefused,
        Copied::NotAsked => return String::new(),
    };
    if session.copying == what { session.settings.words.text(word).to_owned() } else { String::new() }
}
