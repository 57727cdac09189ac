//! Above the step: that it is the session of somebody else, or why a link opens none.

use super::super::state::Session;
use super::super::words::Word;
use super::Action;
use crate::session::Event;

/// What is said of the link that the page was opened with.
#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    /// Whose session this is, or why the link opens none.
    pub text: String,
    /// Leaves the session of somebody else.
    pub leave: Option<Action>,
}

pub(super) fn banner(session: &Session) -> Option<Banner> {
    let settings = &session.settings;
    let words = settings.words;
    if let Some(visit) = session.shared {
        let text = words.with_text(Word::SharedSession, &words.moment(visit.as_of, settings.offset_minutes));
        let leave = Action { label: words.text(Word::SharedLeave).to_owned(), event: Event::SharedLeft };
        return Some(Banner { text, leave: Some(leave) });
    }
    let problem = session.link_problem?;
    Some(Banner { text: words.text(problem.word()).to_owned(), leave: None })
}
