//! What an answer that was changed has changed.

use super::super::change::Changed;
use super::super::record::result_text;
use super::super::state::Session;
use super::super::words::Word;
use super::outlook;

/// In one line: from what to what it was changed, what that has moved, and what counts no more; empty where nothing was
/// changed just now.
pub(super) fn line(session: &Session) -> String {
    let words = session.settings.words;
    let Some(Changed { from, to, moved, lost }) = session.changed() else { return String::new() };
    let changed = words.with_texts(Word::AnswerChanged, &result_text(session, to), &result_text(session, from));
    let moved = outlook::moved(session, moved, outlook::SINCE_THE_LAST);
    let lost = lost.iter().map(|it| words.with_text(Word::NoLongerHold, &it.text));
    [changed, moved].into_iter().chain(lost).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}
